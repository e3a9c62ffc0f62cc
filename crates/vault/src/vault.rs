use crate::book::Book;
use crate::record::{Record, id_of, key};
use crate::save::{Saved, put_back_unreadable, save_one};
use crate::store::{Store, StoreError};
use crate::transaction;

/// A book and its store: whether it was loaded, and why not everything is stored.
///
/// Nothing is written before the store was read. Every method that uses the store leaves the vault in the resulting
/// state; callers need not repeat anything.
#[derive(Clone, Debug, PartialEq)]
pub struct Vault<R: Record> {
    book: Book<R>,
    loaded: bool,
    problem: Option<StoreError>,
}

impl<R: Record> Default for Vault<R> {
    fn default() -> Self {
        Self::new(R::Context::default())
    }
}

/// Whether everything that was entered is stored on this device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Everything is stored.
    Saved,
    /// It will be stored in a moment.
    Saving,
    /// It is not stored.
    NotSaved(Problem),
    /// A newer version of the app wrote some of the records. Nothing may be written until that version runs again.
    ReadOnly {
        /// The format of those records.
        format: u64,
        /// Whether earlier changes are unsaved.
        unsaved: bool,
    },
}

/// Why something is not stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The store returned an error.
    Store(StoreError),
    /// The browser denies access to storage that it granted when the page was opened.
    Withdrawn,
    /// Records were removed from the store by somebody else. They are put back only on demand.
    Cleared,
}

impl<R: Record> Vault<R> {
    fn new(context: R::Context) -> Self {
        Self { book: Book::new(context), loaded: false, problem: None }
    }

    /// Loads the records of the store. While a transaction is under way or interrupted, records with
    /// [`Record::ROLLS_BACK`] are not loaded yet: [`save`](Self::save) does that under the lock.
    #[must_use]
    pub fn load(store: &dyn Store) -> Self {
        Self::load_in(R::Context::default(), store)
    }

    /// Like [`load`](Self::load), with the context in which records are read.
    #[must_use]
    pub fn load_in(context: R::Context, store: &dyn Store) -> Self {
        let mut vault = Self::new(context);
        match in_progress::<R>(store) {
            Ok(true) => {}
            Ok(false) => vault.read_all(store),
            Err(error) => vault.problem = Some(error),
        }
        vault
    }

    fn read_all(&mut self, store: &dyn Store) {
        match stored::<R>(store) {
            Ok(entries) => {
                self.read(&entries);
                (self.loaded, self.problem) = (true, None);
            }
            Err(error) => self.problem = Some(error),
        }
    }

    fn read(&mut self, entries: &[(String, String)]) {
        entries.iter().for_each(|(key, text)| self.book.read(key, text));
    }

    /// The records.
    #[must_use]
    pub const fn book(&self) -> &Book<R> {
        &self.book
    }

    /// The records, for changing them.
    #[must_use]
    pub const fn book_mut(&mut self) -> &mut Book<R> {
        &mut self.book
    }

    /// Whether the store was read. Nothing may be written before that.
    #[must_use]
    pub const fn is_loaded(&self) -> bool {
        self.loaded
    }

