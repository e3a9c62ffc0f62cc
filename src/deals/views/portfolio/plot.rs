//! The picture of the value matrix: short-term gain from left to right, long-term influence from bottom to top. A
//! circle stands for the deals at one point and grows with their number. Scores are whole points, so circles never
//! touch.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::{Portfolio, Spot, ValueClass};
use yew::prelude::*;

use crate::deals::views::portfolio::words;

/// Where the plot begins, in its own units.
const LEFT: u32 = 48;
const TOP: u32 = 12;
/// From one point to the next, and from the first to the tenth.
const STEP: u32 = 36;
const SIDE: u32 = 9 * STEP;
/// The middle of the scale lies between the fifth and the sixth point.
const MIDDLE: u32 = 4 * STEP + STEP / 2;
/// The radius for a single deal, and the largest, which just leaves the neighbours free.
const SINGLE: u32 = 6;
const GREATEST: u32 = 17;
/// Margins around the first and the last score, which keep circles clear of the frame, and of the class names above
/// and below.
const EDGE: u32 = 20;
const BAND: u32 = 36;
const RIGHT: u32 = LEFT + SIDE + 2 * EDGE;
const BOTTOM: u32 = TOP + SIDE + 2 * BAND;
#[derive(PartialEq, Properties)]
pub(crate) struct MatrixPlotProps {
    pub(crate) portfolio: Rc<Portfolio>,
    pub(crate) spots: Rc<Vec<Spot>>,
    pub(crate) locale: Locale,
}

/// The picture with its accessible name; the text beside it says the same.
#[component]
pub(crate) fn MatrixPlot(props: &MatrixPlotProps) -> Html {
    let MatrixPlotProps { portfolio, spots, locale } = props;
    let (middle_x, middle_y) = (LEFT + EDGE + MIDDLE, TOP + BAND + MIDDLE);
    let most = spots.iter().map(|spot| spot.count).max().unwrap_or_default();
    html! {
        <svg class="matrix" viewBox={format!("0 0 {} {}", RIGHT + 4, BOTTOM + 40)} role="img" aria-label={words::matrix(portfolio, *locale)}>
            <path class="matrix__best" d={format!("M{middle_x} {TOP}H{RIGHT}V{middle_y}H{middle_x}z")} />
            <path class="matrix__frame" d={format!("M{LEFT} {TOP}H{RIGHT}V{BOTTOM}H{LEFT}z")} />
            <path class="matrix__middle" d={format!("M{middle_x} {TOP}V{BOTTOM}M{LEFT} {middle_y}H{RIGHT}")} />
            { for [1, 5, 6, 10].into_iter().map(tick) }
            <text class="matrix__axis" x={RIGHT.to_string()} y={(BOTTOM + 36).to_string()} text-anchor="end">{ words::ACROSS.get(*locale) }</text>
            <text class="matrix__axis" transform={format!("translate(14 {TOP}) rotate(-90)")} text-anchor="end">{ words::UP.get(*locale) }</text>
            { for spots.iter().map(|spot| circle(spot, most)) }
            { for ValueClass::ALL.into_iter().map(|class| corner(class, portfolio.in_class(class), *locale)) }
        </svg>
    }
}

fn x_of(points: u8) -> u32 {
    LEFT.saturating_add(EDGE).saturating_add(from_first(points))
}

fn y_of(points: u8) -> u32 {
    TOP.saturating_add(BAND).saturating_add(SIDE.saturating_sub(from_first(points)))
}

fn from_first(points: u8) -> u32 {
    u32::from(points).saturating_sub(1).saturating_mul(STEP)
}

fn tick(points: u8) -> Html {
    html! {
        <g key={points}>
            <text class="matrix__text" x={x_of(points).to_string()} y={BOTTOM.saturating_add(18).to_string()} text-anchor="middle">{ points }</text>
            <text class="matrix__text" x={LEFT.saturating_sub(6).to_string()} y={y_of(points).to_string()} dy="0.35em" text-anchor="end">{ points }</text>
        </g>
    }
}

/// The class and its count, in the outer corner of its quadrant.
fn corner(class: ValueClass, count: usize, locale: Locale) -> Html {
    let (x, anchor) = match class {
        ValueClass::First | ValueClass::Third => (RIGHT.saturating_sub(8), "end"),
        ValueClass::Second | ValueClass::Fourth => (LEFT.saturating_add(8), "start"),
    };
    let y = match class {
        ValueClass::First | ValueClass::Second => TOP.saturating_add(20),
        ValueClass::Third | ValueClass::Fourth => BOTTOM.saturating_sub(8),
    };
    html! {
        <text key={class.code()} class="matrix__class" x={x.to_string()} y={y.to_string()} text-anchor={anchor}>
            { words::corner(class, count, locale) }
        </text>
    }
}

fn circle(spot: &Spot, most: usize) -> Html {
    let (x, y) = (x_of(spot.short).to_string(), y_of(spot.long).to_string());
    html! {
        <g key={format!("{x} {y}")} class="matrix__spot">
            <circle class="matrix__circle" cx={x.clone()} cy={y.clone()} r={radius(spot.count, most).to_string()} />
            if spot.count > 1 {
                <text class="matrix__count" {x} {y} dy="0.35em" text-anchor="middle">{ spot.count }</text>
            }
        </g>
    }
}

/// The area grows with the number of deals. Two deals are not drawn at the largest size, even if no point has more.
fn radius(count: usize, most: usize) -> u32 {
    // Room for the count, which a single deal does not show.
    let least = match count {
        0..=1 => return SINGLE,
        2..=9 => 9,
        10..=99 => 13,
        _ => GREATEST,
    };
    let square = usize::try_from(GREATEST.pow(2)).unwrap_or_default().saturating_mul(count);
    let radius = square.checked_div(most.max(3)).unwrap_or_default().isqrt();
    u32::try_from(radius).unwrap_or(GREATEST).clamp(least, GREATEST)
}
