//! Deals as files: on their way out, and on their way in.

mod incoming;
mod keeping;
mod outgoing;
mod safety;

use yew::prelude::*;

use self::incoming::Incoming;
use self::keeping::Keeping;
use self::outgoing::Outgoing;
use self::safety::Safety;
use super::care::Care;
use super::export::File;
use crate::components::focus::use_focus;
use crate::state::deal_book::DealBook;
use crate::state::session::Session;
use crate::state::transfer::UseTransfer;
use crate::text::{deal_transfer as words, deals};

/// What the page needs.
#[derive(PartialEq, Properties)]
pub(super) struct FilesProps {
    /// The session.
    pub(super) session: Session,
    /// The deal book.
    pub(super) state: UseReducerHandle<DealBook>,
    /// What looks after it.
    pub(super) care: Care,
    /// The import.
    pub(super) transfer: UseTransfer,
    /// Whether the title takes the focus.
    pub(super) focused: bool,
    /// The user wants a file.
    pub(super) on_file: Callback<File>,
}

/// The page.
#[component]
pub(super) fn Files(props: &FilesProps) -> Html {
    let FilesProps { session, state, care, transfer, focused, on_file } = props;
    let title = use_focus(*focused);
    html! {
        <article class="files">
            <p><a class="deal__back" href="#">{ session.say(deals::BACK) }</a></p>
            <header class="deals__header">
                <h1 tabindex="-1" ref={title}>{ session.say(words::TITLE) }</h1>
                <p class="lead">{ session.say(words::LEAD) }</p>
            </header>
            if session.ports.host.is_demo() {
                <p class="field__hint">{ session.say(words::NOT_OF_DEMO) }</p>
            } else {
                <Outgoing session={session.clone()} state={state.clone()} backup={care.backup.backup.clone()} on_file={on_file.clone()} />
            }
            if !state.is_read_only() {
                <Incoming session={session.clone()} transfer={transfer.clone()} />
                <Safety session={session.clone()} transfer={transfer.clone()} on_file={on_file.clone()} />
            }
            if !session.ports.host.is_demo() {
                <Keeping session={session.clone()} state={state.clone()} care={care.clone()} {on_file} />
            }
        </article>
    }
}
