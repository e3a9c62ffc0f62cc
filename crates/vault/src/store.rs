//! The port to the browser's storage.

use std::any::Any;
use std::future::Future;
use std::pin::Pin;

/// Why an operation of the store failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page store anything.
    Denied,
    /// The browser has no room left.
    Full,
    /// The app's own limit is reached; see [`CEILING`](crate::space::CEILING).
    Ceiling,
    /// The browser's storage is damaged.
    Corrupted,
    /// The journal of an interrupted transaction cannot be read.
    NoJournal,
    /// A newer version of the app has a transaction under way.
    Newer,
    /// The store accepted the text but does not return it.
    NotKept,
}

impl StoreError {
    /// The error for an exception thrown by the browser's storage, by its name; `None` for an exception that is not a
    /// `DOMException`.
    #[must_use]
    pub fn from_exception(name: Option<&str>) -> Self {
        match name {
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR") => Self::Full,
            // Firefox has names for errors of its database; the other browsers report an unknown error or an invalid
            // state.
            Some("NS_ERROR_ILLEGAL_VALUE" | "NS_ERROR_DOM_SECURITY_ERR" | "NS_ERROR_NOT_AVAILABLE") => Self::Denied,
            Some("UnknownError" | "InvalidStateError" | "DataError" | "NotReadableError") => Self::Corrupted,
            Some(name) if name.starts_with("NS_ERROR_") => Self::Corrupted,
            _ => Self::Denied,
        }
    }
}

/// A listener for the key that another tab changed; `None` if it cleared the whole store.
pub type Listener = Box<dyn Fn(Option<String>)>;

/// Work to be done once. It returns what is left for later.
pub type LockedTask = Box<dyn FnOnce(Lock) -> Option<TaskFuture>>;

/// The rest of some work that takes breaks. The lock is held until it ends.
pub type TaskFuture = Pin<Box<dyn Future<Output = ()>>>;

/// Whether work has the lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// No other work begins before this one has ended.
    Held,
    /// There is no lock, or waiting for it timed out. Other work can run in between, so nothing may be left for later.
    Missing,
}

/// Work that leaves nothing for later.
pub fn sync_task(now: impl FnOnce() + 'static) -> LockedTask {
    Box::new(|_| {
        now();
        None
    })
}

/// Texts under keys on this device, as stored by the browser. The browser may not do what it reports, which
/// [`GuardedStore`](crate::guarded::GuardedStore) checks.
pub trait Store {
    /// All keys of this app, which begin with `sales-abacus:`.
    ///
    /// # Errors
    /// Any [`StoreError`] except those about room.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    /// Any [`StoreError`] except those about room.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keys and texts of all entries with this key prefix, sorted by key, so that a book of thousands is built by
    /// appending.
    ///
    /// # Errors
    /// That of the first key that cannot be read.
    fn entries(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        let mut keys = self.keys()?;
        keys.sort_unstable();
        let keys = keys.into_iter().filter(|key| key.starts_with(prefix));
        let read = |key: String| self.read(&key).map(|text| Some((key, text?)));
        keys.filter_map(|key| read(key).transpose()).collect()
    }

    /// Stores a text under a key.
    ///
    /// # Errors
    /// Any [`StoreError`]; the previous text is then still stored, as far as the browser can be trusted.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Whether the text under a key is this one. A browser can tell without handing the text over.
    ///
    /// # Errors
    /// Any [`StoreError`] except those about room.
    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        Ok(self.read(key)?.as_deref() == Some(text))
    }

    /// Stores a text under a key, and reads it back. Returns whether it is stored.
    ///
    /// # Errors
    /// Those of [`write`](Self::write).
    fn write_and_check(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        self.write(key, text)?;
        self.holds(key, text)
    }

    /// Removes a key.
    ///
    /// # Errors
    /// Any [`StoreError`] except those about room.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// How many UTF-16 units the app fills, as far as known; see [`space`](crate::space).
    fn filled(&self) -> usize;

    /// Calls `changed` with the key whenever another tab changes one of this app's keys, until the subscription is
    /// dropped.
    fn on_change(&self, changed: Listener) -> Subscription;

    /// Runs `work` soon, while no other work runs under the lock, in this tab or another. Without lock support in the
    /// browser it runs at once; if the lock is not released, it runs after a timeout.
    fn with_lock(&self, work: LockedTask);
}

/// A subscription that ends when it is dropped.
pub struct Subscription(#[expect(dead_code, reason = "held for its Drop")] Box<dyn Any>);

impl Subscription {
    /// Keeps a guard alive.
    pub fn new(guard: impl Any) -> Self {
        Self(Box::new(guard))
    }
}
