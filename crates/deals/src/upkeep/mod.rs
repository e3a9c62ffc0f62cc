//! What looks after a book without being part of it: when its last backup was made, and how long deleted deals stay.
//!
//! Both are records of their own, in no export. What cannot be read in them takes its default, which always is the
//! careful one: a backup is due, a deleted deal stays.

mod backup;
mod trash;
mod usage;

pub use backup::{BACKUP_KEY, Backup, REMIND_CHANGES, REMIND_DAYS};
pub use trash::{KEEP_DAYS, TRASH_KEY, Trash};
pub use usage::{Fills, Share, Usage};