    /// Whether nothing can be changed, because a newer version of the app wrote some of the records.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.book.newer_format().is_some()
    }

    /// Whether everything is stored.
    #[must_use]
    pub fn status(&self) -> Status {
        if let Some(format) = self.book.newer_format() {
            return Status::ReadOnly { format, unsaved: self.book.has_unsaved() };
        }
        match self.problem {
            Some(StoreError::Denied) if self.loaded => Status::NotSaved(Problem::Withdrawn),
            Some(error) => Status::NotSaved(Problem::Store(error)),
            None if !self.loaded => Status::Saving,
            None if self.book.missing().next().is_some() => Status::NotSaved(Problem::Cleared),
            None if self.book.has_unsaved() => Status::Saving,
            None => Status::Saved,
        }
    }

    /// Whether there are changes that no attempt was made to store yet.
    #[must_use]
    pub fn is_pending(&self) -> bool {
        self.problem.is_none() && self.book.has_unsaved() && !self.is_read_only()
    }

    /// Whether closing the page would lose changes: they are not stored, and are not about to be.
    #[must_use]
    pub fn is_at_risk(&self) -> bool {
        match self.status() {
            Status::Saved | Status::Saving => false,
            Status::NotSaved(_) | Status::ReadOnly { .. } => self.book.has_unsaved(),
        }
    }

    /// Reads every record again, since a frozen page is not notified of changes. Does nothing before the store is
    /// loaded, because a transaction may be half-written.
    pub fn refresh(&mut self, store: &dyn Store) {
        if !self.loaded {
            // Where an interrupted transaction is rolled back first, `save` loads under the lock.
            if !R::ROLLS_BACK {
                self.read_all(store);
            }
            return;
        }
        let Ok(entries) = stored::<R>(store) else { return };
        // An unsaved record cannot be missing, but an unreadable record under its key can.
        let is_known = |id: &str| !self.book.is_unsaved(id) || self.book.unreadable_record(id).is_some();
        let is_stored = |id: &str| {
            let key = key::<R>(id);
            entries.binary_search_by(|(stored, _)| stored.cmp(&key)).is_ok()
        };
        let missing = self.book.ids().filter(|id| is_known(id) && !is_stored(id)).map(str::to_owned).collect();
        self.read(&entries);
        self.handle_missing(missing, store);
    }

    /// Reads what other tabs changed: these keys, or the whole cleared store for `None`.
    pub fn follow(&mut self, store: &dyn Store, changed: Option<&[String]>) {
        if !self.loaded {
            return;
        }
        let Some(keys) = changed else {
            return self.forget_trash_or_mark_missing(&self.book.ids().map(str::to_owned).collect::<Vec<_>>());
        };
        let mut missing = Vec::new();
        for key in keys {
            if let Some(id) = id_of::<R>(key) {
                match store.read(key) {
                    Ok(Some(text)) => self.book.read(key, &text),
                    Ok(None) => missing.push(id.to_owned()),
                    // The key is read again before it is written or when the page is shown again.
                    Err(_) => {}
                }
            }
        }
        self.handle_missing(missing, store);
    }

    /// Marks records as missing. Records that an undone import had added are forgotten instead, unless they were
    /// changed here.
    fn handle_missing(&mut self, mut missing: Vec<String>, store: &dyn Store) {
        if R::ROLLS_BACK {
            let mut keys: Vec<String> = missing.iter().map(|id| key::<R>(id)).collect();
            keys.sort_unstable();
            let undone = transaction::removed_by_undo(&keys, store);
            missing.retain(|id| {
                let is_missed = undone.binary_search(&key::<R>(id)).is_err() || self.book.is_unsaved(id);
                if !is_missed {
                    self.book.forget(id);
                }
                is_missed
            });
        }
        self.forget_trash_or_mark_missing(&missing);
    }

    /// If only deleted records were removed, another tab emptied the trash, so they are not missing.
    fn forget_trash_or_mark_missing(&mut self, ids: &[String]) {
        let in_trash = |id: &String| self.book.get(id).is_some_and(R::is_deleted) && !self.book.is_unsaved(id);
        if ids.iter().all(in_trash) {
            ids.iter().for_each(|id| self.book.forget(id));
        } else {
            ids.iter().for_each(|id| self.book.mark_missing(id));
        }
    }

    /// The keys to pass to [`follow`](Self::follow), piece by piece, to do what [`refresh`](Self::refresh) does at
    /// once. The last piece is all records that are gone, because they are handled together.
    ///
    /// # Errors
    /// The error of the store.
    pub fn key_batches(&self, size: usize, store: &dyn Store) -> Result<Vec<Vec<String>>, StoreError> {
        let mut keys = store.keys()?;
        keys.retain(|key| id_of::<R>(key).is_some());
        keys.sort_unstable();
        let is_known = |id: &str| !self.book.is_unsaved(id) || self.book.unreadable_record(id).is_some();
        let known = self.book.ids().filter(|id| is_known(id)).map(key::<R>);
        let gone: Vec<String> = known.filter(|key| keys.binary_search(key).is_err()).collect();
        Ok(keys.chunks(size.max(1)).map(<[String]>::to_vec).chain([gone]).collect())
    }

    /// Reads the records under these keys again.
    pub fn read_keys<'a>(&mut self, keys: impl Iterator<Item = &'a str>, store: &dyn Store) {
        for key in keys {
            if let Ok(Some(text)) = store.read(key) {
                self.book.read(key, &text);
            }
        }
    }

    /// Forgets the records under these keys that are no longer stored, except those with unsaved changes, which will be
    /// stored.
    pub fn forget_removed<'a>(&mut self, keys: impl Iterator<Item = &'a str>, store: &dyn Store) {
        for (id, key) in keys.filter_map(|key| Some((id_of::<R>(key)?, key))) {
            if !self.book.is_unsaved(id) && store.read(key) == Ok(None) {
                self.book.forget(id);
            }
        }
    }

    /// Stores the unsaved changes; after a problem, tries again. Missing records stay missing. While a record of a
    /// newer version is stored, nothing is written.
    ///
    /// If the store is not loaded yet, this rolls back an interrupted transaction and loads it. Only to be called under
    /// the lock.
    pub fn save(&mut self, store: &dyn Store, fresh_id: &dyn Fn() -> String) -> Saved {
        let mut saved = Saved::default();
        if self.loaded && (self.is_read_only() || self.problem.is_none() && !self.is_pending()) {
            return saved;
        }
        if !self.loaded {
            match roll_back::<R>(store) {
                Ok(count) => saved.rolled_back = count,
                Err(error) => {
                    self.problem = Some(error);
                    return saved;
                }
            }
            self.read_all(store);
            if !self.loaded {
                return saved;
            }
        }
        let mut problem = None;
        for id in self.book.unsaved().map(str::to_owned).collect::<Vec<_>>() {
            if self.is_read_only() {
                break;
            }
            // A record that is refused does not prevent the others from being stored.
            problem = problem.or(save_one(&mut self.book, &id, store, fresh_id, &mut saved).err());
        }
        self.problem = problem;
        saved
    }

    /// Like [`save`](Self::save), but also puts missing records back.
    pub fn save_all(&mut self, store: &dyn Store, fresh_id: &dyn Fn() -> String) -> Saved {
        if self.is_read_only() {
            return Saved::default();
        }
        self.book.restore_missing();
        let saved = self.save(store, fresh_id);
        // Last, because a record of a newer version makes all others read-only.
        if !self.is_read_only()
            && let Err(error) = put_back_unreadable(&mut self.book, store)
        {
            self.problem = Some(error);
        }
        saved
    }

    /// Forgets everything, after the store was cleared.
    pub fn clear(&mut self) {
        *self = Self { loaded: true, ..Self::new(self.book.context().clone()) };
    }
}

fn in_progress<R: Record>(store: &dyn Store) -> Result<bool, StoreError> {
    if R::ROLLS_BACK { transaction::is_in_progress(store) } else { Ok(false) }
}

fn roll_back<R: Record>(store: &dyn Store) -> Result<usize, StoreError> {
    if R::ROLLS_BACK { transaction::roll_back_interrupted(store) } else { Ok(0) }
}

/// Keys and texts of all records of this kind, ordered by key.
///
/// # Errors
/// The error of the store for the first key that cannot be read.
pub fn stored<R: Record>(store: &dyn Store) -> Result<Vec<(String, String)>, StoreError> {
    let mut entries = store.entries(R::PREFIX)?;
    entries.retain(|(key, _)| id_of::<R>(key).is_some());
    Ok(entries)
}
