//! The page for logging a meeting: first which deal it was about, unless that is known, then the conversation.

use abacus_core::page::Page;
use abacus_deals::view::{BookLocation, LogLocation, Origin, Query, Rows, View, ended};
use abacus_deals::{Contact, Deal, Variants, unfinished_meetings};
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook, ShownDeal, begin, salesperson};
use crate::deals::controls::use_variants;
use crate::deals::editor::editing::use_editing;
use crate::deals::editor::neighbours::{use_colleagues, use_same_customer};
use crate::deals::editor::words;
use crate::deals::meetings::{DebriefForm, DebriefStart, UnfinishedDebrief};
use crate::deals::saving::SaveStatus;
use crate::deals::words as deal_words;
use crate::shell::chunk::Chunk;
use crate::shell::event::typed;
use crate::shell::focus::use_focus;
use crate::shell::session::Session;
use crate::shell::today::use_today;

/// How many deals are offered at once. The search finds the others.
const MAX: usize = 6;
/// How many unfinished meetings are offered to be continued.
const MAX_BEGUN: usize = 3;
/// How many ended deals are offered below them in a search.
const MAX_ENDED: usize = 3;

#[derive(PartialEq, Properties)]
pub(crate) struct LogPageProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    /// The deals to choose from; empty if the deal is known.
    pub(crate) rows: Rows,
    pub(crate) variants: Chunk<Variants>,
    pub(crate) logging: LogLocation,
    pub(crate) deal: Option<ShownDeal>,
    /// Receives the id of the log entry being written.
    pub(crate) on_entry: Callback<AttrValue>,
    pub(crate) unfinished: UnfinishedDebrief,
    /// Goes to a place without a new history entry.
    pub(crate) replace: Callback<BookLocation>,
    /// The last place that was not a deal.
    pub(crate) back: BookLocation,
    /// Whether the page was just opened and takes the focus.
    pub(crate) focused: bool,
}

#[component]
pub(crate) fn LogPage(props: &LogPageProps) -> Html {
    let LogPageProps { session, state, rows, variants, logging, deal, on_entry, unfinished, replace, back, focused } =
        props;
    let known = deal.as_ref().and_then(|shown| state.deal(&shown.id));
    let is_stored = known.is_some_and(|deal| state.book().get(&deal.id).is_some());
    // In a new deal the first field takes the focus, not the title, and keeps it when the deal is no longer new.
    let is_new = *use_state(|| known.is_some() && !is_stored);
    let title = use_focus(*focused && !is_new);
    let back = back_link(session, logging, back);
    let is_demo = session.ports.host.is_demo();
    html! {
        <article class="log-page">
            <div class="deal__bar">
                <a class="deal__back" href={back.0.clone()}>{ back.1 }</a>
                if !is_demo && is_stored { <SaveStatus status={state.status()} locale={session.locale} /> }
            </div>
            <header class="deal__header">
                <h1 tabindex="-1" ref={title}>{ session.text(deal_words::LOG_MEETING) }</h1>
                if let Some(deal) = known.filter(|_| !is_new) {
                    <p class="log-page__deal" translate="no" dir="auto">{ deal_words::name(deal, session.locale) }</p>
                }
            </header>
            if state.is_read_only() {
                // Links lead here from everywhere; a read-only book does not ask for a meeting.
                <p class="notice">{ session.text(words::NO_LOG) }</p>
            } else if let Some(shown) = deal {
                <LogMeeting key="talk" session={session.clone()} state={state.clone()} shown={shown.clone()} logging={logging.clone()} {on_entry} unfinished={unfinished.clone()} {replace} {back} />
            } else {
                <ChooseDeal key="choose" session={session.clone()} state={state.clone()} rows={rows.clone()} variants={variants.clone()} from={logging.from} />
            }
        </article>
    }
}

/// The address the user came from, and the label of the link back to it.
fn back_link(session: &Session, logging: &LogLocation, back: &BookLocation) -> (AttrValue, &'static str) {
    let (address, label) = match (logging.from, &logging.deal, back) {
        (Origin::Home, _, _) => (session.link_to(Page::Home), words::TO_HOME),
        (Origin::Deal, Some(id), _) => (format!("#{id}"), words::TO_DEAL),
        (_, _, BookLocation::View(View::Today, _)) => (format!("#{}", back.fragment()), words::TO_TODAY),
        _ => (format!("#{}", back.fragment()), words::TO_LIST),
    };
    (address.into(), session.text(label))
}

