//! One input of a calculator: label, hint, unit and error belong together and are tied together
//! for assistive technology here and nowhere else.

use abacus_core::field::{Field as Declaration, FieldError, Kind};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::event::typed;
use crate::text::errors::field_error;

/// What a field needs. The callbacks carry the field's key and must be stable.
#[derive(PartialEq, Properties)]
pub struct FieldProps {
    /// What is asked for.
    pub field: &'static Declaration,
    /// What is typed.
    pub text: AttrValue,
    /// What is wrong with it.
    pub error: Option<FieldError>,
    /// Whether the field or its term in the formula is pointed at.
    pub active: bool,
    /// The language.
    pub locale: Locale,
    /// The text changed.
    pub on_type: Callback<(&'static str, String)>,
    /// The user is done with the field.
    pub on_commit: Callback<&'static str>,
    /// The field is pointed at, or none is any more.
    pub on_active: Callback<Option<&'static str>>,
}

/// One input with everything that belongs to it.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let FieldProps { field, locale, .. } = props;
    let (key, locale) = (field.key, *locale);
    let hint = field.hint.get(locale);
    let unit = match field.kind {
        Kind::Ratio => "%".to_owned(),
        _ => field.unit.label(locale),
    };
    let (hint_id, error_id, unit_id) = (format!("{key}-hint"), format!("{key}-error"), format!("{key}-unit"));
    let mut described_by = vec![unit_id.as_str(), hint_id.as_str()];
    if props.error.is_some() {
        described_by.insert(0, &error_id);
    }

    let oninput = {
        let on_type = props.on_type.clone();
        move |event: InputEvent| on_type.emit((key, typed(&event)))
    };
    let onblur = {
        let (on_commit, on_active) = (props.on_commit.clone(), props.on_active.clone());
        move |_: FocusEvent| {
            on_active.emit(None);
            on_commit.emit(key);
        }
    };
    let onfocus = {
        let on_active = props.on_active.clone();
        move |_: FocusEvent| on_active.emit(Some(key))
    };

    html! {
        <div class={classes!("field", props.active.then_some("field--active"), props.error.is_some().then_some("field--wrong"))}>
            <label class="field__label" for={key}>{ field.label.get(locale) }</label>
            <div class="field__box">
                <input class="field__input" id={key} name={key} type="text" inputmode="decimal" autocomplete="off"
                    spellcheck="false" enterkeyhint="done" value={props.text.clone()}
                    aria-invalid={props.error.is_some().then_some("true")}
                    aria-describedby={described_by.join(" ")} {oninput} {onblur} {onfocus} />
                <span class="field__unit" id={unit_id.clone()}>{ unit }</span>
            </div>
            <p class="field__error" id={error_id.clone()} role="alert" hidden={props.error.is_none()}>
                { props.error.map(|error| field_error(field, error, locale)).unwrap_or_default() }
            </p>
            <p class="field__hint" id={hint_id.clone()}>{ hint }</p>
        </div>
    }
}
