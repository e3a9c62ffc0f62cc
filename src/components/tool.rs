//! Form, result and working of a calculator: what its page and its widget share.

use abacus_core::calculator::Calculator;
use abacus_core::text::Locale;
use yew::prelude::*;

use super::field::Field;
use super::result::Results;
use super::working::Working;
use crate::state::form::{Action, Form};
use crate::text::calculator as words;

/// What the tool needs.
#[derive(PartialEq, Properties)]
pub struct ToolProps {
    /// Whose form.
    pub calculator: &'static dyn Calculator,
    /// Its state.
    pub form: UseReducerHandle<Form>,
    /// The language.
    pub locale: Locale,
}

/// Form, result and working.
#[component]
pub fn Tool(props: &ToolProps) -> Html {
    let ToolProps { calculator, form, locale } = props;
    let (calculator, locale) = (*calculator, *locale);
    let active = use_state_eq(|| None::<&'static str>);

    // Stable for the life of the page, so that a keystroke renders one field and no other.
    let dispatcher = form.dispatcher();
    let on_type =
        use_callback(dispatcher.clone(), |(key, text), dispatcher| dispatcher.dispatch(Action::Type(key, text)));
    let on_commit = use_callback(dispatcher.clone(), |key, dispatcher| dispatcher.dispatch(Action::Commit(key)));
    let on_reset = use_callback(dispatcher, |_: MouseEvent, dispatcher| dispatcher.dispatch(Action::Reset));
    let on_active = use_callback(active.setter(), |key, setter| setter.set(key));
    let onsubmit = use_callback((), |event: SubmitEvent, ()| event.prevent_default());

    html! {
        <div class="tool">
            <section class="tool__result" aria-labelledby="result-title">
                <h2 class="visually-hidden" id="result-title">{ words::RESULT.get(locale) }</h2>
                <Results outcomes={form.outcomes().to_vec()} stale={form.is_stale()}
                    caveat={calculator.spec().caveat.get(locale)} {locale} />
            </section>
            <form class="tool__form" aria-labelledby="form-title" novalidate=true {onsubmit}>
                <h2 class="section-title" id="form-title">{ words::INPUTS.get(locale) }</h2>
                { for form.entries().iter().map(|entry| html! {
                    <Field key={entry.field.key} field={entry.field} text={entry.text.clone()} error={entry.error}
                        active={*active == Some(entry.field.key)} {locale} on_type={on_type.clone()}
                        on_commit={on_commit.clone()} on_active={on_active.clone()} />
                }) }
                <button type="button" class="button button--quiet" onclick={on_reset}>{ words::RESET.get(locale) }</button>
            </form>
            <section class="tool__working" aria-labelledby="working-title">
                <h2 class="section-title" id="working-title">{ words::WORKING.get(locale) }</h2>
                <Working {calculator} inputs={form.inputs().clone()} outcomes={form.outcomes().to_vec()}
                    active={*active} {on_active} {locale} />
            </section>
        </div>
    }
}
