//! A store that takes nothing on trust: what it says is kept was read back, it stops at a ceiling of its own, and it
//! holds room for the last edit.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::journal::{JOURNAL_KEY, JOURNAL_PREFIX};
use crate::space::{CEILING, RESERVE_KEY, RESERVE_UNITS, units};

use crate::store::{Listener, Store, StoreError, Subscription, Work};

/// The store of the browser, guarded.
pub struct GuardedStore {
    store: Rc<dyn Store>,
    records: &'static [&'static str],
    sizes: Rc<RefCell<Sizes>>,
    _others: Subscription,
}

/// How many UTF-16 units each record takes.
#[derive(Default)]
struct Sizes {
    known: BTreeMap<String, usize>,
    total: usize,
    /// Whether every record there is is known.
    complete: bool,
}

impl Sizes {
    fn note(&mut self, key: &str, text: Option<&str>) {
        let before = match text {
            Some(text) => self.known.insert(key.to_owned(), units(key, text)),
            None => self.known.remove(key),
        };
        self.total = self.total.saturating_sub(before.unwrap_or_default());
        self.total = self.total.saturating_add(text.map_or(0, |text| units(key, text)));
    }
}

impl GuardedStore {
    /// Guards a store. `records` is what the keys of the user's records begin with: the reserve is held for those.
    #[must_use]
    pub fn over(store: Rc<dyn Store>, records: &'static [&'static str]) -> Self {
        let sizes = Rc::new(RefCell::new(Sizes::default()));
        let (watched, noted) = (store.clone(), sizes.clone());
        let others = store.on_change(Box::new(move |key| {
            // What cannot be read now is measured before the next writing.
            match key.map(|key| (watched.read(&key), key)) {
                Some((Ok(text), key)) => noted.borrow_mut().note(&key, text.as_deref()),
                _ => *noted.borrow_mut() = Sizes::default(),
            }
        }));
        Self { store, records, sizes, _others: others }
    }

    /// Writes if that stays below the ceiling, and reads back.
    fn put(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.measure()?;
        let (total, before) = {
            let sizes = self.sizes.borrow();
            (sizes.total, sizes.known.get(key).copied().unwrap_or_default())
        };
        let after = units(key, text);
        // What makes a record smaller is always welcome.
        if after > before && total.saturating_sub(before).saturating_add(after) > CEILING {
            return Err(StoreError::Ceiling);
        }
        self.store.write(key, text)?;
        // Some browsers ignore writes without a word; only what reads back is kept.
        if self.read(key)?.as_deref() == Some(text) { Ok(()) } else { Err(StoreError::NotKept) }
    }

    /// Learns the sizes of the records that were never read here.
    fn measure(&self) -> Result<(), StoreError> {
        if self.sizes.borrow().complete {
            return Ok(());
        }
        for key in self.store.keys()? {
            if !self.sizes.borrow().known.contains_key(&key) {
                self.read(&key)?;
            }
        }
        self.sizes.borrow_mut().complete = true;
        Ok(())
    }

    /// What can go when there is no room, the least missed first: the ways back from what was written together, and
    /// last the room that was held for such a moment. Nothing goes for the sake of writing many records.
    fn evictable_keys(&self) -> Vec<String> {
        if self.store.read(JOURNAL_KEY) != Ok(None) {
            return Vec::new();
        }
        let sizes = self.sizes.borrow();
        let copies = sizes.known.keys().filter(|key| key.starts_with(JOURNAL_PREFIX));
        let reserve = sizes.known.keys().filter(|key| *key == RESERVE_KEY);
        copies.chain(reserve).cloned().collect()
    }

    /// Holds room for the last edit, while there is room for that. It is no loss if that fails.
    fn hold_reserve(&self) {
        let (total, is_held) = {
            let sizes = self.sizes.borrow();
            (sizes.total, sizes.known.contains_key(RESERVE_KEY))
        };
        if !is_held && total.saturating_add(RESERVE_UNITS) <= CEILING {
            let filler = "0".repeat(RESERVE_UNITS.saturating_sub(RESERVE_KEY.len()));
            let _no_room = self.put(RESERVE_KEY, &filler);
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

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let is_record = self.records.iter().any(|prefix| key.starts_with(prefix));
        let mut written = self.put(key, text);
        if !is_record {
            return written;
        }
        if is_out_of_room(written) {
            for key_to_evict in self.evictable_keys() {
                if is_out_of_room(written) && self.remove(&key_to_evict).is_ok() {
                    written = self.put(key, text);
                }
            }
        } else if written.is_ok() {
            self.hold_reserve();
        }
        written
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.store.remove(key)?;
        if self.read(key)?.is_none() { Ok(()) } else { Err(StoreError::NotKept) }
    }

    fn filled(&self) -> usize {
        // What cannot be measured now will be before the next writing.
        let _later = self.measure();
        self.sizes.borrow().total
    }

    fn on_change(&self, changed: Listener) -> Subscription {
        self.store.on_change(changed)
    }

    fn with_lock(&self, work: Work) {
        self.store.with_lock(work);
    }
}

const fn is_out_of_room(written: Result<(), StoreError>) -> bool {
    matches!(written, Err(StoreError::Full | StoreError::Ceiling))
}
