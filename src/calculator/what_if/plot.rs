//! The static part of the chart: axes and lines. It renders again only with the table or the current
//! row.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::chart::{Axes, Drawing, Frame};
use abacus_core::calculator::sensitivity::Grid;
use abacus_core::number::format::{Precision, Style, short};
use yew::prelude::*;

/// The size of the picture, which is scaled to the room on the page.
pub(super) const WIDTH: i32 = 400;
pub(super) const HEIGHT: i32 = 300;
/// The height of a line of text.
const TEXT: u32 = 18;
/// The number of dash patterns, which distinguish lines together with their labels.
const PATTERNS: usize = 6;
/// More lines than these are drawn thin.
const FEW: usize = 6;
/// The most labels that fit; with more lines, every second or third has one.
const MOST_LABELS: usize = 14;

#[derive(PartialEq, Properties)]
pub(super) struct PlotProps {
    pub(super) grid: Rc<Grid>,
    pub(super) drawing: Rc<Option<Drawing>>,
    /// The row of the current case, if the table has it.
    pub(super) current: Option<usize>,
    pub(super) style: Style,
}

/// A figure beside an axis: in short form if it is long and nothing is lost, or if there is no
/// room. The exact one is in the table.
fn brief(exact: String, value: Decimal, style: &Style) -> String {
    let digits = exact.chars().count();
    let short = short(value, style.locale).filter(|short| digits > 12 || (digits > 7 && !short.rounded));
    short.map_or(exact, |short| short.text)
}

fn result(grid: &Grid, value: Decimal, style: &Style) -> String {
    // An axis shows the decimals that its ticks have, whatever results are rounded to.
    let plain = Style { decimals: None, ..*style };
    brief(grid.output.figure_to(value, Precision::up_to(12), &plain), value, style)
}

fn row_label(grid: &Grid, row: usize, style: &Style) -> String {
    let value = grid.rows.values.get(row).copied().unwrap_or_default();
    brief(grid.rows.field.quote(value), value, style)
}

/// The greatest width of a text, in the picture's units.
fn width(text: &str) -> u32 {
    text.chars().map(|character| if character.is_ascii() { 10 } else { 17 }).sum()
}

/// Draws a table with room for the texts beside it; none without anything to draw.
pub(super) fn draw(grid: &Grid, style: &Style) -> Option<Drawing> {
    let axes = Axes::of(grid)?;
    let widest = |texts: &mut dyn Iterator<Item = String>| texts.map(|text| width(&text)).max().unwrap_or_default();
    let up = widest(&mut axes.up.ticks.iter().map(|tick| result(grid, *tick, style))).clamp(20, 130);
    let rows = widest(&mut (0..grid.rows.values.len()).map(|row| row_label(grid, row, style))).clamp(20, 110);
    let right = WIDTH.unsigned_abs().saturating_sub(rows.saturating_add(18));
    Some(Drawing::new(grid, axes, Frame { left: up.saturating_add(10), right, top: 12, bottom: 268 }))
}

#[component]
pub(super) fn Plot(props: &PlotProps) -> Html {
    let PlotProps { grid, drawing, current, .. } = props;
    let Some(drawing) = (**drawing).as_ref() else { return Html::default() };
    let count = grid.rows.values.len();
    let few = count <= FEW;
    let line = |row: usize| {
        let is_current = *current == Some(row);
        let class = classes!(
            "chart__line",
            is_current.then_some("chart__line--current"),
            (!is_current && !few).then_some("chart__line--thin"),
            (!is_current).then(|| format!("chart__line--{}", row.checked_rem(PATTERNS).unwrap_or_default()))
        );
        drawing.line(row).into_iter().map(move |points| html! { <polyline class={class.clone()} {points} /> })
    };
    // The current line last, on top of the others.
    let rows = (0..count).filter(|row| *current != Some(*row)).chain(*current);
    html! {
        <>
            { up_axis(props, drawing) }
            { across_axis(props, drawing) }
            { for rows.flat_map(line) }
            { for labels(props, drawing) }
        </>
    }
}

fn up_axis(props: &PlotProps, drawing: &Drawing) -> Html {
    let frame = drawing.frame;
    let tick = |value: &Decimal| {
        let y = drawing.axes.up.place(*value, frame.bottom, frame.top)?;
        let class = if value.is_zero() { "chart__rule chart__rule--zero" } else { "chart__rule" };
        Some(html! {
            <g key={value.to_string()}>
                <path {class} d={format!("M{},{y}H{}", frame.left, frame.right)} />
                <text class="chart__text" x={frame.left.saturating_sub(6).to_string()} y={y.to_string()} dy="0.35em"
                    text-anchor="end">{ result(&props.grid, *value, &props.style) }</text>
            </g>
        })
    };
    html! { { for drawing.axes.up.ticks.iter().filter_map(tick) } }
}

fn across_axis(props: &PlotProps, drawing: &Drawing) -> Html {
    let (frame, ticks, field) = (drawing.frame, &drawing.axes.across.ticks, props.grid.columns.field);
    let label = |value: &Decimal| brief(field.quote(*value), *value, &props.style);
    // As many labels as fit side by side.
    let widest = ticks.iter().map(|value| width(&label(value))).max().unwrap_or_default().saturating_add(8);
    let room = frame.right.saturating_sub(frame.left);
    let fitting = usize::try_from(room.checked_div(widest).unwrap_or(1).max(1)).unwrap_or(1);
    let every = ticks.len().div_ceil(fitting).max(1);
    let tick = |(index, value): (usize, &Decimal)| {
        let x = drawing.axes.across.place(*value, frame.left, frame.right)?.to_string();
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

/// The names of the lines beside their ends: all if there is room, otherwise some from the highest to the lowest,
/// and always the current one.
fn labels(props: &PlotProps, drawing: &Drawing) -> Vec<Html> {
    let PlotProps { grid, current, style, .. } = props;
    let mut rows: Vec<_> = (0..grid.rows.values.len()).collect();
    if rows.len() > MOST_LABELS {
        let by_height: Vec<_> = drawing.labels(&rows, 0).into_iter().map(|(row, ..)| row).collect();
        // Two fewer, for the lowest and the current one.
        let every = by_height.len().div_ceil(MOST_LABELS.saturating_sub(2)).max(1);
        let labelled: Vec<_> =
            by_height.iter().copied().step_by(every).chain(by_height.last().copied()).chain(*current).collect();
        rows.retain(|row| labelled.contains(row));
    }
    let x = drawing.frame.right.saturating_add(12);
    let label = |(row, end, height): (usize, abacus_core::calculator::chart::Point, Decimal)| {
        let class = classes!("chart__text", (*current == Some(row)).then_some("chart__text--current"));
        html! {
            <g key={row}>
                <path class="chart__leader" d={format!("M{},{}L{},{height}", end.x, end.y, x.saturating_sub(2))} />
                <text {class} x={x.to_string()} y={height.to_string()} dy="0.35em">{ row_label(grid, row, style) }</text>
            </g>
        }
    };
    drawing.labels(&rows, TEXT).into_iter().map(label).collect()
}
