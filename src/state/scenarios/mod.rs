//! The state of the scenarios: values under names, and whether they are stored.
//!
//! The reducer does no I/O. [`saving`] reads and writes the store and gives the next state;
//! [`use_scenarios`] calls it at the right moments.

mod hook;
pub mod saving;
pub mod view;

use std::rc::Rc;

use abacus_core::calculator::{Calculator, Inputs};
use abacus_scenarios::{Direction, Scenario, Shelf};
use yew::Reducible;

pub use hook::{UseScenarios, use_scenarios};

use crate::state::ports::StoreError;

/// Why scenarios are not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStored {
    Store(StoreError),
    /// Something else removed records from the store.
    Cleared,
}

/// The scenarios of every calculator.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Scenarios {
    shelf: Shelf,
    loaded: bool,
    problem: Option<NotStored>,
    deleted: Option<String>,
    copied: bool,
    changes: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ScenariosAction {
    /// Keep these values of a calculator, under this new id and this name.
    Keep(String, &'static dyn Calculator, String, Inputs),
    /// Another name for one.
    Rename(String, String),
    /// One moves in its list.
    Shift(String, Direction),
    /// One is deleted, which can be undone from now on.
    Delete(String),
    /// One is brought back.
    Restore(String),
    /// The offer to undo the last deletion is dismissed.
    Dismiss,
    /// The state after reading or writing the store.
    Become(Scenarios),
}

impl Scenarios {
    /// The scenarios and the records that could not be read.
    #[must_use]
    pub const fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    /// The last scenario deleted here, while that can be undone.
    #[must_use]
    pub fn deleted(&self) -> Option<&Scenario> {
        self.shelf.get(self.deleted.as_ref()?)
    }

    /// Whether another tab gave a scenario another name at the same time: both were kept.
    #[must_use]
    pub const fn is_copied(&self) -> bool {
        self.copied
    }

    /// Why not everything is stored; none if everything is.
    #[must_use]
    pub const fn problem(&self) -> Option<NotStored> {
        self.problem
    }

    /// Whether something here is not stored.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.problem == Some(NotStored::Cleared) || self.shelf.unsaved().next().is_some()
    }

    /// A count of the changes made here, and of nothing else.
    #[must_use]
    pub const fn changes(&self) -> u32 {
        self.changes
    }

    fn change(&mut self, action: ScenariosAction) {
        let shelf = &mut self.shelf;
        match action {
            ScenariosAction::Keep(id, calculator, name, inputs) => shelf.keep(&id, calculator, &name, inputs),
            ScenariosAction::Rename(id, name) => shelf.rename(&id, &name),
            ScenariosAction::Shift(id, direction) => shelf.shift(&id, direction),
            ScenariosAction::Delete(id) => {
                shelf.set_deleted(&id, true);
                self.deleted = Some(id);
            }
            ScenariosAction::Restore(id) => {
                shelf.set_deleted(&id, false);
                self.deleted.take_if(|deleted| *deleted == id);
            }
            ScenariosAction::Dismiss | ScenariosAction::Become(_) => return,
        }
        self.copied = false;
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
