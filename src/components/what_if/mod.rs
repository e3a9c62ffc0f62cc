//! What if: any result over any two inputs, as a table and as a chart of the same figures.

mod axes;
mod chart;
mod names;
mod plot;
mod row;
mod table;

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::format::Style;
use abacus_core::sensitivity::Place;
use yew::prelude::*;

use self::axes::Axes;
use self::chart::Chart;
use self::names::Names;
use self::table::Table;
use crate::state::what_if::WhatIf as State;
use crate::text::what_if as words;

/// What table and chart need. The callback must be stable.
#[derive(PartialEq, Properties)]
pub struct WhatIfProps {
    /// What they are about.
    pub state: UseReducerHandle<State>,
    /// The figures of now.
    pub inputs: Inputs,
    /// How figures are shown.
    pub style: Style,
    /// The user chose a case: values for the two inputs, each within its bounds.
    pub on_set: Callback<Vec<(&'static str, Decimal)>>,
}

/// Table and chart with their controls.
#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let WhatIfProps { state, inputs, style, on_set } = props;
    let (style, locale, plan) = (*style, props.style.locale, state.plan());

    // The case of now lies in the table and does not change it.
    let grid = use_memo((plan.clone(), plan.around(inputs)), |(plan, around)| plan.grid(around));
    let names = Names::of(plan, inputs, &style);
    let outcomes = use_memo((plan.calculator, inputs.clone()), |(calculator, inputs)| calculator.evaluate(inputs));
    let outcome = outcomes.iter().find(|outcome| outcome.output == plan.output).map(|outcome| outcome.value);
    let [row, column] = [&plan.rows, &plan.columns].map(|side| inputs.get(side.field.key).unwrap_or_default());
    let current = grid.current(inputs);

    let pointed = use_state_eq(|| None::<Place>);
    let on_point = use_callback(pointed.setter(), |place, pointed| pointed.set(place));
    let on_choose = use_callback((grid.clone(), on_set.clone()), |place: Place, (grid, on_set)| {
        if let Some((row, column)) = grid.values(place) {
            on_set.emit(vec![(grid.rows.field.key, row), (grid.columns.field.key, column)]);
        }
    });

    // A table that has become smaller may no longer have what was pointed at.
    let here = pointed.and_then(|place| names.case_at(&grid, place, &style));
    let pointed = pointed.filter(|_| here.is_some());
    let now = outcome.map(|outcome| names.case(&grid, (row, column), outcome, &style));
    html! {
        <section class="what-if" aria-labelledby="what-if-title">
            <h2 class="section-title" id="what-if-title">{ words::TITLE.get(locale) }</h2>
            <Axes state={state.clone()} inputs={inputs.clone()} {locale} />
            <p class="what-if__case">
                if let Some(here) = here.clone().filter(|_| pointed != current) {
                    <span class="what-if__here">{ words::POINTED.get(locale) }{ here }</span>
                } else if let Some(now) = now {
                    { words::NOW.get(locale) }<strong>{ now }</strong>
                }
            </p>
            <div class="what-if__views">
                <Table grid={grid.clone()} names={names.clone()} {current} {pointed} {style}
                    on_point={on_point.clone()} on_choose={on_choose.clone()} />
                <Chart {grid} {names} {current} {pointed} {style} now={outcome.and_then(Result::ok).map(|value| (column, value))}
                    {here} {on_point} {on_choose} />
            </div>
            <p class="what-if__how">{ words::HOW.get(locale) }</p>
        </section>
    }
}
