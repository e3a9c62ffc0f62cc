//! Files that a person can take along.

use abacus_core::deals::{Kept, export};
use abacus_core::journal::{Entry, Journal};
use abacus_core::scenarios::raw_file;
use yew::prelude::*;

use crate::state::deal_book::DealBook;
use crate::state::ports::Ports;
use crate::state::stored::{everything, name_of_book};

/// A file for the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct File {
    pub(super) name: String,
    media_type: &'static str,
    pub(super) content: String,
    /// Whether everything is in it.
    is_backup: bool,
}

impl File {
    /// Everything in the book, and what else is stored. Of a book that is not opened, all that is stored as it stands.
    pub(super) fn all(state: &DealBook, ports: &Ports) -> Self {
        let name = format!("sales-abacus-{}.json", ports.host.today());
        // Before everything is read, so that the name is in it, unless nothing may be written. A file without is better than none.
        let _named = (state.is_loaded() && !state.is_read_only()).then(|| name_of_book(ports));
        let stored = everything(&*ports.store);
        let mut book = state.book().clone();
        if !state.is_loaded() {
            stored.iter().for_each(|(key, text)| book.read(key, text));
        }
        Self { name, media_type: "application/json", content: export(&book, &stored), is_backup: true }
    }

    fn raw(entries: &[(String, String)]) -> Self {
        let name = "sales-abacus-raw.json".to_owned();
        Self { name, media_type: "application/json", content: raw_file(entries), is_backup: false }
    }

    /// The records as they were before they were written together, unread and unchanged.
    pub(super) fn before(journal: &Journal) -> Self {
        let before = |entry: &Entry| Some((entry.key.clone(), entry.before.clone()?));
        Self::raw(&journal.entries.iter().filter_map(before).collect::<Vec<_>>())
    }

    /// A record that could not be read, byte for byte.
    pub(super) fn record(kept: &Kept) -> Self {
        let name = format!("{}.txt", kept.key.replace(':', "-"));
        Self { name, media_type: "text/plain", content: kept.text.clone(), is_backup: false }
    }
}

/// Hands out a file, or else remembers it, so that its content can be shown: it may be all that is left. `backed_up` is
/// told of a backup that was handed out.
#[hook]
pub(super) fn use_files(ports: &Ports, backed_up: &Callback<()>) -> (Callback<File>, UseStateHandle<Option<File>>) {
    let refused = use_state_eq(|| None::<File>);
    let deps = (ports.clone(), refused.setter(), backed_up.clone());
    let on_file = use_callback(deps, |file: File, (ports, refused, backed_up)| {
        let saved = ports.host.save_file(&file.name, file.media_type, &file.content);
        if saved.is_ok() && file.is_backup {
            backed_up.emit(());
        }
        refused.set(saved.is_err().then_some(file));
    });
    (on_file, refused)
}
