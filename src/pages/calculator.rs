//! The one page that every calculator has.

use abacus_core::calculator::Calculator;
use yew::prelude::*;

use crate::components::link_problems::link_problems;
use crate::components::slide_table::SlideTable;
use crate::components::tool::Tool;
use crate::state::form::use_form;
use crate::state::session::Session;
use crate::text::calculator as words;

/// Which calculator.
#[derive(PartialEq, Properties)]
pub struct CalculatorPageProps {
    /// The session.
    pub session: Session,
    /// The calculator.
    pub calculator: &'static dyn Calculator,
}

/// The page of one calculator.
#[component]
pub fn CalculatorPage(props: &CalculatorPageProps) -> Html {
    let CalculatorPageProps { session, calculator } = props;
    let calculator = *calculator;
    let form = use_form(calculator, &session.ports);
    let spec = calculator.spec();
    html! {
        <article class="calculator">
            <header class="calculator__header">
                <h1>{ session.say(spec.title) }</h1>
                <p class="lead">{ session.say(spec.purpose) }</p>
            </header>
            { link_problems(spec, form.problems(), session.locale) }
            <Tool {calculator} form={form.clone()} locale={session.locale} />
            <SlideTable {calculator} inputs={form.inputs().clone()} locale={session.locale} />
            <details class="conventions">
                <summary>{ session.say(words::CONVENTIONS) }</summary>
                <ul>{ for spec.conventions.iter().map(|convention| html! { <li>{ session.say(*convention) }</li> }) }</ul>
                <p>{ session.say(spec.source) }</p>
            </details>
        </article>
    }
}
