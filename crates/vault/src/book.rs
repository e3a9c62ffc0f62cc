//! A book: all records of one kind, including unreadable ones, and what is unsaved.

use std::rc::Rc;

use crate::book_error::BookError;
use crate::by_id::{ById, entry, ids};
use crate::id::valid_id;
use crate::last_write::LastWrite;
use crate::reconcile::{Resolution, reconcile};
use crate::record::{Record, UnreadableRecord, id_of, key, same_content, with_revision};

/// The records of one kind. Clones share the records, so that cloning thousands of them is cheap.
///
/// Fill it with [`read`](Self::read) and change it. For each id in [`unsaved`](Self::unsaved),
/// [`to_write`](Self::to_write) returns what to store; report success with [`saved`](Self::saved).
#[derive(Clone, Debug, PartialEq)]
pub struct Book<R: Record> {
    context: R::Context,
    records: Rc<ById<Rc<R>>>,
    /// The ids of second versions.
    copies: ById<()>,
    unreadable: ById<UnreadableRecord<R>>,
    /// The base of each record changed here; `None` if it was not stored.
    unsaved: ById<Option<Rc<R>>>,
    /// What was last written here under each id, successfully or not, with its base.
    last_writes: ById<LastWrite<R>>,
    missing: ById<()>,
    has_older: bool,
}

impl<R: Record> Default for Book<R> {
    fn default() -> Self {
        Self::new(R::Context::default())
    }
}

impl<R: Record> Book<R> {
    /// An empty book that reads its records in this context.
    #[must_use]
    pub fn new(context: R::Context) -> Self {
        Self {
            context,
            records: Rc::default(),
            copies: ById::default(),
            unreadable: ById::default(),
            unsaved: ById::default(),
            last_writes: ById::default(),
            missing: ById::default(),
            has_older: false,
        }
    }

    /// The context in which records are read.
    #[must_use]
    pub const fn context(&self) -> &R::Context {
        &self.context
    }

    /// Whether a text of an older format was read.
    #[must_use]
    pub const fn has_older(&self) -> bool {
        self.has_older
    }

    pub(crate) fn decode(&self, id: &str, text: &str) -> Result<R, R::Error> {
        R::decode(&self.context, id, text)
    }

    /// Reads a stored text, at the start or because another tab wrote it. Other keys are ignored.
    ///
    /// A record with unsaved changes is not overwritten; [`to_write`](Self::to_write) resolves that. If a record saved
    /// here was overwritten by a tab that had not seen it, or if its text is now damaged, it becomes unsaved again.
    pub fn read(&mut self, key: &str, text: &str) {
        let Some(id) = id_of::<R>(key) else { return };
        self.has_older |= R::is_older(text);
        self.missing.remove(id);
        let decoded = self.decode(id, text);
        if self.unsaved.contains_key(id) {
            // A newer version is noted even beside our changes: nothing more may be written.
            match decoded {
                Err(reason) if R::newer_format(&reason).is_some() => self.keep_unreadable(key, text, reason),
                _ => drop(self.unreadable.remove(id)),
            }
            return;
        }
        match decoded {
            Ok(record) => match self.last_writes.remove(id) {
                Some(write) if write.is_overwritten_by(&record) => drop(self.unsaved.insert(id.into(), write.base)),
                write => self.adopt(record, write),
            },
            Err(reason) => {
                let intact = entry(&self.records, id).filter(|(_, known)| R::is_damage(&reason) && !known.is_deleted());
                match intact.map(|(id, known)| (id.clone(), known.clone())) {
                    Some((id, known)) => drop(self.unsaved.insert(id, Some(known))),
                    None => {
                        self.remove_record(id);
                        self.last_writes.remove(id);
                        self.keep_unreadable(key, text, reason);
                    }
                }
            }
        }
    }

    /// Inserts a record as stored, replacing the one with the same id.
    pub fn insert(&mut self, record: R) {
        let id = record.id();
        self.unreadable.remove(id);
        self.unsaved.remove(id);
        self.last_writes.remove(id);
        self.missing.remove(id);
        self.put(record);
    }

    /// Inserts a record as stored. If it is what was written here, that is remembered.
    fn adopt(&mut self, record: R, write: Option<LastWrite<R>>) {
        let write = write.filter(|write| same_content(&*write.wrote, &record));
        let write = write.map(|write| (Rc::from(record.id()), write));
        self.insert(record);
        if let Some((id, write)) = write {
            self.last_writes.insert(id, write);
        }
    }

    /// Adds a new, unsaved record.
    ///
    /// # Errors
    /// [`BookError::BadId`]; [`BookError::Taken`], also if the id is that of an unreadable record.
    pub fn create(&mut self, record: R) -> Result<(), BookError> {
        self.check_free(record.id())?;
        self.unsaved.insert(record.id().into(), None);
        self.put(record);
        Ok(())
    }

