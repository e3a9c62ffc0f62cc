//! The print-only content of the page: the inputs as a plain list, the conventions unfolded, the date, the link and its
//! QR code.

use abacus_core::calculator::audience::shared_fields;
use abacus_core::calculator::field::{Field, Kind, Part};
use abacus_core::calculator::{Calculator, Inputs, Spec};
use yew::prelude::*;

use crate::calculator::form::Form;
use crate::calculator::paper::words;
use crate::calculator::parts::wording;
use crate::calculator::share::qr::qr_code;
use crate::calculator::what_if::use_deferred;
use crate::calculator::words as page_words;
use crate::shell::session::Session;
use crate::shell::today::use_today;

/// Above result and working: the inputs, without confidential ones for a customer.
pub fn print_head(session: &Session, calculator: &'static dyn Calculator, form: &Form) -> Html {
    let (spec, for_customer) = (calculator.spec(), form.is_for_customer());
    let shared = if for_customer { shared_fields(calculator, form.allowed()) } else { Vec::new() };
    let is_shown = |field: &&Field| if for_customer { shared.contains(field) } else { is_on_paper(form, field) };
    html! {
        <section class="print-only print-inputs">
            <h2 class="section-title">{ session.text(words::INPUTS) }</h2>
            { input_list(session, spec, form.inputs(), spec.fields.iter().filter(is_shown)) }
        </section>
    }
}

/// Whether an input is printed: a professional one only if it is used.
pub(super) fn is_on_paper(form: &Form, field: &Field) -> bool {
    let is_solved_for = form.solving().is_some_and(|solving| solving.unknown == field);
    field.part == Part::Slide || form.inputs().get(field.key) != Some(field.default) || is_solved_for
}

pub(super) fn input_list(
    session: &Session,
    spec: &Spec,
    inputs: &Inputs,
    fields: impl Iterator<Item = &'static Field>,
) -> Html {
    html! {
        <dl class="print-inputs__list" translate="no">
            { for fields.map(|field| html! {
                <div class="print-inputs__input" key={field.key}>
                    <dt>{ session.text(spec.label(field, inputs)) }</dt>
                    <dd>{ shown_value(session, field, inputs) }</dd>
                </div>
            }) }
        </dl>
    }
}

/// A value with its currency or unit, or the name of the choice.
pub(in crate::calculator) fn shown_value(session: &Session, field: &Field, inputs: &Inputs) -> String {
    let value = inputs.get(field.key).unwrap_or(field.default);
    match (field.kind, field.chosen(value)) {
        (_, Some(choice)) => session.text(choice.label).to_owned(),
        (Kind::Money, None) => {
            format!("{}{} {}", session.style.sign(), field.quote(value), field.unit.label(session.locale))
        }
        _ => format!("{} {}", field.quote(value), field.unit.label(session.locale)),
    }
}

/// Below them: conventions and source; date, link and QR code.
pub fn print_foot(session: &Session, calculator: &'static dyn Calculator, form: &Form) -> Html {
    let spec = calculator.spec();
    let link = session.public_link(&form.shown_fragment()).map(AttrValue::from);
    html! {
        <section class="print-only print-notes">
            <h2 class="section-title">{ session.text(page_words::CONVENTIONS) }</h2>
            <ul>
                <li>{ session.text(wording(calculator, form).caveat) }</li>
                { for spec.conventions.iter().map(|convention| html! { <li>{ session.text(*convention) }</li> }) }
                <li>{ session.text(spec.source) }</li>
            </ul>
            <dl class="print-notes__origin" translate="no">
                <dt>{ session.text(words::DATE) }</dt>
                <dd><Today session={session.clone()} /></dd>
                if let Some(link) = &link {
                    <dt>{ session.text(words::LINK) }</dt>
                    <dd>{ link.clone() }</dd>
                }
            </dl>
            if let Some(link) = link {
                <Code session={session.clone()} {link} />
            }
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct TodayProps {
    session: Session,
}

/// The date of printing: the page may have been open for longer.
#[component]
fn Today(props: &TodayProps) -> Html {
    use_today(&props.session.ports.host).to_string().into()
}

#[derive(PartialEq, Properties)]
struct CodeProps {
    session: Session,
    link: AttrValue,
}

/// The QR code of the link. It is updated a frame later, so that typing does not wait for it.
#[component]
fn Code(props: &CodeProps) -> Html {
    let CodeProps { session, link } = props;
    let link = use_deferred(&session.ports.host, link);
    let code = use_memo((link, session.locale), |(link, locale)| qr_code(link, *locale));
    (*code).clone().unwrap_or_default()
}