#[derive(PartialEq, Properties)]
struct LogMeetingProps {
    session: Session,
    state: UseReducerHandle<DealBook>,
    shown: ShownDeal,
    logging: LogLocation,
    on_entry: Callback<AttrValue>,
    unfinished: UnfinishedDebrief,
    replace: Callback<BookLocation>,
    back: (AttrValue, &'static str),
}

#[component]
fn LogMeeting(props: &LogMeetingProps) -> Html {
    let LogMeetingProps { session, state, shown, logging, on_entry, unfinished, replace, back } = props;
    let today = use_today(&session.ports.host);
    let begun = use_state(|| {
        let fresh = || session.ports.host.fresh_id();
        state
            .deal(&shown.id)
            .map(|deal| DebriefStart::resume_or_begin(unfinished, deal, logging.entry.as_deref(), today, fresh))
    });
    // A reload continues the same entry.
    let entry = begun.as_ref().map(|begun| begun.entry.clone());
    use_effect_with((on_entry.clone(), entry), |(on_entry, entry)| {
        entry.iter().for_each(|entry| on_entry.emit(entry.clone()));
    });
    let on_finished = use_callback(unfinished.clone(), |(), unfinished| drop(unfinished.take()));
    let is_new = *use_state(|| state.book().get(&shown.id).is_none());
    let asks_salesperson = *use_state(|| is_new && salesperson(&session.ports).is_none());
    let on_edit = use_editing(session, state, shown, is_new);
    // If the deal already has people, others are added on the deal page.
    let knows_nobody = *use_state(|| state.deal(&shown.id).is_some_and(|deal| deal.people.is_empty()));
    let colleagues = use_colleagues(state, &shown.id, knows_nobody);
    let same = use_same_customer(state, &shown.id, is_new, session.locale);
    // The new deal contained nothing but a name that already exists.
    let on_same = use_callback(
        (state.dispatcher(), shown.clone(), replace.clone(), logging.clone()),
        |id: AttrValue, (dispatcher, shown, replace, logging)| {
            replace.emit(BookLocation::Log(LogLocation { deal: Some(id.to_string()), entry: None, ..logging.clone() }));
            dispatcher.dispatch(BookAction::Delete(shown.clone()));
            dispatcher.dispatch(BookAction::DismissDeleted);
        },
    );
    let Some((deal, begun)) = state.deal(&shown.id).zip((*begun).clone()) else { return Html::default() };
    let is_bare = deal.title.trim().is_empty() && deal.people.is_empty() && deal.log.is_empty();
    html! {
        <DebriefForm session={session.clone()} deal={deal.clone()} {begun} logging={logging.clone()} {same} on_same={is_bare.then_some(on_same)}
            {colleagues} {asks_salesperson} back={back.clone()} {on_edit} {on_finished} />
    }
}

#[derive(PartialEq, Properties)]
struct ChooseDealProps {
    session: Session,
    state: UseReducerHandle<DealBook>,
    rows: Rows,
    variants: Chunk<Variants>,
    from: Origin,
}

/// Which deal the meeting was about: the most urgent ones, a search for the others, or a new one.
#[component]
fn ChooseDeal(props: &ChooseDealProps) -> Html {
    let ChooseDealProps { session, state, rows, variants, from } = props;
    let today = use_today(&session.ports.host);
    let search = use_state_eq(String::new);
    let variants = use_variants(variants, &search);
    let oninput = use_callback(search.setter(), |event: InputEvent, search| search.set(typed(&event)));
    let log = use_callback((session.ports.clone(), *from), |id: String, (ports, from)| {
        let place = LogLocation { deal: Some(id), entry: None, from: *from };
        ports.host.go_to_fragment(&BookLocation::Log(place).fragment());
    });
    let on_new = use_callback(
        (state.dispatcher(), session.ports.clone(), log.clone()),
        |_: MouseEvent, (dispatcher, ports, log)| {
            log.emit(begin(dispatcher, ports));
        },
    );
    let query = Query { search: (*search).clone(), ..Query::default() };
    let found = query.answer_in(rows, variants, today);
    let over = ended(rows, &search, variants, today);
    let offered = found.iter().take(MAX).chain(over.iter().take(MAX_ENDED));
    let has_more = rows.len() > MAX || rows.iter().any(|row| !row.deal.is_open());
    let offer = |deal: &Deal| {
        let (log, id) = (log.clone(), deal.id.clone());
        html! {
            <li key={id.clone()}>
                <button type="button" class="button take__deal" onclick={move |_: MouseEvent| log.emit(id.clone())}>
                    <bdi>{ deal_words::name(deal, session.locale) }</bdi>
                    if let Some(end) = deal.end { <span class="take__ended">{ words::ended(end, session.locale) }</span> }
                </button>
            </li>
        }
    };
    let begun: Vec<(&Deal, &Contact)> = unfinished_meetings(state.book()).into_iter().take(MAX_BEGUN).collect();
    let go_on = |(deal, contact): (&Deal, &Contact)| {
        let place = LogLocation { deal: Some(deal.id.clone()), entry: Some(contact.id.clone()), from: *from };
        let label = words::begun(&deal_words::name(deal, session.locale), contact.date, session.locale);
        html! { <li key={contact.id.clone()}><a class="button take__deal" href={format!("#{}", BookLocation::Log(place).fragment())}>{ label }</a></li> }
    };
    html! {
        <section class="log-page__choose" aria-labelledby="choose-title">
            <h2 class="section-title" id="choose-title">{ session.text(words::WHICH_DEAL) }</h2>
            if !begun.is_empty() {
                <p class="field__label">{ session.text(words::UNFINISHED) }</p>
                <ul class="take__deals" translate="no">{ for begun.into_iter().map(go_on) }</ul>
            }
            <p class="deal-actions"><button type="button" class="button" onclick={on_new}>{ session.text(words::NEW_CUSTOMER) }</button></p>
            <ul class="take__deals" translate="no">{ for offered.map(|row| offer(&row.deal)) }</ul>
            if has_more {
                <p class="filters__search">
                    <label class="field__label" for="log-search">{ session.text(deal_words::SEARCH) }</label>
                    <input class="filters__input" id="log-search" type="search" placeholder={session.text(deal_words::SEARCH_HINT)}
                        autocomplete="off" value={(*search).clone()} {oninput} />
                </p>
            }
        </section>
    }
}
