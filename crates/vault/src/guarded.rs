//! The guarded store: it reads back what it writes, stops at a ceiling and holds a reserve for the last edit.

use std::cell::RefCell;
use std::rc::Rc;

use crate::by_id::{ById, ids};
use crate::journal::{JOURNAL_KEY, JOURNAL_PREFIX};
use crate::space::{CEILING, RESERVE_KEY, RESERVE_UNITS, units};
use crate::store::{Listener, LockedTask, Store, StoreError, Subscription};

/// A guarded store over the browser's store.
pub struct GuardedStore {
    store: Rc<dyn Store>,
    records: &'static [&'static str],
    sizes: Rc<RefCell<Sizes>>,
    _others: Subscription,
}

/// How many UTF-16 units each record takes.
#[derive(Default)]
struct Sizes {
    known: ById<usize>,
    total: usize,
    /// Whether all stored records are included.
    complete: bool,
}

impl Sizes {
    fn note(&mut self, key: &str, text: Option<&str>) {
        let before = self.known.get(key).copied().unwrap_or_default();
        let after = text.map_or(0, |text| units(key, text));
        self.total = self.total.saturating_sub(before).saturating_add(after);
        match text {
            Some(_) => drop(self.known.insert(key.into(), after)),
            None => drop(self.known.remove(key)),
        }
    }
}

impl GuardedStore {
    /// Guards a store. `records` are the key prefixes of the user's records, for which the reserve is held.
    #[must_use]
    pub fn over(store: Rc<dyn Store>, records: &'static [&'static str]) -> Self {
        let sizes = Rc::new(RefCell::new(Sizes::default()));
        let (watched, noted) = (store.clone(), sizes.clone());
        let others = store.on_change(Box::new(move |key| {
            // Sizes that cannot be read now are measured before the next write.
            match key.map(|key| (watched.read(&key), key)) {
                Some((Ok(text), key)) => noted.borrow_mut().note(&key, text.as_deref()),
                _ => *noted.borrow_mut() = Sizes::default(),
            }
        }));
        Self { store, records, sizes, _others: others }
    }

    /// Writes unless that exceeds the ceiling, and reads back.
    fn write_checked(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.measure()?;
        let (total, before) = {
            let sizes = self.sizes.borrow();
            (sizes.total, sizes.known.get(key).copied().unwrap_or_default())
        };
        let after = units(key, text);
        // A write that makes a record smaller is always allowed.
        if after > before && total.saturating_sub(before).saturating_add(after) > CEILING {
            return Err(StoreError::Ceiling);
        }
        // Some browsers ignore writes silently, so only what reads back counts as stored.
        if self.store.write_and_check(key, text)? {
            self.sizes.borrow_mut().note(key, Some(text));
            return Ok(());
        }
        self.read(key)?;
        Err(StoreError::NotKept)
    }

    /// Measures the records that have not been read here yet.
    fn measure(&self) -> Result<(), StoreError> {
        if self.sizes.borrow().complete {
            return Ok(());
        }
        for key in self.store.keys()? {
            if !self.sizes.borrow().known.contains_key(&*key) {
                self.read(&key)?;
            }
        }
        self.sizes.borrow_mut().complete = true;
        Ok(())
    }

    /// The keys that can be removed when storage is full, in order: journals first, the reserve last. During a
    /// transaction nothing is removed.
    fn evictable_keys(&self) -> Vec<String> {
        if self.store.read(JOURNAL_KEY) != Ok(None) {
            return Vec::new();
        }
        let sizes = self.sizes.borrow();
        let copies = ids(&sizes.known).filter(|key| key.starts_with(JOURNAL_PREFIX));
        let reserve = ids(&sizes.known).filter(|key| *key == RESERVE_KEY);
        copies.chain(reserve).map(str::to_owned).collect()
    }

    /// Stores the reserve for the last edit if there is room. Failing to do so is harmless.
    fn hold_reserve(&self) {
        let (total, is_held) = {
            let sizes = self.sizes.borrow();
            (sizes.total, sizes.known.contains_key(RESERVE_KEY))
        };
        if !is_held && total.saturating_add(RESERVE_UNITS) <= CEILING {
            let filler = "0".repeat(RESERVE_UNITS.saturating_sub(RESERVE_KEY.len()));
            let _no_room = self.write_checked(RESERVE_KEY, &filler);
        }
    }
}

impl Store for GuardedStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.store.keys()
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        let text = self.store.read(key)?;
        self.sizes.borrow_mut().note(key, text.as_deref());
        Ok(text)
    }

    fn entries(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        let entries = self.store.entries(prefix)?;
        let mut sizes = self.sizes.borrow_mut();
        entries.iter().for_each(|(key, text)| sizes.note(key, Some(text)));
        Ok(entries)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let is_record = self.records.iter().any(|prefix| key.starts_with(prefix));
        let mut written = self.write_checked(key, text);
        if !is_record {
            return written;
        }
        if is_out_of_room(written) {
            for key_to_evict in self.evictable_keys() {
                if is_out_of_room(written) && self.remove(&key_to_evict).is_ok() {
                    written = self.write_checked(key, text);
                }
            }
        } else if written.is_ok() {
            self.hold_reserve();
        }
        written
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        self.store.holds(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)?;
        if self.read(key)?.is_none() { Ok(()) } else { Err(StoreError::NotKept) }
    }

    fn filled(&self) -> usize {
        // Sizes that cannot be read now are measured before the next write.
        let _later = self.measure();
        self.sizes.borrow().total
    }

    fn on_change(&self, changed: Listener) -> Subscription {
        self.store.on_change(changed)
    }

    fn with_lock(&self, work: LockedTask) {
        self.store.with_lock(work);
    }
}

const fn is_out_of_room(written: Result<(), StoreError>) -> bool {
    matches!(written, Err(StoreError::Full | StoreError::Ceiling))
}
