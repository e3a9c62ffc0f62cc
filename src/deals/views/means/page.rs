use abacus_core::date::Date;
use abacus_deals::view::{BookLocation, Meetings, Rows, Scope, View};
use yew::prelude::*;

use crate::deals::views::means::actual::actual_table;
use crate::deals::views::means::plan::plan_table;
use crate::deals::views::means::state::UsePlan;
use crate::deals::views::means::words;
use crate::deals::views::scope_choices::{ScopeContext, salesperson_choice};
use crate::shell::session::Session;
use crate::shell::stored_value::use_stored_value;

#[derive(PartialEq, Properties)]
pub(in crate::deals::views) struct MeansProps {
    pub(in crate::deals::views) session: Session,
    pub(in crate::deals::views) rows: Rows,
    pub(in crate::deals::views) scope: Scope,
    pub(in crate::deals::views) today: Date,
    pub(in crate::deals::views) replace: Callback<BookLocation>,
}

/// There is one plan for the whole book; the meetings are those of everybody or of one salesperson.
#[component]
pub(in crate::deals::views) fn MeansView(props: &MeansProps) -> Html {
    let MeansProps { session, rows, scope, today, replace } = props;
    let locale = session.locale;
    let used: UsePlan = use_stored_value(&session.ports);
    let meetings = Meetings::of(rows, scope, *today);
    html! {
        <>
            <p class="lead">{ words::LEAD.get(locale) }</p>
            { plan_table(&used, &session.ports, locale) }
            { salesperson_choice(&ScopeContext { session, view: View::Resources, replace }, rows, scope) }
            { actual_table(&meetings, &used.value, locale) }
        </>
    }
}
