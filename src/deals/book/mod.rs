//! The state of the deal book: the deals, what is being done with them, and whether they are kept.
//!
//! The reducer does no I/O. [`saving`] reads and writes the store and reports what happened as
//! actions, and [`use_deal_book`] does that at the right moments; [`use_stored_deals`] only reads.

pub mod hook;
pub mod saving;

use std::rc::Rc;

use abacus_deals::{Book, Deal, Edit};
use yew::Reducible;

pub use hook::{UseDealBook, use_deal_book, use_stored_deals};
pub use saving::refresh;

use crate::state::ports::StoreError;

/// Whether everything that was entered is kept on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is.
    Saved,
    /// It will be in a moment.
    Saving,
    /// It is not.
    NotSaved(Problem),
    /// A newer version of the app wrote some of the records: until that is back, nothing may be written.
    ReadOnly {
        /// The format of those records.
        schema: u64,
        /// Whether something that was entered before is not kept.
        unsaved: bool,
    },
}

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The store refused.
    Store(StoreError),
    /// The browser does not let this page store anything any more, though it did when the page was opened.
    Withdrawn,
    /// Records were removed from the store, and not by us: they are put back only when asked for.
    Cleared,
}

/// A deal that another tab changed at the same time: both versions were kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The id of the deal as the other tab left it.
    pub theirs: String,
    /// The new id of the deal as it was changed here.
    pub ours: String,
}

/// Something that was taken away from a deal, and the change that brings it back.
#[derive(Clone, Debug, PartialEq)]
pub struct Removed {
    /// The deal.
    pub deal: String,
    /// The change.
    pub restoring: Edit,
}

/// The deal book.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct DealBook {
    // First, so that two states are told apart by it before their thousands of deals are compared.
    changes: u32,
    book: Book,
    draft: Option<Deal>,
    deleted: Option<String>,
    conflicts: Vec<Conflict>,
    removed: Option<Removed>,
    loaded: bool,
    problem: Option<StoreError>,
    taken_back: usize,
}

/// What can happen to the deal book.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A new deal under this id is shown. It enters the book with the first edit.
    Begin(String),
    /// A deal was changed here.
    Edit(String, Box<Edit>),
    /// What was last taken away from a deal is wanted back.
    Restore,
    /// A deal was deleted here.
    Delete(String),
    /// A deletion was undone here.
    Undelete(String),
    /// The offer to undo the last deletion was declined.
    Dismiss,
    /// The whole store was read: keys and texts.
    Loaded(Vec<(String, String)>),
    /// So many records are as they were before an import that had broken off half-way.
    TookBack(usize),
    /// The user has read that.
    DismissTookBack,
    /// Some records were read again: keys and texts.
    Read(Vec<(String, String)>),
    /// The records of these deals are gone from the store.
    Lost(Vec<String>),
    /// The records of these deals were taken out of the store here.
    Forget(Vec<String>),
    /// The user wants the lost deals stored again.
    PutBack,
    /// An attempt to store a deal.
    Attempted {
        /// The deal.
        id: String,
        /// What its key held just before.
        stored: Option<String>,
        /// The id that ours was to take in case of a conflict.
        new_id: String,
        /// What was stored, if that succeeded.
        written: Option<Box<Deal>>,
    },
    /// All attempts are over: why not all succeeded, if so.
    Settled(Option<StoreError>),
}

impl Action {
    /// Whether it is something that the user changes.
    const fn is_change(&self) -> bool {
        matches!(
            self,
            Self::Begin(_) | Self::Edit(..) | Self::Restore | Self::Delete(_) | Self::Undelete(_) | Self::PutBack
        )
    }
}

impl DealBook {
    /// The deals and the records that could not be read.
    #[must_use]
    pub const fn book(&self) -> &Book {
        &self.book
    }

    /// The deal to show under an id, deleted or not: one of the book, or the new one.
    #[must_use]
    pub fn deal(&self, id: &str) -> Option<&Deal> {
        self.book.get(id).or_else(|| self.draft.as_ref().filter(|draft| draft.id == id))
    }

    /// The last deal deleted here, while undoing that is on offer.
    #[must_use]
    pub fn deleted(&self) -> Option<&Deal> {
        self.deleted.as_deref().and_then(|id| self.book.get(id)).filter(|deal| deal.deleted)
    }

    /// The conflicts with other tabs, the last one last.
    #[must_use]
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// What was last taken away from a deal, while bringing it back is on offer: until the next change to it.
    #[must_use]
    pub fn removed(&self, id: &str) -> Option<&Edit> {
        self.removed.as_ref().filter(|removed| removed.deal == id).map(|removed| &removed.restoring)
    }

