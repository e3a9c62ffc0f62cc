//! The page of the deal book: the list, and each deal under its own fragment.
//!
//! The page holds the state of the book, saves it, and shows the list. The rest comes in [`Chunks`].

use std::cell::RefCell;
use std::rc::Rc;

use abacus_core::page::Page;
use abacus_deals::Deal;
use abacus_deals::view::{BookLocation, Rows};
use yew::prelude::*;

use crate::deals::book::{BookAction, ShownDeal, UseDealBook, begin, use_deal_book};
use crate::deals::chunks::{Chunks, PageChunk, use_chunks};
use crate::deals::controls::{NoticeButton, StatusBar};
use crate::deals::editor::{EditorProps, LogPageProps, MissingProps, TakeProps, UnfinishedNoticeProps};
use crate::deals::files::{ExportFile, RefusedFile, UseFiles, use_files};
use crate::deals::list::DealList;
use crate::deals::route::{Focus, UseDealRoute, use_deal_route};
use crate::deals::saving::{NotOpened, NotSaved, UnreadableRecordsProps, not_opened, rolled_back};
use crate::deals::upkeep::{
    PendingChanges, Removal, UpkeepProps, UpkeepRequest, UpkeepRequests, backup_reminder, stored_backup,
    use_change_tracking,
};
use crate::deals::views::ViewPageProps;
use crate::deals::words;
use crate::shell::event::focus_inside;
use crate::shell::session::Session;
use crate::shell::words as common;
use abacus_vault::{Conflict, UnreadableRecord};

#[derive(PartialEq, Properties)]
pub struct DealsPageProps {
    pub session: Session,
    pub chunks: Chunks,
}

