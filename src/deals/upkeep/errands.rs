//! Requests from the rest of the page to this room. They wait until the code of the room has loaded.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_deals::Deal;
use abacus_vault::UnreadableRecord;
use yew::prelude::*;

pub(crate) enum Errand {
    /// Opens the file dialog for an import.
    Pick,
    Remove(Removal),
    /// Saves a backup as a file.
    Backup,
    /// A backup was saved.
    BackedUp,
    /// Postpones the backup reminder.
    PutOff,
}

pub(crate) enum Removal {
    Deleted(Vec<AttrValue>),
    Unreadable(UnreadableRecord<Deal>),
    Everything,
}

/// The pending requests of a page, and the callback that runs them.
#[derive(Clone, Default)]
pub(crate) struct Errands(Rc<Runner>);

#[derive(Default)]
struct Runner {
    waiting: RefCell<Vec<Errand>>,
    run: RefCell<Option<Callback<Errand>>>,
}

impl PartialEq for Errands {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Errands {
    pub(crate) fn give(&self, errand: Errand) {
        let run = self.0.run.borrow().clone();
        match run {
            Some(run) => run.emit(errand),
            None => self.0.waiting.borrow_mut().push(errand),
        }
    }

    /// Whether requests are still waiting.
    pub(crate) fn are_waiting(&self) -> bool {
        !self.0.waiting.borrow().is_empty()
    }

    /// Runs requests with this callback from now on, starting with the waiting ones.
    pub(super) fn take_over(&self, run: &Callback<Errand>) {
        self.0.run.replace(Some(run.clone()));
        self.0.waiting.take().into_iter().for_each(|errand| run.emit(errand));
    }
}
