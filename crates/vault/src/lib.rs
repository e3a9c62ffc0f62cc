//! That no record is lost, whatever the browser's storage does.
//!
//! A [`Store`] holds texts under keys; [`GuardedStore`](guarded::GuardedStore) reads back what it writes and stops at a
//! ceiling. A [`Book`] holds the records of one kind, with those that could not be read and what is still to be written;
//! a [`Vault`] reads and writes a book. [`transaction`] writes several records together or none of them. The README says
//! what all of it promises and how that is proved.
//!
//! Nothing here knows yew, a clock or randomness: days and new ids are handed in.

mod book;
mod by_id;
pub mod guarded;
pub mod hash;
mod id;
pub mod journal;
pub mod merge;
mod raw;
mod reconcile;
pub mod record;
mod save;
pub mod space;
mod store;
pub mod transaction;
mod vault;

pub use book::{Book, BookError};
pub use id::valid_id;
pub use raw::raw_file;
pub use reconcile::{Resolution, reconcile};
pub use record::{Record, UnreadableRecord};
pub use store::{Listener, Store, StoreError, Subscription, Work};
pub use vault::{Conflict, Problem, Saved, Status, Vault, stored};
