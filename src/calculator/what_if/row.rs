//! One row of the what-if table: rendered again only when something in it changes.

use std::rc::Rc;

use abacus_core::calculator::sensitivity::{CellIndex, Grid};
use abacus_core::number::format::{Style, machine};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::what_if::words;
use crate::shell::event::closest_attribute;

/// The attribute with the index of a cell, so that one listener serves all cells.
pub(super) const PLACE: &str = "data-place";

/// The content of [`PLACE`].
pub(super) fn attribute((row, column): CellIndex) -> String {
    format!("{row} {column}")
}

pub(super) fn read_place(event: &Event) -> Option<CellIndex> {
    let attribute = closest_attribute(event, PLACE)?;
    let (row, column) = attribute.split_once(' ')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// The mark that refers to a cell's note.
pub(super) fn mark(index: usize) -> String {
    format!("※{}", index.saturating_add(1))
}

/// The header of a row or a column, marked if it exists only for the current case.
pub(super) fn head(value: String, is_now: bool, locale: Locale) -> Html {
    if is_now {
        html! { <span class="table__beside">{ value }<span class="table__now">{ words::CURRENT.get(locale) }</span></span> }
    } else {
        value.into()
    }
}

/// Cells are identified by their columns.
#[derive(Properties)]
pub(super) struct RowProps {
    pub(super) grid: Rc<Grid>,
    pub(super) row: usize,
    /// Whether the row exists only for the current case.
    pub(super) is_now: bool,
    pub(super) current: Option<usize>,
    pub(super) pointed: Option<usize>,
    /// The cell that is the tab stop.
    pub(super) tab_stop: Option<usize>,
    pub(super) style: Style,
}

// Compares only what the row shows: most rows stay the same while the current case moves.
impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        let (one, two, row) = (&self.grid, &other.grid, self.row);
        let marks = |props: &Self| (props.row, props.is_now, props.current, props.pointed, props.tab_stop, props.style);
        let shows = |grid: &Grid| {
            let value = grid.rows.values.get(row).copied();
            (grid.rows.field.key, value, grid.columns.field.key, grid.output.key, grid.precision, grid.misprints.len())
        };
        marks(self) == marks(other)
            && (Rc::ptr_eq(one, two)
                || (shows(one) == shows(two)
                    && one.columns.values == two.columns.values
                    && one.cells.get(row) == two.cells.get(row)))
    }
}

#[component]
pub(super) fn Row(props: &RowProps) -> Html {
    let RowProps { grid, row, .. } = props;
    let value = grid.rows.values.get(*row).map(|value| grid.rows.field.quote(*value));
    let columns = grid.columns.values.iter().enumerate();
    html! {
        <tr class={classes!(props.pointed.is_some().then_some("table__crossed"))}>
            <th key="head" scope="row">{ head(value.unwrap_or_default(), props.is_now, props.style.locale) }</th>
            { for columns.map(|(column, value)| cell(props, column, value.to_string())) }
        </tr>
    }
}

/// A cell keeps its element, and with it the focus, while columns appear and disappear beside it.
fn cell(props: &RowProps, column: usize, key: String) -> Html {
    let RowProps { grid, row, style, .. } = props;
    let place = (*row, column);
    let is = |marked: Option<usize>| marked == Some(column);
    let note = grid.misprint(place);
    let class = classes!(
        is(props.current).then_some("table__current"),
        is(props.pointed).then_some("table__pointed"),
        note.is_some().then_some("table__misprint")
    );
    html! {
        <td {key} {class} data-place={attribute(place)} tabindex={if is(props.tab_stop) { "0" } else { "-1" }}
            aria-current={is(props.current).then_some("true")}>
            { match grid.cell(place) {
                Some(Ok(value)) => html! {
                    <data value={machine(value)}>{ grid.output.figure_to(value, grid.precision, style) }</data>
                },
                Some(Err(reason)) => html! { <span class="table__none">{ grid.output.none(reason).get(style.locale) }</span> },
                None => Html::default(),
            } }
            if let Some(index) = note { <sup class="table__mark">{ mark(index) }</sup> }
            if is(props.current) { <span class="table__now">{ words::CURRENT.get(style.locale) }</span> }
        </td>
    }
}
