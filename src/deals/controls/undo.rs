//! What was just deleted, with the offer to undo it.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::components::focus::use_focus;
use crate::text::common;

/// What the bar needs.
#[derive(PartialEq, Properties)]
pub struct UndoProps {
    /// The name of the deal.
    pub name: AttrValue,
    /// Whether the button that undoes takes the focus.
    pub focused: bool,
    /// The language.
    pub locale: Locale,
    /// The user wants the deal back.
    pub on_undo: Callback<MouseEvent>,
    /// The user declines.
    pub on_dismiss: Callback<MouseEvent>,
}

/// The bar; stands inside an element with `role="status"`.
#[component]
pub fn Undo(props: &UndoProps) -> Html {
    let UndoProps { name, focused, on_undo, on_dismiss, .. } = props;
    let locale = props.locale;
    let node = use_focus(*focused);
    html! {
        <div class="undo">
            <p class="undo__text">{ common::deleted(name, locale) }</p>
            <div class="undo__choices">
            <button type="button" class="button" ref={node} onclick={on_undo}>{ common::UNDO.get(locale) }</button>
            <button type="button" class="button button--quiet" onclick={on_dismiss}>{ common::DISMISS.get(locale) }</button>
            </div>
        </div>
    }
}
