//! A field of the tracking form that takes a day.

use abacus_core::deals::{Date, Edit};
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::components::event::typed;
use crate::state::deal_form::DateField;
use crate::text::deal_form as words;

/// What the field needs.
#[derive(PartialEq, Properties)]
pub struct DateInputProps {
    /// Which field.
    pub field: DateField,
    /// The day, or what was typed and is none.
    pub value: AttrValue,
    /// The language.
    pub locale: Locale,
    /// The deal changed.
    pub on_edit: Callback<Edit>,
}

/// A field that takes a day.
#[component]
pub fn DateInput(props: &DateInputProps) -> Html {
    let DateInputProps { field, value, on_edit, .. } = props;
    let locale = props.locale;
    let oninput = use_callback((*field, on_edit.clone()), |event: InputEvent, (field, on_edit)| {
        on_edit.emit(field.edit(typed(&event)));
    });
    let name = field.name();
    let error_id = format!("{name}-error");
    let wrong = !value.is_empty() && value.parse::<Date>().is_err();
    html! {
        <div class={classes!("field", "deal-field", wrong.then_some("field--wrong"))}>
            <label class="field__label" for={name}>{ label(*field).get(locale) }</label>
            <div class="field__box">
                <input class="field__input" id={name} {name} type="date" max="9999-12-31"
                    aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then(|| error_id.clone())}
                    value={value.clone()} {oninput} />
            </div>
            <p class="field__error" id={error_id.clone()} role="alert" hidden={!wrong}>
                { wrong.then(|| words::not_a_date(value, locale)) }
            </p>
        </div>
    }
}

const fn label(field: DateField) -> Text {
    match field {
        DateField::ExpectedClose => words::EXPECTED_CLOSE,
        DateField::NextDate => words::NEXT_DATE,
    }
}
