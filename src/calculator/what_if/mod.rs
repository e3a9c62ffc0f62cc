//! What if: any result over any two inputs, as a table and as a chart of the same function.

mod axes;
mod bubble;
mod chart;
mod chart_data;
mod chart_input;
mod deferred;
mod drag;
mod labels;
mod names;
mod plot;
mod row;
pub mod state;
mod table;
mod views;
mod words;

use abacus_core::calculator::Inputs;
use abacus_core::calculator::sensitivity::Plan;
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::fold::summary;
use crate::calculator::form::FormAction;
use crate::calculator::what_if::axes::Axes;
pub(super) use crate::calculator::what_if::deferred::use_deferred;
use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::state::WhatIf as State;
pub use crate::calculator::what_if::state::use_what_if;
use crate::calculator::what_if::views::{Views, use_views};
use crate::calculator::words as page_words;
use crate::shell::event::is_open;
use crate::shell::ports::{Ports, Room};
use crate::shell::session::Session;

/// A description of what the table shows.
pub(super) fn caption(plan: &Plan, inputs: &Inputs, style: &Style) -> String {
    let names = Names::of(plan, inputs, style);
    words::caption(&names.output, &names.rows_unit, &names.columns_unit, style.locale)
}

/// The callback must be stable.
#[derive(PartialEq, Properties)]
pub struct WhatIfProps {
    pub session: Session,
    pub state: UseReducerHandle<State>,
    pub inputs: Inputs,
    /// For the initial state of the table, and for the chart beside the form.
    pub room: Room,
    pub act: Callback<FormAction>,
}

/// Updates after the result has been painted.
#[component]
pub fn WhatIf(props: &WhatIfProps) -> Html {
    let WhatIfProps { session, state, inputs, room, act } = props;
    let inputs = use_deferred(&session.ports.host, inputs);
    html! { <Sections ports={session.ports.clone()} state={state.clone()} {inputs} style={session.style} room={*room} act={act.clone()} /> }
}

/// The callback must be stable.
#[derive(PartialEq, Properties)]
struct SectionsProps {
    ports: Ports,
    state: UseReducerHandle<State>,
    inputs: Inputs,
    style: Style,
    room: Room,
    act: Callback<FormAction>,
}

/// The table, which can be folded, and the chart.
#[component]
fn Sections(props: &SectionsProps) -> Html {
    let SectionsProps { ports, state, inputs, style, room, act } = props;
    let (locale, plan) = (style.locale, state.plan());
    let has_columns = *room != Room::Narrow;
    let unfolded = use_state_eq(|| has_columns);
    let ontoggle = use_callback(unfolded.setter(), |event: Event, unfolded| unfolded.set(is_open(&event)));
    let views = use_views(plan, inputs, *style, (*unfolded || has_columns).then_some(*room), act);

    let sides = Names::of(plan, inputs, style).sides();
    let summary =
        summary("what-if-title", page_words::WHAT_IF, html! { <span translate="no">{ sides }</span> }, locale);
    let Some(Views { case, table, chart }) = views else {
        // The same elements as below, so that the one being unfolded stays.
        return html! {
            <>
                <section key="table" class="what-if" aria-labelledby="what-if-title">
                    <details class="fold" open={*unfolded} {ontoggle}>{ summary }</details>
                </section>
            </>
        };
    };
    let table = html! {
        <section key="table" class="what-if" aria-labelledby="what-if-title">
            <details class="fold" open={*unfolded} {ontoggle}>
                { summary }
                <div class="fold__body">
                    <Axes ports={ports.clone()} state={state.clone()} inputs={inputs.clone()} currency={style.currency} {locale} />
                    { case }
                    { table }
                    <p class="what-if__how">{ words::HOW.get(locale) }</p>
                </div>
            </details>
        </section>
    };
    let chart = html! { <section key="chart" class="curve" aria-label={words::CURVE.get(locale)}>{ chart }</section> };
    // In reading order: on a desktop the chart is beside the form, above the table.
    if has_columns {
        html! { <>{ chart }{ table }</> }
    } else {
        html! { <>{ table }{ chart }</> }
    }
}

/// The callback must be stable.
#[derive(PartialEq, Properties)]
pub struct SharedWhatIfProps {
    /// The plan; for a customer, what they may see.
    pub plan: Plan,
    pub inputs: Inputs,
    pub style: Style,
    pub act: Callback<FormAction>,
    #[prop_or(true)]
    pub has_table: bool,
    #[prop_or(true)]
    pub has_chart: bool,
}

/// Chart and table without controls.
#[component]
pub fn SharedWhatIf(props: &SharedWhatIfProps) -> Html {
    let SharedWhatIfProps { plan, inputs, style, act, has_table, has_chart } = props;
    let Some(Views { case, table, chart }) = use_views(plan, inputs, *style, Some(Room::Narrow), act) else {
        return Html::default();
    };
    let [chart, table] = [(*has_chart, chart), (*has_table, table)].map(|(has, view)| has.then_some(view));
    html! { <>{ case }{ for chart }{ for table }</> }
}
