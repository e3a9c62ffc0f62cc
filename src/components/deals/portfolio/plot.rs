//! The picture of the value matrix: short-term gain from left to right, long-term influence from
//! below upwards, a circle for the deals at one place, the greater the more they are.

use std::rc::Rc;

use abacus_core::deals::{Mean, Portfolio, Spot, ValueClass};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::text::deal_portfolio as words;

/// Where the scores 1 and 10 lie from the left, in the picture's units; six of them are a sixth of a point.
const LEFT: u32 = 48;
const TOP: u32 = 12;
/// Units for each sixth of a point: nine points are 54 sixths.
const UNIT: u32 = 6;
const SIDE: u32 = 54 * UNIT;
/// Room around the first and the last score, so that circles there stay clear of the frame, and above
/// and below of the names of the classes.
const EDGE: u32 = 20;
const BAND: u32 = 36;
const RIGHT: u32 = LEFT + SIDE + 2 * EDGE;
const BOTTOM: u32 = TOP + SIDE + 2 * BAND;
/// The first score and the middle of the scale, in sixths.
const FIRST: u32 = 6;
const MIDDLE: u32 = 33;

/// What the picture needs.
#[derive(PartialEq, Properties)]
pub(super) struct PlotProps {
    pub(super) portfolio: Rc<Portfolio>,
    pub(super) spots: Rc<Vec<Spot>>,
    pub(super) locale: Locale,
}

/// The picture with its accessible name; the same is said in words beside it.
#[component]
pub(super) fn Plot(props: &PlotProps) -> Html {
    let PlotProps { portfolio, spots, locale } = props;
    let (middle_x, middle_y) = (across(MIDDLE), up(MIDDLE));
    html! {
        <svg class="matrix" viewBox={format!("0 0 {} {}", RIGHT + 4, BOTTOM + 40)} role="img" aria-label={words::matrix(portfolio, *locale)}>
            <path class="matrix__best" d={format!("M{middle_x} {TOP}H{RIGHT}V{middle_y}H{middle_x}z")} />
            <path class="matrix__frame" d={format!("M{LEFT} {TOP}H{RIGHT}V{BOTTOM}H{LEFT}z")} />
            <path class="matrix__middle" d={format!("M{middle_x} {TOP}V{BOTTOM}M{LEFT} {middle_y}H{RIGHT}")} />
            { for [(FIRST, "1"), (MIDDLE, "5.5"), (60, "10")].into_iter().map(|(sixths, label)| tick(sixths, label)) }
            <text class="matrix__axis" x={RIGHT.to_string()} y={(BOTTOM + 36).to_string()} text-anchor="end">{ words::ACROSS.get(*locale) }</text>
            <text class="matrix__axis" transform={format!("translate(14 {TOP}) rotate(-90)")} text-anchor="end">{ words::UP.get(*locale) }</text>
            { for spots.iter().map(circle) }
            { for ValueClass::ALL.into_iter().map(|class| corner(class, portfolio.in_class(class), *locale)) }
        </svg>
    }
}

/// The place of a number of sixths from the left.
const fn across(sixths: u32) -> u32 {
    LEFT.saturating_add(EDGE).saturating_add(sixths.saturating_sub(FIRST).saturating_mul(UNIT))
}

/// The place of a number of sixths from the top.
const fn up(sixths: u32) -> u32 {
    let from_bottom = sixths.saturating_sub(FIRST).saturating_mul(UNIT);
    TOP.saturating_add(BAND).saturating_add(SIDE.saturating_sub(from_bottom))
}

fn tick(sixths: u32, label: &'static str) -> Html {
    html! {
        <g key={label}>
            <text class="matrix__text" x={across(sixths).to_string()} y={BOTTOM.saturating_add(18).to_string()} text-anchor="middle">{ label }</text>
            <text class="matrix__text" x={LEFT.saturating_sub(6).to_string()} y={up(sixths).to_string()} dy="0.35em" text-anchor="end">{ label }</text>
        </g>
    }
}

/// The class and its count, in the outer corner of its quarter.
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

/// The deals at one place. Its area grows with their number, up to a limit that leaves the others in sight.
fn circle(spot: &Spot) -> Html {
    let count = spot.count;
    let radius = u32::try_from(count).unwrap_or(u32::MAX).saturating_mul(36).isqrt().clamp(6, 17);
    let place = |mean: Mean| u32::from(mean.sixths());
    let (x, y) = (across(place(spot.short)), up(place(spot.long)));
    html! {
        <g key={format!("{x} {y}")} class="matrix__spot">
            <circle class="matrix__circle" cx={x.to_string()} cy={y.to_string()} r={radius.to_string()} />
            if count > 1 {
                <text class="matrix__count" x={x.to_string()} y={y.to_string()} dy="0.35em" text-anchor="middle">{ count }</text>
            }
        </g>
    }
}
