//! A field of the tracking form that takes any text.

use abacus_core::deals::Edit;
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::components::event::typed;
use crate::components::focus::use_focus;
use crate::state::deal_form::TextField;
use crate::text::deal_form as words;

/// What the field needs.
#[derive(PartialEq, Properties)]
pub struct TextInputProps {
    /// Which field.
    pub field: TextField,
    /// What it holds.
    pub value: AttrValue,
    /// The language.
    pub locale: Locale,
    /// The deal changed.
    pub on_edit: Callback<Edit>,
    /// Whether the field takes the focus.
    #[prop_or_default]
    pub focused: bool,
}

/// A field that takes any text.
#[component]
pub fn TextInput(props: &TextInputProps) -> Html {
    let (field, locale) = (props.field, props.locale);
    let node = use_focus(props.focused);
    let oninput = use_callback((field, props.on_edit.clone()), |event: InputEvent, (field, on_edit)| {
        on_edit.emit(field.edit(typed(&event)));
    });
    let name = field.name();
    let longest = field.longest().to_string();
    let (label, hint) = label(field);
    let hint_id = format!("{name}-hint");
    let described_by = hint.map(|_| hint_id.clone());
    let control = if field.is_long() {
        html! {
            <textarea class="field__input deal-field__long" ref={node} id={name.clone()} name={name.clone()}
                rows="2" maxlength={longest} aria-describedby={described_by} value={props.value.clone()} {oninput} />
        }
    } else {
        html! {
            <input class="field__input" ref={node} id={name.clone()} name={name.clone()} type="text"
                maxlength={longest} autocomplete="off" enterkeyhint="next" aria-describedby={described_by}
                value={props.value.clone()} {oninput} />
        }
    };
    html! {
        <div class="field deal-field">
            <label class="field__label" for={name}>{ label.get(locale) }</label>
            <div class="field__box">{ control }</div>
            if let Some(hint) = hint {
                <p class="field__hint" id={hint_id}>{ hint.get(locale) }</p>
            }
        </div>
    }
}

/// The label and one sentence of help.
const fn label(field: TextField) -> (Text, Option<Text>) {
    match field {
        TextField::Customer => (words::CUSTOMER, None),
        TextField::Title => (words::TITLE, None),
        TextField::Salesperson => (words::SALESPERSON, None),
        TextField::GuideName | TextField::PersonName(_) => (words::NAME, None),
        TextField::GuideTitle | TextField::PersonTitle(_) => (words::JOB, None),
        TextField::NextAction => (words::ACTION, Some(words::ACTION_HINT)),
    }
}
