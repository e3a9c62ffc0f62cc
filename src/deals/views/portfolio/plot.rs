//! The picture of the value matrix: short-term gain from left to right, long-term influence from bottom to top. Each
//! deal is a circle that leads to it. Scores are whole points, so circles of different points never touch.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::view::{Pattern, Plot, Plotted};
use abacus_deals::{Portfolio, ValueClass, sign};
use yew::prelude::*;

use crate::deals::views::portfolio::mark::mark;
use crate::deals::views::portfolio::touch::Area;
use crate::deals::views::portfolio::words;
use crate::deals::words as deal_words;

/// Where the plot begins, in its own units.
const LEFT: u32 = 48;
const TOP: u32 = 12;
/// From one point to the next, and from the first to the tenth.
const STEP: u32 = 36;
const SIDE: u32 = 9 * STEP;
/// The middle of the scale lies between the fifth and the sixth point.
const MIDDLE: u32 = 4 * STEP + STEP / 2;
/// The radius without an amount, of the smallest and of the largest amount. The largest just leaves the neighbours free.
const UNKNOWN: u32 = 8;
const LEAST: u32 = 10;
const GREATEST: u32 = 17;
/// From this radius on a circle has room for more than one character.
const ROOMY: u32 = 14;
/// Margins around the first and the last score, which keep circles clear of the frame, and of the class names above
/// and below.
const EDGE: u32 = 20;
const BAND: u32 = 36;
const RIGHT: u32 = LEFT + SIDE + 2 * EDGE;
const BOTTOM: u32 = TOP + SIDE + 2 * BAND;
/// Up to so many deals at one point stand in one column, with the whole sign of each.
const COLUMN: usize = 3;

#[derive(PartialEq, Properties)]
pub(crate) struct MatrixPlotProps {
    pub(crate) portfolio: Rc<Portfolio>,
    pub(crate) plot: Rc<Plot>,
    pub(crate) locale: Locale,
}

/// The picture with its accessible name, and a name for each circle; the list beside it says the same.
#[component]
pub(crate) fn MatrixPlot(props: &MatrixPlotProps) -> Html {
    let MatrixPlotProps { portfolio, plot, locale } = props;
    let locale = *locale;
    let (middle_x, middle_y) = (LEFT + EDGE + MIDDLE, TOP + BAND + MIDDLE);
    let mut drawn: Vec<Circle<'_>> = plot.deals.iter().filter_map(|plotted| Circle::of(plotted, plot)).collect();
    // The large ones first, so that they hide none of the small ones.
    drawn.sort_by_key(|circle| std::cmp::Reverse(circle.radius));
    html! {
        <svg class="matrix" viewBox={format!("0 0 {} {}", RIGHT + 4, BOTTOM + 40)} role="group" aria-label={words::matrix(portfolio, locale)} translate="no">
            <g aria-hidden="true">
                <path class="matrix__best" d={format!("M{middle_x} {TOP}H{RIGHT}V{middle_y}H{middle_x}z")} />
                <path class="matrix__frame" d={format!("M{LEFT} {TOP}H{RIGHT}V{BOTTOM}H{LEFT}z")} />
                <path class="matrix__middle" d={format!("M{middle_x} {TOP}V{BOTTOM}M{LEFT} {middle_y}H{RIGHT}")} />
                { for [1, 5, 6, 10].into_iter().map(tick) }
                <text class="matrix__axis" x={RIGHT.to_string()} y={(BOTTOM + 36).to_string()} text-anchor="end">{ words::ACROSS.get(locale) }</text>
                <text class="matrix__axis" transform={format!("translate(14 {TOP}) rotate(-90)")} text-anchor="end">{ words::UP.get(locale) }</text>
                { for ValueClass::ALL.into_iter().map(|class| corner(class, portfolio.in_class(class), locale)) }
            </g>
            // Below all circles, so that whatever is seen of a circle leads to its own deal. A press gives it no focus, since
            // readers know nothing of it.
            <g aria-hidden="true" onmousedown={|event: MouseEvent| event.prevent_default()}>{ for drawn.iter().map(|circle| circle.room(&drawn)) }</g>
            { for drawn.iter().map(|circle| circle.link(locale)) }
            <g aria-hidden="true" class="matrix__signs">{ for drawn.iter().map(|circle| circle.sign(locale)) }</g>
        </svg>
    }
}

