//! One input of a calculator: label, hint, unit, slider and error, connected for assistive
//! technology here and nowhere else.

use abacus_core::calculator::field::{Choice, Field, Kind, Part};
use abacus_core::number::format::Style;
use abacus_core::text::{Locale, Text};
use abacus_embed::Part as Shown;
use yew::prelude::*;

use crate::calculator::form::Entry;
use crate::calculator::parts::Parts;
use crate::calculator::slider::slider;
use crate::calculator::words;
use crate::shell::element::{class_names, classed, content};
use crate::shell::field_errors::field_error;

/// The field of a number. The unknown shows the solution and is read-only.
pub(super) fn field(parts: &Parts<'_>, entry: &Entry, is_unknown: bool) -> Html {
    let (field, key, locale) = (entry.field, entry.field.key, parts.locale());
    let label = parts.label(field).get(locale);
    let [hint_id, error_id, unit_id] = ["hint", "error", "unit"].map(|part| AttrValue::from(format!("{key}-{part}")));
    let error = parts.error(entry);
    let is_wrong = error.is_some();
    let described_by = class_names([if is_wrong { &*error_id } else { "" }, &*unit_id, &*hint_id]);
    let class = class_names([
        "field",
        if parts.active == Some(key) { "field--active" } else { "" },
        if is_unknown { "field--unknown" } else { "" },
        if is_wrong { "field--wrong" } else { "" },
    ]);
    let is_locked = parts.arrangement.locks(key);
    // Without the fields there are only sliders, and a field says what they come to.
    let can_type = parts.shows(Shown::Inputs) || field.part == Part::Detail && parts.shows(Shown::Detail);
    let is_fixed = is_unknown || is_locked || !can_type;
    let is_in = !is_locked && (parts.form.inputs().get(key) != Some(field.default) || is_wrong);
    html! {
        <div key="field" {class}>
            <div class="field__head">
                <label class="field__label" for={key} translate="no">{ label }</label>
                if field.removable && is_in {
                    { button(parts, key, label, ("field__remove", "remove", words::REMOVE), None) }
                }
            </div>
            <div class="field__box">
                <input class="field__input" id={key} name={key} type="text" inputmode="decimal" autocomplete="off"
                    spellcheck="false" enterkeyhint="next" value={entry.text.clone()} readonly={is_fixed}
                    aria-invalid={is_wrong.then_some("true")} aria-describedby={described_by} />
                if parts.focused == Some(key) && !is_fixed { { magnitudes(field, locale) } }
                if is_unknown { { classed("span", "field__found", content(words::FOUND.get(locale))) } }
                { described("span", "field__unit", unit_id, unit(field, &parts.style()).into()) }
            </div>
            <p class="field__error" id={error_id} role="alert" translate="no" hidden={!is_wrong}>
                { error.map(|error| field_error(field, error, locale)).unwrap_or_default() }
            </p>
            { described("p", "field__hint", hint_id, field.hint.get(locale).into()) }
            <div class="field__slide">
                if parts.shows(Shown::Sliders) { { slider(entry, label, is_unknown || is_locked, locale) } }
                if !parts.form.is_for_customer() && !is_locked && can_type {
                    // The same button ends solving, so that the focus stays.
                    if is_unknown {
                        { button(parts, "", label, ("field__solve", "solve", words::END_SOLVING), Some("true")) }
                    } else {
                        { button(parts, key, label, ("field__solve", "solve", words::SOLVE), Some("false")) }
                    }
                }
            </div>
        </div>
    }
}

/// Keys for what a phone's number pad lacks.
fn magnitudes(field: &Field, locale: Locale) -> Html {
    let suffixes: &[&'static str] = match (field.kind, locale) {
        (Kind::Money | Kind::Count, Locale::Zh) => &["万", "亿"],
        (Kind::Money | Kind::Count, Locale::En) => &["k", "million"],
        _ => &[],
    };
    suffixes
        .iter()
        .map(|suffix| {
            html! {
                <button key={*suffix} type="button" class="field__key" tabindex="-1" data-put={*suffix} data-key={field.key}>
                    { content(*suffix) }
                </button>
            }
        })
        .collect()
}

/// A text that the control is described by.
fn described(tag: &'static str, class: &'static str, id: AttrValue, text: AttrValue) -> Html {
    html! { <@{tag} {class} {id} translate="no">{ content(text) }</@> }
}

/// A button of a field, which says in its name what field it belongs to.
fn button(
    parts: &Parts<'_>,
    key: &'static str,
    label: &str,
    (class, action, text): (&'static str, &'static str, Text),
    expanded: Option<&'static str>,
) -> Html {
    let locale = parts.locale();
    html! {
        <button type="button" class={format!("button button--quiet {class}")} data-action={action} data-key={key}
            aria-expanded={expanded} aria-label={words::named(text, label, locale)}>{ text.get(locale) }</button>
    }
}

/// The unit after the number: `%`, `次/周`, the currency.
pub(super) fn unit(field: &Field, style: &Style) -> String {
    match field.kind {
        Kind::Ratio => "%".to_owned(),
        Kind::Money => {
            let per = field.unit.label(style.locale);
            [style.currency.map_or("", |currency| currency.code), &per].join(" ").trim().to_owned()
        }
        _ => field.unit.label(style.locale),
    }
}

/// An input that is one of a few conventions.
pub(super) fn choice(parts: &Parts<'_>, entry: &Entry, choices: &'static [Choice]) -> Html {
    let (key, locale) = (entry.field.key, parts.locale());
    let hint_id = AttrValue::from(format!("{key}-hint"));
    html! {
        <div {key} class="field">
            <label class="field__label" for={key} translate="no">{ parts.label(entry.field).get(locale) }</label>
            <div class="field__box">
                <select class="field__input" id={key} name={key} aria-describedby={hint_id.clone()}
                    disabled={parts.arrangement.locks(key)}>
                    { for choices.iter().map(|choice| html! {
                        <option value={choice.name} selected={entry.text == choice.name}>{ choice.label.get(locale) }</option>
                    }) }
                </select>
            </div>
            { described("p", "field__hint", hint_id, entry.field.hint.get(locale).into()) }
        </div>
    }
}
