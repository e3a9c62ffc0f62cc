//! Runs an import and undoes it. Everything here must be called under the lock.

use std::rc::Rc;

use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};
use abacus_deals::transfer::{Touched, import, prepare, read_again, undo_import};
use abacus_vault::journal::{Cause, Journal};
use abacus_vault::transaction::{CommitError, Paces, last_journal_with};
use abacus_vault::{Store, StoreError};

use crate::deals::book::DealBook;
use crate::deals::files::import::inspect::{Part, inspect_again_with};
use crate::deals::files::import::state::{
    CompletedImport, ImportAction, ImportStage, ImportState, UndoneImport, undoable_import,
};
use crate::shell::ports::Ports;
use crate::shell::slices::PhasedPace;

/// The result of the work, for the state of the import and for the book.
#[derive(Debug, Default, PartialEq)]
pub struct ImportResult {
    pub import: Vec<ImportAction>,
    touched: Vec<Touched>,
}

/// How many records the book reads at a time: what a slow phone can do between two frames.
const PIECE: usize = 100;

impl ImportResult {
    /// The steps that bring the book up to date with the store. Each is a small piece of work on the then-current book.
    pub fn steps(&self) -> impl ExactSizeIterator<Item = impl FnOnce(&DealBook, &dyn Store) -> DealBook + '_> {
        self.touched.chunks(PIECE).map(|piece| {
            move |book: &DealBook, store: &dyn Store| book.with_vault(|vault| read_again(vault, piece, store)).0
        })
    }
}

/// The progress observers of the work.
#[derive(Clone, Copy)]
pub struct Watches<'a> {
    /// Writing, which the user can stop.
    pub work: &'a dyn PhasedPace<Part>,
    /// Rolling back, which nobody can stop.
    pub roll_back: &'a dyn PhasedPace<Part>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportWork {
    Import,
    Undo,
}

impl ImportWork {
    /// Before the write: rolls back a transaction that another tab left interrupted. Returns the keys by which the book
    /// then [follows](crate::deals::book::follow) the store, in pieces. Unsaved edits must be saved afterwards.
    ///
    /// # Errors
    /// The error of the store. Then nothing may be written; see [`refused`](Self::refused).
    pub fn prepare(
        self,
        state: &ImportState,
        book: &DealBook,
        store: &dyn Store,
    ) -> Result<(DealBook, Vec<Vec<String>>), StoreError> {
        let undoing = self.undoing(state).map(|done| &*done.journal);
        let mut next = book.clone();
        next.note_rolled_back(prepare(undoing, store)?);
        let pieces = next.key_batches(PIECE, store)?;
        Ok((next, pieces))
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

    /// Does the work in one go. The book is updated with [`ImportResult::steps`].
    #[must_use]
    pub fn run(self, state: &ImportState, ports: &Ports) -> ImportResult {
        run_to_end(self.run_with(state, ports, Watches { work: &NeverYield, roll_back: &NeverYield }))
            .unwrap_or_default()
    }

    /// The same in slices.
    pub async fn run_with(self, state: &ImportState, ports: &Ports, watches: Watches<'_>) -> ImportResult {
        match self {
            Self::Import => run_import(state, ports, watches).await,
            Self::Undo => run_undo(state, ports, watches).await,
        }
    }
}

async fn run_import(state: &ImportState, ports: &Ports, watches: Watches<'_>) -> ImportResult {
    let ImportStage::Chosen(chosen) = state.stage() else { return ImportResult::default() };
    let today = ports.host.today();
    watches.work.begin(Part::Writing);
    watches.roll_back.begin(Part::RollingBack);
    let Ok(writes) = chosen.preview.writes_with(watches.work).await else {
        return ImportResult { touched: Vec::new(), import: vec![ImportAction::Failed(CommitError::Stopped)] };
    };
    let paces: Paces<'_, dyn Pace + '_> = Paces { commit: watches.work, roll_back: watches.roll_back };
    let import = match import(&writes, &chosen.title(), today, &*ports.store, paces).await {
        Ok(journal) => vec![ImportAction::Completed(CompletedImport { journal: Rc::new(journal) })],
        Err(error) => {
            let mut told = Vec::new();
            if error == CommitError::Changed {
                told.push(ImportAction::Inspected(inspect_again_with(chosen, ports, watches.roll_back).await));
            }
            told.push(ImportAction::Failed(error));
            // An earlier import can no longer be undone: its journal was replaced.
            told.extend(undo_offer_with(&*ports.store, watches.roll_back).await.unwrap_or_default());
            told
        }
    };
    let touched = Touched::by_writes(&writes);
    watches.roll_back.begin(Part::Updating);
    for write in writes {
        drop(write);
        let _never_stopped = yield_if_due(watches.roll_back, 0, 0).await;
    }
    ImportResult { touched, import }
}

async fn run_undo(state: &ImportState, ports: &Ports, watches: Watches<'_>) -> ImportResult {
    let Some(done) = state.on_offer() else { return ImportResult::default() };
    watches.roll_back.begin(Part::RollingBack);
    let Some(rolled_back) = undo_import(&done.journal, &*ports.store, watches.roll_back).await else {
        let nothing = ImportAction::UndoneImport(UndoneImport::default());
        let offer = undo_offer_with(&*ports.store, watches.roll_back).await.unwrap_or_default();
        let import = [nothing].into_iter().chain(offer).collect();
        return ImportResult { touched: Vec::new(), import };
    };
    let left = rolled_back.left.map_or(0, |(left, _)| left.max(1));
    let undone_import = UndoneImport { restored: rolled_back.restored.len(), changed: rolled_back.changed, left };
    let mut import = Vec::new();
    // A file chosen in the meantime was compared with records that no longer exist.
    if let ImportStage::Chosen(chosen) = state.stage() {
        import.push(ImportAction::Inspected(inspect_again_with(chosen, ports, watches.roll_back).await));
    }
    import.push(ImportAction::UndoneImport(undone_import));
    ImportResult { touched: Touched::by_undoing(&done.journal), import }
}

/// The actions that report which import can be undone, according to the store.
pub fn undo_offer(store: &dyn Store) -> Vec<ImportAction> {
    run_to_end(undo_offer_with(store, &NeverYield)).and_then(Result::ok).unwrap_or_default()
}

/// The same in slices: a journal may contain thousands of records.
///
/// # Errors
/// [`Stopped`].
pub async fn undo_offer_with(store: &dyn Store, pace: &dyn Pace) -> Result<Vec<ImportAction>, Stopped> {
    let last = last_journal_with(Cause::Import, store, pace).await?;
    if let Some(journal) = last.as_ref().filter(|journal| journal.undone) {
        let undone = Journal { undone: false, ..journal.clone() };
        return Ok(vec![ImportAction::UndoneElsewhere(undone), ImportAction::Offered(None)]);
    }
    Ok(vec![ImportAction::Offered(undoable_import(last, store, pace).await?)])
}
