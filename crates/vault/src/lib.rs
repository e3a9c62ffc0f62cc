//! Stores records so that none is lost, whatever the browser's storage does.
//!
//! A [`Store`] maps keys to texts; [`GuardedStore`](guarded::GuardedStore) reads back what it writes and stops at a
//! ceiling. A [`Book`] holds the records of one kind, with the unreadable ones and what is unsaved; a [`Vault`] is a
//! book and its store. A [`transaction`] writes several records together or none of them. The README states what is
//! promised and how that is tested.
//!
//! The crate uses no yew, no clock and no randomness: days and new ids are passed in.

mod book;
mod book_error;
mod by_id;
pub mod guarded;
pub mod hash;
mod id;
pub mod journal;
mod last_write;
pub mod merge;
mod raw;
mod reconcile;
pub mod record;
mod save;
pub mod space;
mod store;
pub mod transaction;
mod vault;

pub use book::Book;
pub use book_error::BookError;
pub use id::valid_id;
pub use raw::raw_file;
pub use reconcile::{Resolution, reconcile};
pub use record::{Record, UnreadableRecord};
pub use save::{Conflict, Saved};
pub use store::{Listener, Lock, LockedTask, Store, StoreError, Subscription, TaskFuture, sync_task};
pub use vault::{Problem, Status, Vault, stored};
