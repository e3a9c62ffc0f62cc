//! Transactions: several records are written together or none of them.
//!
//! Before the first record is written, a [`Journal`] is stored. With it the transaction is rolled back at once if a
//! write fails, on the next start if the page went away in between, or undone later on demand.
//!
//! Thousands of records take seconds on a phone, so all of it can be done in pieces. That needs the lock: to anyone who
//! reads the store between two pieces, the transaction looks interrupted.

use abacus_core::date::Date;
use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};

use crate::journal::{Cause, Entry, EntryState, JOURNAL_KEY, Journal, Write};
use crate::space::RESERVE_KEY;
use crate::store::{Store, StoreError};

/// Why a transaction was not committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommitError {
    /// Somebody changed one of the records meanwhile. Nothing was written.
    Changed,
    /// The store refused a write. The records already written were rolled back.
    Store(StoreError),
    /// The store refused to roll back this many records, after it had refused a write or the user had stopped the
    /// transaction. The next start tries again.
    Stuck(StoreError, usize),
    /// The user stopped it. The records already written were rolled back.
    Stopped,
}

impl From<Stopped> for CommitError {
    fn from(Stopped: Stopped) -> Self {
        Self::Stopped
    }
}

/// The paces of a transaction. Their type is generic, so that a page that only rolls back, without breaks, contains
/// none of the code for breaks.
pub struct Paces<'a, P: ?Sized> {
    /// For checking and writing, which the user can stop.
    pub commit: &'a P,
    /// For rolling back, which cannot be stopped: this pace's requests to stop are ignored.
    pub roll_back: &'a P,
}

/// The result of a rollback.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RolledBack {
    /// The keys of the restored records.
    pub restored: Vec<String>,
    /// How many records were left alone because they were changed since.
    pub changed: usize,
    /// How many records the store refused to roll back, and the first error.
    pub left: Option<(usize, StoreError)>,
}

/// Writes all records if the stored texts are those the writes expect. `file` and `day` are only for display.
///
/// # Errors
/// Why it was not committed. Except for [`CommitError::Stuck`], everything is as before.
pub fn commit(
    cause: Cause,
    file: &str,
    day: Date,
    writes: &[Write],
    store: &dyn Store,
) -> Result<Journal, CommitError> {
    run_to_end(commit_with(cause, file, day, writes, store, Paces { commit: &NeverYield, roll_back: &NeverYield }))
        .unwrap_or(Err(CommitError::Stopped))
}

/// [`commit`] in pieces, under the lock. The progress is the number of checks and writes, out of twice the number of
/// records.
///
/// # Errors
/// Those of [`commit`], and [`CommitError::Stopped`].
pub async fn commit_with<P: Pace + ?Sized>(
    cause: Cause,
    file: &str,
    day: Date,
    writes: &[Write],
    store: &dyn Store,
    paces: Paces<'_, P>,
) -> Result<Journal, CommitError> {
    let journal = Journal::of_with(writes, file, day, paces.commit).await?;
    if writes.is_empty() {
        return Ok(journal);
    }
    roll_back_interrupted(store).map_err(CommitError::Store)?;
    let total = writes.len().saturating_mul(2);
    let text = journal.encode_with(journal.undone, 0, paces.commit).await?;
    for (done, write) in writes.iter().enumerate() {
        yield_if_due(paces.commit, done, total).await?;
        if store.read(&write.key).map_err(CommitError::Store)? != write.before {
            return Err(CommitError::Changed);
        }
    }
    let mut former = Vec::new();
    for cause in Cause::ALL {
        yield_if_due(paces.commit, writes.len(), total).await?;
        former.push((cause.key(), store.read(&cause.key()).ok().flatten()));
    }
    if let Err(error) = store_journal(cause, &text, store) {
        restore_journals(&former, store);
        return Err(CommitError::Store(error));
    }
    let written = match mark(cause, store) {
        Ok(()) => write_all(cause, &text, writes, store, paces.commit).await,
        Err(error) => Err(CommitError::Store(error)),
    };
    let Err(failure) = written else { return Ok(journal) };
    let rolled_back = finish_roll_back(cause, (&journal, &text), store, paces.roll_back).await;
    if rolled_back.left.is_none() && rolled_back.restored.is_empty() {
        restore_journals(&former, store);
    }
    Err(match (rolled_back.left, failure) {
        (None, failure) => failure,
        (Some((left, _)), CommitError::Store(error)) | (Some((left, error)), _) => CommitError::Stuck(error, left),
    })
}

