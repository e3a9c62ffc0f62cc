//! A store that fails on demand.

use std::cell::Cell;

use abacus_vault::{Listener, Lock, LockedTask, Store, StoreError, Subscription};

use super::support::MemoryStore;

/// A store in memory that fails on demand and counts writes.
#[derive(Default)]
pub(crate) struct FaultyStore {
    pub(crate) memory: MemoryStore,
    pub(crate) denied: Cell<bool>,
    pub(crate) refuses: Cell<Option<StoreError>>,
    pub(crate) writes: Cell<u32>,
    /// How many more writes succeed; `None` for any number.
    pub(crate) room: Cell<Option<u32>>,
}

impl Store for FaultyStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        if self.denied.get() { Err(StoreError::Denied) } else { self.memory.keys() }
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        if self.denied.get() { Err(StoreError::Denied) } else { self.memory.read(key) }
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.writes.set(self.writes.get().saturating_add(1));
        let room = self.room.get();
        self.room.set(room.map(|room| room.saturating_sub(1)));
        match (self.refuses.get(), room) {
            (Some(error), _) => Err(error),
            (None, Some(0)) => Err(StoreError::Full),
            (None, _) => self.memory.write(key, text),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        if self.denied.get() { Err(StoreError::Denied) } else { self.memory.remove(key) }
    }

    fn filled(&self) -> usize {
        self.memory.filled()
    }

    fn on_change(&self, _: Listener) -> Subscription {
        Subscription::new(())
    }

    fn with_lock(&self, work: LockedTask) {
        drop(work(Lock::Missing));
    }
}
