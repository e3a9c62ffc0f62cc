use std::rc::Rc;

use abacus_core::page::DEALS_TITLE;
use abacus_core::text::Locale;
use abacus_deals::view::{BookLocation, DealStatus, LogLocation, Query, Row, Rows, Tally};
use abacus_deals::{Deal, Variants};
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook};
use crate::deals::controls::{NoticeButton, StatusBar, use_variants};
use crate::deals::list::empty::EmptyList;
use crate::deals::list::filter_controls::FiltersChunk;
use crate::deals::list::filters::Filters;
use crate::deals::list::printed::PrintedList;
use crate::deals::list::removed_row::use_empty_list_focus;
use crate::deals::list::rows::{SharedRows, VirtualRows};
use crate::deals::list::state::use_table_room;
use crate::deals::list::table::{Heads, sum};
use crate::deals::list::words;
use crate::deals::paper::{PRINT_BLANK, PaperChunk, use_blank};
use crate::deals::route::Focus;
use crate::deals::saving::{SaveStatus, not_opened};
use crate::deals::upkeep::UpkeepRequest;
use crate::deals::views::ViewsNav;
use crate::deals::words as deal_words;
use crate::shell::chunk::Chunk;
use crate::shell::focus::use_focus;
use crate::shell::session::Session;
use crate::shell::today::use_today;
use crate::shell::words as common;

/// With fewer open deals than this, a search is not needed.
const FEW: usize = 8;

#[derive(PartialEq, Properties)]
pub(crate) struct DealListProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) rows: Rows,
    pub(crate) query: Query,
    pub(crate) set_query: Callback<Query>,
    pub(crate) focus: Focus,
    /// Stays on the list and moves the focus.
    pub(crate) to_list: Callback<Focus>,
    pub(crate) request: Callback<UpkeepRequest>,
    pub(crate) filters: Chunk<&'static FiltersChunk>,
    pub(crate) paper: Chunk<&'static PaperChunk>,
    pub(crate) variants: Chunk<Variants>,
    /// Starts a new deal.
    pub(crate) on_new: Callback<MouseEvent>,
    /// The records that cannot be read; empty if there are none.
    pub(crate) unreadable: Html,
}

