//! What is shown instead of a book that has not loaded yet or cannot be loaded.

use abacus_core::page::DEALS_TITLE;
use abacus_core::text::Text;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::saving::words;
use crate::deals::words::BACK;
use crate::shell::focus::use_focus;
use crate::shell::ports::StoreError;
use crate::shell::session::Session;
use abacus_vault::{Problem, Status};

/// The text for a book that is not loaded. `None` once it is, and if storage is denied, because then there is nothing
/// to load.
pub(crate) fn not_opened(state: &DealBook) -> Option<Text> {
    match state.status() {
        _ if state.is_loaded() => None,
        Status::NotSaved(Problem::Store(StoreError::Denied)) => None,
        Status::NotSaved(_) => Some(words::NOT_OPENED),
        Status::Saved | Status::Saving | Status::ReadOnly { .. } => Some(words::OPENING),
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct NotOpenedProps {
    pub(crate) session: Session,
    pub(crate) text: Text,
    pub(crate) focused: bool,
}

#[component]
pub(crate) fn NotOpened(props: &NotOpenedProps) -> Html {
    let NotOpenedProps { session, text, focused } = props;
    let title = use_focus(*focused);
    html! {
        <article class="deal-missing">
            <p><a class="deal__back" href="#">{ session.text(BACK) }</a></p>
            <h1 tabindex="-1" ref={title}>{ session.text(DEALS_TITLE) }</h1>
            <p>{ session.text(*text) }</p>
        </article>
    }
}
