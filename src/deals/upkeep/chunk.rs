//! What this room adds to the page: messages and reminders above the content, and two pages of its own.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_deals::view::BookLocation;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::controls::Message;
use crate::deals::files::{ExportFile, Files, ImportAction, Outcome, WorkbookReader, use_import};
use crate::deals::route::{DealRoute, Focus};
use crate::deals::saving::{UnreadableRecords, UnreadableRecordsProps};
use crate::deals::upkeep::hook::use_upkeep;
use crate::deals::upkeep::migration::use_migration;
use crate::deals::upkeep::pending_changes::PendingChanges;
use crate::deals::upkeep::reminders::Reminders;
use crate::deals::upkeep::requests::{UpkeepRequest, UpkeepRequests};
use crate::deals::upkeep::this_device::ThisDevice;
use crate::deals::upkeep::trash::TrashPage;
use crate::shell::chunk::Chunk;
use crate::shell::event::focus_inside;
use crate::shell::session::Session;

pub struct UpkeepChunk {
    pub(crate) show: fn(UpkeepProps) -> Html,
    /// The records that cannot be read, below the list.
    pub(crate) unreadable: fn(UnreadableRecordsProps) -> Html,
}

pub static UPKEEP: UpkeepChunk = UpkeepChunk {
    show: |props| html! { <Upkeep ..props /> },
    unreadable: |props| html! { <UnreadableRecords ..props /> },
};

#[derive(PartialEq, Properties)]
pub(crate) struct UpkeepProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) route: DealRoute,
    pub(crate) workbooks: Chunk<&'static WorkbookReader>,
    /// Whether the page shows content of this room.
    pub(crate) is_open: bool,
    pub(crate) requests: UpkeepRequests,
    pub(crate) pending_changes: Rc<RefCell<PendingChanges>>,
    /// Stores unsaved edits.
    pub(crate) save: Callback<()>,
    pub(crate) on_backup: Callback<MouseEvent>,
    pub(crate) on_file: Callback<ExportFile>,
    /// Moves the focus to the title of another page.
    pub(crate) to_title: Callback<()>,
}

#[component]
fn Upkeep(props: &UpkeepProps) -> Html {
    let UpkeepProps { session, state, route, requests, save, on_backup, .. } = props;
    let is_migrated = use_migration(state, &session.ports, save);
    let transfer = use_import(&session.ports, state, save, &props.workbooks);
    let upkeep = use_upkeep(session, state, route, &transfer, save, &props.pending_changes);
    let backup = use_callback(
        (state.clone(), session.ports.clone(), props.on_file.clone()),
        // A clone reads the current state.
        |(), (state, ports, on_file)| on_file.emit(ExportFile::full_backup(&state.clone(), ports)),
    );
    let put_off = upkeep.backup.put_off.clone();
    let deps = (transfer.pick.clone(), upkeep.remove.clone(), backup, upkeep.backed_up.clone(), put_off);
    let run = use_callback(deps, |request: UpkeepRequest, (pick, remove, backup, backed_up, put_off)| match request {
        UpkeepRequest::PickFiles => pick.emit(()),
        UpkeepRequest::Remove(removal) => remove.emit(removal),
        UpkeepRequest::Backup => backup.emit(()),
        UpkeepRequest::BackedUp => backed_up.emit(()),
        UpkeepRequest::PostponeReminder => put_off.emit(()),
    });
    use_effect_with((requests.clone(), run), |(requests, run)| requests.run_with(run));

    let node = use_node_ref();
    let to_title = use_callback((node.clone(), props.to_title.clone()), |(), (node, elsewhere)| {
        focus_inside(node, "h1");
        elsewhere.emit(());
    });
    let on_undo = transfer.undo.reform(|_: MouseEvent| ());
    let on_dismiss_outcome =
        use_callback((transfer.state.dispatcher(), to_title.clone()), |_: MouseEvent, (dispatcher, to_title)| {
            dispatcher.dispatch(ImportAction::Dismiss);
            to_title.emit(());
        });
    let on_dismiss_message =
        use_callback((upkeep.message.setter(), to_title.clone()), |_: MouseEvent, (message, to_title)| {
            message.set(None);
            to_title.emit(());
        });
    let elsewhere = !matches!(route.location, BookLocation::List(_));
    // Undo is not offered, because it would write.
    let done = transfer.state.done().filter(|_| !state.is_read_only()).cloned();
    let undone_import = transfer.state.undone_import();
    let reminders =
        matches!(route.location, BookLocation::List(_) | BookLocation::View(..)) && !session.ports.host.is_demo();
    let reminders = reminders.then(|| {
        let (session, state, upkeep) = (session.clone(), state.clone(), upkeep.clone());
        html! { <Reminders {session} {state} {upkeep} {on_backup} on_dismissed={to_title} /> }
    });
    let (locale, message) = (session.locale, (*upkeep.message).clone());

    let (session, state) = (session.clone(), state.clone());
    let focused = route.focus == Focus::Start;
    let page = match route.location {
        BookLocation::Files => {
            let backup = upkeep.backup.backup.clone();
            let device = html! { <ThisDevice session={session.clone()} state={state.clone()} {upkeep} {on_backup} /> };
            html! {
                <Files key="files" {session} {state} {backup} {transfer} {is_migrated} {focused} {on_backup}
                    on_file={&props.on_file}>
                    { device }
                </Files>
            }
        }
        _ => html! { <TrashPage key="trash" {session} {state} {upkeep} {focused} /> },
    };
    html! {
        <>
            <Outcome key="outcome" {done} {undone_import} {elsewhere} {locale} {on_undo} on_dismiss={on_dismiss_outcome} />
            <Message key="message" {message} {locale} on_dismiss={on_dismiss_message} />
            <div key="reminders">{ reminders }</div>
            if props.is_open {
                <div key="page" class="deals" ref={node}>{ page }</div>
            }
        </>
    }
}
