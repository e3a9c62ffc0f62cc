//! That no record is lost: what the browser's storage does is taken on trust nowhere.
//!
//! A [`Store`] holds texts under keys. [`GuardedStore`](guarded::GuardedStore) reads back what it writes and stops at a
//! ceiling. [`transaction`] writes several records together or none of them. Nothing here knows yew, a clock or
//! randomness: days and new ids are handed in.

pub mod guarded;
pub mod hash;
mod id;
pub mod journal;
mod raw;
pub mod space;
mod store;
pub mod transaction;

pub use id::valid_id;
pub use raw::raw_file;
pub use store::{Listener, Store, StoreError, Subscription, Work};
