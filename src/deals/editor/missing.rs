//! The page for an address without a deal to show: it does not exist, was deleted, or cannot be read.

use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook};
use crate::deals::editor::words;
use crate::deals::files::ExportFile;
use crate::deals::words as deal_words;
use crate::shell::focus::use_focus;
use crate::shell::session::Session;
use crate::shell::words as common;

#[derive(PartialEq, Properties)]
pub(crate) struct MissingProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) id: AttrValue,
    pub(crate) focused: bool,
    pub(crate) on_file: Callback<ExportFile>,
}

#[component]
pub(crate) fn Missing(props: &MissingProps) -> Html {
    let MissingProps { session, state, id, focused, on_file } = props;
    let title = use_focus(*focused);
    let on_restore = use_callback((state.dispatcher(), id.clone()), |_: MouseEvent, (dispatcher, id)| {
        dispatcher.dispatch(BookAction::Undelete(id.to_string()));
    });
    let on_save = use_callback((state.clone(), id.clone(), on_file.clone()), |_: MouseEvent, (state, id, on_file)| {
        if let Some(kept) = state.book().unreadable_record(id) {
            on_file.emit(ExportFile::unreadable_record(kept));
        }
    });
    let (heading, content) = match (state.deal(id), state.book().unreadable_record(id)) {
        (Some(deal), _) => (
            deal_words::name(deal, session.locale),
            html! {
                <>
                    <p>{ session.text(words::IS_DELETED) }</p>
                    <p><button type="button" class="button" disabled={state.is_read_only()} onclick={on_restore}>{ session.text(common::RESTORE) }</button></p>
                </>
            },
        ),
        (None, Some(kept)) => (
            session.text(words::KEPT_UNREADABLE).to_owned(),
            html! {
                <>
                    <p>{ kept.reason.message(session.locale) }</p>
                    <p>{ session.text(words::IS_UNREADABLE_KEPT) }</p>
                    <p><code>{ &kept.key }</code></p>
                    <p><button type="button" class="button" onclick={on_save}>{ session.text(deal_words::SAVE_RECORD) }</button></p>
                </>
            },
        ),
        (None, None) => {
            (session.text(words::UNKNOWN).to_owned(), html! { <p>{ session.text(words::UNKNOWN_WHY) }</p> })
        }
    };
    html! {
        <article class="deal-missing">
            <p><a class="deal__back" href="#">{ session.text(deal_words::BACK) }</a></p>
            <h1 tabindex="-1" dir="auto" ref={title}>{ heading }</h1>
            { content }
        </article>
    }
}
