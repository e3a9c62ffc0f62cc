//! What was just removed from a deal, with the offer to restore it.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::focus::use_focus;
use crate::shell::words as common;

#[derive(PartialEq, Properties)]
pub struct RestoreProps {
    pub what: AttrValue,
    /// Whether the button takes the focus, because the element that had it was removed.
    pub focused: bool,
    pub locale: Locale,
    pub on_undo: Callback<MouseEvent>,
}

/// Goes inside an element with `role="status"`.
#[component]
pub fn Restore(props: &RestoreProps) -> Html {
    let node = use_focus(props.focused);
    html! {
        <div class="undo">
            <p class="undo__text">{ &props.what }</p>
            <button type="button" class="button" ref={node} onclick={props.on_undo.clone()}>{ common::UNDO.get(props.locale) }</button>
        </div>
    }
}
