//! The changes since the last backup, recorded from the first edit on, even before the code that counts them has
//! loaded.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;

use abacus_deals::id_of;
use abacus_deals::upkeep::{BACKUP_KEY, Backup};
use yew::prelude::*;

use crate::deals::book::DealBook;
use crate::deals::files::CompletedImport;
use crate::shell::ports::{Ports, Store};

pub fn stored_backup(store: &dyn Store) -> Backup {
    store.read(BACKUP_KEY).ok().flatten().map(|text| Backup::read(&text)).unwrap_or_default()
}

/// The changes not yet counted in the record. They are counted when the user leaves a deal or the page, so that an edit
/// writes one record and not two.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PendingChanges {
    visit: u32,
    edits: u32,
    deals: BTreeSet<String>,
    changes: u64,
    begins: bool,
    asked: bool,
}

impl PendingChanges {
    /// Records the deals with unsaved changes after this many edits. A deal counts once per visit of a place.
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

    /// Records an import into a book that now has this many deals. An import into an empty book needs no backup: the
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

/// Records the changes. Idempotent.
#[hook]
pub(crate) fn use_change_tracking(
    state: &UseReducerHandle<DealBook>,
    visit: u32,
    pending_changes: &Rc<RefCell<PendingChanges>>,
) {
    use_effect_with((state.changes(), visit), {
        let (state, pending_changes) = (state.clone(), pending_changes.clone());
        move |(edits, visit)| pending_changes.borrow_mut().note(*visit, *edits, state.book().unsaved())
    });
}
