//! Reading and writing the scenarios. Each function gives the next state.

use abacus_scenarios::{encode, id_of, key};

use crate::state::ports::{Ports, Store, StoreError};
use crate::state::scenarios::{NotStored, Scenarios};

/// The scenarios as the store has them.
#[must_use]
pub fn load(store: &dyn Store) -> Scenarios {
    refresh(&Scenarios::default(), store)
}

/// Reads every record: at first, and again because a frozen page misses the events of changes.
#[must_use]
pub fn refresh(state: &Scenarios, store: &dyn Store) -> Scenarios {
    let mut next = state.clone();
    match records(store) {
        Ok(records) => {
            records.iter().for_each(|(key, text)| next.shelf.read(key, text));
            if !next.loaded {
                (next.loaded, next.problem) = (true, None);
            }
        }
        // Once loaded, only writing tells whether something is lost.
        Err(error) if !next.loaded => next.problem = Some(NotStored::Store(error)),
        Err(_) => {}
    }
    next
}

/// Follows a change that another tab made: to one key, or by clearing the whole store.
#[must_use]
pub fn follow(state: &Scenarios, store: &dyn Store, changed: Option<&str>) -> Scenarios {
    let mut next = state.clone();
    let lost = |next: &mut Scenarios, key: &str| {
        if id_of(key).is_some_and(|id| next.shelf.lost(id)) {
            next.problem = Some(NotStored::Cleared);
        }
    };
    match changed {
        None => state.shelf.records().iter().for_each(|(key, _)| lost(&mut next, key)),
        Some(key) => match store.read(key) {
            Ok(Some(text)) => next.shelf.read(key, &text),
            Ok(None) => lost(&mut next, key),
            Err(_) => {}
        },
    }
    next
}

/// Stores unsaved scenarios, but nothing before the store has been read. After a problem it continues
/// where it failed.
#[must_use]
pub fn save(state: &Scenarios, ports: &Ports) -> Scenarios {
    let store = &*ports.store;
    let mut next = if state.loaded { state.clone() } else { refresh(state, store) };
    if !next.loaded {
        return next;
    }
    let mut problem = None;
    if next.problem == Some(NotStored::Cleared) {
        problem = put_back(&next, store).err();
    }
    for id in next.shelf.unsaved().map(str::to_owned).collect::<Vec<_>>() {
        // A refused one does not prevent storing the others.
        problem = attempt(&mut next, &id, ports).err().or(problem);
    }
    next.problem = problem.map(NotStored::Store);
    next
}

/// Reads, merges what others wrote meanwhile, writes; the store itself reads back.
fn attempt(next: &mut Scenarios, id: &str, ports: &Ports) -> Result<(), StoreError> {
    let stored = ports.store.read(&key(id))?;
    if let Some(scenario) = next.shelf.to_write(id, stored.as_deref(), &ports.host.fresh_id()) {
        next.copied |= scenario.id != id;
        ports.store.write(&key(&scenario.id), &encode(&scenario))?;
        next.shelf.saved(scenario);
    }
    Ok(())
}

/// Writes back unreadable records that were removed with everything else, unchanged.
fn put_back(state: &Scenarios, store: &dyn Store) -> Result<(), StoreError> {
    for kept in state.shelf.unreadable() {
        if store.read(&kept.key)?.is_none() {
            store.write(&kept.key, &kept.text)?;
        }
    }
    Ok(())
}

fn records(store: &dyn Store) -> Result<Vec<(String, String)>, StoreError> {
    let mut records = Vec::new();
    for key in store.keys()?.into_iter().filter(|key| id_of(key).is_some()) {
        if let Some(text) = store.read(&key)? {
            records.push((key, text));
        }
    }
    Ok(records)
}
