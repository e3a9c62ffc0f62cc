//! Upkeep of a book: when its last backup was made, and how long deleted deals stay.
//!
//! Both have their own records, which are not exported. Unreadable values take the safe default: a backup is due, a
//! deleted deal stays.

mod backup;
mod trash;
mod usage;

pub use backup::{BACKUP_KEY, Backup, REMIND_CHANGES, REMIND_DAYS};
pub use trash::{KEEP_DAYS, TRASH_KEY, Trash};
pub use usage::{Share, StorageKind, Usage};