#[component]
pub fn DealsPage(props: &DealsPageProps) -> Html {
    let session = &props.session;
    let UseDealBook { state, save, save_all } = use_deal_book(&session.ports);
    let UseDealRoute { route, to_list, rename, set_entry, set_query, replace } = use_deal_route(&session.ports);
    let needed = PageChunk::of(&route.location);
    let chunks = use_chunks(&props.chunks, needed);
    let pending_changes: Rc<RefCell<PendingChanges>> = use_mut_ref(PendingChanges::default);
    use_change_tracking(&state, route.visit, &pending_changes);
    let requests = (*use_state(UpkeepRequests::default)).clone();
    let request = use_callback(requests.clone(), {
        let chunks = chunks.clone();
        move |request: UpkeepRequest, requests| {
            requests.send(request);
            chunks.retry(PageChunk::Upkeep);
        }
    });
    let backed_up = use_callback(request.clone(), |(), request| request.emit(UpkeepRequest::BackedUp));
    let UseFiles { save_file, on_file, refused } = use_files(&session.ports, &backed_up);
    let node = use_node_ref();

    // A deal is saved when the user leaves it.
    use_effect_with((route.visit, save.clone()), |(_, save)| {
        let save = save.clone();
        move || save.emit(())
    });
    let open = route.open().map(|id| AttrValue::from(id.to_owned()));
    let open = use_own_version(open, state.conflicts(), rename);
    let unfinished = use_mut_ref(|| None);
    // Only for the views that need them: editing one deal does not wait for thousands of others.
    let cached_rows = use_mut_ref(Rows::default);
    let rows = || {
        let mut cached = cached_rows.borrow_mut();
        let rank = |names: &[&str]| session.ports.host.ranks(names, session.locale);
        *cached = Rows::ranked(state.book(), &cached, session.locale, rank);
        cached.clone()
    };

    let on_retry = use_callback(save_all, |_: MouseEvent, save_all| save_all.emit(()));
    let on_reload = use_callback(session.ports.clone(), |_: MouseEvent, ports| ports.host.reload());
    let on_dismiss_rolled_back = use_callback(state.dispatcher(), |_: MouseEvent, dispatcher| {
        dispatcher.dispatch(BookAction::DismissRolledBack);
    });
    let on_new = use_callback((state.dispatcher(), session.ports.clone()), |_: MouseEvent, (dispatcher, ports)| {
        ports.host.go_to_fragment(&begin(dispatcher, ports));
    });
    let on_backup = use_callback(request.clone(), |_: MouseEvent, request| request.emit(UpkeepRequest::Backup));
    let on_save_record = use_callback(save_file, |kept: UnreadableRecord<Deal>, save_file| {
        save_file.emit(ExportFile::unreadable_record(&kept))
    });
    let on_dismiss_file = use_callback(refused.setter(), |_: MouseEvent, refused| refused.set(None));
    let to_title = use_callback(node.clone(), |(), node| focus_inside(node, "h1"));

    let rolled_back = (state.rolled_back() > 0).then(|| {
        let dismiss = NoticeButton::new(session.text(common::DISMISS), &on_dismiss_rolled_back).quiet();
        html! { <StatusBar text={rolled_back(state.rolled_back(), session.locale)} buttons={vec![dismiss]} /> }
    });

    // The list and the files page show more than this message.
    let closed = not_opened(&state).filter(|_| !matches!(route.location, BookLocation::List(_) | BookLocation::Files));
    let is_upkeep = open.is_none() && closed.is_none() && needed == PageChunk::Upkeep;
    let has_content = !is_upkeep || chunks.upkeep.table().is_none();
    // The user's request may have to wait for its chunk, and may have to be repeated.
    let is_awaited = !is_upkeep && requests.are_pending();
    let awaited = || is_awaited.then(|| chunks.placeholder(PageChunk::Upkeep, session.locale));
    let reminds =
        matches!(route.location, BookLocation::List(_) | BookLocation::View(..)) && !session.ports.host.is_demo();
    let reminder = (reminds && chunks.upkeep.table().is_none()).then(|| {
        let (backup, today) = (stored_backup(&*session.ports.store), session.ports.host.today());
        let on_later = request.reform(|_: MouseEvent| UpkeepRequest::PostponeReminder);
        backup_reminder(session, &state, &backup, today, &on_backup, &on_later)
    });
    let upkeep = chunks.upkeep.table().map(|upkeep| {
        (upkeep.show)(UpkeepProps {
            session: session.clone(),
            state: state.clone(),
            route: route.clone(),
            workbooks: props.chunks.workbooks.clone(),
            is_open: is_upkeep,
            requests,
            pending_changes,
            save,
            on_backup: on_backup.clone(),
            on_file: on_file.clone(),
            to_title,
        })
    });

    let focused = route.focus == Focus::Start;
    let waiting = || html! { <key={route.visit}>{ chunks.placeholder(needed, session.locale) }</> };
    let locked = |key: String, content: Html| {
        html! { <fieldset {key} class="deals__locked" disabled={state.is_read_only()}>{ content }</fieldset> }
    };
    let shown = |id: AttrValue| ShownDeal::new(id, state.conflicts());
    let known = open.clone().filter(|id| state.deal(id).is_some_and(|deal| !deal.deleted)).map(shown);
    let content = match (open, &route.location, closed) {
        (_, BookLocation::Log(logging), closed) if closed.is_none() || known.is_some() => {
            chunks.editor.table().map_or_else(waiting, |editor| {
                let (session, logging, back) = (session.clone(), logging.clone(), route.back.clone());
                let rows = if known.is_some() { Rows::default() } else { rows() };
                let page = LogPageProps {
                    session,
                    state: state.clone(),
                    rows,
                    logging,
                    deal: known,
                    on_entry: set_entry,
                    unfinished: unfinished.clone(),
                    replace: replace.clone(),
                    variants: props.chunks.variants.clone(),
                    back,
                    focused,
                };
                locked(format!("log {}", route.visit), (editor.log)(page))
            })
        }
        (Some(id), _, _) if state.deal(&id).is_some_and(|deal| !deal.deleted) => {
            chunks.editor.table().map_or_else(waiting, |editor| {
                let back = format!("#{}", route.back.fragment()).into();
                let session = session.clone();
                let deal = EditorProps { session, state: state.clone(), shown: shown(id), focused, back, to_list };
                locked(format!("deal {}", route.visit), (editor.deal)(deal))
            })
        }
        (_, _, Some(text)) => {
            html! { <NotOpened key="not-opened" session={session.clone()} {text} {focused} /> }
        }
        (Some(id), _, None) => chunks.editor.table().map_or_else(waiting, |editor| {
            let key = format!("missing {id}");
            let session = session.clone();
            let missing = MissingProps { session, state: state.clone(), id, focused, on_file: on_file.clone() };
            html! { <key={key}>{ (editor.missing)(missing) }</> }
        }),
        (None, BookLocation::View(view, scope), None) => chunks.views.table().map_or_else(waiting, |views| {
            let (session, focus) = (session.clone(), route.focus.clone());
            let (variants, scope) = (props.chunks.variants.clone(), scope.clone());
            let on_new = (!state.is_read_only()).then_some(on_new);
            let page = ViewPageProps { session, rows: rows(), variants, view: *view, scope, focus, replace, on_new };
            html! { <key={view.code()}>{ (views.page)(page) }</> }
        }),
        (None, BookLocation::Take { tool, inputs }, None) => chunks.editor.table().map_or_else(waiting, |editor| {
            let (tool, inputs) = (tool.clone().into(), inputs.clone().into());
            let session = session.clone();
            let variants = props.chunks.variants.clone();
            let take = TakeProps { session, state: state.clone(), rows: rows(), variants, tool, inputs, focused };
            locked("take".to_owned(), (editor.take)(take))
        }),
        (None, BookLocation::List(query), None) => {
            let records = state.book().unreadable().cloned().collect::<Vec<_>>();
            let unreadable = match chunks.upkeep.table() {
                _ if records.is_empty() => Html::default(),
                Some(upkeep) => (upkeep.unreadable)(UnreadableRecordsProps {
                    records,
                    locked: state.is_read_only(),
                    locale: session.locale,
                    on_save: on_save_record,
                    on_remove: request.reform(|kept| UpkeepRequest::Remove(Removal::Unreadable(kept))),
                }),
                None => chunks.placeholder(PageChunk::Upkeep, session.locale),
            };
            html! {
                <DealList key="list" session={session.clone()} state={state.clone()} rows={rows()} query={query.clone()} {set_query}
                    focus={route.focus.clone()} {to_list} {request} {on_new} filters={props.chunks.filters.clone()} paper={props.chunks.paper.clone()} variants={props.chunks.variants.clone()} {unreadable} />
            }
        }
        (None, BookLocation::Files | BookLocation::Trash, None) => waiting(),
        (None, BookLocation::Deal(_) | BookLocation::Log(_), None) => Html::default(),
    };
    // A user who comes back from an unfinished meeting gets a notice.
    let is_back =
        matches!(route.location, BookLocation::List(_) | BookLocation::View(..)) && unfinished.borrow().is_some();
    let unfinished_notice = chunks.editor.table().filter(|_| is_back).map(|editor| {
        (editor.unfinished)(UnfinishedNoticeProps {
            session: session.clone(),
            state: state.clone(),
            unfinished: unfinished.clone(),
        })
    });
    let refused = refused.as_ref().map(|file| (file.name.clone().into(), file.content.clone().into()));
    html! {
        <>
            <NotSaved key="not-saved" status={state.status()} locale={session.locale} on_file={on_backup} {on_retry}
                {on_reload} />
            <div key="took-back" role="status" translate="no">{ rolled_back }</div>
            <RefusedFile key="no-file" file={refused} locale={session.locale} on_dismiss={on_dismiss_file} />
            <div key="demo">
                if session.ports.host.is_demo() {
                    <aside class="notice demo">
                        <p>{ session.text(words::IS_DEMO) }</p>
                        <p><a class="demo__leave" href={session.link_to(Page::Deals)}>{ session.text(words::LEAVE_DEMO) }</a></p>
                    </aside>
                }
            </div>
            <key="upkeep">{ upkeep.unwrap_or_else(|| html! { <>{ awaited() }{ reminder.flatten() }</> }) }</>
            <key="left">{ unfinished_notice }</>
            <key="content">
                if has_content { <div class="deals" ref={node}>{ content }</div> }
            </>
        </>
    }
}

/// The deal to show. After a conflict the user stays with the version they typed, which has a new id: from the first
/// render on, so that no keystroke goes to the other version.
#[hook]
fn use_own_version(open: Option<AttrValue>, conflicts: &[Conflict], rename: Callback<AttrValue>) -> Option<AttrValue> {
    let handled = use_state_eq(|| 0_usize);
    let mut new_conflicts = conflicts.iter().skip(*handled);
    let ours = new_conflicts.rfind(|conflict| open.as_deref() == Some(conflict.theirs.as_str()));
    let ours = ours.map(|conflict| AttrValue::from(conflict.ours.clone()));
    use_effect_with((conflicts.len(), ours.clone()), move |(count, ours)| {
        if let Some(ours) = ours {
            rename.emit(ours.clone());
        }
        // From now on, a link to the other version leads there.
        handled.set(*count);
    });
    ours.or(open)
}
