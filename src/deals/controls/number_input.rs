//! A number field of the tracking form. It keeps the typed text while it has the focus, then shows the formatted
//! number.

use abacus_core::calculator::field::Kind;
use abacus_core::text::Locale;
use abacus_deals::{Currency, Edit, NumberField, number_edits, number_error};
use yew::prelude::*;

use crate::deals::controls::words;
use crate::shell::event::typed;
use crate::shell::field_errors::field_error;
use crate::shell::ports::Ports;
use crate::shell::typing_timer::use_typing_timer;

#[derive(PartialEq, Properties)]
pub struct NumberInputProps {
    pub field: NumberField,
    /// The number, or the text that could not be parsed as one.
    pub value: AttrValue,
    pub currency: Currency,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
}

#[component]
pub fn NumberInput(props: &NumberInputProps) -> Html {
    let NumberInputProps { value, currency, on_edit, .. } = props;
    let (field, locale) = (&props.field, props.locale);
    let spec = field.spec();
    let typing = use_state_eq(|| None::<AttrValue>);
    let ports = use_context::<Ports>();
    let typing_timer = use_typing_timer(ports.as_ref());
    let oninput = use_callback(
        (field.clone(), typing.setter(), typing_timer.typed, *currency, on_edit.clone()),
        |event: InputEvent, (field, typing, typing_timer, currency, on_edit)| {
            let text = typed(&event);
            number_edits(field, &text, currency).into_iter().for_each(|edit| on_edit.emit(edit));
            typing.set(Some(text.into()));
            typing_timer.emit(());
        },
    );
    let onblur = use_callback((typing.setter(), typing_timer.left), |_: FocusEvent, (typing, left)| {
        typing.set(None);
        left.emit(());
    });

    let text = typing.as_ref().unwrap_or(value).clone();
    let error =
        number_error(field, &text).filter(|_| !typing_timer.is_on).map(|error| field_error(spec, error, locale));
    let wrong = error.is_some();
    let unit = match spec.kind {
        Kind::Money => words::amount_unit(spec.parse(&text).ok(), currency, locale),
        _ => "%".to_owned(),
    };
    let meta = field.meta();
    let name = field.path();
    let [hint_id, error_id, unit_id] = ["hint", "error", "unit"].map(|part| format!("{name}-{part}"));
    let described_by = [wrong.then_some(&*error_id), Some(&*unit_id), meta.hint.map(|_| &*hint_id)];
    let described_by = described_by.into_iter().flatten().collect::<Vec<_>>();

    html! {
        <div class={classes!("field", "deal-field", wrong.then_some("field--wrong"))} data-kept="true">
            <label class="field__label" for={name.clone()}>{ meta.label.get(locale) }</label>
            <div class="field__box">
                <input class="field__input" id={name.clone()} {name} type="text" inputmode="decimal"
                    autocomplete="off" spellcheck="false" enterkeyhint="next"
                    aria-invalid={wrong.then_some("true")} aria-describedby={described_by.join(" ")}
                    value={text} {oninput} {onblur} />
                <span class="field__unit" id={unit_id.clone()}>{ unit }</span>
            </div>
            <p class="field__error" id={error_id.clone()} role="alert" translate="no" hidden={!wrong}>{ error }</p>
            if let Some(hint) = meta.hint {
                <p class="field__hint" id={hint_id.clone()}>{ hint.get(locale) }</p>
            }
        </div>
    }
}
