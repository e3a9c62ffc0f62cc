use abacus_deals::{Deal, export};
use abacus_vault::UnreadableRecord;
use abacus_vault::journal::{Entry, Journal};
use abacus_vault::raw_file;
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::shell::ports::Ports;
use crate::shell::stored::{everything, name_of_book};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExportFile {
    pub(crate) name: String,
    media_type: &'static str,
    pub(crate) content: String,
    is_backup: bool,
}

impl ExportFile {
    /// If the book could not be loaded, it contains all records as they are stored.
    pub(crate) fn full_backup(state: &DealBook, ports: &Ports) -> Self {
        let name = format!("sales-abacus-{}.json", ports.host.today());
        // Written first, so that the backup contains it. If nothing may be written, a backup without it is better than
        // none.
        let _named = (state.is_loaded() && !state.is_read_only()).then(|| name_of_book(ports));
        let stored = everything(&*ports.store);
        let mut book = state.book().clone();
        if !state.is_loaded() {
            stored.iter().for_each(|(key, text)| book.read(key, text));
        }
        Self {
            name,
            media_type: "application/json",
            content: export(&book, &stored, ports.host.today()),
            is_backup: true,
        }
    }

    fn raw(entries: &[(String, String)]) -> Self {
        let name = "sales-abacus-raw.json".to_owned();
        Self { name, media_type: "application/json", content: raw_file(entries), is_backup: false }
    }

    /// The records as they were before the transaction of this journal, unparsed and unchanged.
    pub(crate) fn before_transaction(journal: &Journal) -> Self {
        let before = |entry: &Entry| Some((entry.key.clone(), entry.before.clone()?));
        Self::raw(&journal.entries.iter().filter_map(before).collect::<Vec<_>>())
    }

    /// An unreadable record, byte for byte.
    pub(crate) fn unreadable_record(kept: &UnreadableRecord<Deal>) -> Self {
        let name = format!("{}.txt", kept.key.replace(':', "-"));
        Self { name, media_type: "text/plain", content: kept.text.clone(), is_backup: false }
    }
}

/// Returns whether the browser accepted the file.
pub(crate) type SaveFile = Callback<ExportFile, bool>;

pub(crate) struct UseFiles {
    /// Saves a file, or remembers it if the browser refused.
    pub(crate) save_file: SaveFile,
    /// Like `save_file`, for callers that do not need the result.
    pub(crate) on_file: Callback<ExportFile>,
    /// The file that the browser refused. Its content is shown, because it may be the only copy.
    pub(crate) refused: UseStateHandle<Option<ExportFile>>,
}

/// `backed_up` is called after a backup was saved.
#[hook]
pub(crate) fn use_files(ports: &Ports, backed_up: &Callback<()>) -> UseFiles {
    let refused = use_state_eq(|| None::<ExportFile>);
    let deps = (ports.clone(), refused.setter(), backed_up.clone());
    let save_file = use_callback(deps, |file: ExportFile, (ports, refused, backed_up)| {
        let is_taken = ports.host.save_file(&file.name, file.media_type, &file.content).is_ok();
        if is_taken && file.is_backup {
            backed_up.emit(());
        }
        refused.set((!is_taken).then_some(file));
        is_taken
    });
    let on_file = use_callback(save_file.clone(), |file: ExportFile, save_file| {
        let _shown_instead = save_file.emit(file);
    });
    UseFiles { save_file, on_file, refused }
}
