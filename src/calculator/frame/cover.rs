//! What covers the results until they are guessed, or asked for.

use abacus_core::Decimal;
use abacus_core::calculator::field::FieldError;
use abacus_core::calculator::{Evaluation, Output};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::frame::{FrameEvent, words};
use crate::shell::event::typed;
use crate::shell::field_errors::field_error;

/// Asks for the headline. It is no component: hooks would be a large part of the chunk.
pub(super) fn cover(
    output: &'static Output,
    style: Style,
    error: Option<FieldError>,
    happened: &Callback<FrameEvent>,
) -> Html {
    let locale = style.locale;
    let oninput = happened.reform(|event: InputEvent| FrameEvent::Guess(typed(&event)));
    let onsubmit = happened.reform(|event: SubmitEvent| {
        event.prevent_default();
        FrameEvent::Compare
    });
    let show = happened.reform(|_: MouseEvent| FrameEvent::Reveal);
    html! {
        // Not `data-kept`: a reload loses what is guessed.
        <form class="cover" novalidate=true {onsubmit}>
            <label class="field__label" for="guess">{ words::ask(output.label.get(locale), locale) }</label>
            <div class="field__box">
                <input class="field__input" id="guess" type="text" inputmode="decimal" autocomplete="off" {oninput}
                    aria-invalid={error.is_some().then_some("true")} aria-describedby="guess-error" />
            </div>
            <p class="field__error" id="guess-error" role="alert" translate="no" hidden={error.is_none()}>
                { error.map(|why| field_error(&output.wanted(), why, locale)).unwrap_or_default() }
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