    /// Changes a record and marks it unsaved. Its revision, which counts writes, stays.
    ///
    /// # Errors
    /// [`BookError::NotFound`].
    pub fn change(&mut self, id: &str, change: impl FnOnce(&mut R)) -> Result<(), BookError> {
        let (id, before) = entry(&self.records, id).ok_or(BookError::NotFound)?;
        let (id, before) = (id.clone(), before.clone());
        let base = self.unsaved.remove(&id).unwrap_or(Some(before));
        self.edit(&id, change);
        self.missing.remove(&id);
        self.unsaved.insert(id, base);
        Ok(())
    }

    /// Makes a record a tombstone, or restores it. It is written like any other change.
    ///
    /// # Errors
    /// [`BookError::NotFound`].
    pub fn set_deleted(&mut self, id: &str, deleted: bool) -> Result<(), BookError> {
        self.change(id, |record| record.set_deleted(deleted))
    }

    /// Notes that a record, readable or not, was removed from the store by somebody else. That may have been intended:
    /// it stays in the book, but is stored again only after a change or by [`restore_missing`](Self::restore_missing).
    pub fn mark_missing(&mut self, id: &str) {
        if self.unsaved.contains_key(id) {
            // It will be stored anyway, and the unreadable record no longer blocks it.
            self.unreadable.remove(id);
        } else if self.records.contains_key(id) || self.unreadable.contains_key(id) {
            self.missing.insert(id.into(), ());
        }
    }

    /// Removes a record, readable or not, from the book, because it was removed from the store on purpose.
    pub fn forget(&mut self, id: &str) {
        self.remove_record(id);
        self.unreadable.remove(id);
        self.unsaved.remove(id);
        self.last_writes.remove(id);
        self.missing.remove(id);
    }

