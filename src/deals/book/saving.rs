//! Between the deal book and the store: what was read and written, told as actions.

use std::collections::BTreeSet;

use abacus_deals::{Book, decode, encode, id_of, key, migrations};
use abacus_vault::journal::Cause;
use abacus_vault::transaction::{carry_out, is_under_way, take_back_what_broke_off, taken_back};

use crate::deals::book::{Action, DealBook};
use crate::state::ports::{Host, Ports, Store, StoreError};

/// The deal book as the store has it. While records are being written together, or when that broke off half-way, it
/// is not loaded yet: [`save`] does that when nobody else is writing.
#[must_use]
pub fn load(store: &dyn Store) -> DealBook {
    let mut state = DealBook::default();
    match is_under_way(store) {
        Ok(true) => {}
        Ok(false) => match records(store) {
            Ok(records) => state.loaded(&records),
            Err(error) => state.problem = Some(error),
        },
        Err(error) => state.problem = Some(error),
    }
    state
}

/// Reads every record again, since changes are not announced to a page that is frozen. What is not loaded yet may be
/// half-written.
#[must_use]
pub fn refresh(state: &DealBook, store: &dyn Store) -> Vec<Action> {
    let Some(records) = state.is_loaded().then(|| records(store).ok()).flatten() else { return Vec::new() };
    let book = state.book();
    let unsaved = book.unsaved().collect::<Vec<_>>();
    // What is not saved is not missed, but what stood in its way may be gone.
    let is_known = |id: &str| !unsaved.contains(&id) || book.kept(id).is_some();
    let stored: BTreeSet<&str> = records.iter().filter_map(|(key, _)| id_of(key)).collect();
    let missing = ids(book).filter(|id| is_known(id) && !stored.contains(id)).map(str::to_owned).collect();
    let mut actions = gone(missing, book, store);
    actions.insert(0, Action::Read(records));
    actions
}

/// Follows what other tabs changed: some keys, or by clearing the whole store.
#[must_use]
pub fn follow(state: &DealBook, store: &dyn Store, changed: Option<&[String]>) -> Vec<Action> {
    if !state.is_loaded() {
        return Vec::new();
    }
    let Some(keys) = changed else {
        return vec![Action::Lost(ids(state.book()).map(str::to_owned).collect())];
    };
    let (mut records, mut missing) = (Vec::new(), Vec::new());
    for key in keys {
        if let Some(id) = id_of(key) {
            match store.read(key) {
                Ok(Some(text)) => records.push((key.clone(), text)),
                Ok(None) => missing.push(id.to_owned()),
                // What cannot be read now is read when it is to be written, or when the page is shown again.
                Err(_) => {}
            }
        }
    }
    let mut actions = gone(missing, state.book(), store);
    if !records.is_empty() {
        actions.insert(0, Action::Read(records));
    }
    actions
}

/// What the book is to know of records that are gone: those of an import that was taken back are not missed, unless
/// they were changed here.
fn gone(missing: Vec<String>, book: &Book, store: &dyn Store) -> Vec<Action> {
    let taken_back = taken_back(&missing.iter().map(|id| key(id)).collect(), store);
    let unsaved: BTreeSet<&str> = book.unsaved().collect();
    let is_forgotten = |id: &String| taken_back.contains(&key(id)) && !unsaved.contains(id.as_str());
    let (forgotten, lost): (Vec<String>, Vec<String>) = missing.into_iter().partition(is_forgotten);
    let forget = (!forgotten.is_empty()).then_some(Action::Forget(forgotten));
    let lose = (!lost.is_empty()).then_some(Action::Lost(lost));
    forget.into_iter().chain(lose).collect()
}

/// Stores the changes that are not stored yet; after a problem, tries again from where it stood. What
/// someone removed from the store stays removed. While a record of a newer version is there, nothing is written.
#[must_use]
pub fn save(state: &DealBook, ports: &Ports) -> Vec<Action> {
    if state.is_loaded() && (state.is_read_only() || state.problem.is_none() && !state.is_pending()) {
        return Vec::new();
    }
    let (store, host) = (&*ports.store, &*ports.host);
    let mut book = state.book().clone();
    let mut actions = Vec::new();
    if !state.is_loaded() {
        match open(store) {
            Ok((taken_back, records)) => {
                records.iter().for_each(|(key, text)| book.read(key, text));
                actions.push(Action::Loaded(records));
                if taken_back > 0 {
                    actions.push(Action::TookBack(taken_back));
                }
            }
            Err(error) => return vec![Action::Settled(Some(error))],
        }
    }
    let mut problem = None;
    for id in book.unsaved().map(str::to_owned).collect::<Vec<_>>() {
        if book.newer_schema().is_some() {
            break;
        }
        let (attempted, failure) = attempts(&mut book, &id, store, host);
        actions.extend(attempted);
        problem = problem.or(failure);
    }
    actions.push(Action::Settled(problem));
    actions
}

