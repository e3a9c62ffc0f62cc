//! Between the deal book and the store: what was read and written, told as actions.

use abacus_core::deals::{Book, encode, id_of, key};

use super::{Action, DealBook, Problem, Status};
use crate::state::ports::{Host, Ports, Store, StoreError};

/// The deal book as the store has it.
#[must_use]
pub fn load(store: &dyn Store) -> DealBook {
    let mut state = DealBook::default();
    match records(store) {
        Ok(records) => state.loaded(&records),
        Err(error) => state.problem = Some(Problem::Store(error)),
    }
    state
}

/// Reads every record again, since changes are not announced to a page that is frozen.
#[must_use]
pub fn refresh(store: &dyn Store) -> Vec<Action> {
    records(store).map(Action::Read).into_iter().collect()
}

/// Follows a change that another tab made: to one key, or by clearing the whole store.
#[must_use]
pub fn follow(state: &DealBook, store: &dyn Store, changed: Option<&str>) -> Option<Action> {
    let Some(key) = changed else {
        let unreadable = state.book().unreadable().filter_map(|kept| id_of(&kept.key));
        let all = state.book().deals().map(|deal| deal.id.as_str()).chain(unreadable);
        return Some(Action::Lost(all.map(str::to_owned).collect()));
    };
    let id = id_of(key)?;
    match store.read(key).ok()? {
        Some(text) => Some(Action::Read(vec![(key.to_owned(), text)])),
        None => Some(Action::Lost(vec![id.to_owned()])),
    }
}

/// Stores what is not stored yet; after a problem, tries again from where it stood.
#[must_use]
pub fn save(state: &DealBook, ports: &Ports) -> Vec<Action> {
    if state.is_loaded() && state.status() == Status::Saved {
        return Vec::new();
    }
    let (store, host) = (&*ports.store, &*ports.host);
    let mut book = state.book().clone();
    let mut actions = Vec::new();
    if !state.is_loaded() {
        match records(store) {
            Ok(records) => {
                records.iter().for_each(|(key, text)| book.read(key, text));
                actions.push(Action::Loaded(records));
            }
            Err(error) => return vec![Action::Settled(Some(Problem::Store(error)))],
        }
    }
    let mut problem = None;
    if state.status() == Status::NotSaved(Problem::Cleared) {
        problem = put_back(&book, store).err();
    }
    for id in book.unsaved().map(str::to_owned).collect::<Vec<_>>() {
        match attempt(&mut book, &id, store, host) {
            Ok((action, failure)) => {
                actions.push(action);
                problem = problem.or(failure);
            }
            Err(error) => problem = problem.or(Some(error)),
        }
    }
    actions.push(Action::Settled(problem.map(Problem::Store)));
    actions
}

fn attempt(
    book: &mut Book,
    id: &str,
    store: &dyn Store,
    host: &dyn Host,
) -> Result<(Action, Option<StoreError>), StoreError> {
    let stored = store.read(&key(id))?;
    let new_id = host.fresh_id();
    let deal = book.to_write(id, stored.as_deref(), &new_id).map_err(|_| StoreError::NotKept)?;
    let result = deal.as_ref().map_or(Ok(()), |deal| store.write(&key(&deal.id), &encode(deal)));
    let written = deal.filter(|_| result.is_ok()).map(Box::new);
    Ok((Action::Attempted { id: id.to_owned(), stored, new_id, written }, result.err()))
}

/// Unreadable records that were removed along with everything else return as they were.
fn put_back(book: &Book, store: &dyn Store) -> Result<(), StoreError> {
    for kept in book.unreadable() {
        if store.read(&kept.key)?.is_none() {
            store.write(&kept.key, &kept.text)?;
        }
    }
    Ok(())
}

fn records(store: &dyn Store) -> Result<Vec<(String, String)>, StoreError> {
    let mut records = Vec::new();
    for key in store.keys()? {
        if id_of(&key).is_some()
            && let Some(text) = store.read(&key)?
        {
            records.push((key, text));
        }
    }
    Ok(records)
}