/// Stores the former journals again: they were removed to make room, and nothing was written.
fn restore_journals(former: &[(String, Option<String>)], store: &dyn Store) {
    for (key, text) in former {
        if let Some(text) = text {
            // If it no longer fits, an earlier import cannot be undone, but no record is lost.
            let _not_kept = store.write(key, text);
        }
    }
}

/// Checks the stored text again before each write: without locks, another tab may have written in between.
async fn write_all<P: Pace + ?Sized>(
    cause: Cause,
    journal: &str,
    writes: &[Write],
    store: &dyn Store,
    pace: &P,
) -> Result<(), CommitError> {
    let (checked, total) = (writes.len(), writes.len().saturating_mul(2));
    for (done, write) in writes.iter().enumerate() {
        yield_if_due(pace, checked.saturating_add(done), total).await?;
        if store.read(&write.key).map_err(CommitError::Store)? != write.before {
            return Err(CommitError::Changed);
        }
        store.write(&write.key, &write.after).map_err(CommitError::Store)?;
    }
    let is_marked = store.read(JOURNAL_KEY).map_err(CommitError::Store)?.is_some();
    store.remove(JOURNAL_KEY).map_err(CommitError::Store)?;
    // Another tab may have taken this transaction for an interrupted one and rolled it back.
    let is_undone = || {
        store.holds(&cause.key(), journal) != Ok(true)
            && last_journal(cause, store).is_some_and(|journal| journal.undone)
    };
    if is_marked && !is_undone() { Ok(()) } else { Err(CommitError::Changed) }
}

/// `text` is the journal as stored.
async fn finish_roll_back<P: Pace + ?Sized>(
    cause: Cause,
    (journal, text): (&Journal, &str),
    store: &dyn Store,
    pace: &P,
) -> RolledBack {
    let mut rolled_back = roll_back_entries(journal, store, pace).await;
    if rolled_back.left.is_none()
        && let Err(error) = unmark(cause, (journal, text), store, pace).await
    {
        rolled_back.left = Some((0, error));
    }
    rolled_back
}

/// If there is no room, the journal of the other cause is removed.
fn store_journal(cause: Cause, text: &str, store: &dyn Store) -> Result<(), StoreError> {
    let mut kept = store.write(&cause.key(), text);
    for other in Cause::ALL.into_iter().filter(|other| *other != cause) {
        if matches!(kept, Err(StoreError::Full | StoreError::Ceiling)) && store.remove(&other.key()).is_ok() {
            kept = store.write(&cause.key(), text);
        }
    }
    kept
}

/// Whether a transaction is under way or was interrupted.
///
/// # Errors
/// The error of the store.
pub fn is_in_progress(store: &dyn Store) -> Result<bool, StoreError> {
    Ok(store.read(JOURNAL_KEY)?.is_some())
}

/// Rolls back an interrupted transaction, if there is one. Returns how many records of an import were restored. To be
/// called under the lock.
///
/// # Errors
/// The error of the store; nothing may be written then, and the next start tries again.
pub fn roll_back_interrupted(store: &dyn Store) -> Result<usize, StoreError> {
    let Some(code) = store.read(JOURNAL_KEY)? else { return Ok(0) };
    // A transaction of a newer version is left to that version.
    let Some(cause) = Cause::from_code(&code) else { return Err(StoreError::Newer) };
    let Some((journal, text)) = read_journal(cause, store)? else {
        // The journal is stored before anything else: without it, nothing was written.
        if store.read(JOURNAL_KEY)?.is_none() || store.read(&cause.key())?.is_some() {
            return Err(StoreError::Corrupted);
        }
        store.remove(JOURNAL_KEY)?;
        return Ok(0);
    };
    let Some(rolled_back) = run_to_end(roll_back_entries(&journal, store, &NeverYield)) else {
        return Err(StoreError::Corrupted);
    };
    match rolled_back.left {
        Some((_, error)) => Err(error),
        // A migration is not reported, since it is simply repeated.
        None => {
            run_to_end(unmark(cause, (&journal, &text), store, &NeverYield)).unwrap_or(Err(StoreError::Corrupted))?;
            Ok(if cause == Cause::Import { rolled_back.restored.len() } else { 0 })
        }
    }
}

