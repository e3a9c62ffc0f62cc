//! Counts the changes since the last backup, and asks the browser to persist the storage.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_deals::upkeep::{BACKUP_KEY, Backup};
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::files::CompletedImport;
use crate::deals::upkeep::pending_changes::{PendingChanges, stored_backup, use_change_tracking};
use crate::shell::ports::{Persistence, Ports};
use abacus_vault::Status;

#[derive(Clone, PartialEq)]
pub struct UseBackup {
    pub backup: Backup,
    pub made: Callback<()>,
    pub put_off: Callback<()>,
    /// Everything was deleted.
    pub forget: Callback<()>,
    /// The browser's answer to the request for persistent storage, until it is dismissed.
    pub answer: UseStateHandle<Option<Persistence>>,
}

/// The record of a book's backups. `visit` changes with every change of place; `imported` is the last import, unless it
/// was undone.
#[hook]
pub fn use_backup(
    ports: &Ports,
    state: &UseReducerHandle<DealBook>,
    visit: u32,
    imported: Option<&CompletedImport>,
    pending_changes: &Rc<RefCell<PendingChanges>>,
) -> UseBackup {
    let backup = use_state_eq(|| stored_backup(&*ports.store));
    let is_kept = state.is_loaded() && !state.is_read_only() && !ports.host.is_demo();

    // Called again here, because it has to run before the changes are counted.
    use_change_tracking(state, visit, pending_changes);
    let write = use_callback((ports.clone(), is_kept, backup.setter()), {
        let pending_changes = pending_changes.clone();
        move |(), (ports, is_kept, backup)| {
            if *is_kept {
                backup.set(pending_changes.borrow_mut().write(ports, |_| ()));
            }
        }
    });
    use_effect_with((imported.cloned(), write.clone()), {
        let (state, pending_changes) = (state.clone(), pending_changes.clone());
        move |(imported, write)| {
            if let Some(done) = imported {
                pending_changes.borrow_mut().import(done, state.book().records().count());
                write.emit(());
            }
        }
    });
    // The order matters: changes made in a place are counted when the user leaves it.
    use_effect_with((visit, write.clone()), |(_, write)| write.emit(()));
    use_effect_with((ports.clone(), write), |(ports, write)| {
        let subscription = ports.host.on_hide(write.clone());
        move || drop(subscription)
    });
    use_following(ports, &backup);
    let is_first = is_kept && !backup.is_asked() && (state.changes() > 0 || imported.is_some());
    let answer = use_persistence_request(ports, state, pending_changes, is_first);

    let made = use_callback((ports.clone(), is_kept, backup.setter()), {
        let pending_changes = pending_changes.clone();
        move |(), (ports, is_kept, backup)| {
            if *is_kept {
                let mut pending_changes = pending_changes.borrow_mut();
                pending_changes.clear();
                backup.set(pending_changes.write(ports, |backup| backup.record_backup(ports.host.today())));
            }
        }
    });
    let put_off = use_callback((ports.clone(), is_kept, backup.setter()), {
        let pending_changes = pending_changes.clone();
        move |(), (ports, is_kept, backup)| {
            if *is_kept {
                backup.set(pending_changes.borrow_mut().write(ports, |backup| backup.snooze(ports.host.today())));
            }
        }
    });
    let forget = use_callback((backup.setter(), answer.setter()), {
        let pending_changes = pending_changes.clone();
        move |(), (backup, answer)| {
            pending_changes.replace(PendingChanges::default());
            backup.set(Backup::default());
            answer.set(None);
        }
    });
    UseBackup { backup: (*backup).clone(), made, put_off, forget, answer }
}

/// Reads the record again after another tab has written it.
#[hook]
fn use_following(ports: &Ports, backup: &UseStateHandle<Backup>) {
    use_effect_with((ports.clone(), backup.setter()), |(ports, backup)| {
        let (store, backup) = (ports.store.clone(), backup.clone());
        let changed = Callback::from(move |key: Option<String>| {
            if key.as_deref().is_none_or(|key| key == BACKUP_KEY) {
                backup.set(stored_backup(&*store));
            }
        });
        let subscription = ports.store.on_change(Box::new(move |key| changed.emit(key)));
        move || drop(subscription)
    });
}

/// Asks the browser for persistent storage once, when the first deal is saved: a browser that asks the user then does
/// so with a visible reason. Returns the answer.
#[hook]
fn use_persistence_request(
    ports: &Ports,
    state: &UseReducerHandle<DealBook>,
    pending_changes: &Rc<RefCell<PendingChanges>>,
    is_first: bool,
) -> UseStateHandle<Option<Persistence>> {
    let answer = use_state_eq(|| None);
    let wanted = is_first && state.status() == Status::Saved && state.book().records().any(|deal| !deal.deleted);
    use_effect_with((wanted, ports.clone()), {
        let (pending_changes, answer) = (pending_changes.clone(), answer.setter());
        move |(wanted, ports)| {
            if *wanted && pending_changes.borrow_mut().request() {
                ports.host.request_persistence(Callback::from(move |lasting| answer.set(Some(lasting))));
            }
        }
    });
    answer
}
