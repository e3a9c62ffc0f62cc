//! The builder's controls. The form has one listener; a control is identified by its name.

use abacus_core::calculators::LISTINGS;
use abacus_core::text::{Locale, Text};
use abacus_embed::host::Input;
use abacus_embed::{Part, Parts, Scheme};
use yew::prelude::*;

use crate::builder::appearance::{COLORS, SCHEME, SIZES};
use crate::builder::state::{Access, State};
use crate::builder::words;

pub(super) fn choices(
    node: &NodeRef,
    state: &State,
    locale: Locale,
    onchange: Callback<Event>,
    oninput: Callback<InputEvent>,
) -> Html {
    let onsubmit = Callback::from(|event: SubmitEvent| event.prevent_default());
    // Every choice is in the address immediately, so there is nothing to submit.
    html! {
        <form class="builder__choices" ref={node} novalidate=true data-kept="true" {onchange} {oninput} {onsubmit}>
            { group(words::WHAT, locale, tool(state, locale)) }
            { group(words::LANGUAGE, locale, languages(state, locale)) }
            { group(words::PARTS, locale, parts(state.parts(), locale)) }
            { group(words::READER, locale, readers(state, locale)) }
            { group(words::APPEARANCE, locale, appearance(state, locale)) }
            { group(words::INPUTS, locale, inputs(state, locale)) }
        </form>
    }
}

fn group(title: Text, locale: Locale, content: Html) -> Html {
    html! {
        <fieldset class="builder__group">
            <legend class="builder__legend">{ title.get(locale) }</legend>
            { content }
        </fieldset>
    }
}

fn tool(state: &State, locale: Locale) -> Html {
    html! {
        <>
            <div class="field">
                <label class="field__label" for="tool">{ words::TOOL.get(locale) }</label>
                <div class="field__box">
                    <select class="field__input" id="tool" name="tool">
                        { for LISTINGS.iter().map(|listing| html! {
                            <option value={listing.id} selected={*listing == state.tool}>{ listing.title.get(locale) }</option>
                        }) }
                    </select>
                </div>
            </div>
            <div class="field">
                <label class="field__label" for="link">{ words::LINK.get(locale) }</label>
                <div class="field__box">
                    <input class="field__input" id="link" name="link" type="url" autocomplete="off" spellcheck="false"
                        aria-invalid={state.is_no_link.then_some("true")} aria-describedby="link-error link-hint" />
                </div>
                { error("link-error", state.is_no_link.then_some(words::NO_LINK), locale) }
                <p class="field__hint" id="link-hint">{ words::LINK_HINT.get(locale) }</p>
                <div role="status" translate="no">
                    if !state.refused.is_empty() {
                        <div class="notice">
                            <p class="notice__title">{ words::REFUSED.get(locale) }</p>
                            { for state.refused.iter().map(|text| html! { <p lang={state.labels.clone()}>{ text }</p> }) }
                        </div>
                    }
                </div>
            </div>
        </>
    }
}

fn error(id: &'static str, why: Option<Text>, locale: Locale) -> Html {
    html! {
        <p class="field__error" {id} role="alert" translate="no" hidden={why.is_none()}>
            { why.map(|why| why.get(locale)).unwrap_or_default() }
        </p>
    }
}

fn languages(state: &State, locale: Locale) -> Html {
    let names = [(None, words::OF_READER.get(locale)), (Some(Locale::Zh), "中文"), (Some(Locale::En), "English")];
    let choices = names.into_iter().map(|(choice, name)| {
        let tag = choice.map(Locale::tag);
        html! {
            <label class="choice" lang={tag}>
                <input type="radio" name="lang" value={tag.unwrap_or_default()} checked={state.locale() == choice} />
                { name }
            </label>
        }
    });
    html! { <div class="builder__row">{ for choices }</div> }
}

fn parts(parts: Parts, locale: Locale) -> Html {
    html! {
        <>
            <div class="builder__grid">
                { for Part::ALL.map(|part| html! {
                    <label key={part.code()} class="choice">
                        <input type="checkbox" name="part" value={part.code()} checked={parts.has(part)} />
                        { part.label().get(locale) }
                    </label>
                }) }
            </div>
            { error("parts-error", (parts == Parts::NONE).then_some(words::NO_PARTS), locale) }
        </>
    }
}