/// The journal of the last transaction of this cause, which may have been rolled back since.
#[must_use]
pub fn last_journal(cause: Cause, store: &dyn Store) -> Option<Journal> {
    read_journal(cause, store).ok().flatten().map(|(journal, _)| journal)
}

/// [`last_journal`] in pieces.
///
/// # Errors
/// [`Stopped`].
pub async fn last_journal_with<P: Pace + ?Sized>(
    cause: Cause,
    store: &dyn Store,
    pace: &P,
) -> Result<Option<Journal>, Stopped> {
    match store.read(&cause.key()) {
        Ok(Some(text)) => Journal::decode_with(&text, pace).await,
        _ => Ok(None),
    }
}

/// Undoes a committed transaction, except for records changed since. If it is interrupted, the next start resumes it.
/// `None` if the stored journal is another one: another transaction was committed since, or another tab has undone this
/// one.
#[must_use]
pub fn undo(cause: Cause, journal: &Journal, store: &dyn Store) -> Option<RolledBack> {
    run_to_end(undo_with(cause, journal, store, &NeverYield)).flatten()
}

/// [`undo`] in pieces, under the lock. The progress is the number of records rolled back. It cannot be stopped: the
/// pace's requests to stop are ignored.
pub async fn undo_with<P: Pace + ?Sized>(
    cause: Cause,
    journal: &Journal,
    store: &dyn Store,
    pace: &P,
) -> Option<RolledBack> {
    let refused = |error| Some(RolledBack { left: Some((journal.entries.len(), error)), ..RolledBack::default() });
    let text = journal.encode_with(journal.undone, 0, pace).await.unwrap_or_else(|_| journal.encode());
    match mark_undo(cause, (journal, &text), store) {
        Ok(true) => Some(finish_roll_back(cause, (journal, &text), store, pace).await),
        Ok(false) => None,
        Err(error) => refused(error),
    }
}

/// Marks the transaction as being undone, unless the stored journal is another one. Returns whether it was marked.
fn mark_undo(cause: Cause, (journal, text): (&Journal, &str), store: &dyn Store) -> Result<bool, StoreError> {
    if !is_rolling_back(cause, journal, store)? {
        roll_back_interrupted(store)?;
        if !store.holds(&cause.key(), text)? {
            match read_journal(cause, store)? {
                Some((stored, _)) if stored != *journal => return Ok(false),
                Some(_) => {}
                None => {
                    // The journal was evicted to make room but is known here. Undoing makes room for the reserve again.
                    store.remove(RESERVE_KEY)?;
                    store_journal(cause, text, store)?;
                }
            }
        }
    }
    mark(cause, store).map(|()| true)
}

/// Whether this transaction is being rolled back, or its rollback got stuck.
///
/// # Errors
/// The error of the store.
pub fn is_rolling_back(cause: Cause, journal: &Journal, store: &dyn Store) -> Result<bool, StoreError> {
    let is_marked = store.read(JOURNAL_KEY)?.as_deref() == Some(cause.code());
    Ok(is_marked && read_journal(cause, store)?.is_some_and(|(stored, _)| stored == *journal))
}

fn mark(cause: Cause, store: &dyn Store) -> Result<(), StoreError> {
    store.write(JOURNAL_KEY, cause.code())
}

