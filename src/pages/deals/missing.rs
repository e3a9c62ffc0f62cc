//! An address that opens no deal: there is none, or it was deleted.

use yew::prelude::*;

use crate::components::focus::use_focus;
use crate::state::deal_book::{Action, DealBook};
use crate::state::session::Session;
use crate::text::deals as words;

/// What the message needs.
#[derive(PartialEq, Properties)]
pub(super) struct MissingProps {
    /// The session.
    pub(super) session: Session,
    /// The deal book.
    pub(super) state: UseReducerHandle<DealBook>,
    /// The id in the address.
    pub(super) id: AttrValue,
    /// Whether the title takes the focus.
    pub(super) focused: bool,
}

/// The message.
#[component]
pub(super) fn Missing(props: &MissingProps) -> Html {
    let MissingProps { session, state, id, focused } = props;
    let title = use_focus(*focused);
    let on_restore = use_callback((state.dispatcher(), id.clone()), |_: MouseEvent, (dispatcher, id)| {
        dispatcher.dispatch(Action::Undelete(id.to_string()));
    });
    let (heading, content) = match state.deal(id) {
        Some(deal) => (
            words::name(deal, session.locale),
            html! {
                <>
                    <p>{ session.say(words::IS_DELETED) }</p>
                    <p><button type="button" class="button" onclick={on_restore}>{ session.say(words::RESTORE) }</button></p>
                </>
            },
        ),
        None => (session.say(words::UNKNOWN).to_owned(), html! { <p>{ session.say(words::UNKNOWN_WHY) }</p> }),
    };
    html! {
        <article class="deal-missing">
            <p><a class="deal__back" href="#">{ session.say(words::BACK) }</a></p>
            <h1 tabindex="-1" ref={title}>{ heading }</h1>
            { content }
        </article>
    }
}
