//! What a control holds when it fires, and which one has the focus: the one place outside
//! `platform` that names browser types.

use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::events::{Event, InputEvent};
use yew::{NodeRef, TargetCast};

/// The text of the input or text area that fired.
#[must_use]
pub fn typed(event: &InputEvent) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()))
        .unwrap_or_default()
}

/// The value of the select that fired.
#[must_use]
pub fn chosen(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
}

/// Whether the checkbox that fired is now checked.
#[must_use]
pub fn checked(event: &Event) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// Gives an element the focus, if it is there and can have it.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _refused = element.focus();
    }
}
