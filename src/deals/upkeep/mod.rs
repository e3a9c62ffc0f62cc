//! Keeping the book in order: files, backup reminders, deleted deals, storage on this device, permanent removal.
//!
//! All of it comes in a chunk: [`UPKEEP`]. The page itself contains only the pending `UpkeepRequests` and the changes to be
//! counted.

mod backup;
mod chunk;
mod hook;
mod migration;
mod pending_changes;
mod reminders;
mod removal;
mod requests;
mod space;
mod this_device;
mod trash;
mod trash_days;
mod usage;
pub mod words;

pub(crate) use self::chunk::UpkeepProps;
pub use self::chunk::{UPKEEP, UpkeepChunk};
pub use self::migration::migrate;
pub(crate) use self::pending_changes::use_change_tracking;
pub use self::pending_changes::{PendingChanges, stored_backup};
pub(crate) use self::reminders::backup_reminder;
pub use self::removal::{RemovalResult, remove_deleted, remove_everything, remove_unreadable};
pub(crate) use self::requests::{Removal, UpkeepRequest, UpkeepRequests};
pub use self::trash_days::open_trash;
