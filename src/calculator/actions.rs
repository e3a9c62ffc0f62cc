//! The actions on the whole form: undo, redo, the example.

use abacus_core::text::Text;

use crate::calculator::events::ACTION;
use crate::calculator::parts::Parts;
use crate::calculator::words;
use crate::shell::element::{Tag, tag};

pub(super) fn actions(parts: &Parts<'_>) -> Tag {
    let (form, locale) = (parts.form, parts.locale());
    let button = |label: Text, action: &'static str, disabled: bool| {
        let button = tag("button").class("button button--quiet").attr("type", "button").attr(ACTION, action);
        button.flag("disabled", disabled).text(label.get(locale))
    };
    tag("div")
        .class("actions")
        .child(button(words::UNDO, "undo", !form.can_undo()))
        .child(button(words::REDO, "redo", !form.can_redo()))
        .child(button(words::RESET, "reset", false))
}
