//! The state of the scenarios: named values, and whether they are stored.
//!
//! The reducer does no I/O. [`saving`] reads and writes the store and returns the next state; [`use_scenarios`] calls
//! it at the right moments.

mod hook;
pub mod saving;
pub mod view;

use std::rc::Rc;

use abacus_core::calculator::{Calculator, Inputs};
use abacus_scenarios::{Book, Direction, Scenario, Vault, add, rename, shift};
use abacus_vault::{Problem, Status};
use yew::Reducible;

pub use hook::{UseScenarios, use_scenarios};

/// The scenarios of a calculator; those of others are kept without being parsed.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenarios {
    vault: Vault,
    deleted: Option<String>,
    conflict: bool,
    changes: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ScenariosAction {
    /// Keeps these values of a calculator under this new id and this name.
    Keep(String, &'static dyn Calculator, String, Inputs),
    Rename(String, String),
    Shift(String, Direction),
    /// Can be undone.
    Delete(String),
    Restore(String),
    /// The offer to undo the last deletion is dismissed.
    Dismiss,
    /// The next state after the store was read or written.
    Become(Scenarios),
}

impl Scenarios {
    /// The scenarios and the records that could not be read.
    pub const fn book(&self) -> &Book {
        self.vault.book()
    }

    /// The last scenario deleted here, while that can be undone.
    pub fn deleted(&self) -> Option<&Scenario> {
        self.book().get(self.deleted.as_ref()?)
    }

    /// Whether another tab renamed a scenario at the same time: both versions were kept.
    pub const fn has_conflict(&self) -> bool {
        self.conflict
    }

    /// Why not everything is stored; `None` if everything is.
    pub fn problem(&self) -> Option<Problem> {
        match self.vault.status() {
            Status::NotSaved(problem) => Some(problem),
            Status::Saved | Status::Saving | Status::ReadOnly { .. } => None,
        }
    }

    pub fn is_unsaved(&self) -> bool {
        self.problem() == Some(Problem::Cleared) || self.book().has_unsaved()
    }

    /// Counts the changes made on this page, and nothing else.
    pub const fn changes(&self) -> u32 {
        self.changes
    }

    fn change(&mut self, action: ScenariosAction) {
        let book = self.vault.book_mut();
        match action {
            ScenariosAction::Keep(id, calculator, name, inputs) => add(book, &id, calculator, &name, inputs),
            ScenariosAction::Rename(id, name) => rename(book, &id, &name),
            ScenariosAction::Shift(id, direction) => shift(book, &id, direction),
            ScenariosAction::Delete(id) => {
                let _unknown = book.set_deleted(&id, true);
                self.deleted = Some(id);
            }
            ScenariosAction::Restore(id) => {
                let _unknown = book.set_deleted(&id, false);
                self.deleted.take_if(|deleted| *deleted == id);
            }
            ScenariosAction::Dismiss | ScenariosAction::Become(_) => return,
        }
        self.conflict = false;
        self.changes = self.changes.wrapping_add(1);
    }
}

impl Reducible for Scenarios {
    type Action = ScenariosAction;

    fn reduce(self: Rc<Self>, action: ScenariosAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            ScenariosAction::Become(state) => next = state,
            ScenariosAction::Dismiss => next.deleted = None,
            action => next.change(action),
        }
        // The same `Rc` tells yew to render nothing.
        if next == *self { self } else { Rc::new(next) }
    }
}