    /// Whether everything is kept.
    #[must_use]
    pub fn status(&self) -> Status {
        if let Some(schema) = self.book.newer_schema() {
            return Status::ReadOnly { schema, unsaved: self.book.unsaved().next().is_some() };
        }
        match self.problem {
            Some(StoreError::Denied) if self.loaded => Status::NotSaved(Problem::Withdrawn),
            Some(error) => Status::NotSaved(Problem::Store(error)),
            None if !self.loaded => Status::Saving,
            None if self.book.lost().next().is_some() => Status::NotSaved(Problem::Cleared),
            None if self.book.unsaved().next().is_some() => Status::Saving,
            None => Status::Saved,
        }
    }

    /// Whether changes wait for their first attempt to be stored.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.problem.is_none() && !self.is_read_only() && self.book.unsaved().next().is_some()
    }

    /// Whether something that was entered goes with this page: it is not kept, and will not be in a moment.
    #[must_use]
    pub fn is_at_risk(&self) -> bool {
        match self.status() {
            Status::Saved | Status::Saving => false,
            Status::NotSaved(_) | Status::ReadOnly { .. } => self.book.unsaved().next().is_some(),
        }
    }

    /// Whether nothing can be changed, because a newer version of the app wrote some of the records.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.book.newer_schema().is_some()
    }

    /// How many records are as they were before an import that had broken off half-way, until that was read.
    #[must_use]
    pub const fn taken_back(&self) -> usize {
        self.taken_back
    }

    /// Grows with every change made here, and with nothing else.
    #[must_use]
    pub const fn changes(&self) -> u32 {
        self.changes
    }

    /// Whether the store has been read, before which nothing may be written.
    #[must_use]
    pub const fn is_loaded(&self) -> bool {
        self.loaded
    }

    /// Whether a deal is deleted, and stored as that.
    fn is_in_trash(&self, id: &str) -> bool {
        self.book.get(id).is_some_and(|deal| deal.deleted) && !self.book.unsaved().any(|unsaved| unsaved == id)
    }

    fn edit(&mut self, id: &str, edit: Edit) {
        if self.book.get(id).is_none() && self.draft.take_if(|draft| draft.id == id).is_some() {
            // Ids are made up afresh: one that is refused cannot have been shown.
            let _refused = self.book.create(id);
        }
        let restoring = self.book.get(id).and_then(|deal| deal.restoring(&edit));
        self.removed = restoring.map(|restoring| Removed { deal: id.to_owned(), restoring });
        let _unknown = self.book.apply(id, edit);
        self.changes = self.changes.wrapping_add(1);
    }

    fn loaded(&mut self, records: &[(String, String)]) {
        self.read(records);
        self.loaded = true;
    }

    fn read(&mut self, records: &[(String, String)]) {
        for (key, text) in records {
            self.book.read(key, text);
        }
    }

    /// Repeats on the book what [`saving::save`] did on its copy.
    fn attempted(&mut self, id: String, stored: Option<&str>, new_id: &str, written: Option<&Deal>) {
        if let Ok(Some(tried)) = self.book.to_write(&id, stored, new_id)
            && tried.id != id
        {
            self.conflicts.push(Conflict { theirs: id, ours: tried.id });
        }
        if let Some(written) = written {
            self.book.saved(written);
        }
    }
}

impl Reducible for DealBook {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if self.is_read_only() && action.is_change() {
            return self;
        }
        let mut next = Self::clone(&self);
        match action {
            Action::Begin(id) => next.draft = Some(Deal::new(&id)),
            Action::Edit(id, edit) => next.edit(&id, *edit),
            Action::Restore => {
                if let Some(Removed { deal, restoring }) = next.removed.take() {
                    next.edit(&deal, restoring);
                }
            }
            Action::Delete(id) => {
                if next.book.delete(&id).is_ok() {
                    next.deleted = Some(id);
                    next.changes = next.changes.wrapping_add(1);
                }
            }
            Action::Undelete(id) => {
                if next.book.undelete(&id).is_ok() {
                    next.deleted.take_if(|deleted| *deleted == id);
                    next.changes = next.changes.wrapping_add(1);
                }
            }
            Action::Dismiss => next.deleted = None,
            Action::Loaded(records) => next.loaded(&records),
            Action::Read(records) => next.read(&records),
            // Deleted deals alone: another tab emptied the trash, or their time was over.
            Action::Lost(ids) if ids.iter().all(|id| next.is_in_trash(id)) => {
                ids.iter().for_each(|id| next.book.forget(id));
            }
            Action::Lost(ids) => {
                for id in &ids {
                    // One that is not in the book is not missed.
                    let _unknown = next.book.lose(id);
                }
            }
            Action::Forget(ids) => ids.iter().for_each(|id| next.book.forget(id)),
            Action::PutBack => next.book.put_back(),
            Action::Attempted { id, stored, new_id, written } => {
                next.attempted(id, stored.as_deref(), &new_id, written.as_deref());
            }
            Action::Settled(problem) => next.problem = problem,
            Action::TookBack(count) => next.taken_back = count,
            Action::DismissTookBack => next.taken_back = 0,
        }
        Rc::new(next)
    }
}
