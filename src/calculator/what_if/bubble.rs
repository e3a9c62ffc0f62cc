//! The current case on the chart: a dot on its line, or an arrow at the edge if it is off the chart, with its figures.

use abacus_core::Decimal;
use abacus_core::calculator::chart::{Frame, Point};
use abacus_core::number::decimal::Arithmetic;
use yew::prelude::*;

use crate::calculator::what_if::plot::width;

/// On the draggable element.
pub(super) const BUBBLE: &str = "data-bubble";

/// The touch target around the dot, in chart units on a phone.
const FINGER: &str = "26";
/// The height of the box with the largest type, and the gap between it and the dot.
const HEIGHT: u32 = 47;
const GAP: u32 = 14;

/// The figures are those of the axes, the result first. The box is sized for the font, which differs between narrow and
/// wide pages.
pub(super) fn bubble(Point { x, y }: Point, way: Option<i32>, [result, column]: &[String; 2], frame: Frame) -> Html {
    let wide = width(result).max(width(column)).saturating_add(16);
    let half = Decimal::from(wide.div_ceil(2));
    // Above the dot; below it if there is no space. It covers no axis label unless it is wider than they are.
    let is_above = y > Decimal::from(HEIGHT.saturating_add(GAP));
    let dot = Decimal::from(GAP);
    let edge = if is_above { y.minus(dot) } else { y.plus(dot) }.unwrap_or(y);
    let [left, right] = [Decimal::from(frame.left).plus(half), Decimal::from(frame.right).minus(half)];
    let middle = x.min(right.unwrap_or(x)).max(left.unwrap_or(x));
    let em = |units: u32| Decimal::from(units).over(Decimal::from(16)).unwrap_or_default().round_dp(2);
    let [top, first, second] = if is_above { ["-2.9em", "-1.75em", "-0.55em"] } else { ["0", "1.15em", "2.35em"] };
    html! {
        <g class="chart__bubble" data-bubble="">
            <circle class="chart__grip" cx={x.to_string()} cy={y.to_string()} r={FINGER} />
            <g class="chart__text" transform={format!("translate({middle} {edge})")}>
                <rect class="chart__box" x={format!("-{}em", em(wide.div_ceil(2)))} y={top} width={format!("{}em", em(wide))}
                    height="2.9em" rx="8" />
                <text class="chart__text chart__text--current" y={first} text-anchor="middle">{ result }</text>
                <text class="chart__text" y={second} text-anchor="middle">{ column }</text>
            </g>
            { match way {
                None => html! { <circle class="chart__now" cx={x.to_string()} cy={y.to_string()} r="7" /> },
                Some(way) => html! {
                    <path class="chart__now" d="M-8,-8L8,0L-8,8Z" transform={format!("translate({x} {y}) rotate({way})")} />
                },
            } }
        </g>
    }
}
