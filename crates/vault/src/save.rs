//! Saving one record: read, reconcile, write.

use crate::book::Book;
use crate::record::{Record, key};
use crate::store::{Store, StoreError};

/// The result of saving, besides the state of the vault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    /// The records that another tab changed at the same time: both versions were kept.
    pub conflicts: Vec<Conflict>,
    /// How many records of an interrupted import were restored.
    pub rolled_back: usize,
}

/// A record that another tab changed at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The id of the other tab's record.
    pub theirs: String,
    /// The new id of our second version.
    pub ours: String,
}

/// How often a write is retried when another tab writes at the same moment.
const ATTEMPTS: usize = 3;

/// A key that is stored only for a moment.
const PROBE_KEY: &str = "sales-abacus:probe";

/// The store reads back what it writes; see [`GuardedStore`](crate::guarded::GuardedStore).
pub(crate) fn save_one<R: Record>(
    book: &mut Book<R>,
    id: &str,
    store: &dyn Store,
    fresh_id: &dyn Fn() -> String,
    saved: &mut Saved,
) -> Result<(), StoreError> {
    let record_key = key::<R>(id);
    let mut failure = None;
    for _ in 0..ATTEMPTS {
        let was_stored = book.get(id).is_some_and(|record| record.revision() > 0);
        let stored = read_twice(book, id, was_stored, store)?;
        if let Some(text) = &stored {
            // A record with unsaved changes is not replaced; this only notes a newer version.
            book.read(&record_key, text);
            if book.newer_format().is_some() {
                return Ok(());
            }
        }
        let is_unreadable = stored.as_ref().is_some_and(|text| book.decode(id, text).is_err());
        let before = is_unreadable.then(|| book.clone());
        let record = book.to_write(id, stored.as_deref(), &fresh_id()).map_err(|_| StoreError::NotKept)?;
        let written = record.as_ref().map_or(Ok(()), |record| store.write(&key::<R>(record.id()), &record.encode()));
        failure = written.err();
        if failure.is_some()
            && let (Some(second), Some(before)) = (&record, before)
        {
            // A second version that could not be stored must not replace ours: the store may misreport records.
            let _stays = store.remove(&key::<R>(second.id()));
            *book = before;
            break;
        }
        if let Some(record) = record {
            if record.id() != id {
                saved.conflicts.push(Conflict { theirs: id.to_owned(), ours: record.id().to_owned() });
            }
            if failure.is_none() {
                book.saved(&record);
            }
        }
        // Not kept, and the stored text has changed: another tab wrote at the same moment.
        if failure != Some(StoreError::NotKept) || store.read(&record_key).ok().flatten() == stored {
            break;
        }
    }
    failure.map_or(Ok(()), Err)
}

/// Reads the text of a record. A missing or damaged record is read twice, because the answer decides what is
/// overwritten:
///
/// * Another tab may write between two reads: no browser locks its storage (whatwg/html#342 removed the storage mutex
///   from the standard, as nobody had implemented it).
/// * A browser with a damaged storage file reports empty storage, and stores nothing until it is restarted (WebKit bug
///   250470). Hence the probe.
fn read_twice<R: Record>(
    book: &Book<R>,
    id: &str,
    was_stored: bool,
    store: &dyn Store,
) -> Result<Option<String>, StoreError> {
    let key = key::<R>(id);
    let text = store.read(&key)?;
    let is_credible = match &text {
        Some(text) => book.decode(id, text).is_ok(),
        None => !was_stored,
    };
    if is_credible {
        return Ok(text);
    }
    if text.is_none() {
        store.write(PROBE_KEY, "?")?;
        store.remove(PROBE_KEY)?;
    }
    if store.read(&key)? == text { Ok(text) } else { Err(StoreError::Corrupted) }
}

/// Stores the text of missing unreadable records again, unless something else is stored under their key by now.
pub(crate) fn put_back_unreadable<R: Record>(book: &mut Book<R>, store: &dyn Store) -> Result<(), StoreError> {
    let missing = book.missing().filter_map(|id| book.unreadable_record(id)).cloned().collect::<Vec<_>>();
    for record in missing {
        match store.read(&record.key)? {
            Some(other) => book.read(&record.key, &other),
            None => {
                store.write(&record.key, &record.text)?;
                book.read(&record.key, &record.text);
            }
        }
    }
    Ok(())
}
