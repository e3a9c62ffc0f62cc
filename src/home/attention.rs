//! The deals that need attention today. Only reads the store.

use abacus_core::page::Page;
use abacus_deals::needing_attention;
use abacus_deals::view::{Logging, Origin, Place};
use yew::prelude::*;

use crate::deals::book::use_stored_deals;
use crate::deals::words;
use crate::home::words as home_words;
use crate::shell::session::Session;
use crate::shell::today::use_today;

/// The maximum number of deals shown here; the others are in the book.
const MOST: usize = 5;

#[derive(PartialEq, Properties)]
struct AttentionProps {
    session: Session,
}

/// The section as a function, for the table of its chunk.
pub fn attention(session: &Session) -> Html {
    html! { <Attention session={session.clone()} /> }
}

#[component]
fn Attention(props: &AttentionProps) -> Html {
    let session = &props.session;
    let book = use_stored_deals(&session.ports);
    let today = use_today(&session.ports.host);
    let deals = session.link_to(Page::Deals);
    let urgent = needing_attention(&book, today);
    let log = |deal: Option<&str>| {
        let logging = Logging { deal: deal.map(str::to_owned), entry: None, from: Origin::Home };
        format!("{deals}#{}", Place::Log(logging).fragment())
    };
    let content = if !urgent.is_empty() {
        html! {
            <ul class="attention__list">
                { for urgent.into_iter().take(MOST).map(|(deal, reason)| html! {
                    <li class="attention__item" translate="no" key={deal.id.as_str()}>
                        <a class="attention__link" href={format!("{deals}#{}", deal.id)}>
                            <span class="attention__name" dir="auto">{ words::name(deal, session.locale) }</span>
                            <span class="attention__reason">{ reason.reason(session.locale) }</span>
                        </a>
                        <a class="attention__log button" href={log(Some(&deal.id))}
                            aria-label={home_words::log_about(&words::name(deal, session.locale), session.locale)}>
                            { session.say(home_words::LOG) }
                        </a>
                    </li>
                }) }
            </ul>
        }
    } else if book.records().any(|deal| !deal.deleted) {
        html! { <p>{ session.say(words::NOTHING_DUE) }</p> }
    } else {
        html! { <p>{ session.say(words::INVITATION) }</p> }
    };
    html! {
        <section class="attention" aria-labelledby="attention-title">
            <h2 class="section-title" id="attention-title">{ session.say(home_words::ATTENTION) }</h2>
            { content }
            <p class="attention__all">
                <a class="button button--primary" href={log(None)}>{ session.say(words::LOG_MEETING) }</a>
                <a class="attention__book" href={deals.clone()}>{ session.say(home_words::ALL_DEALS) }</a></p>
        </section>
    }
}
