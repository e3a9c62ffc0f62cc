//! Writes records that belong together, all of them or none, and takes them back: at once when one is refused, on the
//! next start when the page went away in between, or when the user wants it.

use std::collections::BTreeSet;

use crate::journal::{Cause, Entry, JOURNAL_KEY, Journal, Standing, Write};
use crate::space::RESERVE_KEY;
use abacus_core::date::Date;

use crate::store::{Store, StoreError};

/// Why records that belong together were not written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Someone changed one of them meanwhile. Nothing was written.
    Changed,
    /// The store refused. What had been written was taken back.
    Store(StoreError),
    /// The store refused, and then refused to take back what had been written: so many records. The next start
    /// tries again.
    Stuck(StoreError, usize),
}

/// What became of taking back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// The keys under which everything is as before again.
    pub restored: Vec<String>,
    /// How many records stay, because they were changed since.
    pub changed: usize,
    /// How many the store refused to take back as yet, and why the first of them.
    pub left: Option<(usize, StoreError)>,
}

/// Writes all of it, if everything stands as expected. `file` and `day` are for people.
///
/// # Errors
/// Why not. But for [`Failure::Stuck`], everything is as it was before.
pub fn carry_out(cause: Cause, file: &str, day: Date, writes: &[Write], store: &dyn Store) -> Result<Journal, Failure> {
    let journal = Journal::of(writes, file, day);
    if writes.is_empty() {
        return Ok(journal);
    }
    take_back_what_broke_off(store).map_err(Failure::Store)?;
    for write in writes {
        if store.read(&write.key).map_err(Failure::Store)? != write.before {
            return Err(Failure::Changed);
        }
    }
    let former = Cause::ALL.map(|cause| (cause.key(), store.read(&cause.key()).ok().flatten()));
    if let Err(error) = keep_journal(cause, &journal, store) {
        restore(&former, store);
        return Err(Failure::Store(error));
    }
    let written = begin(cause, store).map_err(Failure::Store).and_then(|()| write_all(cause, writes, store));
    let Err(failure) = written else { return Ok(journal) };
    let undone = settle(cause, &journal, store);
    if undone.left.is_none() && undone.restored.is_empty() {
        restore(&former, store);
    }
    Err(match (undone.left, failure) {
        (None, failure) => failure,
        (Some((left, _)), Failure::Store(error)) | (Some((left, error)), _) => Failure::Stuck(error, left),
    })
}

/// The ways back that there were, for nothing of what they had made way for was written.
fn restore(former: &[(String, Option<String>)], store: &dyn Store) {
    for (key, text) in former {
        if let Some(text) = text {
            // Should it not fit any more, it is but a way back.
            let _not_kept = store.write(key, text);
        }
    }
}

/// Each record only if it still stands as expected: where there are no locks, someone may be quicker.
fn write_all(cause: Cause, writes: &[Write], store: &dyn Store) -> Result<(), Failure> {
    for write in writes {
        if store.read(&write.key).map_err(Failure::Store)? != write.before {
            return Err(Failure::Changed);
        }
        store.write(&write.key, &write.after).map_err(Failure::Store)?;
    }
    let is_marked = store.read(JOURNAL_KEY).map_err(Failure::Store)?.is_some();
    store.remove(JOURNAL_KEY).map_err(Failure::Store)?;
    // Whoever took this for work that had broken off has taken it back meanwhile.
    if is_marked && last(cause, store).is_none_or(|journal| !journal.undone) { Ok(()) } else { Err(Failure::Changed) }
}

/// Takes back what was written.
fn settle(cause: Cause, journal: &Journal, store: &dyn Store) -> Undone {
    let mut undone = undo(journal, store);
    if undone.left.is_none()
        && let Err(error) = end(cause, journal, store)
    {
        undone.left = Some((0, error));
    }
    undone
}

/// Where there is no room for it, the way back from something else goes.
fn keep_journal(cause: Cause, journal: &Journal, store: &dyn Store) -> Result<(), StoreError> {
    let text = journal.encode();
    let mut kept = store.write(&cause.key(), &text);
    for other in Cause::ALL.into_iter().filter(|other| *other != cause) {
        if matches!(kept, Err(StoreError::Full | StoreError::Ceiling)) && store.remove(&other.key()).is_ok() {
            kept = store.write(&cause.key(), &text);
        }
    }
    kept
}

/// Whether records are being written together, or were when the page went away.
///
/// # Errors
/// What the store says.
pub fn is_under_way(store: &dyn Store) -> Result<bool, StoreError> {
    Ok(store.read(JOURNAL_KEY)?.is_some())
}

/// Takes back what broke off half-way, if something did: says how many records of an import are as before again. To be called
/// when nobody else may be writing.
///
/// # Errors
/// What the store says; then nothing may be written, and the next start tries again.
pub fn take_back_what_broke_off(store: &dyn Store) -> Result<usize, StoreError> {
    let Some(code) = store.read(JOURNAL_KEY)? else { return Ok(0) };
    // What a later version wrote together it will take back itself.
    let Some(cause) = Cause::from_code(&code) else { return Err(StoreError::Newer) };
    let Some(journal) = stored_journal(cause, store)? else {
        // The journal is written before anything else: without it, nothing was.
        if store.read(JOURNAL_KEY)?.is_none() || store.read(&cause.key())?.is_some() {
            return Err(StoreError::Corrupted);
        }
        store.remove(JOURNAL_KEY)?;
        return Ok(0);
    };
    let undone = undo(&journal, store);
    match undone.left {
        Some((_, error)) => Err(error),
        // Nobody need know of a migration: it is done anew.
        None => end(cause, &journal, store).map(|()| if cause == Cause::Import { undone.restored.len() } else { 0 }),
    }
}

