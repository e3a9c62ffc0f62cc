//! What only paper shows: the inputs as a plain list, the conventions unfolded, the day, the link.

use abacus_core::calculator::audience::shared_fields;
use abacus_core::calculator::field::{Field, Kind};
use abacus_core::calculator::{Calculator, Inputs};
use yew::prelude::*;

use crate::calculator::form::Form;
use crate::calculator::share::words;
use crate::shell::session::Session;

/// Above result and working: the inputs, without confidential ones for a customer.
pub fn print_head(session: &Session, calculator: &'static dyn Calculator, form: &Form) -> Html {
    let (spec, inputs, for_customer) = (calculator.spec(), form.inputs(), form.is_for_customer());
    let shared = if for_customer { shared_fields(calculator) } else { Vec::new() };
    let fields = spec.fields.iter().filter(|field| !for_customer || shared.contains(field));
    html! {
        <section class="print-only print-inputs">
            <h2 class="section-title">{ session.say(words::INPUTS) }</h2>
            <dl class="print-inputs__list">
                { for fields.map(|field| html! {
                    <div class="print-inputs__input" key={field.key}>
                        <dt>{ session.say(spec.label(field, inputs)) }</dt>
                        <dd>{ shown_value(session, field, inputs) }</dd>
                    </div>
                }) }
            </dl>
        </section>
    }
}

/// A value with its currency or unit, or the name of the choice.
pub(super) fn shown_value(session: &Session, field: &Field, inputs: &Inputs) -> String {
    let value = inputs.get(field.key).unwrap_or(field.default);
    match (field.kind, field.chosen(value)) {
        (_, Some(choice)) => session.say(choice.label).to_owned(),
        (Kind::Money, None) => {
            format!("{}{} {}", session.style.sign(), field.quote(value), field.unit.label(session.locale))
        }
        _ => format!("{} {}", field.quote(value), field.unit.label(session.locale)),
    }
}

/// Below them: conventions and source; day and link.
pub fn print_foot(session: &Session, calculator: &'static dyn Calculator, fragment: &str) -> Html {
    let spec = calculator.spec();
    html! {
        <section class="print-only print-notes">
            <h2 class="section-title">{ session.say(words::NOTES) }</h2>
            <ul>
                <li>{ session.say(spec.caveat) }</li>
                { for spec.conventions.iter().map(|convention| html! { <li>{ session.say(*convention) }</li> }) }
                <li>{ session.say(spec.source) }</li>
            </ul>
            <dl class="print-notes__origin">
                <dt>{ session.say(words::DATE) }</dt>
                <dd>{ session.ports.host.today().to_string() }</dd>
                <dt>{ session.say(words::LINK) }</dt>
                <dd>{ session.public_link(fragment) }</dd>
            </dl>
        </section>
    }
}
