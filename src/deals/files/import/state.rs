//! The state of an import: which file is chosen at, what is to become of it, and what was done.
//!
//! The reducer does no I/O. [`looking`] reads files against the store, [`run`] writes what was settled and takes it
//! back by means of [`transaction`], and [`use_import`] does both when the user wants it.

use std::rc::Rc;

use abacus_deals::transfer::{BadFile, Choice, Encoding, Export, Mapping, Preview, Table, Verdict};
use abacus_vault::journal::{Cause, EntryState, Journal};
use abacus_vault::transaction;
use yew::Reducible;

use crate::state::ports::Store;
pub use abacus_vault::transaction::CommitError;

/// What an import has come to.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum ImportStage {
    /// No file is chosen at.
    #[default]
    Waiting,
    /// This file cannot be imported.
    Refused {
        /// What it is called.
        file: String,
        /// Why not.
        why: BadFile,
    },
    /// This file can be imported, and nothing is written yet.
    Chosen(ChosenFile),
}

/// A file, and what its import would do.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenFile {
    /// What it is called.
    pub file: String,
    /// What is in it.
    pub source: Source,
    /// What its import would do.
    pub preview: Preview,
}

/// What is in a file.
#[derive(Clone, Debug)]
pub enum Source {
    /// An export.
    Export(Rc<Export>),
    /// A table, which of its columns are which of ours, and how its text was read.
    Table(Rc<Table>, Mapping, Encoding),
}

/// Whether it was read from the same file, and is understood the same.
impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Export(one), Self::Export(other)) => Rc::ptr_eq(one, other),
            (Self::Table(one, mapping, _), Self::Table(other, others, _)) => {
                Rc::ptr_eq(one, other) && mapping == others
            }
            _ => false,
        }
    }
}

/// An import that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletedImport {
    /// How to take it back.
    pub journal: Rc<Journal>,
}

/// An import that was taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UndoneImport {
    /// How many records are as they were before.
    pub restored: usize,
    /// How many stay, because they were changed since.
    pub changed: usize,
    /// How many the store refused to take back as yet.
    pub left: usize,
}

/// An import and the last one before it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ImportState {
    stage: ImportStage,
    failure: Option<CommitError>,
    done: Option<CompletedImport>,
    undone_import: Option<UndoneImport>,
    earlier: Option<CompletedImport>,
}

/// What can happen to an import.
#[derive(Clone, Debug, PartialEq)]
pub enum ImportAction {
    /// A file was chosen and chosen at, or chosen at again.
    Look(ImportStage),
    /// Something else is to become of one record.
    Choose(usize, Choice),
    /// Something else is to become of all records of one verdict.
    ChooseAll(Verdict, Choice),
    /// It was carried out.
    Carried(CompletedImport),
    /// It was not.
    Failed(CommitError),
    /// It was taken back, as far as the store let us.
    UndoneImport(UndoneImport),
    /// The last import that can be taken back is this one: maybe that of another tab.
    Found(Option<CompletedImport>),
    /// The import of this journal was taken back by another tab.
    Undone(Journal),
    /// The user looks no longer.
    Close,
    /// The user has read how it went.
    Dismiss,
    /// Everything was deleted: there is nothing to take back.
    Forget,
}

/// The last import, if the store has the way back from it and anything stands as that import left it.
#[must_use]
pub fn undoable_import(store: &dyn Store) -> Option<CompletedImport> {
    // What is being written may yet come to nothing.
    if transaction::is_in_progress(store) != Ok(false) {
        return None;
    }
    let stands = |journal: &Journal| {
        let stored = |key: &str| store.read(key).ok().flatten();
        journal.entries.iter().any(|entry| entry.state(stored(&entry.key).as_deref()) == EntryState::Written)
    };
    let journal = transaction::last_journal(Cause::Import, store).filter(|journal| !journal.undone && stands(journal));
    journal.map(|journal| CompletedImport { journal: Rc::new(journal) })
}

impl ImportState {
    /// No file is chosen at; the last import can still be taken back, see [`undoable_import`].
    #[must_use]
    pub fn after(store: &dyn Store) -> Self {
        Self { earlier: undoable_import(store), ..Self::default() }
    }

    /// What it has come to.
    #[must_use]
    pub const fn stage(&self) -> &ImportStage {
        &self.stage
    }

    /// Why it did not come about.
    #[must_use]
    pub const fn failure(&self) -> Option<CommitError> {
        self.failure
    }

    /// The last import, while taking it back is on offer.
    #[must_use]
    pub const fn done(&self) -> Option<&CompletedImport> {
        self.done.as_ref()
    }

    /// What became of taking the last import back.
    #[must_use]
    pub const fn undone_import(&self) -> Option<UndoneImport> {
        self.undone_import
    }

    /// The last import, of another tab or before this page was opened, while taking it back is on offer and no import
    /// of this page is.
    #[must_use]
    pub fn earlier(&self) -> Option<&CompletedImport> {
        self.earlier.as_ref().filter(|_| self.done.is_none())
    }

    /// The import that the user can take back.
    #[must_use]
    pub fn on_offer(&self) -> Option<&CompletedImport> {
        self.done().or(self.earlier())
    }

    fn choose(&mut self, choose: impl FnOnce(&mut Preview)) {
        if let ImportStage::Chosen(chosen) = &mut self.stage {
            choose(&mut chosen.preview);
        }
    }
}

impl Reducible for ImportState {
    type Action = ImportAction;

    fn reduce(self: Rc<Self>, action: ImportAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            ImportAction::Look(stage) => (next.stage, next.failure) = (stage, None),
            ImportAction::Choose(index, choice) => next.choose(|preview| preview.choose(index, choice)),
            ImportAction::ChooseAll(verdict, choice) => next.choose(|preview| preview.choose_all(verdict, choice)),
            ImportAction::Carried(done) => next = Self { done: Some(done), ..Self::default() },
            ImportAction::Failed(failure) => next.failure = Some(failure),
            ImportAction::UndoneImport(undone_import) => {
                (next.undone_import, next.failure) = (Some(undone_import), None);
                if undone_import.left > 0 {
                    next.done = next.done.or(next.earlier.take());
                } else {
                    (next.done, next.earlier) = (None, None);
                }
            }
            ImportAction::Found(found) => {
                // Another one takes the place of ours.
                next.done.take_if(|done| found.as_ref().is_some_and(|found| found != done));
                next.earlier = found;
            }
            ImportAction::Undone(journal) => drop(next.done.take_if(|done| *done.journal == journal)),
            ImportAction::Close => (next.stage, next.failure) = (ImportStage::Waiting, None),
            ImportAction::Dismiss => {
                // It can still be taken back among the files.
                next.earlier = next.done.take().or(next.earlier);
                (next.undone_import, next.failure) = (None, None);
            }
            ImportAction::Forget => next = Self::default(),
        }
        Rc::new(next)
    }
}