#[component]
pub(crate) fn DealList(props: &DealListProps) -> Html {
    let DealListProps {
        session,
        state,
        rows,
        query,
        set_query,
        focus,
        to_list,
        request,
        filters,
        paper,
        variants,
        on_new,
        unreadable,
    } = props;
    let locale = session.locale;
    let today = use_today(&session.ports.host);
    let variants = use_variants(variants, &query.search);
    let shown = use_memo((rows.clone(), query.clone(), variants.is_some(), today), |(rows, query, _, today)| {
        SharedRows(Rc::new(query.answer_in(rows, variants, *today)))
    });
    let found = shown.0.len();
    let ended = if found == 0 { query.ended_that_fit(rows, variants, today) } else { 0 };
    let is_table = use_table_room(session);
    let deleted = rows.deleted();
    let focused_row = match focus {
        Focus::Row(id) if shown.0.iter().any(|row| row.deal.id == id.as_str()) => Some(id.clone()),
        _ => None,
    };
    // Open at first if folding would hide an active query; after that the browser keeps its state.
    let is_asking = *use_state(|| !query.is_plain());
    // Decided once: the row may leave the list later, and then another row takes the focus.
    let is_title = use_memo(focus.clone(), |focus| match focus {
        Focus::Start => true,
        Focus::Row(_) => focused_row.is_none(),
        Focus::Unmoved | Focus::Undo => false,
    });
    let title = use_focus(*is_title);
    let undo_button = use_focus(*focus == Focus::Undo);

    let on_restore = use_callback((state.dispatcher(), to_list.clone()), |id: AttrValue, (dispatcher, to_list)| {
        dispatcher.dispatch(BookAction::Undelete(id.to_string()));
        to_list.emit(Focus::Row(id));
    });
    let on_dismiss = use_callback((state.dispatcher(), to_list.clone()), |_: MouseEvent, (dispatcher, to_list)| {
        dispatcher.dispatch(BookAction::DismissDeleted);
        to_list.emit(Focus::Start);
    });
    // The dialog opens during the click, before the page changes to the files.
    let to_files = (request.clone(), session.ports.clone(), state.is_read_only());
    let on_backup = use_callback(to_files, |_: MouseEvent, (request, ports, is_read_only)| {
        if !is_read_only {
            request.emit(UpkeepRequest::PickFiles);
        }
        ports.host.go_to_fragment(&BookLocation::Files.fragment());
    });

    let (blank, on_blank) = use_blank(session, paper);
    let left = use_state_eq(String::new);
    let on_removed = use_callback((left.setter(), locale), |gone: Option<Rc<Row>>, (left, locale)| {
        left.set(
            gone.map(|row| words::removed_row(&deal_words::name(&row.deal, *locale), *locale)).unwrap_or_default(),
        );
    });
    let place = use_node_ref();
    use_empty_list_focus(&place, &shown, query, &title, &on_removed);

    let undo = state.deleted().filter(|_| !state.is_read_only()).map(id_and_name(locale)).map(|(id, name)| {
        let on_undo = on_restore.reform(move |_: MouseEvent| id.clone());
        let undo = NoticeButton::new(session.text(common::UNDO), &on_undo).with_node(&undo_button);
        let dismiss = NoticeButton::new(session.text(common::DISMISS), &on_dismiss).quiet();
        html! { <StatusBar text={common::deleted(&name, locale)} buttons={vec![undo, dismiss]} /> }
    });
    let may_log = !state.is_read_only();
    // The first action is to enter a deal; after that, to log its meetings.
    let [log_class, new_class] =
        if rows.is_empty() { ["button", "button button--primary"] } else { ["button button--primary", "button"] };
    let list = if let Some(words) = not_opened(state).filter(|_| rows.is_empty()) {
        html! { <p class="deals__nothing">{ session.text(words) }</p> }
    } else if rows.is_empty() {
        html! { <EmptyList demo={session.link_to_demo()} {locale} on_blank={on_blank.clone()} on_restore={on_backup} /> }
    } else {
        let find = html! {
            <Filters session={session.clone()} query={query.clone()} rows={rows.clone()} {found} {is_table} set_query={set_query.clone()}
                filters={filters.clone()} />
        };
        // There is room for them above a table.
        let few = !is_table && rows.iter().filter(|row| row.deal.is_open()).take(FEW).count() < FEW;
        html! {
            <>
                if !few { <key="find">{ find.clone() }</> }
                if found == 0 {
                    <p key="nothing" class="deals__nothing">
                        { session.text(words::NOTHING_FOUND) }{ " " }
                        if ended > 0 {
                            <a class="button" href={format!("#{}", BookLocation::List(Query { status: DealStatus::All, ..query.clone() }).fragment())}>{ words::ended_fit(ended, locale) }</a>{ " " }
                        }
                        <a class="deals__all" href={format!("#{}", BookLocation::List(Query::default()).fragment())}>{ session.text(words::SHOW_ALL) }</a>
                    </p>
                } else {
                    if is_table { <key="sum">{ sum(&Tally::of(shown.0.iter().map(|row| &*row.deal)), locale) }</> }
                    // Rows of another height have to be measured again.
                    <VirtualRows key={if is_table { "table" } else { "rows" }} session={session.clone()} rows={(*shown).clone()} query={query.clone()} {on_removed} focused={focused_row} {today}
                        heads={is_table.then(|| Heads { query: query.clone(), set_query: set_query.clone() })} />
                }
                if few {
                    <details key="few" class="deals__find" open={is_asking}>
                        <summary class="filters__summary">{ session.text(words::FIND) }</summary>
                        { find }
                    </details>
                }
            </>
        }
    };
    // At the bottom, in reach of the thumb; not needed where there is room for a table.
    let bar = html! {
        <>
            if may_log {
                <a class={log_class} href={format!("#{}", BookLocation::Log(LogLocation::default()).fragment())}>{ session.text(deal_words::LOG_MEETING) }</a>
            }
            <button type="button" class={if may_log { new_class } else { "button button--primary" }} disabled={state.is_read_only()} onclick={on_new}>{ session.text(deal_words::NEW) }</button>
            if state.book().records().next().is_some() {
                if !session.ports.host.is_demo() { <SaveStatus status={state.status()} {locale} /> }
            }
        </>
    };
    html! {
        <>
            <div key="head" class="deals__head">
                <header key="header" class="deals__header">
                    <h1 tabindex="-1" ref={title}>{ session.text(DEALS_TITLE) }</h1>
                    if rows.is_empty() { <p class="lead">{ session.text(words::LEAD) }</p> }
                </header>
                <ViewsNav key="views" location={BookLocation::List(query.clone())} {locale} />
                <key="bar">{ is_table.then(|| html! { <div class="deals__bar deals__bar--above">{ bar.clone() }</div> }) }</>
            </div>
            <div key="undo" role="status" translate="no">
                { undo }
                // Visible text would shift the rows.
                <p class={(found > 0).then_some("visually-hidden")}>{ (*left).clone() }</p>
            </div>
            <div key="rows" class="deals__rows" ref={place}>{ list }</div>
            <PrintedList key="printed" session={session.clone()} rows={(*shown).clone()} {today} />
            <key="bar">{ (!is_table).then(|| html! { <div class="deals__bar">{ bar.clone() }</div> }) }</>
            <p key="more" class="deals__more">
                <a class="button button--quiet" href={format!("#{}", BookLocation::Files.fragment())}>{ session.text(deal_words::FILES) }</a>
                if !rows.is_empty() {
                    <button type="button" class="button button--quiet" onclick={on_blank}>{ session.text(PRINT_BLANK) }</button>
                }
            </p>
            <div key="paper" class="deals__paper">{ blank }</div>
            <div key="unreadable">{ unreadable.clone() }</div>
            <div key="deleted">
                if deleted > 0 {
                    <p class="record-list">
                        <a class="deals__all" href={format!("#{}", BookLocation::Trash.fragment())}>{ session.text(common::DELETED) }{ format!(" ({deleted})") }</a>
                    </p>
                }
            </div>
        </>
    }
}

fn id_and_name(locale: Locale) -> impl Fn(&Deal) -> (AttrValue, AttrValue) {
    move |deal| (deal.id.clone().into(), deal_words::name(deal, locale).into())
}
