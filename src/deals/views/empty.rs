//! What a view of the book shows before the first deal.

use abacus_core::text::Text;
use abacus_deals::view::{BookLocation, LogLocation};
use yew::prelude::*;

use crate::deals::words as deal_words;
use crate::shell::session::Session;

/// One sentence and the ways to a first deal. Without `on_new`, the book is read-only.
pub(super) fn empty(session: &Session, sentence: Text, on_new: Option<&Callback<MouseEvent>>) -> Html {
    html! {
        <div class="deals__nothing">
            <p>{ session.text(sentence) }</p>
            <p class="deal-actions">
                if let Some(onclick) = on_new {
                    <button type="button" class="button button--primary" {onclick}>{ session.text(deal_words::NEW) }</button>
                    <a class="button" href={format!("#{}", BookLocation::Log(LogLocation::default()).fragment())}>{ session.text(deal_words::LOG_MEETING) }</a>
                }
                <a class="button" href={session.link_to_demo()}>{ session.text(deal_words::DEMO) }</a>
            </p>
        </div>
    }
}
