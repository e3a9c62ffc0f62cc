//! The port through which records reach the browser's storage.

use std::any::Any;

/// Why the store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page store anything.
    Denied,
    /// The browser has no room left.
    Full,
    /// There is room, but not more than the app allows itself; see [`CEILING`](crate::space::CEILING).
    Ceiling,
    /// What the browser keeps its storage in is broken.
    Corrupted,
    /// The journal of an interrupted transaction cannot be read.
    NoJournal,
    /// A newer version of the app has a transaction of its own under way.
    Newer,
    /// The store took the text but does not give the same text back.
    NotKept,
}

impl StoreError {
    /// What an exception thrown by the browser's storage means, by its name. `None` stands for an exception that is
    /// not a `DOMException`.
    #[must_use]
    pub fn from_exception(name: Option<&str>) -> Self {
        match name {
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR") => Self::Full,
            // Firefox names what went wrong in its database; the others call it unknown, or a state.
            Some("NS_ERROR_ILLEGAL_VALUE" | "NS_ERROR_DOM_SECURITY_ERR" | "NS_ERROR_NOT_AVAILABLE") => Self::Denied,
            Some("UnknownError" | "InvalidStateError" | "DataError" | "NotReadableError") => Self::Corrupted,
            Some(name) if name.starts_with("NS_ERROR_") => Self::Corrupted,
            _ => Self::Denied,
        }
    }
}

/// Hears which key another tab changed; `None` when it cleared the whole store.
pub type Listener = Box<dyn Fn(Option<String>)>;

/// Work to do once.
pub type Work = Box<dyn FnOnce()>;

/// Texts under keys, on this device, as the browser has them. The browser may do something else than it says:
/// [`GuardedStore`](crate::guarded::GuardedStore) makes sure.
pub trait Store {
    /// Every key of this app, those that begin with `sales-abacus:`.
    ///
    /// # Errors
    /// Any [`StoreError`] but those about room.
    fn keys(&self) -> Result<Vec<String>, StoreError>;

    /// The text under a key.
    ///
    /// # Errors
    /// Any [`StoreError`] but those about room.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;

    /// Keeps a text under a key.
    ///
    /// # Errors
    /// Any [`StoreError`]; what was under the key before is then still there, as far as the browser can be trusted.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;

    /// Takes a key away.
    ///
    /// # Errors
    /// Any [`StoreError`] but those about room.
    fn remove(&self, key: &str) -> Result<(), StoreError>;

    /// How many UTF-16 units of it this app fills, as far as is known; see [`space`](crate::space).
    fn filled(&self) -> usize;

    /// Calls back with the key whenever another tab changes one of this app's keys, until the subscription is dropped.
    fn on_change(&self, changed: Listener) -> Subscription;

    /// Does some work soon, while no other tab does such work. Where the browser has no locks the work is done at once;
    /// where another tab does not release the lock, after some time.
    fn with_lock(&self, work: Work);
}

/// Something that goes on until it is dropped.
pub struct Subscription(#[expect(dead_code, reason = "held for its Drop")] Box<dyn Any>);

impl Subscription {
    /// Keeps a guard alive.
    pub fn new(guard: impl Any) -> Self {
        Self(Box::new(guard))
    }
}
