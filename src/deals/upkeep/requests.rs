//! Requests from the rest of the page to this room. They wait until the code of the room has loaded.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_deals::Deal;
use abacus_vault::UnreadableRecord;
use yew::prelude::*;

pub(crate) enum UpkeepRequest {
    /// Opens the file dialog for an import.
    PickFiles,
    Remove(Removal),
    /// Saves a backup as a file.
    Backup,
    /// A backup was saved.
    BackedUp,
    /// Postpones the backup reminder.
    PostponeReminder,
}

pub(crate) enum Removal {
    Deleted(Vec<AttrValue>),
    Unreadable(UnreadableRecord<Deal>),
    Everything,
}

/// The pending requests of a page, and the callback that runs them.
#[derive(Clone, Default)]
pub(crate) struct UpkeepRequests(Rc<RequestQueue>);

#[derive(Default)]
struct RequestQueue {
    pending: RefCell<Vec<UpkeepRequest>>,
    run: RefCell<Option<Callback<UpkeepRequest>>>,
}

impl PartialEq for UpkeepRequests {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl UpkeepRequests {
    pub(crate) fn send(&self, request: UpkeepRequest) {
        let run = self.0.run.borrow().clone();
        match run {
            Some(run) => run.emit(request),
            None => self.0.pending.borrow_mut().push(request),
        }
    }

    /// Whether requests are still waiting.
    pub(crate) fn are_pending(&self) -> bool {
        !self.0.pending.borrow().is_empty()
    }

    /// Runs requests with this callback from now on, starting with the waiting ones.
    pub(super) fn run_with(&self, run: &Callback<UpkeepRequest>) {
        self.0.run.replace(Some(run.clone()));
        self.0.pending.take().into_iter().for_each(|request| run.emit(request));
    }
}
