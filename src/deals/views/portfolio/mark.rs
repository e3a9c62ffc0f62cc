//! The circle of a deal. Its filling tells how far its 1+2+1 gate is from being passed, as that of a bead does: full,
//! half, hollow. So it is told without the colours, too.

use abacus_deals::view::Pattern;
use yew::prelude::*;

/// A circle around a point, in the units of its picture.
pub(super) fn mark(pattern: Pattern, x: u32, y: u32, radius: u32) -> Html {
    let class = match pattern {
        Pattern::Passed => "mark mark--passed",
        Pattern::Partly => "mark mark--partly",
        Pattern::Hardly => "mark mark--hardly",
    };
    html! {
        <>
            <circle {class} cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} />
            if pattern == Pattern::Partly {
                <path class="mark__half" d={format!("M{} {y}a{radius} {radius} 0 0 0 {} 0z", x.saturating_sub(radius), radius.saturating_mul(2))} />
            }
        </>
    }
}

/// The same in a picture of its own, beside words that say it.
pub(super) fn small_mark(pattern: Pattern) -> Html {
    html! { <svg class="mark-beside" viewBox="0 0 20 20" aria-hidden="true">{ mark(pattern, 10, 10, 8) }</svg> }
}
