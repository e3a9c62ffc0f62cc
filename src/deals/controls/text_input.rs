//! A text field of the tracking form. Nothing typed or pasted is cut off: a text that is too long gets a message. The
//! store decides whether it fits.

use abacus_core::text::Locale;
use abacus_deals::fields::TextLimits;
use abacus_deals::{Edit, TextField};
use yew::prelude::*;

use crate::deals::controls::words;
use crate::shell::event::typed;
use crate::shell::focus::use_focus;

#[derive(PartialEq, Properties)]
pub struct TextInputProps {
    pub field: TextField,
    pub value: AttrValue,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
    #[prop_or_default]
    pub focused: bool,
}

#[component]
pub fn TextInput(props: &TextInputProps) -> Html {
    let (field, locale) = (&props.field, props.locale);
    let node = use_focus(props.focused);
    let oninput = use_callback((field.clone(), props.on_edit.clone()), |event: InputEvent, (field, on_edit)| {
        on_edit.emit(Edit::Text(field.clone(), typed(&event)));
    });
    let value = &props.value;
    let length = value.chars().count();
    let TextLimits { max_chars, is_multiline } = field.text_limits();
    let too_long = (length > max_chars).then(|| words::too_long(length, max_chars, locale));
    let wrong = too_long.is_some();
    let name = field.path();
    let meta = field.meta();
    let (label, hint) = (meta.label, meta.hint);
    let [hint_id, error_id] = ["hint", "error"].map(|part| format!("{name}-{part}"));
    let described_by = [wrong.then_some(&*error_id), hint.map(|_| &*hint_id)].into_iter().flatten().collect::<Vec<_>>();
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));
    let control = if is_multiline {
        html! {
            <textarea class="field__input deal-field__long" dir="auto" ref={node} id={name.clone()} name={name.clone()}
                rows="2" aria-invalid={wrong.then_some("true")} aria-describedby={described_by} value={value.clone()} {oninput} />
        }
    } else {
        html! {
            <input class="field__input" dir="auto" ref={node} id={name.clone()} name={name.clone()} type="text"
                autocomplete="off" enterkeyhint="next" aria-invalid={wrong.then_some("true")} aria-describedby={described_by}
                value={value.clone()} {oninput} />
        }
    };
    html! {
        <div class={classes!("field", "deal-field", wrong.then_some("field--wrong"))} data-kept="true">
            <label class="field__label" for={name}>{ label.get(locale) }</label>
            <div class="field__box" data-text={is_multiline.then(|| value.clone())}>{ control }</div>
            <p class="field__error" id={error_id} role="alert" translate="no" hidden={!wrong}>{ too_long }</p>
            if let Some(hint) = hint {
                <p class="field__hint" id={hint_id}>{ hint.get(locale) }</p>
            }
        </div>
    }
}
