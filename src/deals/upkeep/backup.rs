//! Counts the changes since the last backup, and asks the browser to persist the storage.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use abacus_deals::id_of;
use abacus_deals::upkeep::{BACKUP_KEY, Backup};
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::files::CompletedImport;
use crate::state::ports::{Lasting, Ports, Store};
use abacus_vault::Status;

#[derive(Clone, PartialEq)]
pub struct UseBackup {
    pub backup: Backup,
    pub made: Callback<()>,
    pub put_off: Callback<()>,
    /// Everything was deleted.
    pub forget: Callback<()>,
    /// The browser's answer to the request for persistent storage, until it is dismissed.
    pub answer: UseStateHandle<Option<Lasting>>,
}

#[must_use]
pub fn stored_backup(store: &dyn Store) -> Backup {
    store.read(BACKUP_KEY).ok().flatten().map(|text| Backup::read(&text)).unwrap_or_default()
}

/// The changes that are not counted in the record yet. They are counted when the user leaves a deal or the page, so
/// that an edit writes one record and not two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Uncounted {
    visit: u32,
    edits: u32,
    deals: BTreeSet<String>,
    changes: u64,
    begins: bool,
    asked: bool,
}

impl Uncounted {
    /// Notes the deals with unsaved changes after this many edits. A deal counts once per visit of a place.
    pub fn note<'a>(&mut self, visit: u32, edits: u32, changed: impl Iterator<Item = &'a str>) {
        if self.visit != visit {
            (self.visit, self.deals) = (visit, BTreeSet::new());
        }
        if self.edits != edits {
            self.edits = edits;
            for id in changed {
                if self.deals.insert(id.to_owned()) {
                    self.changes = self.changes.saturating_add(1);
                }
            }
        }
    }

    /// Notes an import into a book that has this many deals now. An import into an empty book needs no backup: the
    /// file is one.
    pub fn import(&mut self, done: &CompletedImport, deals: usize) {
        let imported = done.journal.entries.iter().filter(|entry| id_of(&entry.key).is_some()).count();
        if imported < deals {
            self.changes = self.changes.saturating_add(u64::try_from(imported).unwrap_or(u64::MAX));
        } else {
            self.begins = true;
        }
    }

    /// Whether to ask the browser now. True only once.
    pub const fn request(&mut self) -> bool {
        !std::mem::replace(&mut self.asked, true)
    }

    /// Adds the changes to the record, then applies `more` and stores it. Returns the record.
    pub fn write(&mut self, ports: &Ports, more: impl FnOnce(&mut Backup)) -> Backup {
        let before = stored_backup(&*ports.store);
        let mut backup = before.clone();
        if self.changes > 0 || self.begins {
            backup.count(self.changes, ports.host.today());
        }
        if self.asked {
            backup.set_asked();
        }
        more(&mut backup);
        if backup == before || ports.store.write(BACKUP_KEY, &backup.write()).is_ok() {
            (self.changes, self.begins) = (0, false);
        }
        backup
    }

    /// Forgets the changes, because a backup contains them.
    pub fn clear(&mut self) {
        (self.changes, self.begins, self.deals) = (0, false, BTreeSet::new());
    }
}

/// The record of the backups of a book. `visit` changes with every change of place; `imported` is the last import,
/// unless it was undone.
#[hook]
pub fn use_backup(
    ports: &Ports,
    state: &UseReducerHandle<DealBook>,
    visit: u32,
    imported: Option<&CompletedImport>,
) -> UseBackup {
    let backup = use_state_eq(|| stored_backup(&*ports.store));
    let uncounted = use_mut_ref(Uncounted::default);
    let is_kept = state.is_loaded() && !state.is_read_only() && !ports.host.is_demo();

    use_effect_with((state.changes(), visit), {
        let (state, uncounted) = (state.clone(), uncounted.clone());
        move |(edits, visit)| uncounted.borrow_mut().note(*visit, *edits, state.book().unsaved())
    });
    let write = use_callback((ports.clone(), is_kept, backup.setter()), {
        let uncounted = uncounted.clone();
        move |(), (ports, is_kept, backup)| {
            if *is_kept {
                backup.set(uncounted.borrow_mut().write(ports, |_| ()));
            }
        }
    });
    use_effect_with((imported.cloned(), write.clone()), {
        let (state, uncounted) = (state.clone(), uncounted.clone());
        move |(imported, write)| {
            if let Some(done) = imported {
                uncounted.borrow_mut().import(done, state.book().records().count());
                write.emit(());
            }
        }
    });
    // In this order: changes made in a place are counted when it is left.
    use_effect_with((visit, write.clone()), |(_, write)| write.emit(()));
    use_effect_with((ports.clone(), write), |(ports, write)| {
        let subscription = ports.host.on_hide(write.clone());
        move || drop(subscription)
    });
    use_following(ports, &backup);
    let is_first = is_kept && !backup.is_asked() && (state.changes() > 0 || imported.is_some());
    let answer = use_persistence_request(ports, state, &uncounted, is_first);

    let made = use_callback((ports.clone(), is_kept, backup.setter()), {
        let uncounted = uncounted.clone();
        move |(), (ports, is_kept, backup)| {
            if *is_kept {
                let mut uncounted = uncounted.borrow_mut();
                uncounted.clear();
                backup.set(uncounted.write(ports, |backup| backup.record_backup(ports.host.today())));
            }
        }
    });
    let put_off = use_callback((ports.clone(), is_kept, backup.setter()), {
        let uncounted = uncounted.clone();
        move |(), (ports, is_kept, backup)| {
            if *is_kept {
                backup.set(uncounted.borrow_mut().write(ports, |backup| backup.snooze(ports.host.today())));
            }
        }
    });
    let forget = use_callback((backup.setter(), answer.setter()), move |(), (backup, answer)| {
        uncounted.replace(Uncounted::default());
        backup.set(Backup::default());
        answer.set(None);
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
    uncounted: &Rc<RefCell<Uncounted>>,
    is_first: bool,
) -> UseStateHandle<Option<Lasting>> {
    let answer = use_state_eq(|| None);
    let wanted = is_first && state.status() == Status::Saved && state.book().records().any(|deal| !deal.deleted);
    use_effect_with((wanted, ports.clone()), {
        let (uncounted, answer) = (uncounted.clone(), answer.setter());
        move |(wanted, ports)| {
            if *wanted && uncounted.borrow_mut().request() {
                ports.host.ask_to_keep(Callback::from(move |lasting| answer.set(Some(lasting))));
            }
        }
    });
    answer
}