    /// The ids of missing records: no longer stored, and not yet to be stored again.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        ids(&self.missing)
    }

    /// Makes the missing records unsaved. Unreadable ones remain missing until they are [`read`](Self::read) again,
    /// since only their stored text can be written.
    pub fn restore_missing(&mut self) {
        let records = self.records.clone();
        let ids: Vec<Rc<str>> = ids(&self.missing).map(Rc::from).collect();
        for (id, record) in ids.iter().filter_map(|id| entry(&records, id)) {
            self.missing.remove(id);
            if !self.unsaved.contains_key(id) {
                self.unsaved.insert(id.clone(), Some(record.clone()));
            }
        }
    }

    /// The record with this id, deleted or not.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&R> {
        self.records.get(id).map(Rc::as_ref)
    }

    /// All records, including deleted ones, ordered by id.
    pub fn records(&self) -> impl Iterator<Item = &R> {
        self.shared().map(Rc::as_ref)
    }

    /// All records in shared pointers: a record at the same address has not changed.
    pub fn shared(&self) -> impl Iterator<Item = &Rc<R>> {
        self.records.values()
    }

    /// Whether one book is an unchanged clone of the other. Constant time.
    #[must_use]
    pub fn shares_records_with(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.records, &other.records)
    }

    /// The ids of all records in the book, readable or not.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        ids(&self.records).chain(ids(&self.unreadable))
    }

    /// The unreadable record with this id.
    #[must_use]
    pub fn unreadable_record(&self, id: &str) -> Option<&UnreadableRecord<R>> {
        self.unreadable.get(id)
    }

    /// The unreadable records, ordered by key.
    pub fn unreadable(&self) -> impl Iterator<Item = &UnreadableRecord<R>> {
        self.unreadable.values()
    }

    /// The ids of records with unsaved changes.
    pub fn unsaved(&self) -> impl Iterator<Item = &str> {
        ids(&self.unsaved)
    }

    /// Whether a record has unsaved changes.
    #[must_use]
    pub fn is_unsaved(&self, id: &str) -> bool {
        self.unsaved.contains_key(id)
    }

    /// Whether any record has unsaved changes.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty()
    }

    /// Keys and texts of all records with their unsaved changes, for a lossless export.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, String)> {
        let readable = self.records().map(|record| (key::<R>(record.id()), record.encode()));
        let unreadable = self.unreadable().map(|record| (record.key.clone(), record.text.clone()));
        readable.chain(unreadable).collect()
    }

    /// What to store for a record, given the text currently stored under its key; `None` if nothing is to be stored.
    /// See [`reconcile`]. After a merge the book holds the merged record. After a conflict it holds both records; ours
    /// is the one to store, under `new_id`.
    ///
    /// # Errors
    /// [`BookError::NotFound`]; after a conflict [`BookError::BadId`] or [`BookError::Taken`] for `new_id`, and the
    /// book is unchanged.
    pub fn to_write(&mut self, id: &str, stored: Option<&str>, new_id: &str) -> Result<Option<R>, BookError> {
        let (id, ours) = entry(&self.records, id).ok_or(BookError::NotFound)?;
        let (id, ours) = (id.clone(), ours.clone());
        let Some(base) = self.unsaved.get(&id).cloned() else { return Ok(None) };
        let decoded = stored.map(|text| self.decode(&id, text));
        let base = match (self.last_writes.get(&id), &decoded) {
            // Our own write is not a change by others, even if it was reported as failed.
            (Some(write), Some(Ok(stored))) if same_content(&*write.wrote, stored) => Some(write.wrote.clone()),
            // A tab that had not seen our write did not remove our change.
            (Some(write), Some(Ok(stored))) if write.is_overwritten_by(stored) => write.base.clone(),
            _ => base,
        };
        match reconcile(&*ours, base.as_deref(), decoded.as_ref(), new_id) {
            Resolution::Write(record) => {
                self.remember_write(id, base, &record);
                Ok(Some(record))
            }
            Resolution::Adopt(record) => {
                let write = self.last_writes.remove(&id);
                self.adopt(record, write);
                Ok(None)
            }
            Resolution::Merge { both, theirs } => {
                self.put(with_revision(&both, theirs.revision()));
                let theirs = Some(Rc::new(theirs));
                self.unsaved.insert(id.clone(), theirs.clone());
                self.remember_write(id, theirs, &both);
                Ok(Some(both))
            }
            Resolution::KeepBoth(record) => {
                self.check_free(new_id)?;
                self.unsaved.remove(&id);
                self.last_writes.remove(&id);
                let is_known = self.has_second_version(&ours);
                self.remove_record(&id);
                self.read(&key::<R>(&id), stored.unwrap_or_default());
                if is_known {
                    return Ok(None);
                }
                // Revision 0, as for any record that was never stored: if the write fails, the next attempt starts from
                // there.
                self.put(with_revision(&record, 0));
                self.unsaved.insert(new_id.into(), None);
                self.remember_write(new_id.into(), None, &record);
                Ok(Some(record))
            }
        }
    }

    /// Notes that this record was stored. Changes made since then remain unsaved.
    pub fn saved(&mut self, written: &R) {
        let Some((id, record)) = entry(&self.records, written.id()) else { return };
        let (id, is_same) = (id.clone(), same_content(&**record, written));
        if is_same {
            self.unsaved.remove(&id);
        } else {
            self.unsaved.insert(id.clone(), Some(Rc::new(written.clone())));
        }
        self.missing.remove(&id);
        self.edit(&id, |record| record.set_revision(written.revision()));
    }

    /// The newest stored format that this version cannot read. The version that wrote it will run again, and nothing
    /// may be written until then.
    #[must_use]
    pub fn newer_format(&self) -> Option<u64> {
        let stored = self.unreadable().filter(|record| {
            let id = id_of::<R>(&record.key).unwrap_or_default();
            !self.missing.contains_key(id)
        });
        stored.filter_map(|record| R::newer_format(&record.reason)).max()
    }

    /// The other versions of a record after a conflict: the one of which it is a second version, and its own second
    /// versions; without deleted ones.
    pub fn versions<'a>(&'a self, record: &'a R) -> impl Iterator<Item = &'a R> {
        let first = record.copy_of().and_then(|id| self.get(id));
        let others = ids(&self.copies).filter_map(|id| self.get(id));
        let others = others.filter(move |other| other.copy_of() == Some(record.id()));
        first.into_iter().chain(others).filter(|other| !other.is_deleted())
    }

    /// Whether a second version with the same content exists: another tab had the same conflict.
    fn has_second_version(&self, record: &R) -> bool {
        let mut copies = ids(&self.copies).filter_map(|id| self.get(id)).filter(|copy| !copy.is_deleted());
        copies.any(|copy| copy.copy_of() == Some(record.id()) && same_content(&record.second_version(copy.id()), copy))
    }

    fn keep_unreadable(&mut self, key: &str, text: &str, reason: R::Error) {
        let id = id_of::<R>(key).unwrap_or_default();
        self.unreadable.insert(id.into(), UnreadableRecord { key: key.to_owned(), text: text.to_owned(), reason });
    }

    fn remember_write(&mut self, id: Rc<str>, base: Option<Rc<R>>, record: &R) {
        self.last_writes.insert(id, LastWrite { base, wrote: Rc::new(record.clone()) });
    }

    fn edit(&mut self, id: &str, change: impl FnOnce(&mut R)) {
        if let Some(record) = Rc::make_mut(&mut self.records).get_mut(id) {
            change(Rc::make_mut(record));
        }
    }

    fn put(&mut self, record: R) {
        // An equal record keeps its address: otherwise callers that compare addresses would compare thousands of
        // contents.
        if self.get(record.id()) == Some(&record) {
            return;
        }
        let id: Rc<str> = record.id().into();
        if record.copy_of().is_some() {
            self.copies.insert(id.clone(), ());
        } else {
            self.copies.remove(&id);
        }
        Rc::make_mut(&mut self.records).insert(id, Rc::new(record));
    }

    fn remove_record(&mut self, id: &str) {
        self.copies.remove(id);
        if self.records.contains_key(id) {
            Rc::make_mut(&mut self.records).remove(id);
        }
    }

    fn check_free(&self, id: &str) -> Result<(), BookError> {
        if !valid_id(id) {
            Err(BookError::BadId)
        } else if self.records.contains_key(id) || self.unreadable.contains_key(id) {
            Err(BookError::Taken)
        } else {
            Ok(())
        }
    }
}
