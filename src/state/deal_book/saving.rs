//! Between the deal book and the store: what was read and written, told as actions.

use abacus_core::deals::{Book, encode, id_of, key};

use super::{Action, DealBook};
use crate::state::ports::{Host, Ports, Store, StoreError};

/// The deal book as the store has it.
#[must_use]
pub fn load(store: &dyn Store) -> DealBook {
    let mut state = DealBook::default();
    match records(store) {
        Ok(records) => state.loaded(&records),
        Err(error) => state.problem = Some(error),
    }
    state
}

/// Reads every record again, since changes are not announced to a page that is frozen.
#[must_use]
pub fn refresh(state: &DealBook, store: &dyn Store) -> Vec<Action> {
    let Ok(records) = records(store) else { return Vec::new() };
    let book = state.book();
    let unsaved = book.unsaved().collect::<Vec<_>>();
    let missing = |id: &&str| !unsaved.contains(id) && !records.iter().any(|(stored, _)| *stored == key(id));
    let lost = ids(book).filter(missing).map(str::to_owned).collect();
    vec![Action::Read(records), Action::Lost(lost)]
}

/// Follows a change that another tab made: to one key, or by clearing the whole store.
#[must_use]
pub fn follow(state: &DealBook, store: &dyn Store, changed: Option<&str>) -> Option<Action> {
    let Some(key) = changed else {
        return Some(Action::Lost(ids(state.book()).map(str::to_owned).collect()));
    };
    let id = id_of(key)?;
    match store.read(key).ok()? {
        Some(text) => Some(Action::Read(vec![(key.to_owned(), text)])),
        None => Some(Action::Lost(vec![id.to_owned()])),
    }
}

/// Stores the changes that are not stored yet; after a problem, tries again from where it stood. What
/// someone removed from the store stays removed.
#[must_use]
pub fn save(state: &DealBook, ports: &Ports) -> Vec<Action> {
    if state.is_loaded() && state.problem.is_none() && !state.is_pending() {
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
            Err(error) => return vec![Action::Settled(Some(error))],
        }
    }
    let mut problem = None;
    for id in book.unsaved().map(str::to_owned).collect::<Vec<_>>() {
        match attempt(&mut book, &id, store, host) {
            Ok((action, failure)) => {
                actions.push(action);
                problem = problem.or(failure);
            }
            Err(error) => problem = problem.or(Some(error)),
        }
    }
    actions.push(Action::Settled(problem));
    actions
}

/// [`save`], because the user asks for it: what someone removed from the store is put back, too.
#[must_use]
pub fn save_all(state: &DealBook, ports: &Ports) -> Vec<Action> {
    let mut whole = state.clone();
    whole.book.put_back();
    let (texts, failed) = put_back(&whole.book, &*ports.store);
    let saved = save(&whole, ports);
    let failed = failed.map(|error| Action::Settled(Some(error)));
    [Action::PutBack, Action::Read(texts)].into_iter().chain(saved).chain(failed).collect()
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

/// Records that could not be read return as they were, except where there is something else by now.
/// Says what is stored under their keys, and what went wrong.
fn put_back(book: &Book, store: &dyn Store) -> (Vec<(String, String)>, Option<StoreError>) {
    let mut stored = Vec::new();
    for kept in book.lost().filter_map(|id| book.kept(id)) {
        let text = match store.read(&kept.key) {
            Ok(Some(other)) => Ok(other),
            Ok(None) => store.write(&kept.key, &kept.text).map(|()| kept.text.clone()),
            Err(error) => Err(error),
        };
        match text {
            Ok(text) => stored.push((kept.key.clone(), text)),
            Err(error) => return (stored, Some(error)),
        }
    }
    (stored, None)
}

/// The ids of all records that the book knows of.
fn ids(book: &Book) -> impl Iterator<Item = &str> {
    book.deals().map(|deal| deal.id.as_str()).chain(book.unreadable().filter_map(|kept| id_of(&kept.key)))
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