/// How to take back what was last written together for this cause; it may be taken back already.
#[must_use]
pub fn last(cause: Cause, store: &dyn Store) -> Option<Journal> {
    stored_journal(cause, store).ok().flatten()
}

/// Takes back what was written together, except where a record was changed since. Should the page go away meanwhile,
/// the next start goes on with it. None where the store has another way back by now: something else was written
/// together since, or another tab has taken it back.
#[must_use]
pub fn take_back(cause: Cause, journal: &Journal, store: &dyn Store) -> Option<Undone> {
    let refused = |error| Some(Undone { left: Some((journal.entries.len(), error)), ..Undone::default() });
    match prepare(cause, journal, store) {
        Ok(true) => Some(settle(cause, journal, store)),
        Ok(false) => None,
        Err(error) => refused(error),
    }
}

/// Marks that this is being taken back, unless there is another way back by now.
fn prepare(cause: Cause, journal: &Journal, store: &dyn Store) -> Result<bool, StoreError> {
    if !is_being_taken_back(cause, journal, store)? {
        take_back_what_broke_off(store)?;
        match stored_journal(cause, store)? {
            Some(stored) if stored != *journal => return Ok(false),
            Some(_) => {}
            None => {
                // It had made room for something, and is known here. Taking back makes room for the reserve again.
                store.remove(RESERVE_KEY)?;
                keep_journal(cause, journal, store)?;
            }
        }
    }
    begin(cause, store).map(|()| true)
}

/// Whether this is being taken back, or got stuck.
///
/// # Errors
/// What the store says.
pub fn is_being_taken_back(cause: Cause, journal: &Journal, store: &dyn Store) -> Result<bool, StoreError> {
    let is_marked = store.read(JOURNAL_KEY)?.as_deref() == Some(cause.code());
    Ok(is_marked && stored_journal(cause, store)?.as_ref() == Some(journal))
}

fn begin(cause: Cause, store: &dyn Store) -> Result<(), StoreError> {
    store.write(JOURNAL_KEY, cause.code())
}

/// The journal stays: by it other tabs know that what is gone went on purpose, see [`taken_back`]. A store that
/// shows nothing where there is something cannot show the journal either: then nothing has come to an end.
fn end(cause: Cause, journal: &Journal, store: &dyn Store) -> Result<(), StoreError> {
    if stored_journal(cause, store)?.as_ref() != Some(journal) {
        return Err(StoreError::Corrupted);
    }
    // Should that not be kept, other tabs will miss what is gone, and say so.
    let _not_kept = store.write(&cause.key(), &Journal { undone: true, ..journal.clone() }.encode());
    store.remove(JOURNAL_KEY)
}

/// Of keys under which nothing is stored any more, those that an import had added before it was taken back.
#[must_use]
pub fn taken_back(missing: &BTreeSet<String>, store: &dyn Store) -> BTreeSet<String> {
    if missing.is_empty() {
        return BTreeSet::new();
    }
    let journal = last(Cause::Import, store).filter(|journal| journal.undone);
    let entries = journal.map(|journal| journal.entries).unwrap_or_default();
    let added = entries.into_iter().filter(|entry| entry.before.is_none()).map(|entry| entry.key);
    added.filter(|key| missing.contains(key)).collect()
}

fn stored_journal(cause: Cause, store: &dyn Store) -> Result<Option<Journal>, StoreError> {
    let Some(text) = store.read(&cause.key())? else { return Ok(None) };
    let unknown = if Journal::is_newer(&text) { StoreError::Newer } else { StoreError::NoJournal };
    Journal::decode(&text).map(Some).ok_or(unknown)
}

fn undo(journal: &Journal, store: &dyn Store) -> Undone {
    let mut undone = Undone::default();
    // First what was added, so that there is room for what was replaced.
    let (added, replaced): (Vec<&Entry>, Vec<&Entry>) = journal.entries.iter().partition(|one| one.before.is_none());
    for entry in added.into_iter().chain(replaced) {
        match undo_one(entry, store) {
            Ok(Standing::Written) => undone.restored.push(entry.key.clone()),
            Ok(Standing::Changed) => undone.changed = undone.changed.saturating_add(1),
            Ok(Standing::Before) => {}
            Err(error) => {
                let (left, first) = undone.left.unwrap_or((0, error));
                undone.left = Some((left.saturating_add(1), first));
            }
        }
    }
    undone
}

/// How the record stood, which is as before now unless it was changed.
fn undo_one(entry: &Entry, store: &dyn Store) -> Result<Standing, StoreError> {
    let mut stored = store.read(&entry.key)?;
    let mut standing = entry.standing(stored.as_deref());
    if standing != Standing::Written {
        // Nothing is concluded from a single look.
        let again = store.read(&entry.key)?;
        if again != stored {
            stored = store.read(&entry.key)?;
            if again != stored {
                return Err(StoreError::Corrupted);
            }
        }
        standing = entry.standing(stored.as_deref());
    }
    match (standing, &entry.before) {
        (Standing::Written, Some(text)) => store.write(&entry.key, text)?,
        (Standing::Written, None) => store.remove(&entry.key)?,
        (Standing::Before | Standing::Changed, _) => {}
    }
    Ok(standing)
}
