//! The chart of the value matrix: short-term gain from left to right, long-term influence from bottom to top. Each deal
//! is a circle that links to it. The plot computes positions and sizes.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::view::{POINT, Pattern, Plot, Plotted};
use abacus_deals::{Portfolio, ValueClass, abbreviate};
use yew::prelude::*;

use crate::deals::views::portfolio::mark::mark;
use crate::deals::views::portfolio::touch::Area;
use crate::deals::views::portfolio::words;
use crate::deals::words as deal_words;

/// The origin of the plot, in its own units.
const LEFT: u32 = 44;
const TOP: u32 = 12;
/// From the first point to the tenth.
const SIDE: u32 = 9 * POINT;
/// The middle of the scale lies between the fifth and the sixth point.
const MIDDLE: u32 = 4 * POINT + POINT / 2;
/// Margins around the first and the last score, which keep circles clear of the frame and of the class names above and
/// below.
const EDGE: u32 = 26;
const BAND: u32 = 40;
const RIGHT: u32 = LEFT + SIDE + 2 * EDGE;
const BOTTOM: u32 = TOP + SIDE + 2 * BAND;
/// Space beyond the frame, for a circle that was displaced from the last score.
const OVERHANG: u32 = 14;
/// From this radius on, in tenths, a circle has room for two Chinese characters.
const WIDE_LABEL_RADIUS: u32 = 160;
/// With more circles than this at one point, the neighbours are too close for more than one character.
const CROWDED: usize = 4;

#[derive(PartialEq, Properties)]
pub(crate) struct MatrixPlotProps {
    pub(crate) portfolio: Rc<Portfolio>,
    pub(crate) plot: Rc<Plot>,
    pub(crate) locale: Locale,
}

/// The chart with its accessible name, and a name for each circle; the list beside it has the same content.
#[component]
pub(crate) fn MatrixPlot(props: &MatrixPlotProps) -> Html {
    let MatrixPlotProps { portfolio, plot, locale } = props;
    let locale = *locale;
    let (middle_x, middle_y) = (LEFT + EDGE + MIDDLE, TOP + BAND + MIDDLE);
    let mut drawn: Vec<Circle<'_>> = plot.deals.iter().filter_map(|plotted| Circle::of(plotted, plot)).collect();
    // Large circles first, so that they do not hide small ones.
    drawn.sort_by_key(|circle| std::cmp::Reverse(circle.radius));
    html! {
        <svg class="matrix" viewBox={format!("0 0 {} {}", RIGHT + OVERHANG, BOTTOM + 40)} role="group" aria-label={words::matrix(portfolio, locale)} translate="no">
            <g aria-hidden="true">
                <path class="matrix__best" d={format!("M{middle_x} {TOP}H{RIGHT}V{middle_y}H{middle_x}z")} />
                <path class="matrix__frame" d={format!("M{LEFT} {TOP}H{RIGHT}V{BOTTOM}H{LEFT}z")} />
                <path class="matrix__middle" d={format!("M{middle_x} {TOP}V{BOTTOM}M{LEFT} {middle_y}H{RIGHT}")} />
                { for [1, 5, 6, 10].into_iter().map(tick) }
                <text class="matrix__axis" x={RIGHT.to_string()} y={(BOTTOM + 36).to_string()} text-anchor="end">{ words::ACROSS.get(locale) }</text>
                <text class="matrix__axis" transform={format!("translate(14 {TOP}) rotate(-90)")} text-anchor="end">{ words::UP.get(locale) }</text>
                { for ValueClass::ALL.into_iter().map(|class| corner(class, portfolio.in_class(class), locale)) }
            </g>
            // Below all circles, so that any visible part of a circle leads to its own deal. Pressing it does not move
            // the focus, since it is hidden from screen readers.
            <g aria-hidden="true" onmousedown={|event: MouseEvent| event.prevent_default()}>{ for drawn.iter().map(|circle| circle.touch_target(&drawn)) }</g>
            { for drawn.iter().map(|circle| circle.link(locale)) }
            <g aria-hidden="true" class="matrix__signs">{ for drawn.iter().map(|circle| circle.label(locale)) }</g>
        </svg>
    }
}

struct Circle<'a> {
    plotted: &'a Plotted,
    x: u32,
    y: u32,
    /// In tenths.
    radius: u32,
    /// The size available for its label.
    label_width: u32,
}

impl<'a> Circle<'a> {
    /// `None` for a deal that is not drawn.
    fn of(plotted: &'a Plotted, plot: &Plot) -> Option<Self> {
        let centre = plot.centre(plotted)?;
        let (radius, beside) = (plotted.radius(), plot.drawn_at(plotted.short, plotted.long));
        let label_width = match radius {
            _ if beside > CROWDED => 3,
            WIDE_LABEL_RADIUS.. => 6,
            _ => 4,
        };
        Some(Self { plotted, x: x_of(centre.short), y: y_of(centre.long), radius, label_width })
    }

    /// The touch target around it. Keyboards and screen readers use the circle.
    fn touch_target(&self, all: &[Circle<'_>]) -> Html {
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

    fn label(&self, locale: Locale) -> Html {
        let name = deal_words::name(&self.plotted.deal, locale);
        let class = match Pattern::of(&self.plotted.coverage) {
            Pattern::Passed => "matrix__sign matrix__sign--passed",
            Pattern::Partly => "matrix__sign matrix__sign--partly",
            Pattern::Hardly => "matrix__sign",
        };
        html! {
            <text {class} key={self.plotted.deal.id.clone()} x={self.x.to_string()} y={self.y.to_string()} dy="0.35em" text-anchor="middle">
                { abbreviate(&name, self.label_width) }
            </text>
        }
    }
}

/// The x coordinate of a distance from score zero; the chart starts at one.
fn x_of(short: u32) -> u32 {
    (LEFT + EDGE).saturating_add(short).saturating_sub(POINT)
}

fn y_of(long: u32) -> u32 {
    (TOP + BAND + SIDE + POINT).saturating_sub(long)
}

fn tick(points: u8) -> Html {
    let from_zero = u32::from(points).saturating_mul(POINT);
    html! {
        <g key={points}>
            <text class="matrix__text" x={x_of(from_zero).to_string()} y={BOTTOM.saturating_add(18).to_string()} text-anchor="middle">{ points }</text>
            <text class="matrix__text" x={LEFT.saturating_sub(6).to_string()} y={y_of(from_zero).to_string()} dy="0.35em" text-anchor="end">{ points }</text>
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
