//! The deals that need attention today. Only reads the store.

use abacus_core::page::Page;
use abacus_core::text::Text;
use abacus_deals::view::{BookLocation, LogLocation, Origin};
use abacus_deals::{Deal, needing_attention, unfinished_meetings};
use yew::prelude::*;

use crate::deals::book::use_stored_deals;
use crate::deals::words;
use crate::home::words as home_words;
use crate::shell::session::Session;
use crate::shell::today::use_today;

/// The maximum number of deals shown here; the others are in the book.
const MAX: usize = 5;

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
    let locale = session.locale;
    let unfinished = unfinished_meetings(&book);
    let is_half_logged = |deal: &Deal| unfinished.iter().any(|(other, _)| other.id == deal.id);
    let urgent = needing_attention(&book, today).into_iter().filter(|(deal, _)| !is_half_logged(deal));
    let log = |deal: Option<&str>, entry: Option<&str>| {
        let [deal, entry] = [deal, entry].map(|id| id.map(str::to_owned));
        format!("{deals}#{}", BookLocation::Log(LogLocation { deal, entry, from: Origin::Home }).fragment())
    };
    let item = |deal: &Deal, why: String, href: String, label: Text| {
        let name = words::name(deal, locale);
        html! {
            <li class="attention__item" translate="no" key={deal.id.as_str()}>
                <a class="attention__link" href={format!("{deals}#{}", deal.id)}>
                    <span class="attention__name" dir="auto">{ name.clone() }</span>
                    <span class="attention__reason">{ why }</span>
                </a>
                <a class="attention__log button" {href} aria-label={home_words::about(label, &name, locale)}>{ session.text(label) }</a>
            </li>
        }
    };
    let to_finish = unfinished.iter().map(|(deal, meeting)| {
        let why = words::half_logged(meeting.date, today, locale);
        item(deal, why, log(Some(&deal.id), Some(&meeting.id)), words::GO_ON)
    });
    let due =
        urgent.map(|(deal, advice)| item(deal, advice.reason(locale), log(Some(&deal.id), None), home_words::LOG));
    let items: Vec<Html> = to_finish.chain(due).take(MAX).collect();
    let content = if !items.is_empty() {
        html! { <ul class="attention__list">{ items }</ul> }
    } else if book.records().any(|deal| !deal.deleted) {
        html! { <p>{ session.text(words::NOTHING_DUE) }</p> }
    } else {
        html! { <p>{ session.text(words::INVITATION) }</p> }
    };
    html! {
        <section class="attention" aria-labelledby="attention-title">
            <h2 class="section-title" id="attention-title">{ session.text(home_words::ATTENTION) }</h2>
            { content }
            <p class="attention__all">
                <a class="button button--primary" href={log(None, None)}>{ session.text(words::LOG_MEETING) }</a>
                <a class="attention__book" href={deals.clone()}>{ session.text(home_words::ALL_DEALS) }</a></p>
        </section>
    }
}
