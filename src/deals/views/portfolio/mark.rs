//! The circle of a deal. Its filling tells how far its 1+2+1 gate is from being passed, as that of a bead does: full,
//! half, hollow. So it is told without the colours, too.

use abacus_deals::view::Pattern;
use yew::prelude::*;

/// A circle around a point, in the units of its picture, and its radius in tenths of one.
pub(super) fn mark(pattern: Pattern, x: u32, y: u32, radius: u32) -> Html {
    let in_units = |tenths: u32| format!("{}.{}", tenths / 10, tenths % 10);
    let (across, radius) = (in_units(radius.saturating_mul(2)), in_units(radius));
    let class = match pattern {
        Pattern::Passed => "mark mark--passed",
        Pattern::Partly => "mark mark--partly",
        Pattern::Hardly => "mark mark--hardly",
    };
    html! {
        <g transform={format!("translate({x} {y})")}>
            <circle {class} r={radius.clone()} />
            if pattern == Pattern::Partly {
                <path class="mark__half" d={format!("M-{radius} 0a{radius} {radius} 0 0 0 {across} 0z")} />
            }
        </g>
    }
}

/// The same in a picture of its own, beside words that say it.
pub(super) fn small_mark(pattern: Pattern) -> Html {
    html! { <svg class="mark-beside" viewBox="0 0 20 20" aria-hidden="true">{ mark(pattern, 10, 10, 80) }</svg> }
}
