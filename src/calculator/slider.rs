//! The slider below a field: a native range input, with its keys.

use abacus_core::Decimal;
use abacus_core::text::Locale;

use crate::calculator::events::{BEYOND, SLIDER};
use crate::calculator::form::Entry;
use crate::calculator::words;
use crate::shell::element::{Tag, tag};

/// While the field is invalid, the slider stays at the previous value, `present`. A value beyond an end leaves it at
/// that end; the browser's own keys would lose the value from there, so we handle them ourselves.
pub(super) fn slider(entry: &Entry, present: Option<Decimal>, label: &str, disabled: bool, locale: Locale) -> Tag {
    let (field, range) = (entry.field, entry.slider);
    let value = field.parse(&entry.text).ok().filter(|_| entry.error.is_none()).or(present);
    let is_beyond = value.is_some_and(|value| value < range.low || value > range.high);
    tag("input")
        .class("field__slider")
        .attr("type", "range")
        .attr(SLIDER, field.key)
        .attr(BEYOND, is_beyond.then_some("true"))
        .attr("min", range.low.to_string())
        .attr("max", range.high.to_string())
        .attr("step", range.step.to_string())
        .value(value.map(|value| value.to_string().into()))
        .flag("disabled", disabled)
        .attr("aria-label", words::slider(label, locale))
        .attr("aria-valuetext", value.map(|value| field.quote(value)))
}
