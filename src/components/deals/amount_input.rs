//! The amount: stays as typed while it is typed into, then shows what it was read as.

use abacus_core::deals::{AMOUNT, Currency, Deal, Edit, amount_edits, amount_error, unread};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::components::event::typed;
use crate::state::deal_form::{MOST_KEPT, is_kept, length};
use crate::text::deal_form as words;
use crate::text::errors::field_error;

/// What the field needs.
#[derive(PartialEq, Properties)]
pub struct AmountInputProps {
    /// The amount, or what was typed and is none.
    pub value: AttrValue,
    /// The currency of the amount.
    pub currency: Currency,
    /// The language.
    pub locale: Locale,
    /// The deal changed.
    pub on_edit: Callback<Edit>,
}

/// What the field shows for a deal: the amount, grouped, or what was typed and is none.
#[must_use]
pub fn shown(deal: &Deal) -> AttrValue {
    let unread = || deal.unread.get(unread::AMOUNT).cloned().unwrap_or_default();
    deal.amount.map_or_else(unread, |amount| AMOUNT.show(amount)).into()
}

/// The amount of a deal.
#[component]
pub fn AmountInput(props: &AmountInputProps) -> Html {
    let AmountInputProps { value, currency, on_edit, .. } = props;
    let locale = props.locale;
    let typing = use_state_eq(|| None::<AttrValue>);
    let oninput = use_callback(
        (typing.setter(), currency.clone(), on_edit.clone()),
        |event: InputEvent, (typing, currency, on_edit)| {
            let text = typed(&event);
            if is_kept(&text) {
                amount_edits(&text, currency).into_iter().for_each(|edit| on_edit.emit(edit));
            }
            typing.set(Some(text.into()));
        },
    );
    // What the deal does not keep must not go from the field.
    let onblur = use_callback(typing.clone(), |_: FocusEvent, typing| {
        if typing.as_deref().is_none_or(is_kept) {
            typing.set(None);
        }
    });

    let text = typing.as_ref().unwrap_or(value).clone();
    let error = if is_kept(&text) {
        amount_error(&text).map(|error| field_error(&AMOUNT, error, locale))
    } else {
        Some(words::too_long(length(&text), MOST_KEPT, false, locale))
    };
    let wrong = error.is_some();
    let unit = words::amount_unit(AMOUNT.parse(&text).ok(), currency, locale);
    let key = AMOUNT.key;
    let [hint_id, error_id, unit_id] = ["hint", "error", "unit"].map(|part| format!("{key}-{part}"));
    let described_by =
        [wrong.then_some(&*error_id), Some(&*unit_id), Some(&*hint_id)].into_iter().flatten().collect::<Vec<_>>();

    html! {
        <div class={classes!("field", "deal-field", wrong.then_some("field--wrong"))}>
            <label class="field__label" for={key}>{ AMOUNT.label.get(locale) }</label>
            <div class="field__box">
                <input class="field__input" id={key} name={key} type="text" inputmode="decimal"
                    autocomplete="off" spellcheck="false" enterkeyhint="next"
                    aria-invalid={wrong.then_some("true")} aria-describedby={described_by.join(" ")}
                    value={text} {oninput} {onblur} />
                <span class="field__unit" id={unit_id.clone()}>{ unit }</span>
            </div>
            <p class="field__error" id={error_id.clone()} role="alert" hidden={!wrong}>{ error }</p>
            <p class="field__hint" id={hint_id.clone()}>{ AMOUNT.hint.get(locale) }</p>
        </div>
    }
}
