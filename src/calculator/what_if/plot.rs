//! The parts of the chart that stay while the current case moves: its axes, and a line for each row of the table.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::chart::{Axes, Frame};
use abacus_core::calculator::curve::{Line, MAX_SAMPLES, places};
use abacus_core::calculator::sensitivity::{Grid, Plan};
use abacus_core::number::format::{Precision, Style, short};
use yew::prelude::*;

use crate::shell::ports::Room;

/// The size of the chart, which is scaled to the space on the page.
const WIDTH: i32 = 400;
const WIDE: i32 = 640;
pub(super) const HEIGHT: i32 = 300;
/// The height of a line of text.
pub(super) const TEXT: u32 = 18;

/// The total number of samples for the lines of all rows, and the minimum per line: many lines are recomputed with
/// every input that is not on an axis.
const ALL_SAMPLES: usize = 256;
const MIN_SAMPLES: usize = 24;

/// The axes of a table, the frame for its lines, and the line of each row.
#[derive(PartialEq)]
pub(super) struct Canvas {
    pub(super) width: i32,
    pub(super) axes: Axes,
    pub(super) frame: Frame,
    pub(super) rows: Vec<Line>,
}

impl Canvas {
    pub(super) const fn is_wide(&self) -> bool {
        self.width == WIDE
    }

    /// The chart of a table, with space for the labels beside it; `None` if there is nothing to draw. `around` are the
    /// inputs the table is computed from.
    pub(super) fn of(plan: &Plan, around: &Inputs, grid: &Grid, style: &Style, room: Room) -> Option<Self> {
        let axes = Axes::of(grid)?;
        let width = if room == Room::Wide { WIDE } else { WIDTH };
        let frame = frame(width, &axes, grid, style);
        let share = ALL_SAMPLES.checked_div(grid.rows.values.len()).unwrap_or_default();
        let places = places(plan.columns.field, &axes.across, &grid.columns.values, share.max(MIN_SAMPLES));
        let line = |row: &Decimal| axes.line(frame, &plan.curve(around, *row, &places));
        Some(Self { rows: grid.rows.values.iter().map(line).collect(), width, axes, frame })
    }

    pub(super) fn line(&self, plan: &Plan, inputs: &Inputs) -> Line {
        let now = |key| inputs.get(key).unwrap_or_default();
        let mut kept = plan.columns.values.clone();
        kept.push(now(plan.columns.field.key));
        let places = places(plan.columns.field, &self.axes.across, &kept, MAX_SAMPLES);
        self.axes.line(self.frame, &plan.curve(inputs, now(plan.rows.field.key), &places))
    }
}

#[derive(PartialEq, Properties)]
pub(super) struct PlotProps {
    pub(super) grid: Rc<Grid>,
    pub(super) canvas: Rc<Option<Canvas>>,
    /// The row of the current case, if the table has it: its line is drawn with the case.
    pub(super) current: Option<usize>,
    pub(super) style: Style,
}

/// An axis label: abbreviated if it is long and loses nothing, or if there is no space. The exact figure is in the
/// table.
pub(super) fn brief(exact: String, value: Decimal, style: &Style) -> String {
    let digits = exact.chars().count();
    let short = short(value, style.locale).filter(|short| digits > 12 || (digits > 7 && !short.rounded));
    short.map_or(exact, |short| short.text)
}

fn result(grid: &Grid, value: Decimal, style: &Style) -> String {
    // An axis shows the decimals of its ticks, regardless of how results are rounded.
    let plain = Style { decimals: None, ..*style };
    brief(grid.output.figure_to(value, Precision::up_to(12), &plain), value, style)
}

pub(super) fn row_label(grid: &Grid, value: Decimal, style: &Style) -> String {
    brief(grid.rows.field.quote(value), value, style)
}

/// The maximum width of a text, in chart units.
pub(super) fn width(text: &str) -> u32 {
    text.chars().map(|character| if character.is_ascii() { 10 } else { 17 }).sum()
}

fn frame(whole: i32, axes: &Axes, grid: &Grid, style: &Style) -> Frame {
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).max().unwrap_or_default();
    let up = widest(&mut axes.up.ticks.iter().map(|tick| result(grid, *tick, style))).clamp(20, 130);
    let rows = widest(&mut grid.rows.values.iter().map(|row| row_label(grid, *row, style))).clamp(20, 110);
    let right = whole.unsigned_abs().saturating_sub(rows.saturating_add(18));
    Frame { left: up.saturating_add(10), right, top: 12, bottom: 268 }
}

#[component]
pub(super) fn Plot(props: &PlotProps) -> Html {
    let PlotProps { canvas, current, .. } = props;
    let Some(canvas) = (**canvas).as_ref() else { return Html::default() };
    let others = canvas.rows.iter().enumerate().filter(|(row, _)| *current != Some(*row));
    html! {
        <>
            { up_axis(props, canvas) }
            { across_axis(props, canvas) }
            <g>{ for others.flat_map(|(_, line)| polylines("chart__line", line)) }</g>
        </>
    }
}

pub(super) fn polylines(class: &'static str, line: &Line) -> Vec<Html> {
    line.texts().map(|points| html! { <polyline {class} {points} /> }).collect()
}

fn up_axis(props: &PlotProps, canvas: &Canvas) -> Html {
    let frame = canvas.frame;
    let tick = |value: &Decimal| {
        let y = canvas.axes.up.place(*value, frame.bottom, frame.top)?;
        let class = if value.is_zero() { "chart__rule chart__rule--zero" } else { "chart__rule" };
        Some(html! {
            <g key={value.to_string()}>
                <path {class} d={format!("M{},{y}H{}", frame.left, frame.right)} />
                <text class="chart__text" x={frame.left.saturating_sub(6).to_string()} y={y.to_string()} dy="0.35em"
                    text-anchor="end">{ result(&props.grid, *value, &props.style) }</text>
            </g>
        })
    };
    html! { { for canvas.axes.up.ticks.iter().filter_map(tick) } }
}

fn across_axis(props: &PlotProps, canvas: &Canvas) -> Html {
    let (frame, ticks, field) = (canvas.frame, &canvas.axes.across.ticks, props.grid.columns.field);
    let label = |value: &Decimal| brief(field.quote(*value), *value, &props.style);
    // As many labels as fit side by side.
    let widest = ticks.iter().map(|value| width(&label(value))).max().unwrap_or_default().saturating_add(8);
    let room = frame.right.saturating_sub(frame.left);
    let fitting = usize::try_from(room.checked_div(widest).unwrap_or(1).max(1)).unwrap_or(1);
    let every = ticks.len().div_ceil(fitting).max(1);
    let tick = |(index, value): (usize, &Decimal)| {
        let x = canvas.axes.across.place(*value, frame.left, frame.right)?.to_string();
        Some(html! {
            <g key={value.to_string()}>
                <path class="chart__rule chart__rule--zero" d={format!("M{x},{}v5", frame.bottom)} />
                if index.is_multiple_of(every) {
                    <text class="chart__text" x={x.clone()} y={frame.bottom.saturating_add(TEXT + 4).to_string()}
                        text-anchor="middle">{ label(value) }</text>
                }
            </g>
        })
    };
    html! { { for ticks.iter().enumerate().filter_map(tick) } }
}
