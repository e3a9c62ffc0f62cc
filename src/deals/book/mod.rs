//! The deal book of a page: the deals, the edits in progress, and whether they are stored.
//!
//! The reducer does no I/O. [`saving`] reads and writes the store and returns the next state. [`use_deal_book`] calls
//! it at the right moments; [`use_stored_deals`] only reads.

mod begin;
mod change;
mod hook;
pub mod saving;
mod shown;

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_deals::{Book, Deal, Edit, Vault};
use abacus_vault::{Conflict, Saved, Status, Store, StoreError};
use yew::Reducible;

use change::Removed;

pub use begin::{begin, keep_salesperson, salesperson};
pub use change::Change;
pub(crate) use hook::use_saving;
pub use hook::{UseDealBook, use_deal_book, use_stored_deals};
pub use saving::{follow, refresh};
pub use shown::ShownDeal;

#[derive(Clone, Debug, PartialEq, Default)]
pub struct DealBook {
    // First, so that comparing two states rarely has to compare thousands of deals.
    changes: u32,
    vault: Vault,
    draft: Option<Deal>,
    deleted: Option<String>,
    conflicts: Vec<Conflict>,
    removed: Option<Removed>,
    rolled_back: usize,
}

pub enum BookAction {
    /// Shows a new deal with this id, created on this day. It enters the book with the first edit.
    Begin(String, Date),
    /// Sets the salesperson of the new deal. That alone does not put it into the book.
    BeginWith(String),
    Change(ShownDeal, Rc<dyn Change>),
    /// Restores the last thing removed from a deal.
    Restore,
    Delete(ShownDeal),
    Undelete(String),
    DismissDeleted,
    DismissRolledBack,
    /// Replaces the state after the store was read or written.
    Become(Box<DealBook>),
}

impl BookAction {
    pub fn edit(shown: ShownDeal, edit: Edit) -> Self {
        Self::Change(shown, Rc::new(edit))
    }

    /// Whether the action changes what is stored.
    const fn is_change(&self) -> bool {
        matches!(
            self,
            Self::Begin(..)
                | Self::BeginWith(_)
                | Self::Change(..)
                | Self::Restore
                | Self::Delete(_)
                | Self::Undelete(_)
        )
    }
}

impl DealBook {
    pub const fn book(&self) -> &Book {
        self.vault.book()
    }

    #[must_use]
    pub fn with_vault<T>(&self, work: impl FnOnce(&mut Vault) -> T) -> (Self, T) {
        let mut next = self.clone();
        let done = work(&mut next.vault);
        (next, done)
    }

    /// The deal with this id, deleted or not: from the book, or the new one.
    pub fn deal(&self, id: &str) -> Option<&Deal> {
        self.book().get(id).or_else(|| self.draft.as_ref().filter(|draft| draft.id == id))
    }

    pub fn shown(&self, id: &str) -> ShownDeal {
        ShownDeal::new(id.to_owned(), &self.conflicts)
    }

    /// The last deal deleted here, while undo is offered.
    pub fn deleted(&self) -> Option<&Deal> {
        self.deleted.as_deref().and_then(|id| self.book().get(id)).filter(|deal| deal.deleted)
    }

    /// The conflicts with other tabs, oldest first.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// The edit that restores the last thing removed from this deal, until the deal changes again.
    pub fn removed(&self, id: &str) -> Option<&Edit> {
        self.removed.as_ref().filter(|removed| removed.deal == id).map(|removed| removed.restoring.edit())
    }

    pub fn status(&self) -> Status {
        self.vault.status()
    }

    /// Whether there are changes that no save has been attempted for.
    pub fn is_pending(&self) -> bool {
        self.vault.is_pending()
    }

    /// Whether closing the page would lose user input.
    pub fn is_at_risk(&self) -> bool {
        self.vault.is_at_risk()
    }

    /// Whether the book is read-only because a newer version of the app wrote some of the records.
    pub fn is_read_only(&self) -> bool {
        self.vault.is_read_only()
    }

    /// How many records of an interrupted import were rolled back, until the user dismisses the message.
    pub const fn rolled_back(&self) -> usize {
        self.rolled_back
    }

    /// Counts the changes made on this page, and nothing else.
    pub const fn changes(&self) -> u32 {
        self.changes
    }

    /// Whether the store has been read. Nothing may be written before that.
    pub const fn is_loaded(&self) -> bool {
        self.vault.is_loaded()
    }

    /// The keys of all stored records, in pieces, for [`follow`].
    pub(crate) fn key_batches(&self, size: usize, store: &dyn Store) -> Result<Vec<Vec<String>>, StoreError> {
        self.vault.key_batches(size, store)
    }

    fn note(&mut self, saved: &Saved) {
        for conflict in &saved.conflicts {
            let ours = self.removed.as_mut().filter(|removed| removed.deal == conflict.theirs);
            ours.into_iter().for_each(|removed| removed.deal.clone_from(&conflict.ours));
        }
        self.conflicts.extend_from_slice(&saved.conflicts);
        self.note_rolled_back(saved.rolled_back);
    }

    pub(crate) fn note_rolled_back(&mut self, records: usize) {
        if records > 0 {
            self.rolled_back = records;
        }
    }

    fn change(&mut self, id: &str, change: &dyn Change) {
        if self.book().get(id).is_none()
            && let Some(draft) = self.draft.take_if(|draft| draft.id == id)
        {
            // Ids are freshly generated, so a refused one cannot have been shown.
            let _refused = self.vault.book_mut().create(draft);
        }
        let restoring = self.book().get(id).and_then(|deal| change.restoring(deal));
        self.removed = restoring.map(|restoring| Removed { deal: id.to_owned(), restoring });
        let _unknown = self.vault.book_mut().change(id, |deal| change.apply(deal));
        self.changes = self.changes.wrapping_add(1);
    }

    /// Returns whether the book has the deal.
    fn set_deleted(&mut self, id: &str, deleted: bool) -> bool {
        let is_known = self.vault.book_mut().set_deleted(id, deleted).is_ok();
        if is_known {
            self.changes = self.changes.wrapping_add(1);
        }
        is_known
    }
}

impl Reducible for DealBook {
    type Action = BookAction;

    fn reduce(self: Rc<Self>, action: BookAction) -> Rc<Self> {
        if self.is_read_only() && action.is_change() {
            return self;
        }
        let mut next = Self::clone(&self);
        match action {
            BookAction::Begin(id, day) => next.draft = Some(Deal::begun(&id, day)),
            BookAction::BeginWith(salesperson) => {
                next.draft.iter_mut().for_each(|draft| draft.salesperson.clone_from(&salesperson));
            }
            BookAction::Change(shown, change) => next.change(shown.own_id(&self.conflicts), &*change),
            BookAction::Restore => {
                if let Some(Removed { deal, restoring }) = next.removed.take() {
                    next.change(&deal, &*restoring);
                }
            }
            BookAction::Delete(shown) => {
                let id = shown.own_id(&self.conflicts);
                if next.set_deleted(id, true) {
                    next.deleted = Some(id.to_owned());
                }
            }
            BookAction::Undelete(id) => {
                if next.set_deleted(&id, false) {
                    next.deleted.take_if(|deleted| *deleted == id);
                }
            }
            BookAction::DismissDeleted => next.deleted = None,
            BookAction::DismissRolledBack => next.rolled_back = 0,
            BookAction::Become(state) => next = *state,
        }
        Rc::new(next)
    }
}
