//! What if: any result over any two inputs, as a table and as a chart of the same figures.

mod axes;
mod chart;
mod names;
mod plot;
mod row;
pub mod state;
mod table;
mod words;

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::sensitivity::CellValues;
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::what_if::axes::Axes;
use crate::calculator::what_if::chart::Chart;
use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::state::WhatIf as State;
pub use crate::calculator::what_if::state::use_what_if;
use crate::calculator::what_if::table::Table;

/// The callback must be stable.
#[derive(PartialEq, Properties)]
pub struct WhatIfProps {
    /// What they are about.
    pub state: UseReducerHandle<State>,
    pub inputs: Inputs,
    pub style: Style,
    /// The user chose a case: values for the two inputs, each within its bounds.
    pub on_set: Callback<Vec<(&'static str, Decimal)>>,
}

#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let WhatIfProps { state, inputs, style, on_set } = props;
    let (style, locale, plan) = (*style, props.style.locale, state.plan());

    // The current case is marked in the chart without changing its axes; the table makes room for it.
    let grid = use_memo((plan.clone(), plan.around(inputs)), |(plan, around)| plan.grid(around));
    let table =
        use_memo((plan.clone(), grid.clone(), inputs.clone()), |(plan, grid, inputs)| plan.including(grid, inputs));
    let names = Names::of(plan, inputs, &style);
    let evaluations = use_memo((plan.calculator, inputs.clone()), |(calculator, inputs)| calculator.evaluate(inputs));
    let evaluation =
        evaluations.iter().find(|evaluation| evaluation.output == plan.output).map(|evaluation| evaluation.value);
    let [row, column] = [&plan.rows, &plan.columns].map(|side| inputs.get(side.field.key).unwrap_or_default());
    let current = table.current(inputs);
    let line = grid.rows.values.iter().position(|value| *value == row);
    let is_across = grid.columns.values.contains(&column);
    let beside = (line.is_none().then_some(row), (!is_across).then_some(column));

    let pointed = use_state_eq(|| None::<CellValues>);
    let on_point = use_callback(pointed.setter(), |case, pointed| pointed.set(case));
    let sides = (plan.rows.field.key, plan.columns.field.key);
    let on_choose = use_callback((sides, on_set.clone()), |(row, column): CellValues, ((rows, columns), on_set)| {
        on_set.emit(vec![(rows, row), (columns, column)]);
    });

    // A table that has become smaller may not have the cell pointed at.
    let pointed_at = pointed.and_then(|case| table.find(case));
    let here = pointed_at.and_then(|place| names.case_at(&table, place, &style));
    let now = evaluation.map(|evaluation| names.case(&grid, (row, column), evaluation, &style));
    html! {
        <section class="what-if" aria-labelledby="what-if-title">
            <h2 class="section-title" id="what-if-title">{ words::TITLE.get(locale) }</h2>
            <Axes state={state.clone()} inputs={inputs.clone()} {locale} />
            <p class="what-if__case">
                if let Some(here) = here.clone().filter(|_| pointed_at != current) {
                    <span class="what-if__here">{ words::POINTED.get(locale) }{ here }</span>
                } else if let Some(now) = now {
                    { words::NOW.get(locale) }<strong>{ now }</strong>
                }
            </p>
            <div class="what-if__views">
                <Table grid={table} {beside} names={names.clone()} {current} pointed={pointed_at} {style}
                    on_point={on_point.clone()} on_choose={on_choose.clone()} />
                <Chart pointed={pointed.and_then(|case| grid.find(case))} current={grid.current(inputs)}
                    {line} {grid} {names} {style} now={evaluation.and_then(Result::ok).map(|value| (column, value))}
                    {here} {on_point} {on_choose} />
            </div>
            <p class="what-if__how">{ words::HOW.get(locale) }</p>
        </section>
    }
}
