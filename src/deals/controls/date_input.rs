//! A date field of the tracking form. A browser's date input has no value while its date is incomplete or does not
//! exist. The deal then keeps its date, and the field shows an error once it loses the focus.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::fields::DateWarning;
use abacus_deals::{DateField, Edit};
use yew::prelude::*;

use crate::deals::controls::words;
use crate::shell::event::{Day, day};

#[derive(PartialEq, Properties)]
pub struct DateInputProps {
    pub field: DateField,
    /// The date, or the text that could not be parsed as one.
    pub value: AttrValue,
    /// Why the date looks wrong.
    #[prop_or_default]
    pub warning: Option<DateWarning>,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

#[derive(Clone, Copy, PartialEq)]
enum DateDisplay {
    Value,
    /// An incomplete date that is being typed.
    Incomplete,
    /// An incomplete date after the field lost the focus.
    LeftIncomplete,
}

#[component]
pub fn DateInput(props: &DateInputProps) -> Html {
    let DateInputProps { field, value, warning, on_edit, .. } = props;
    let locale = props.locale;
    let shown = use_state_eq(|| DateDisplay::Value);
    let oninput =
        use_callback((field.clone(), on_edit.clone(), shown.clone()), |event: InputEvent, (field, on_edit, shown)| {
            match day(&event) {
                Day::Whole(typed) => {
                    shown.set(DateDisplay::Value);
                    on_edit.emit(field.edit(typed));
                }
                Day::Half if **shown == DateDisplay::Value => shown.set(DateDisplay::Incomplete),
                Day::Half => {}
            }
        });
    // Clearing an incomplete date fires no input event, because the value was empty before.
    let onkeyup = use_callback(
        (field.clone(), on_edit.clone(), shown.clone()),
        |event: KeyboardEvent, (field, on_edit, shown)| {
            if **shown != DateDisplay::Value
                && let Day::Whole(typed) = day(&event)
            {
                shown.set(DateDisplay::Value);
                on_edit.emit(field.edit(typed));
            }
        },
    );
    let onblur = use_callback(shown.clone(), |event: FocusEvent, shown| {
        if day(&event) == Day::Half {
            shown.set(DateDisplay::LeftIncomplete);
        }
    });

    let name = field.path();
    let [error_id, warning_id] = ["error", "doubt"].map(|part| format!("{name}-{part}"));
    let error = match *shown {
        DateDisplay::LeftIncomplete => Some(words::no_such_day(value, locale)),
        DateDisplay::Value if !value.is_empty() && value.parse::<Date>().is_err() => {
            Some(words::not_a_date(value, locale))
        }
        DateDisplay::Value | DateDisplay::Incomplete => None,
    };
    let wrong = error.is_some();
    let warning = warning.filter(|_| *shown == DateDisplay::Value && !wrong);
    let described_by = if wrong { Some(&error_id) } else { warning.map(|_| &warning_id) };
    // Any other value would erase what is being typed.
    let text = if *shown == DateDisplay::Value { value.clone() } else { AttrValue::default() };
    html! {
        <div class={classes!("field", "deal-field", wrong.then_some("field--wrong"))} data-kept="true">
            <label class="field__label" for={name.clone()}>{ field.meta().label.get(locale) }</label>
            <div class="field__box">
                <input class="field__input" id={name.clone()} name={name.clone()} type="date" max="9999-12-31"
                    aria-invalid={wrong.then_some("true")} aria-describedby={described_by.cloned()}
                    value={text} {oninput} {onkeyup} {onblur} />
            </div>
            <p class="field__error" id={error_id.clone()} role="alert" translate="no" hidden={!wrong}>{ error }</p>
            <p class="field__doubt" id={warning_id.clone()} role="status" translate="no" hidden={warning.is_none()}>{ warning.map(|warning| warning.reason().get(locale)) }</p>
        </div>
    }
}
