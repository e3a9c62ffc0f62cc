//! The current case on the chart: a dot on its line, or an arrow at the edge beyond which it lies, with its figures.

use abacus_core::Decimal;
use abacus_core::calculator::chart::Point;
use abacus_core::number::decimal::Arithmetic;
use yew::prelude::*;

use crate::calculator::what_if::plot::{WIDTH, width};

/// On what can be dragged.
pub(super) const BUBBLE: &str = "data-bubble";

/// A finger's width around the dot, in the picture's units on a phone.
const FINGER: u32 = 26;
/// The height of the box, and the room between it and the dot.
const HEIGHT: i32 = 46;
const GAP: i32 = 16;

/// The figures are those of the axes, the result first.
pub(super) fn bubble(Point { x, y }: Point, way: Option<i32>, [result, column]: &[String; 2]) -> Html {
    let wide = width(result).max(width(column)).saturating_add(20);
    let half = wide.div_ceil(2);
    let edge = Decimal::from(half);
    // Above the dot; below it where there is no room. Within the picture.
    let above = Decimal::from(GAP.saturating_add(HEIGHT));
    let top = y.minus(above).filter(|top| *top >= Decimal::ZERO).or_else(|| y.plus(GAP.into()));
    let middle = x.max(edge).min(Decimal::from(WIDTH).minus(edge).unwrap_or(edge));
    let (middle, top) = (middle.to_string(), top.unwrap_or_default().to_string());
    html! {
        <g class="chart__bubble" data-bubble="">
            <circle class="chart__grip" cx={x.to_string()} cy={y.to_string()} r={FINGER.to_string()} />
            <g transform={format!("translate({middle} {top})")}>
                <rect class="chart__box" x={format!("-{half}")} width={wide.to_string()} height={HEIGHT.to_string()}
                    rx="8" />
                <text class="chart__text chart__text--current" y="19" text-anchor="middle">{ result }</text>
                <text class="chart__text" y="38" text-anchor="middle">{ column }</text>
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
