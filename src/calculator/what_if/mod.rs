//! What if: any result over any two inputs, as a table and as a chart of the same function.

mod axes;
mod bubble;
mod chart;
mod drawn;
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
use abacus_core::calculator::sensitivity::CellValues;
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::fold::summary;
use crate::calculator::form::FormAction;
use crate::calculator::what_if::axes::Axes;
use crate::calculator::what_if::chart::{Chart, Now};
use crate::calculator::what_if::drawn::{Drawn, use_drawn};
use crate::calculator::what_if::hands::Dragged;
use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::painted::use_painted;
use crate::calculator::what_if::state::WhatIf as State;
pub use crate::calculator::what_if::state::use_what_if;
use crate::calculator::what_if::table::Table;
use crate::shell::event::is_open;
use crate::shell::session::Session;

/// The callback must be stable.
#[derive(PartialEq, Properties)]
pub struct WhatIfProps {
    pub session: Session,
    /// What they are about.
    pub state: UseReducerHandle<State>,
    pub inputs: Inputs,
    /// Whether there is room for the table at first, and for the chart beside the form.
    pub is_wide: bool,
    pub act: Callback<FormAction>,
}

/// Follows the inputs once the result is painted.
#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let WhatIfProps { session, state, inputs, is_wide, act } = props;
    let inputs = use_painted(&session.ports.host, inputs);
    html! { <Views state={state.clone()} {inputs} style={session.style} {is_wide} act={act.clone()} /> }
}

/// The callback must be stable.
#[derive(PartialEq, Properties)]
struct ViewsProps {
    state: UseReducerHandle<State>,
    inputs: Inputs,
    style: Style,
    is_wide: bool,
    act: Callback<FormAction>,
}

/// The table, which can be folded, and the chart.
#[component]
fn Views(props: &ViewsProps) -> Html {
    let ViewsProps { state, inputs, style, is_wide, act } = props;
    let (style, locale, plan) = (*style, props.style.locale, state.plan());

    let unfolded = use_state_eq(|| *is_wide);
    let ontoggle = use_callback(unfolded.setter(), |event: Event, unfolded| unfolded.set(is_open(&event)));
    let drawn = use_drawn(plan, inputs, style, *unfolded || *is_wide);
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

    let names = Names::of(plan, inputs, &style);
    let summary = summary("what-if-title", words::TITLE, names.sides().into(), locale);
    let Some(Drawn { grid, table, canvas, line }) = drawn else {
        // The same elements as below: what is being unfolded stays.
        return html! {
            <>
                <section class="what-if" aria-labelledby="what-if-title">
                    <details class="fold" {ontoggle}>{ summary }</details>
                </section>
            </>
        };
    };
    let [row, column] = [&plan.rows, &plan.columns].map(|side| inputs.get(side.field.key).unwrap_or_default());
    let current = table.current(inputs);
    let result = current.and_then(|place| table.cell(place));
    let beside = [(&grid.rows, row), (&grid.columns, column)];
    let [row_beside, column_beside] =
        beside.map(|(side, value)| Some(value).filter(|value| !side.values.contains(value)));
    // A table that has become smaller may not have the cell pointed at.
    let pointed_at = pointed.and_then(|case| table.find(case));
    let here = pointed_at.and_then(|place| names.case_at(&table, place, &style));
    let now = result.map(|result| names.case(&grid, (row, column), result, &style));
    let marked = Now { case: (row, column), result: result.and_then(Result::ok), line: Rc::clone(&line) };
    html! {
        <>
            <section class="what-if" aria-labelledby="what-if-title">
                <details class="fold" open={*is_wide} {ontoggle}>
                    { summary }
                    <div class="fold__body">
                        <Axes state={state.clone()} inputs={inputs.clone()} {locale} />
                        <p class="what-if__case" translate="no">
                            if let Some(here) = here.clone().filter(|_| pointed_at != current) {
                                <span class="what-if__here">{ words::POINTED.get(locale) }{ here }</span>
                            } else if let Some(now) = now {
                                { words::NOW.get(locale) }<strong>{ now }</strong>
                            }
                        </p>
                        <Table grid={table.clone()} beside={(row_beside, column_beside)} names={names.clone()} {current}
                            pointed={pointed_at} {style} on_point={on_point.clone()} on_choose={on_choose.clone()} />
                        <p class="what-if__how">{ words::HOW.get(locale) }</p>
                    </div>
                </details>
            </section>
            <section class="curve" aria-label={words::CURVE.get(locale)}>
                <Chart {grid} {canvas} {table} {names} now={marked} {current} pointed={pointed_at} {here} {style} {on_point}
                    {on_choose} {on_drag} />
            </section>
        </>
    }
}
