//! The cover over the results until the reader guesses them or reveals them.

use abacus_core::Decimal;
use abacus_core::calculator::{Evaluation, Output};
use abacus_core::number::format::Style;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::field::{magnitude, put, suffixes};
use crate::calculator::frame::state::Guess;
use crate::calculator::frame::{FrameEvent, words};
use crate::calculator::layouts::RESULT;
use crate::shell::element::{Kind, classed, tag};
use crate::shell::event::{focus_by_id, typed};
use crate::shell::field_errors::field_error;
use crate::shell::unit::unit;

/// Asks for a guess of the headline. Not a component: hooks would be a large part of the chunk.
pub(super) fn cover(output: &'static Output, style: &Style, guess: &Guess, happened: &Callback<FrameEvent>) -> Html {
    let (locale, error, field) = (style.locale, guess.error, output.wanted().unit(output.unit));
    let why = error.map(|why| field_error(&field, why, locale)).unwrap_or_default();
    let input = tag("input")
        .class("field__input")
        .attr("id", "guess")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("aria-invalid", error.is_some().then_some("true"))
        .attr("aria-describedby", "guess-error guess-unit")
        .value(Some(AttrValue::from(guess.text.clone())))
        .on(Kind::Input, happened.reform(|event: Event| FrameEvent::Guess(typed(&event))));
    let key = |suffix: &'static str| {
        let text = put(&guess.text, suffix);
        let typed = happened.reform(move |_: Event| FrameEvent::Guess(text.clone()));
        let stay = Callback::from(|event: Event| event.prevent_default());
        Html::from(magnitude(suffix).on(Kind::MouseDown, stay).on(Kind::Click, typed))
    };
    let keys: Html = suffixes(&field, locale).map(key).collect();
    let unit = tag("span").class("field__unit").attr("id", "guess-unit").untranslated().text(unit(&field, style));
    let wrong = tag("p").class("field__error").attr("id", "guess-error").attr("role", "alert").untranslated();
    let show = tag("button")
        .attr("type", "button")
        .class("button button--quiet")
        .on(Kind::Click, happened.reform(|_| FrameEvent::Reveal));
    let actions = tag("p")
        .class("cover__actions")
        .child(tag("button").class("button").text(words::COMPARE.get(locale)))
        .text(" ")
        .child(show.text(words::SHOW.get(locale)));
    let label = tag("label").class("field__label").attr("for", "guess");
    // Without `data-kept`: a reload discards the guess.
    tag("form")
        .class("cover")
        .flag("novalidate", true)
        .on(
            Kind::Submit,
            happened.reform(|event: Event| {
                event.prevent_default();
                FrameEvent::Compare
            }),
        )
        .child(label.text(words::ask(output.label.get(locale), locale)))
        .child(tag("div").class("field__box").child(input).child(keys).child(unit))
        .child(wrong.flag("hidden", error.is_none()).text(why))
        .child(actions)
        .into()
}

/// The guess, next to the result.
pub(super) fn comparison(guess: Decimal, headline: &Evaluation, style: &Style) -> Html {
    let output = headline.output;
    let guess = output.quote(guess, style);
    let result = match headline.value {
        Ok(value) => output.quote(value, style),
        Err(reason) => output.none(reason).get(style.locale).to_owned(),
    };
    let text = words::guessed(&guess, &result, style.locale);
    tag("p").class("cover__guessed").attr("role", "status").untranslated().text(text).into()
}

/// Offers to cover the results again: the guess was for other figures.
pub(super) fn again(locale: Locale, happened: &Callback<FrameEvent>) -> Html {
    let again = happened.reform(|event: Event| {
        // The button disappears. The prompt for a guess follows the heading.
        focus_by_id(&event, RESULT);
        FrameEvent::Again
    });
    let button = tag("button").attr("type", "button").class("button").on(Kind::Click, again);
    classed("p", "cover__again", button.text(words::AGAIN.get(locale)).into())
}