/// Writes the records of older formats in that of now, all of them or none. Where that cannot be, each is written so
/// when it is changed: nobody need know.
#[must_use]
pub fn migrate(state: &DealBook, ports: &Ports) -> Option<Action> {
    if !state.is_loaded() || state.is_read_only() || ports.host.is_demo() {
        return None;
    }
    let writes = migrations(&records(&*ports.store).ok()?);
    if writes.is_empty() {
        return None;
    }
    carry_out(Cause::Migration, "", ports.host.today(), &writes, &*ports.store).ok()?;
    Some(Action::Read(writes.into_iter().map(|write| (write.key, write.after)).collect()))
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

/// How often somebody else may write the very moment that we do.
const ATTEMPTS: usize = 3;

/// Read, settle what others wrote meanwhile, write; the store itself reads back.
fn attempts(book: &mut Book, id: &str, store: &dyn Store, host: &dyn Host) -> (Vec<Action>, Option<StoreError>) {
    let mut actions = Vec::new();
    let mut failure = None;
    for _ in 0..ATTEMPTS {
        let was_stored = book.get(id).is_some_and(|deal| deal.revision > 0);
        let stored = match read_record(id, was_stored, store) {
            Ok(stored) => stored,
            Err(error) => return (actions, Some(error)),
        };
        if let Some(text) = &stored {
            // Nothing comes of that but where it is of a newer version.
            book.read(&key(id), text);
            if book.newer_schema().is_some() {
                actions.push(Action::Read(vec![(key(id), text.clone())]));
                return (actions, None);
            }
        }
        let new_id = host.fresh_id();
        let Ok(deal) = book.to_write(id, stored.as_deref(), &new_id) else {
            return (actions, Some(StoreError::NotKept));
        };
        let result = deal.as_ref().map_or(Ok(()), |deal| store.write(&key(&deal.id), &encode(deal)));
        failure = result.err();
        let is_unreadable = stored.as_ref().is_some_and(|text| decode(id, text).is_err());
        if let Some(second) = deal.as_ref().filter(|_| failure.is_some() && is_unreadable) {
            // There is no second version unless it is kept: a store may show records otherwise than they are.
            let _stays = store.remove(&key(&second.id));
            return (actions, failure);
        }
        let written = deal.filter(|_| result.is_ok()).map(Box::new);
        if let Some(written) = &written {
            book.saved(written);
        }
        let now = store.read(&key(id)).ok().flatten();
        actions.push(Action::Attempted { id: id.to_owned(), stored: stored.clone(), new_id, written });
        // Not kept, and something else is there: somebody was quicker by a hair's breadth.
        if failure != Some(StoreError::NotKept) || now == stored {
            break;
        }
    }
    (actions, failure)
}

/// A key that is there for a moment.
const PROBE_KEY: &str = "sales-abacus:probe";

/// The text of a record. That it cannot be read, or is gone, is not believed at once: where it is to be written over,
/// nobody would ever know.
fn read_record(id: &str, was_stored: bool, store: &dyn Store) -> Result<Option<String>, StoreError> {
    let text = store.read(&key(id))?;
    let is_credible = match &text {
        Some(text) => decode(id, text).is_ok(),
        None => !was_stored,
    };
    if is_credible {
        return Ok(text);
    }
    if text.is_none() {
        // Of a store that shows nothing, whatever is written to it, nobody knows what it holds.
        store.write(PROBE_KEY, "?")?;
        store.remove(PROBE_KEY)?;
    }
    let again = store.read(&key(id))?;
    if again == text { Ok(text) } else { Err(StoreError::Corrupted) }
}

/// Everything that is stored, after what broke off half-way was taken back: how much that was, and the records.
fn open(store: &dyn Store) -> Result<(usize, Vec<(String, String)>), StoreError> {
    let taken_back = take_back_what_broke_off(store)?;
    Ok((taken_back, records(store)?))
}

/// Records that could not be read return as they were, except where there is something else by now.
/// Says what is stored under their keys, and what went wrong.
fn put_back(book: &Book, store: &dyn Store) -> (Vec<(String, String)>, Option<StoreError>) {
    let mut stored = Vec::new();
    let kept = book.lost().filter_map(|id| book.kept(id)).filter(|_| book.newer_schema().is_none());
    for kept in kept {
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
