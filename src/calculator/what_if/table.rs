//! The what-if table: a grid with one tab stop, navigated with the arrow keys.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::sensitivity::{CellIndex, CellValues, Grid};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::row::{PLACE, Row, attribute, head, mark, read_place};
use crate::calculator::what_if::words;
use crate::shell::event::{after_key, focus_inside};

/// The callbacks must be stable.
#[derive(PartialEq, Properties)]
pub(super) struct TableProps {
    pub(super) grid: Rc<Grid>,
    pub(super) names: Names,
    /// The values of the row and the column that exist only for the current case.
    pub(super) beside: (Option<Decimal>, Option<Decimal>),
    pub(super) current: Option<CellIndex>,
    /// The cell pointed at, here or in the chart.
    pub(super) pointed: Option<CellIndex>,
    pub(super) style: Style,
    pub(super) on_point: Callback<Option<CellValues>>,
    pub(super) on_choose: Callback<CellValues>,
}

/// The table with the notes on the slide's misprints.
#[component]
pub(super) fn Table(props: &TableProps) -> Html {
    let TableProps { grid, names, beside, current, pointed, style, on_point, on_choose } = props;
    let node = use_node_ref();
    let stop = use_state_eq(|| None::<CellValues>);
    let (heights, widths) = (grid.rows.values.len(), grid.columns.values.len());
    let last = (heights.saturating_sub(1), widths.saturating_sub(1));
    let tab_stop = stop.and_then(|case| grid.find(case)).or(*current).unwrap_or((0, 0));

    let onmouseover = use_callback((on_point.clone(), grid.clone()), |event: MouseEvent, (on_point, grid)| {
        on_point.emit(case_of(&event, grid));
    });
    let onmouseleave = use_callback(on_point.clone(), |_: MouseEvent, on_point| on_point.emit(None));
    let onfocusout = use_callback(on_point.clone(), |_: FocusEvent, on_point| on_point.emit(None));
    let onfocusin =
        use_callback((on_point.clone(), stop.setter(), grid.clone()), |event: FocusEvent, (on_point, stop, grid)| {
            stop.set(case_of(&event, grid));
            on_point.emit(case_of(&event, grid));
        });
    let onclick = use_callback((on_choose.clone(), grid.clone()), |event: MouseEvent, (on_choose, grid)| {
        if let Some(case) = case_of(&event, grid) {
            on_choose.emit(case);
        }
    });
    let needs = (node.clone(), on_choose.clone(), grid.clone(), last);
    let onkeydown = use_callback(needs, |event: KeyboardEvent, (node, on_choose, grid, last)| {
        let Some(place) = read_place(&event) else { return };
        let Some(next) = cell_after(&event, place, *last) else { return };
        event.prevent_default();
        focus_inside(node, &format!("[{PLACE}='{}']", attribute(next)));
        if let Some(case) = grid.values(next) {
            on_choose.emit(case);
        }
    });

    let locale = style.locale;
    // For paper, which has space for the slide's tables and the current case.
    let is_large = heights > 10 || widths > 8;
    html! {
        <div class={classes!("what-if__table", is_large.then_some("what-if__table--large"))}>
            // Outside the scrolling element, so that it wraps at the edge of the screen.
            <p class="table__caption" id="table-caption" translate="no">
                { words::caption(&names.output, &names.rows_unit, &names.columns_unit, locale) }
            </p>
            <div class={format!("what-if__scroll {}", widths_of(grid, style))} role="region" aria-labelledby="table-caption" {onmouseleave}>
                <table class="table" role="grid" aria-labelledby="table-caption" translate="no" ref={node} {onmouseover} {onfocusin} {onfocusout} {onclick} {onkeydown}>
                    <colgroup>
                        <col />
                        { for (0..widths).map(|column| html! {
                            <col key={column} class={classes!(is_at(pointed.map(|at| at.1), column).then_some("table__crossed"))} />
                        }) }
                    </colgroup>
                    <thead>
                        <tr>
                            <td key="corner"></td>
                            { for grid.columns.values.iter().map(|value| html! {
                                <th key={value.to_string()} scope="col">
                                    { head(grid.columns.field.quote(*value), beside.1 == Some(*value), locale) }
                                </th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for (0..heights).map(|row| {
                            let in_row = |place: Option<CellIndex>| place.filter(|at| at.0 == row).map(|at| at.1);
                            let value = grid.rows.values.get(row).copied().unwrap_or_default();
                            html! {
                                <Row key={value.to_string()} is_now={beside.0 == Some(value)} grid={grid.clone()} {row} current={in_row(*current)}
                                    pointed={in_row(*pointed)} tab_stop={in_row(Some(tab_stop))} style={*style} />
                            }
                        }) }
                    </tbody>
                </table>
            </div>
            { misprints(grid, style) }
        </div>
    }
}

/// The classes of the widest row header and the widest cell. On a narrow screen all cells have the same width, so that
/// the table is never cut off inside a cell: half a figure next to a row header would read as another figure.
fn widths_of(grid: &Grid, style: &Style) -> String {
    let figure = |value: Decimal| width(&grid.output.figure_to(value, grid.precision, style));
    let cells = grid.cells.iter().flatten().map(|cell| cell.map_or(REASON, figure));
    let columns = grid.columns.values.iter().map(|value| width(&grid.columns.field.quote(*value)));
    let heads = grid.rows.values.iter().map(|value| width(&grid.rows.field.quote(*value)));
    let (cell, head) = (cells.chain(columns).max().unwrap_or_default(), heads.max().unwrap_or_default());
    format!("what-if__head-{} what-if__cell-{}", head.clamp(MIN, HEAD), cell.clamp(MIN, MAX))
}

/// The width of a figure, in half digits. A percent sign and a Chinese unit are wider than a digit.
fn width(figure: &str) -> usize {
    let halves = |letter: char| match letter {
        ',' | '.' | '-' => 1,
        '%' => 3,
        letter if letter.is_ascii() => 2,
        _ => 3,
    };
    figure.chars().map(halves).sum()
}

/// The minimum and maximum that the style sheet has classes for; anything longer wraps.
const MIN: usize = 6;
const HEAD: usize = 20;
const MAX: usize = 36;

/// The width of a reason in half digits, on several lines.
const REASON: usize = 18;

fn case_of(event: &Event, grid: &Grid) -> Option<CellValues> {
    grid.values(read_place(event)?)
}

fn is_at(place: Option<usize>, here: usize) -> bool {
    place == Some(here)
}

/// The cell that a key moves to; `None` for keys without an effect here.
fn cell_after(event: &KeyboardEvent, place: CellIndex, last: CellIndex) -> Option<CellIndex> {
    let (key, is_whole) = (event.key(), event.ctrl_key());
    match key.as_str() {
        _ if event.alt_key() || event.meta_key() || event.shift_key() => None,
        "Enter" | " " if !is_whole => Some(place),
        key => after_key(key, is_whole, place, last, None),
    }
}

fn misprints(grid: &Grid, style: &Style) -> Html {
    if grid.misprints.is_empty() {
        return Html::default();
    }
    let (rows, columns, locale) = (grid.rows.field, grid.columns.field, style.locale);
    let note = |(index, misprint): (usize, &abacus_core::calculator::what_if::Misprint)| {
        let place = grid.find((misprint.row, misprint.column))?;
        let [exact, printed] = [grid.cell(place)?.ok()?, misprint.printed]
            .map(|value| grid.output.figure_to(value, grid.precision, style));
        let (row, column) = (rows.quote(misprint.row), columns.quote(misprint.column));
        Some(html! {
            <li key={index}>
                <span class="table__mark">{ mark(index) }</span>{ " " }
                { words::misprint(&row, &column, &printed, &exact, misprint.reason.get(locale), locale) }
            </li>
        })
    };
    html! { <ul class="what-if__notes" translate="no">{ for grid.misprints.iter().enumerate().filter_map(note) }</ul> }
}
