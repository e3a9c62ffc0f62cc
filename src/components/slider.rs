//! The slider beneath a field: the browser's own range, with its keys.

use abacus_core::calculator::field::{Field, Slider as Range};
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::components::event::typed;
use crate::state::form::FormAction;
use crate::text::form as words;

#[derive(PartialEq, Properties)]
pub struct SliderProps {
    pub field: &'static Field,
    pub label: Text,
    pub range: Range,
    /// The text of the field; a value beyond an end leaves the slider at that end.
    pub text: AttrValue,
    /// Whether the user cannot move it.
    pub disabled: bool,
    pub locale: Locale,
    pub dispatch: Callback<FormAction>,
}

#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let SliderProps { field, range, dispatch, locale, .. } = props;
    let (field, key) = (*field, field.key);
    // While the field cannot be read, the slider stays where it is.
    let value = field.parse(&props.text).ok();
    let oninput = {
        let dispatch = dispatch.clone();
        move |event: InputEvent| {
            if let Ok(value) = field.parse_link(&typed(&event)) {
                dispatch.emit(FormAction::Set(vec![(key, value)]));
            }
        }
    };
    let onchange = {
        let dispatch = dispatch.clone();
        move |_: Event| dispatch.emit(FormAction::Commit(key))
    };
    html! {
        <input class="field__slider" type="range" min={range.low.to_string()} max={range.high.to_string()}
            step={range.step.to_string()} value={value.map(|value| value.to_string())} disabled={props.disabled}
            aria-label={words::slider(props.label.get(*locale), *locale)}
            aria-valuetext={value.map(|value| field.quote(value))} {oninput} {onchange} />
    }
}
