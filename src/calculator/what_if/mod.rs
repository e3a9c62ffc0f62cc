//! What if: any result over any two inputs, as a table and as a chart of the same figures.

mod axes;
mod chart;
mod names;
mod plot;
mod row;
pub mod state;
mod table;
mod words;

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::sensitivity::CellValues;
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::fold::summary;
use crate::calculator::what_if::axes::Axes;
use crate::calculator::what_if::chart::Chart;
use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::state::WhatIf as State;
pub use crate::calculator::what_if::state::use_what_if;
use crate::calculator::what_if::table::Table;
use crate::shell::event::is_open;

/// The callback must be stable.
#[derive(PartialEq, Properties)]
pub struct WhatIfProps {
    /// What they are about.
    pub state: UseReducerHandle<State>,
    pub inputs: Inputs,
    pub style: Style,
    /// Whether there is room for the table at first, and for the chart beside the form.
    pub is_wide: bool,
    /// The user chose a case: values for the two inputs, each within its bounds.
    pub on_set: Callback<Vec<(&'static str, Decimal)>>,
}

#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let WhatIfProps { state, inputs, style, is_wide, on_set } = props;
    let (style, locale, plan) = (*style, props.style.locale, state.plan());

    let unfolded = use_state_eq(|| *is_wide);
    let ontoggle = use_callback(unfolded.setter(), |event: Event, unfolded| unfolded.set(is_open(&event)));
    // What is folded is not computed.
    let is_drawn = *unfolded || *is_wide;

    // The current case is marked in the chart without changing its axes; the table makes room for it.
    let around = is_drawn.then(|| plan.around(inputs));
    let grid = use_memo((plan.clone(), around), |(plan, around)| Some(Rc::new(plan.grid(around.as_ref()?))));
    let table = use_memo((plan.clone(), grid.clone(), inputs.clone()), |(plan, grid, inputs)| {
        Some(Rc::new(plan.including((**grid).as_ref()?, inputs)))
    });
    let names = Names::of(plan, inputs, &style);
    let evaluations = use_memo((plan.calculator, inputs.clone()), |(calculator, inputs)| calculator.evaluate(inputs));
    let evaluation =
        evaluations.iter().find(|evaluation| evaluation.output == plan.output).map(|evaluation| evaluation.value);
    let pointed = use_state_eq(|| None::<CellValues>);
    let on_point = use_callback(pointed.setter(), |case, pointed| pointed.set(case));
    let sides = (plan.rows.field.key, plan.columns.field.key);
    let on_choose = use_callback((sides, on_set.clone()), |(row, column): CellValues, ((rows, columns), on_set)| {
        on_set.emit(vec![(rows, row), (columns, column)]);
    });

    let summary = summary("what-if-title", words::TITLE, names.sides().into(), locale);
    let Some((grid, table)) = (*grid).clone().zip((*table).clone()) else {
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
    let line = grid.rows.values.iter().position(|value| *value == row);
    let is_across = grid.columns.values.contains(&column);
    let beside = (line.is_none().then_some(row), (!is_across).then_some(column));
    // A table that has become smaller may not have the cell pointed at.
    let pointed_at = pointed.and_then(|case| table.find(case));
    let here = pointed_at.and_then(|place| names.case_at(&table, place, &style));
    let now = evaluation.map(|evaluation| names.case(&grid, (row, column), evaluation, &style));
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
                        <Table grid={table} {beside} names={names.clone()} {current} pointed={pointed_at} {style}
                            on_point={on_point.clone()} on_choose={on_choose.clone()} />
                        <p class="what-if__how">{ words::HOW.get(locale) }</p>
                    </div>
                </details>
            </section>
            <section class="curve" aria-label={words::CURVE.get(locale)}>
                <Chart pointed={pointed.and_then(|case| grid.find(case))} current={grid.current(inputs)}
                    {line} {grid} {names} {style} now={evaluation.and_then(Result::ok).map(|value| (column, value))}
                    {here} {on_point} {on_choose} />
            </section>
        </>
    }
}
