//! An input that is one of a few conventions.

use abacus_core::calculator::field::Kind;
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::shell::event::chosen;
use crate::calculator::form::{Entry, FormAction};

#[derive(PartialEq, Properties)]
pub struct ChoiceProps {
    pub entry: Entry,
    pub label: Text,
    pub locale: Locale,
    pub dispatch: Callback<FormAction>,
}

#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    let ChoiceProps { entry, label, locale, dispatch } = props;
    let key = entry.field.key;
    let Kind::Choice(choices) = entry.field.kind else { return Html::default() };
    let onchange = {
        let dispatch = dispatch.clone();
        move |event: Event| dispatch.emit(FormAction::Type(key, chosen(&event)))
    };
    let hint_id = format!("{key}-hint");
    html! {
        <div class="field">
            <label class="field__label" for={key}>{ label.get(*locale) }</label>
            <div class="field__box">
                <select class="field__input" id={key} name={key} aria-describedby={hint_id.clone()} {onchange}>
                    { for choices.iter().map(|choice| html! {
                        <option value={choice.name} selected={entry.text == choice.name}>{ choice.label.get(*locale) }</option>
                    }) }
                </select>
            </div>
            <p class="field__hint" id={hint_id.clone()}>{ entry.field.hint.get(*locale) }</p>
        </div>
    }
}
