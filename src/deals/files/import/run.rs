//! Runs an import and undoes it. Everything here has to be called under the lock.

use std::rc::Rc;

use abacus_deals::transfer::{import, prepare, undo_import};
use abacus_vault::journal::{Cause, Journal};
use abacus_vault::transaction::{CommitError, last_journal};
use abacus_vault::{Store, StoreError};

use crate::deals::book::DealBook;
use crate::deals::files::import::inspect::inspect_again;
use crate::deals::files::import::state::{
    CompletedImport, ImportAction, ImportStage, ImportState, UndoneImport, undoable_import,
};
use crate::shell::ports::Ports;

#[derive(Debug, PartialEq)]
pub struct ImportResult {
    pub book: DealBook,
    pub import: Vec<ImportAction>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportWork {
    Import,
    Undo,
}

impl ImportWork {
    /// Before anything is written: rolls back a transaction that another tab left interrupted, and reads every record
    /// again. Unsaved edits are to be saved afterwards.
    ///
    /// # Errors
    /// The error of the store. Then nothing may be written; see [`refused`](Self::refused).
    pub fn prepare(self, state: &ImportState, book: &DealBook, store: &dyn Store) -> Result<DealBook, StoreError> {
        let undoing = self.undoing(state).map(|done| &*done.journal);
        let (mut next, rolled_back) = book.with_vault(|vault| prepare(vault, undoing, store));
        next.note_rolled_back(rolled_back?);
        Ok(next)
    }

    /// The action for an import that could not be prepared.
    pub fn refused(self, state: &ImportState, error: StoreError) -> ImportAction {
        match self.undoing(state) {
            Some(done) => {
                ImportAction::UndoneImport(UndoneImport { left: done.journal.entries.len(), ..UndoneImport::default() })
            }
            None => ImportAction::Failed(CommitError::Store(error)),
        }
    }

    fn undoing(self, state: &ImportState) -> Option<&CompletedImport> {
        state.on_offer().filter(|_| self == Self::Undo)
    }

    #[must_use]
    pub fn run(self, state: &ImportState, book: &DealBook, ports: &Ports) -> ImportResult {
        match self {
            Self::Import => run_import(state, book, ports),
            Self::Undo => run_undo(state, book, ports),
        }
    }
}

fn run_import(state: &ImportState, book: &DealBook, ports: &Ports) -> ImportResult {
    let ImportStage::Chosen(chosen) = state.stage() else {
        return ImportResult { book: book.clone(), import: Vec::new() };
    };
    let (writes, today) = (chosen.preview.writes(), ports.host.today());
    let (book, committed) = book.with_vault(|vault| import(vault, &writes, &chosen.title(), today, &*ports.store));
    let import = match committed {
        Ok(journal) => vec![ImportAction::Completed(CompletedImport { journal: Rc::new(journal) })],
        Err(error) => {
            let again = (error == CommitError::Changed).then(|| ImportAction::Inspected(inspect_again(chosen, ports)));
            again.into_iter().chain([ImportAction::Failed(error)]).collect()
        }
    };
    ImportResult { book, import }
}

fn run_undo(state: &ImportState, book: &DealBook, ports: &Ports) -> ImportResult {
    let Some(done) = state.on_offer() else { return ImportResult { book: book.clone(), import: Vec::new() } };
    let (book, rolled_back) = book.with_vault(|vault| undo_import(vault, &done.journal, &*ports.store));
    let Some(rolled_back) = rolled_back else {
        let nothing = ImportAction::UndoneImport(UndoneImport::default());
        return ImportResult { book, import: [nothing].into_iter().chain(undo_offer(&*ports.store)).collect() };
    };
    let left = rolled_back.left.map_or(0, |(left, _)| left.max(1));
    let undone_import = UndoneImport { restored: rolled_back.restored.len(), changed: rolled_back.changed, left };
    // A file chosen in the meantime was compared with records that are gone now.
    let again = match state.stage() {
        ImportStage::Chosen(chosen) => Some(ImportAction::Inspected(inspect_again(chosen, ports))),
        ImportStage::Waiting | ImportStage::Refused(_) => None,
    };
    ImportResult { book, import: again.into_iter().chain([ImportAction::UndoneImport(undone_import)]).collect() }
}

/// The actions that say which import can be undone, as it is stored now.
pub fn undo_offer(store: &dyn Store) -> Vec<ImportAction> {
    let undone = last_journal(Cause::Import, store).filter(|journal| journal.undone);
    let undone = undone.map(|journal| ImportAction::UndoneElsewhere(Journal { undone: false, ..journal }));
    undone.into_iter().chain([ImportAction::Offered(undoable_import(store))]).collect()
}