struct Circle<'a> {
    plotted: &'a Plotted,
    x: u32,
    y: u32,
    radius: u32,
    /// Whether its sign has room for one character only.
    is_narrow: bool,
}

impl<'a> Circle<'a> {
    /// None for a deal that is not drawn.
    fn of(plotted: &'a Plotted, plot: &Plot) -> Option<Self> {
        let beside = plot.drawn_at(plotted.short, plotted.long);
        let (right, down) = shift(plotted.place?, beside);
        let half = STEP / 2;
        let x = x_of(plotted.short).saturating_add(right).saturating_sub(half);
        let y = y_of(plotted.long).saturating_add(down).saturating_sub(half);
        let radius = radius(plotted.part);
        Some(Self { plotted, x, y, radius, is_narrow: beside > COLUMN || radius < ROOMY })
    }

    /// The room around it that a finger hits. Keys and readers go by the circle.
    fn room(&self, all: &[Circle<'_>]) -> Html {
        let deal = &self.plotted.deal;
        let Area { left, top, right, bottom } =
            Area::around((self.x, self.y), all.iter().map(|other| (other.x, other.y)));
        html! {
            <a key={deal.id.clone()} href={format!("#{}", deal.id)} tabindex="-1">
                <path class="matrix__touch" d={format!("M{left} {top}H{right}V{bottom}H{left}z")} />
            </a>
        }
    }

    fn link(&self, locale: Locale) -> Html {
        let deal = &self.plotted.deal;
        html! {
            <a class="matrix__deal" key={deal.id.clone()} href={format!("#{}", deal.id)} data-deal={deal.id.clone()}
                aria-label={words::circle(self.plotted, locale)}>
                { mark(Pattern::of(&self.plotted.coverage), self.x, self.y, self.radius) }
            </a>
        }
    }

    fn sign(&self, locale: Locale) -> Html {
        let name = deal_words::name(&self.plotted.deal, locale);
        let class = match Pattern::of(&self.plotted.coverage) {
            Pattern::Passed => "matrix__sign matrix__sign--passed",
            Pattern::Partly => "matrix__sign matrix__sign--partly",
            Pattern::Hardly => "matrix__sign",
        };
        html! {
            <text {class} key={self.plotted.deal.id.clone()} x={self.x.to_string()} y={self.y.to_string()} dy="0.35em" text-anchor="middle">
                { sign(&name, self.is_narrow) }
            </text>
        }
    }
}

/// Where one of several deals at a point stands, from the upper left corner of its cell.
fn shift(place: usize, beside: usize) -> (u32, u32) {
    let across: [u32; 2] = if beside > COLUMN { [9, 27] } else { [18, 18] };
    let rows = if beside > COLUMN { beside.div_ceil(2) } else { beside };
    let down: [u32; 3] = match rows {
        0..=1 => [18, 18, 18],
        2 => [10, 26, 26],
        _ => [6, 18, 30],
    };
    let (row, column) = if beside > COLUMN { (place / 2, place % 2) } else { (place, 0) };
    let middle = STEP / 2;
    (across.get(column).copied().unwrap_or(middle), down.get(row).copied().unwrap_or(middle))
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

/// The area grows with the amount, so the radius with the root of its part.
fn radius(part: Option<u16>) -> u32 {
    let Some(part) = part else { return UNKNOWN };
    // A whole is 10,000 parts, whose root is 100.
    let root = u32::from(part).isqrt();
    let radius = GREATEST.saturating_mul(root).checked_div(100).unwrap_or_default();
    radius.clamp(LEAST, GREATEST)
}
