//! The slider beneath a field: the browser's own range, with its keys.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::form::Entry;
use crate::calculator::words;

/// While the field cannot be read, the slider stays where it is; a value beyond an end leaves it at that end.
pub(super) fn slider(entry: &Entry, label: &str, disabled: bool, locale: Locale) -> Html {
    let (field, range) = (entry.field, entry.slider);
    let value = field.parse(&entry.text).ok();
    html! {
        <input class="field__slider" type="range" data-slider={field.key} min={range.low.to_string()}
            max={range.high.to_string()} step={range.step.to_string()} value={value.map(|value| value.to_string())} {disabled}
            aria-label={words::slider(label, locale)} aria-valuetext={value.map(|value| field.quote(value))} />
    }
}
