//! The one page that every calculator has.

use abacus_core::calculator::Calculator;
use abacus_core::calculator::audience::shared_outputs;
use abacus_core::sheet::TableAxes;
use yew::prelude::*;

use crate::components::keys::Keys;
use crate::components::link_problems::link_problems;
use crate::components::settings::Settings;
use crate::components::tool::Tool;
use crate::components::what_if::WhatIf;
use crate::pages::print_sheet::{print_foot, print_head};
use crate::pages::scenarios::Scenarios;
use crate::pages::share::Share;
use crate::state::form::{FormAction, use_form};
use crate::state::keys::use_keys;
use crate::state::session::Session;
use crate::state::what_if::use_what_if;
use crate::text::calculator as words;

#[derive(PartialEq, Properties)]
pub struct CalculatorPageProps {
    pub session: Session,
    pub calculator: &'static dyn Calculator,
}

#[component]
pub fn CalculatorPage(props: &CalculatorPageProps) -> Html {
    let CalculatorPageProps { session, calculator } = props;
    let calculator = *calculator;
    let form = use_form(calculator, &session.ports, true);
    let what_if = use_what_if(calculator);
    let on_set = use_callback(form.dispatcher(), |values, form| form.dispatch(FormAction::Set(values)));
    let keys = use_state_eq(|| false);
    let on_keys = use_callback(keys.setter(), |(), keys| keys.set(true));
    let on_close = use_callback(keys.setter(), |(), keys| keys.set(false));
    use_keys(&form, &session.ports, &on_keys);
    let spec = calculator.spec();
    let on_open = use_callback(form.dispatcher(), |fragment, form| form.dispatch(FormAction::Load(fragment)));
    let for_customer = form.is_for_customer();
    // Some calculators have nothing for a customer, and then nothing surrounds them either.
    let is_empty = for_customer && shared_outputs(calculator).is_empty();
    let (inputs, fragment) = (form.inputs().clone(), AttrValue::from(form.shown_fragment()));
    html! {
        <article class="calculator">
            <header class="calculator__header">
                <h1>{ session.say(spec.title) }</h1>
                <p class="lead">{ session.say(spec.purpose) }</p>
            </header>
            // A part of the link may concern confidential figures.
            { link_problems(spec, if for_customer { &[] } else { form.problems() }, session.locale) }
            { print_head(session, calculator, &inputs, for_customer) }
            <Tool {calculator} form={form.clone()} has_customer_view={true} style={session.style} />
            if !is_empty {
                <Share session={session.clone()} {calculator} inputs={inputs.clone()} evaluations={form.evaluations().to_vec()}
                    fragment={fragment.clone()} axes={TableAxes::from(what_if.plan())} {for_customer} stale={form.stale()} />
            }
            if !for_customer {
                <WhatIf state={what_if} inputs={inputs.clone()} style={session.style} {on_set} />
                <Scenarios session={session.clone()} {calculator} {inputs} stale={form.stale()} {on_open} />
            }
            <Settings style={session.style} set_style={session.set_style.clone()} on_keys={on_keys} />
            <Keys open={*keys} locale={session.locale} on_close={on_close} />
            <details class="conventions" hidden={is_empty}>
                <summary>{ session.say(words::CONVENTIONS) }</summary>
                <ul>{ for spec.conventions.iter().map(|convention| html! { <li>{ session.say(*convention) }</li> }) }</ul>
                <p>{ session.say(spec.source) }</p>
            </details>
            { print_foot(session, calculator, &fragment, is_empty) }
        </article>
    }
}
