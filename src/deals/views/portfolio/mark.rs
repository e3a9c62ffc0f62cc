//! The circle of a deal. Like a bead, its fill shows how close the 1+2+1 gate is to being passed: full, half, hollow.
//! This way it does not depend on colour.

use abacus_deals::view::Pattern;
use yew::prelude::*;

/// A circle around a point, in chart units; the radius is in tenths of a unit.
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

/// The same circle as an image of its own, beside a text that says the same.
pub(super) fn small_mark(pattern: Pattern) -> Html {
    html! { <svg class="mark-beside" viewBox="0 0 20 20" aria-hidden="true">{ mark(pattern, 10, 10, 80) }</svg> }
}
