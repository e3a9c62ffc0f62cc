//! The page of the deal book: the list, and each deal under its own fragment.

use abacus_core::page::Page;
use abacus_deals::view::{Place, Rows};
use yew::prelude::*;

use crate::components::event::focus_inside;
use crate::deals::book::{BookAction, UseDealBook, use_deal_book};
use crate::deals::controls::{Message, NoticeButton, StatusBar};
use crate::deals::editor::{Editor, Missing, Take};
use crate::deals::files::{ExportFile, Files, ImportAction, Outcome, RefusedFile, UseFiles, use_files, use_import};
use crate::deals::list::DealList;
use crate::deals::route::{Focus, UseDealRoute, use_deal_route};
use crate::deals::saving::{NotOpened, NotSaved, not_opened, rolled_back};
use crate::deals::upkeep::{Reminders, ThisDevice, TrashPage, use_upkeep};
use crate::deals::views::ViewPage;
use crate::deals::words;
use crate::state::session::Session;
use crate::text::common;
use abacus_vault::Conflict;

#[derive(PartialEq, Properties)]
pub struct DealsPageProps {
    pub session: Session,
}

#[component]
pub fn DealsPage(props: &DealsPageProps) -> Html {
    let session = &props.session;
    let UseDealBook { state, save, save_all } = use_deal_book(&session.ports);
    let UseDealRoute { route, to_list, rename, ask } = use_deal_route(&session.ports);
    let transfer = use_import(&session.ports, &state, &save);
    let upkeep = use_upkeep(session, &state, &route, &transfer, &save);
    let UseFiles { save_file, on_file, refused } = use_files(&session.ports, &upkeep.backed_up);
    let node = use_node_ref();

    // A deal is saved when the user leaves it.
    use_effect_with((route.visit, save), |(_, save)| {
        let save = save.clone();
        move || save.emit(())
    });
    let open = route.open().map(|id| AttrValue::from(id.to_owned()));
    let open = use_own_version(open, state.conflicts(), rename);
    // Only for the views that need them: editing one deal does not wait for thousands of others.
    let cached_rows = use_mut_ref(Rows::default);
    let rows = || {
        let mut cached = cached_rows.borrow_mut();
        *cached = Rows::of(state.book(), &cached);
        cached.clone()
    };

    let on_retry = use_callback(save_all, |_: MouseEvent, save_all| save_all.emit(()));
    let on_reload = use_callback(session.ports.clone(), |_: MouseEvent, ports| ports.host.reload());
    let on_dismiss_rolled_back = use_callback(state.dispatcher(), |_: MouseEvent, dispatcher| {
        dispatcher.dispatch(BookAction::DismissRolledBack);
    });
    let on_backup = use_callback(
        (state.clone(), session.ports.clone(), on_file.clone()),
        |_: MouseEvent, (state, ports, on_file)| on_file.emit(ExportFile::full_backup(&state.clone(), ports)),
    );
    let on_dismiss_file = use_callback(refused.setter(), |_: MouseEvent, refused| refused.set(None));

    let on_undo = transfer.undo.reform(|_: MouseEvent| ());
    let on_dismiss_outcome =
        use_callback((transfer.state.dispatcher(), node.clone()), |_: MouseEvent, (dispatcher, node)| {
            dispatcher.dispatch(ImportAction::Dismiss);
            focus_inside(node, "h1");
        });
    let to_title = use_callback(node.clone(), |(), node| focus_inside(node, "h1"));
    let on_dismiss_message =
        use_callback((upkeep.message.setter(), to_title.clone()), |_: MouseEvent, (message, to_title)| {
            message.set(None);
            to_title.emit(());
        });
    let reminders = matches!(route.place, Place::List(_) | Place::View(_)) && !session.ports.host.is_demo();
    let reminders = reminders.then(|| {
        let (session, state, upkeep) = (session.clone(), state.clone(), upkeep.clone());
        html! { <Reminders {session} {state} {upkeep} on_backup={on_backup.clone()} on_dismissed={to_title} /> }
    });
    let elsewhere = !matches!(route.place, Place::List(_));
    // Undoing would write.
    let done = transfer.state.done().filter(|_| !state.is_read_only()).cloned();
    let outcome = html! {
        <Outcome key="outcome" {done} undone_import={transfer.state.undone_import()} {elsewhere}
            locale={session.locale} {on_undo} on_dismiss={on_dismiss_outcome} />
    };

    let rolled_back = (state.rolled_back() > 0).then(|| {
        let dismiss = NoticeButton::new(session.say(common::DISMISS), &on_dismiss_rolled_back).quiet();
        html! { <StatusBar text={rolled_back(state.rolled_back(), session.locale)} buttons={vec![dismiss]} /> }
    });

    let session = session.clone();
    let focused = route.focus == Focus::Start;
    // The list and the files page show more than that.
    let closed = not_opened(&state).filter(|_| !matches!(route.place, Place::List(_) | Place::Files));
    let content = match (open, route.place, closed) {
        (Some(id), _, _) if state.deal(&id).is_some_and(|deal| !deal.deleted) => {
            let back = format!("#{}", route.back.fragment());
            html! {
                <fieldset key={route.visit} class="deals__locked" disabled={state.is_read_only()}>
                    <Editor {session} state={state.clone()} {id} {focused} {back} {to_list} />
                </fieldset>
            }
        }
        (_, _, Some(text)) => html! { <NotOpened key="not-opened" {session} {text} {focused} /> },
        (Some(id), _, None) => {
            let key = format!("missing {id}");
            html! { <Missing {key} {session} state={state.clone()} {id} {focused} {on_file} /> }
        }
        (None, Place::View(view), None) => {
            html! { <ViewPage key={view.code()} {session} rows={rows()} {view} focus={route.focus} /> }
        }
        (None, Place::Take { tool, inputs }, None) => {
            html! {
                <fieldset key="take" class="deals__locked" disabled={state.is_read_only()}>
                    <Take {session} state={state.clone()} rows={rows()} {tool} {inputs} {focused} />
                </fieldset>
            }
        }
        (None, Place::List(query), None) => html! {
            <DealList key="list" {session} state={state.clone()} rows={rows()} {query} {ask} focus={route.focus} {to_list} {save_file}
                on_pick={transfer.pick.clone()} on_remove={upkeep.remove.clone()} />
        },
        (None, Place::Files, None) => {
            let backup = upkeep.backup.backup.clone();
            let device = html! {
                <ThisDevice session={session.clone()} state={state.clone()} upkeep={upkeep.clone()} on_backup={on_backup.clone()} />
            };
            html! {
                <Files key="files" {session} state={state.clone()} {backup} {transfer} {focused} on_backup={on_backup.clone()} {on_file}>
                    { device }
                </Files>
            }
        }
        (None, Place::Trash, None) => {
            html! { <TrashPage key="trash" {session} state={state.clone()} upkeep={upkeep.clone()} {focused} /> }
        }
        (None, Place::Deal(_), None) => Html::default(),
    };
    let refused = refused.as_ref().map(|file| (file.name.clone().into(), file.content.clone().into()));
    html! {
        <>
            <NotSaved key="not-saved" status={state.status()} locale={props.session.locale} on_file={on_backup} {on_retry}
                {on_reload} />
            <div key="took-back" role="status">{ rolled_back }</div>
            <RefusedFile key="no-file" file={refused} locale={props.session.locale} on_dismiss={on_dismiss_file} />
            <div key="demo">
                if props.session.ports.host.is_demo() {
                    <aside class="notice demo">
                        <p>{ props.session.say(words::IS_DEMO) }</p>
                        <p><a class="demo__leave" href={props.session.link_to(Page::Deals)}>{ props.session.say(words::LEAVE_DEMO) }</a></p>
                    </aside>
                }
            </div>
            { outcome }
            <Message key="message" message={(*upkeep.message).clone()} locale={props.session.locale} on_dismiss={on_dismiss_message} />
            <div key="reminders">{ reminders }</div>
            <div key="content" class="deals" ref={node}>{ content }</div>
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
        // From now on a link to the other version is followed.
        handled.set(*count);
    });
    ours.or(open)
}
