//! The actions on the whole form: undo, redo, the example.

use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::parts::Parts;
use crate::calculator::words;

pub(super) fn actions(parts: &Parts<'_>) -> Html {
    let (form, locale) = (parts.form, parts.locale());
    let button = |label: Text, action: &'static str, disabled: bool| {
        html! {
            <button type="button" class="button button--quiet" data-action={action} {disabled}>{ label.get(locale) }</button>
        }
    };
    html! {
        <div class="actions">
            { button(words::UNDO, "undo", !form.can_undo()) }
            { button(words::REDO, "redo", !form.can_redo()) }
            { button(words::RESET, "reset", false) }
        </div>
    }
}