/// Ends a rollback. The journal is kept, because other tabs learn from it which records were removed on purpose; see
/// [`removed_by_undo`]. A store that does not show the journal does not show the records either, so the rollback is
/// then not ended.
async fn unmark<P: Pace + ?Sized>(
    cause: Cause,
    (journal, text): (&Journal, &str),
    store: &dyn Store,
    pace: &P,
) -> Result<(), StoreError> {
    let is_stored = || Ok(read_journal(cause, store)?.is_some_and(|(stored, _)| stored == *journal));
    if !store.holds(&cause.key(), text)? && !is_stored()? {
        return Err(StoreError::Corrupted);
    }
    let done = journal.entries.len().saturating_sub(1);
    let undone = match journal.encode_with(true, done, pace).await {
        Ok(undone) => undone,
        // It cannot be stopped.
        Err(Stopped) => Journal { undone: true, ..journal.clone() }.encode(),
    };
    // If this fails, other tabs report the removed records as missing.
    let _not_kept = store.write(&cause.key(), &undone);
    store.remove(JOURNAL_KEY)
}

/// The keys among `missing` that an import had added before it was undone. `missing` is sorted, and so is the result.
#[must_use]
pub fn removed_by_undo(missing: &[String], store: &dyn Store) -> Vec<String> {
    if missing.is_empty() {
        return Vec::new();
    }
    let journal = last_journal(Cause::Import, store).filter(|journal| journal.undone);
    let entries = journal.map(|journal| journal.entries).unwrap_or_default();
    let added = entries.into_iter().filter(|entry| entry.before.is_none()).map(|entry| entry.key);
    let mut removed: Vec<String> = added.filter(|key| missing.binary_search(key).is_ok()).collect();
    removed.sort_unstable();
    removed
}

/// The stored journal, and its text.
fn read_journal(cause: Cause, store: &dyn Store) -> Result<Option<(Journal, String)>, StoreError> {
    let Some(text) = store.read(&cause.key())? else { return Ok(None) };
    match Journal::decode(&text) {
        Some(journal) => Ok(Some((journal, text))),
        None => Err(if Journal::is_newer(&text) { StoreError::Newer } else { StoreError::NoJournal }),
    }
}

async fn roll_back_entries<P: Pace + ?Sized>(journal: &Journal, store: &dyn Store, pace: &P) -> RolledBack {
    let mut rolled_back = RolledBack::default();
    // Added records are removed first, which makes room for the replaced ones.
    let (added, replaced): (Vec<&Entry>, Vec<&Entry>) = journal.entries.iter().partition(|one| one.before.is_none());
    for (done, entry) in added.into_iter().chain(replaced).enumerate() {
        let _wanted_or_not = yield_if_due(pace, done, journal.entries.len()).await;
        match roll_back_entry(entry, store) {
            Ok(EntryState::Written) => rolled_back.restored.push(entry.key.clone()),
            Ok(EntryState::Changed) => rolled_back.changed = rolled_back.changed.saturating_add(1),
            Ok(EntryState::Before) => {}
            Err(error) => {
                let (left, first) = rolled_back.left.unwrap_or((0, error));
                rolled_back.left = Some((left.saturating_add(1), first));
            }
        }
    }
    rolled_back
}

/// Restores a record unless it was changed since. Returns the state it was in.
fn roll_back_entry(entry: &Entry, store: &dyn Store) -> Result<EntryState, StoreError> {
    let mut stored = store.read(&entry.key)?;
    let mut state = entry.state(stored.as_deref());
    if state != EntryState::Written {
        // Another tab may write between two reads, see `read_twice` in `save.rs`, so one read proves nothing.
        let again = store.read(&entry.key)?;
        if again != stored {
            stored = store.read(&entry.key)?;
            if again != stored {
                return Err(StoreError::Corrupted);
            }
        }
        state = entry.state(stored.as_deref());
    }
    match (state, &entry.before) {
        (EntryState::Written, Some(text)) => store.write(&entry.key, text)?,
        (EntryState::Written, None) => store.remove(&entry.key)?,
        (EntryState::Before | EntryState::Changed, _) => {}
    }
    Ok(state)
}
