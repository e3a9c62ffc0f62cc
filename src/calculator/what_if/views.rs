//! Table and chart of one plan, updated by the inputs, the mouse and the keys.

use std::rc::Rc;

use abacus_core::calculator::Inputs;
use abacus_core::calculator::sensitivity::{CellValues, Plan};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::form::FormAction;
use crate::calculator::what_if::chart::{Chart, Now};
use crate::calculator::what_if::chart_data::{ChartData, use_chart_data};
use crate::calculator::what_if::chart_input::BubbleDrag;
use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::table::Table;
use crate::calculator::what_if::words;
use crate::shell::ports::Room;

pub(super) struct Views {
    /// The current case, or the one pointed at, in words.
    pub(super) case: Html,
    pub(super) table: Html,
    pub(super) chart: Html,
}

/// `None` while neither is visible. The callback must be stable.
#[hook]
pub(super) fn use_views(
    plan: &Plan,
    inputs: &Inputs,
    style: Style,
    room: Option<Room>,
    act: &Callback<FormAction>,
) -> Option<Views> {
    let locale = style.locale;
    let drawn = use_chart_data(plan, inputs, style, room);
    let pointed = use_state_eq(|| None::<CellValues>);
    let on_point = use_callback(pointed.setter(), |case, pointed| pointed.set(case));
    let sides = (plan.rows.field.key, plan.columns.field.key);
    let on_choose = use_callback((sides, act.clone()), |(row, column): CellValues, ((rows, columns), act)| {
        act.emit(FormAction::Set(vec![(rows, row), (columns, column)]));
    });
    // Consecutive values of one field are one undo step, from one end of a change to the next.
    let on_drag = use_callback((sides.1, act.clone()), |dragged: BubbleDrag, (columns, act)| match dragged {
        BubbleDrag::To(value) => act.emit(FormAction::Set(vec![(columns, value)])),
        BubbleDrag::Begins | BubbleDrag::Ends => act.emit(FormAction::Commit(columns)),
    });

    let ChartData { grid, table, canvas, line } = drawn?;
    let names = Names::of(plan, inputs, &style);
    let [row, column] = [&plan.rows, &plan.columns].map(|axis| inputs.get(axis.field.key).unwrap_or_default());
    let current = table.current(inputs);
    let result = current.and_then(|place| table.cell(place));
    let beside = [(&grid.rows, row), (&grid.columns, column)];
    let [row_beside, column_beside] =
        beside.map(|(axis, value)| Some(value).filter(|value| !axis.values.contains(value)));
    // A table that has shrunk may no longer have the cell pointed at.
    let pointed_at = pointed.and_then(|case| table.find(case));
    let here = pointed_at.and_then(|place| names.case_at(&table, place, &style));
    let now = result.map(|result| names.case(&grid, (row, column), result, &style));
    let marked = Now { case: (row, column), result: result.and_then(Result::ok), line: Rc::clone(&line) };
    Some(Views {
        case: html! {
            <p class="what-if__case" translate="no">
                if let Some(here) = here.clone().filter(|_| pointed_at != current) {
                    <span class="what-if__here">{ words::POINTED.get(locale) }{ here }</span>
                } else if let Some(now) = now {
                    { words::NOW.get(locale) }<strong>{ now }</strong>
                }
            </p>
        },
        table: html! {
            <Table grid={table.clone()} beside={(row_beside, column_beside)} names={names.clone()} {current}
                pointed={pointed_at} {style} on_point={on_point.clone()} on_choose={on_choose.clone()} />
        },
        chart: html! {
            <Chart {grid} {canvas} {table} {names} now={marked} {current} pointed={pointed_at} {here} {style} {on_point}
                {on_choose} {on_drag} />
        },
    })
}
