//! What covers the results until they are guessed, or asked for.

use abacus_core::Decimal;
use abacus_core::calculator::{Evaluation, Output};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::frame::words;
use crate::shell::event::typed;
use crate::shell::field_errors::field_error;

#[derive(PartialEq, Properties)]
pub(super) struct CoverProps {
    /// The headline.
    pub(super) output: &'static Output,
    pub(super) style: Style,
    /// With the guess, if there is one.
    pub(super) on_reveal: Callback<Option<Decimal>>,
}

#[component]
pub(super) fn Cover(props: &CoverProps) -> Html {
    let CoverProps { output, style, on_reveal } = props;
    let (locale, wanted) = (style.locale, output.wanted());
    let text = use_state_eq(String::new);
    let error = use_state_eq(|| None);
    let oninput = {
        let text = text.setter();
        move |event: InputEvent| text.set(typed(&event))
    };
    let onsubmit = {
        let (text, error, on_reveal) = (text.clone(), error.setter(), on_reveal.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            match wanted.parse(&text) {
                Ok(guess) => on_reveal.emit(Some(guess)),
                Err(why) => error.set(Some(why)),
            }
        }
    };
    let show = on_reveal.reform(|_: MouseEvent| None);
    html! {
        // What is guessed would be lost by a reload, and is no figure of the form.
        <form class="cover" novalidate=true {onsubmit}>
            <label class="field__label" for="guess">{ words::ask(output.label.get(locale), locale) }</label>
            <div class="field__box">
                <input class="field__input" id="guess" type="text" inputmode="decimal" autocomplete="off" {oninput}
                    aria-invalid={error.is_some().then_some("true")} aria-describedby="guess-error" />
            </div>
            <p class="field__error" id="guess-error" role="alert" translate="no" hidden={error.is_none()}>
                { error.map(|why| field_error(&wanted, why, locale)).unwrap_or_default() }
            </p>
            <p class="cover__actions">
                <button class="button">{ words::COMPARE.get(locale) }</button>{ " " }
                <button type="button" class="button button--quiet" onclick={show}>{ words::SHOW.get(locale) }</button>
            </p>
        </form>
    }
}

/// What was guessed, beside what it is.
pub(super) fn told(guess: Decimal, headline: &Evaluation, style: &Style) -> Html {
    let output = headline.output;
    let guess = output.quote(guess, style);
    let result = match headline.value {
        Ok(value) => output.quote(value, style),
        Err(reason) => output.none(reason).get(style.locale).to_owned(),
    };
    html! { <p class="cover__guessed" role="status" translate="no">{ words::guessed(&guess, &result, style.locale) }</p> }
}
