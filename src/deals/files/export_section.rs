//! The files to save: a full backup, and the list as a table.

use abacus_core::sheet::{List, csv};
use abacus_deals::listing;
use abacus_deals::transfer::list;
use abacus_deals::upkeep::Backup;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::files::words;
use crate::deals::saving::not_opened;
use crate::shell::outbox::DownloadFailed;
use crate::shell::session::Session;
use crate::shell::words as common;

const CSV_TYPE: &str = "text/csv;charset=utf-8";
const XLSX_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

#[derive(PartialEq, Properties)]
pub(crate) struct ExportSectionProps {
    pub(crate) session: Session,
    pub(crate) state: UseReducerHandle<DealBook>,
    pub(crate) backup: Backup,
    pub(crate) on_backup: Callback<MouseEvent>,
}

#[component]
pub(crate) fn ExportSection(props: &ExportSectionProps) -> Html {
    let ExportSectionProps { session, state, backup, on_backup } = props;
    let status = use_state_eq(String::new);

    let deps = (session.clone(), state.clone(), status.setter());
    let on_csv = use_callback(deps.clone(), |_: MouseEvent, (session, state, status)| {
        let text = csv::write(&table(session, state).sheet);
        let name = file(session, "csv");
        let saved = session.ports.outbox.save_bytes(&name, CSV_TYPE, text.as_bytes());
        status.set(export_status(session, saved, &name));
    });
    let on_workbook = use_callback(deps, |_: MouseEvent, (session, state, status)| {
        status.set(session.text(common::MAKING).to_owned());
        let (list, session, status) = (table(session, state).encode(), session.clone(), status.clone());
        let outbox = session.ports.outbox.clone();
        let made = Callback::from(move |bytes: Option<Vec<u8>>| {
            let Some(bytes) = bytes else { return status.set(session.text(common::NO_WORKBOOK).to_owned()) };
            let name = file(&session, "xlsx");
            let saved = session.ports.outbox.save_bytes(&name, XLSX_TYPE, &bytes);
            status.set(export_status(&session, saved, &name));
        });
        outbox.workbook(&list, made);
    });

    // The list would be empty if the book could not be loaded.
    let is_closed = not_opened(state).is_some();
    let is_empty = state.book().records().all(|deal| deal.deleted);
    html! {
        <section class="files__part">
            <h2 class="files__title">{ session.text(words::OUT) }</h2>
            <p class="import__hint">{ session.text(words::OUT_HINT) }</p>
            <p class="files__last" role="status" translate="no">{ words::last_backup(backup, session.locale) }</p>
            <div class="files__actions">
                <button type="button" class="button" onclick={on_backup}>{ session.text(words::BACKUP) }</button>
                <button type="button" class="button" disabled={is_closed} onclick={on_workbook}>{ session.text(words::WORKBOOK) }</button>
                <button type="button" class="button" disabled={is_closed} onclick={on_csv}>{ session.text(words::CSV) }</button>
            </div>
            if is_empty && !is_closed {
                <p class="import__hint">{ session.text(words::NOTHING_TO_LIST) }</p>
            }
            <p class="files__status" role="status" translate="no">{ (*status).clone() }</p>
        </section>
    }
}

/// The deals of the list, in its order.
fn table(session: &Session, state: &DealBook) -> List {
    let listing = listing(state.book(), session.ports.host.today());
    let sheet = list(listing.iter().map(|row| row.deal), session.style);
    List { name: session.text(words::SHEET).to_owned(), sheet }
}

fn file(session: &Session, ending: &str) -> String {
    format!("sales-abacus-deals-{}.{ending}", session.ports.host.today())
}

fn export_status(session: &Session, saved: Result<(), DownloadFailed>, name: &str) -> String {
    match saved {
        Ok(()) => format!("{}{name}", session.text(common::SAVED)),
        Err(DownloadFailed) => session.text(words::NOT_SAVED).to_owned(),
    }
}