fn readers(state: &State, locale: Locale) -> Html {
    let flag = |name: &'static str, label: Text, checked: bool| {
        html! {
            <label class="choice"><input type="checkbox" {name} value="1" {checked} />{ label.get(locale) }</label>
        }
    };
    html! {
        <>
            { flag("customer", words::CUSTOMER, state.is_for_customer()) }
            { flag("guess", words::GUESS, state.is_to_be_guessed()) }
        </>
    }
}

fn appearance(state: &State, locale: Locale) -> Html {
    let schemes = [(Scheme::Auto, words::SYSTEM), (Scheme::Light, words::LIGHT), (Scheme::Dark, words::DARK)];
    html! {
        <>
            <div class="field">
                <label class="field__label" for="theme">{ words::SCHEME.get(locale) }</label>
                <div class="field__box">
                    <select class="field__input" id="theme" name={SCHEME}>
                        { for schemes.map(|(scheme, label)| html! {
                            <option value={scheme.code()} selected={state.appearance.scheme() == scheme}>{ label.get(locale) }</option>
                        }) }
                    </select>
                </div>
            </div>
            { for COLORS.map(|key| property(state, key, locale)) }
            <div class="builder__sizes">{ for SIZES.map(|key| property(state, key, locale)) }</div>
        </>
    }
}

/// A look property that is typed; a colour also has a picker.
fn property(state: &State, key: &'static str, locale: Locale) -> Html {
    let (label, hint) = words::appearance(key);
    let label = label.get(locale);
    let fault = state.appearance.fault(key);
    let [error_id, hint_id] = ["error", "hint"].map(|end| AttrValue::from(format!("{key}-{end}")));
    let is_color = COLORS.contains(&key);
    html! {
        <div class="field">
            <label class="field__label" for={key}>{ label }</label>
            <div class="field__box">
                <input class="field__input" id={key} name={key} type="text" autocomplete="off" spellcheck="false"
                    inputmode={(!is_color).then_some("decimal")} value={state.appearance.shown(key).to_owned()}
                    aria-invalid={fault.map(|_| "true")} aria-describedby={format!("{error_id} {hint_id}")} />
                if is_color {
                    <input class="builder__color" type="color" name={key} aria-label={format!("{}: {label}", words::CHOOSER.get(locale))}
                        value={state.appearance.color(key).unwrap_or_else(|| "#888888".to_owned())} />
                }
            </div>
            <p class="field__error" id={error_id} role="alert" translate="no" hidden={fault.is_none()}>
                { fault.map(|fault| words::fault(key, fault).get(locale)).unwrap_or_default() }
            </p>
            <p class="field__hint" id={hint_id}>{ hint.get(locale) }</p>
        </div>
    }
}

fn inputs(state: &State, locale: Locale) -> Html {
    if state.inputs.is_empty() {
        return html! { <p class="field__hint">{ words::WAITING.get(locale) }</p> };
    }
    let hides = state.inputs.iter().any(|input| state.access(&input.key) == Access::Hidden);
    html! {
        <>
            { for state.inputs.iter().map(|input| access(state, input, locale)) }
            if hides { <p class="field__hint">{ words::NO_SECRET.get(locale) }</p> }
        </>
    }
}

fn access(state: &State, input: &Input, locale: Locale) -> Html {
    let (key, now) = (&input.key, state.access(&input.key));
    let id = format!("access-{key}");
    let ways = [
        ("", Access::Open, words::OPEN),
        ("lock", Access::Locked, words::LOCKED),
        ("hide", Access::Hidden, words::HIDDEN),
    ];
    html! {
        <div key={key.clone()} class="builder__access">
            <label class="builder__input" for={id.clone()} lang={state.labels.clone()} translate="no">{ &input.label }</label>
            <select class="builder__select" {id} name="access" data-key={key.clone()}>
                { for ways.map(|(value, access, label)| html! {
                    <option {value} selected={now == access}>{ label.get(locale) }</option>
                }) }
            </select>
        </div>
    }
}
