//! What if: any result over any two inputs, as a table and as a chart of the same function.

mod axes;
mod bubble;
mod chart;
mod drag;
mod hands;
mod labels;
mod names;
mod painted;
mod plot;
mod row;
pub mod state;
mod table;
mod words;

use std::rc::Rc;

use abacus_core::calculator::Inputs;
use abacus_core::calculator::curve::Line;
use abacus_core::calculator::sensitivity::CellValues;
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::form::FormAction;
use crate::calculator::what_if::axes::Axes;
use crate::calculator::what_if::chart::{Chart, Now};
use crate::calculator::what_if::hands::Dragged;
use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::painted::use_painted;
use crate::calculator::what_if::plot::Canvas;
use crate::calculator::what_if::state::WhatIf as State;
pub use crate::calculator::what_if::state::use_what_if;
use crate::calculator::what_if::table::Table;
use crate::shell::session::Session;

/// The callback must be stable.
#[derive(PartialEq, Properties)]
pub struct WhatIfProps {
    pub session: Session,
    /// What they are about.
    pub state: UseReducerHandle<State>,
    pub inputs: Inputs,
    pub act: Callback<FormAction>,
}

/// Follows the inputs once the result is painted.
#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let WhatIfProps { session, state, inputs, act } = props;
    let inputs = use_painted(&session.ports.host, inputs);
    html! { <Views state={state.clone()} {inputs} style={session.style} act={act.clone()} /> }
}

/// The callback must be stable.
#[derive(PartialEq, Properties)]
struct ViewsProps {
    state: UseReducerHandle<State>,
    inputs: Inputs,
    style: Style,
    act: Callback<FormAction>,
}

#[component]
fn Views(props: &ViewsProps) -> Html {
    let ViewsProps { state, inputs, style, act } = props;
    let (style, locale, plan) = (*style, props.style.locale, state.plan());

    // The current case is marked in the chart without changing its axes; the table makes room for it.
    let around = plan.around(inputs);
    let grid = use_memo((plan.clone(), around.clone()), |(plan, around)| plan.grid(around));
    let table =
        use_memo((plan.clone(), grid.clone(), inputs.clone()), |(plan, grid, inputs)| plan.including(grid, inputs));
    let canvas = use_memo((plan.clone(), around, grid.clone(), style), |(plan, around, grid, style)| {
        Canvas::of(plan, around, grid, style)
    });
    let line = use_memo((plan.clone(), inputs.clone(), canvas.clone()), |(plan, inputs, canvas)| {
        (**canvas).as_ref().map_or_else(Line::default, |canvas| canvas.line(plan, inputs))
    });
    let names = Names::of(plan, inputs, &style);
    let [row, column] = [&plan.rows, &plan.columns].map(|side| inputs.get(side.field.key).unwrap_or_default());
    let current = table.current(inputs);
    let result = current.and_then(|place| table.cell(place));
    let beside = [(&grid.rows, row), (&grid.columns, column)];
    let [row_beside, column_beside] =
        beside.map(|(side, value)| Some(value).filter(|value| !side.values.contains(value)));

    let pointed = use_state_eq(|| None::<CellValues>);
    let on_point = use_callback(pointed.setter(), |case, pointed| pointed.set(case));
    let sides = (plan.rows.field.key, plan.columns.field.key);
    let on_choose = use_callback((sides, act.clone()), |(row, column): CellValues, ((rows, columns), act)| {
        act.emit(FormAction::Set(vec![(rows, row), (columns, column)]));
    });
    // Consecutive values of one field are one step to undo, from one end of a change to the next.
    let on_drag = use_callback((sides.1, act.clone()), |dragged: Dragged, (columns, act)| match dragged {
        Dragged::To(value) => act.emit(FormAction::Set(vec![(columns, value)])),
        Dragged::Begins | Dragged::Ends => act.emit(FormAction::Commit(columns)),
    });

    // A table that has become smaller may not have the cell pointed at.
    let pointed_at = pointed.and_then(|case| table.find(case));
    let here = pointed_at.and_then(|place| names.case_at(&table, place, &style));
    let now = result.map(|result| names.case(&grid, (row, column), result, &style));
    let marked = Now { case: (row, column), result: result.and_then(Result::ok), line: Rc::clone(&line) };
    html! {
        <section class="what-if" aria-labelledby="what-if-title">
            <h2 class="section-title" id="what-if-title">{ words::TITLE.get(locale) }</h2>
            <Axes state={state.clone()} inputs={inputs.clone()} {locale} />
            <p class="what-if__case" translate="no">
                if let Some(here) = here.clone().filter(|_| pointed_at != current) {
                    <span class="what-if__here">{ words::POINTED.get(locale) }{ here }</span>
                } else if let Some(now) = now {
                    { words::NOW.get(locale) }<strong>{ now }</strong>
                }
            </p>
            <div class="what-if__views">
                <Table grid={table.clone()} beside={(row_beside, column_beside)} names={names.clone()} {current}
                    pointed={pointed_at} {style} on_point={on_point.clone()} on_choose={on_choose.clone()} />
                <Chart {grid} {canvas} {table} {names} now={marked} {current} pointed={pointed_at} {here} {style} {on_point}
                    {on_choose} {on_drag} />
            </div>
            <p class="what-if__how">{ words::HOW.get(locale) }</p>
        </section>
    }
}
