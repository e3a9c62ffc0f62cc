//! A field of the tracking form that takes any text. Nothing typed or pasted is cut: a text that is too long gets a
//! message. Whether there is room for it the store says.

use abacus_core::text::{Locale, Text};
use abacus_deals::{ContactText, Edit, PersonText, TextField, VisitText};
use yew::prelude::*;

use crate::components::event::typed;
use crate::components::focus::use_focus;
use crate::deals::controls::words;

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
    let (field, locale) = (&props.field, props.locale);
    let node = use_focus(props.focused);
    let oninput = use_callback((field.clone(), props.on_edit.clone()), |event: InputEvent, (field, on_edit)| {
        on_edit.emit(Edit::Text(field.clone(), typed(&event)));
    });
    let value = &props.value;
    let length = value.chars().count();
    let too_long = (length > field.longest()).then(|| words::too_long(length, field.longest(), locale));
    let wrong = too_long.is_some();
    let name = field.path();
    let (label, hint) = label(field);
    let [hint_id, error_id] = ["hint", "error"].map(|part| format!("{name}-{part}"));
    let described_by = [wrong.then_some(&*error_id), hint.map(|_| &*hint_id)].into_iter().flatten().collect::<Vec<_>>();
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));
    let control = if field.is_long() {
        html! {
            <textarea class="field__input deal-field__long" ref={node} id={name.clone()} name={name.clone()}
                rows="2" aria-invalid={wrong.then_some("true")} aria-describedby={described_by} value={value.clone()} {oninput} />
        }
    } else {
        html! {
            <input class="field__input" ref={node} id={name.clone()} name={name.clone()} type="text"
                autocomplete="off" enterkeyhint="next" aria-invalid={wrong.then_some("true")} aria-describedby={described_by}
                value={value.clone()} {oninput} />
        }
    };
    html! {
        <div class={classes!("field", "deal-field", wrong.then_some("field--wrong"))}>
            <label class="field__label" for={name}>{ label.get(locale) }</label>
            <div class="field__box">{ control }</div>
            <p class="field__error" id={error_id} role="alert" hidden={!wrong}>{ too_long }</p>
            if let Some(hint) = hint {
                <p class="field__hint" id={hint_id}>{ hint.get(locale) }</p>
            }
        </div>
    }
}

/// The label and one sentence of help.
const fn label(field: &TextField) -> (Text, Option<Text>) {
    match field {
        TextField::Customer => (words::CUSTOMER, None),
        TextField::Title => (words::TITLE, None),
        TextField::Salesperson => (words::SALESPERSON, None),
        TextField::NextAction => (words::ACTION, Some(words::ACTION_HINT)),
        TextField::LostReason => (words::LOST_REASON, Some(words::LOST_REASON_HINT)),
        TextField::Notes => (words::NOTES, Some(words::NOTES_HINT)),
        TextField::InvoiceNumber => (words::INVOICE_NUMBER, None),
        TextField::Person(_, text) => match text {
            PersonText::Name => (words::NAME, None),
            PersonText::Title => (words::JOB, None),
            PersonText::Department => (words::DEPARTMENT, None),
            PersonText::BusinessNeed => (words::BUSINESS_NEED, Some(words::BUSINESS_NEED_HINT)),
            PersonText::PersonalNeed => (words::PERSONAL_NEED, Some(words::PERSONAL_NEED_HINT)),
            PersonText::NextAction => (words::PERSON_ACTION, None),
        },
        TextField::Contact(_, ContactText::ActionWords) => (words::AGREED_WORDS, Some(words::AGREED_WORDS_HINT)),
        TextField::Contact(_, ContactText::Note) => (words::CONTACT_NOTE, None),
        TextField::Visit(_, VisitText::Goal) => (words::VISIT_GOAL, Some(words::VISIT_GOAL_HINT)),
        TextField::Visit(_, VisitText::ExpectedWords) => (words::EXPECTED_WORDS, Some(words::EXPECTED_WORDS_HINT)),
        TextField::Question(..) => (words::QUESTION, None),
        TextField::Quadrant(..) => (words::LINE, None),
    }
}
