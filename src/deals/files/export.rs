//! Files that a person can take along.

use abacus_deals::{Deal, export};
use abacus_vault::UnreadableRecord;
use abacus_vault::journal::{Entry, Journal};
use abacus_vault::raw_file;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::state::ports::Ports;
use crate::state::stored::{everything, name_of_book};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct File {
    pub(crate) name: String,
    media_type: &'static str,
    pub(crate) content: String,
    /// Whether everything is in it.
    is_backup: bool,
}

impl File {
    /// Everything in the book, and what else is stored. Of a book that is not opened, all that is stored as it stands.
    pub(crate) fn all(state: &DealBook, ports: &Ports) -> Self {
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
    pub(crate) fn before(journal: &Journal) -> Self {
        let before = |entry: &Entry| Some((entry.key.clone(), entry.before.clone()?));
        Self::raw(&journal.entries.iter().filter_map(before).collect::<Vec<_>>())
    }

    /// A record that could not be read, byte for byte.
    pub(crate) fn record(kept: &UnreadableRecord<Deal>) -> Self {
        let name = format!("{}.txt", kept.key.replace(':', "-"));
        Self { name, media_type: "text/plain", content: kept.text.clone(), is_backup: false }
    }
}

/// Hands out a file, and says whether the browser took it.
pub(crate) type HandOut = Callback<File, bool>;

pub(crate) struct UseFiles {
    /// Hands one out, or else remembers it.
    pub(crate) hand_out: HandOut,
    /// The same, where nothing depends on that.
    pub(crate) on_file: Callback<File>,
    /// The one that the browser did not take, so that its content can be shown: it may be all that is left.
    pub(crate) refused: UseStateHandle<Option<File>>,
}

/// `backed_up` is told of a backup that was handed out.
#[hook]
pub(crate) fn use_files(ports: &Ports, backed_up: &Callback<()>) -> UseFiles {
    let refused = use_state_eq(|| None::<File>);
    let deps = (ports.clone(), refused.setter(), backed_up.clone());
    let hand_out = use_callback(deps, |file: File, (ports, refused, backed_up)| {
        let is_taken = ports.host.save_file(&file.name, file.media_type, &file.content).is_ok();
        if is_taken && file.is_backup {
            backed_up.emit(());
        }
        refused.set((!is_taken).then_some(file));
        is_taken
    });
    let on_file = use_callback(hand_out.clone(), |file: File, hand_out| {
        let _shown_instead = hand_out.emit(file);
    });
    UseFiles { hand_out, on_file, refused }
}
