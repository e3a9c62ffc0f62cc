//! Keeping the book in order: files, backup reminders, deleted deals, storage on this device, removing for good.
//!
//! All of it comes in a chunk: [`UPKEEP`]. What the page itself holds are the `Errands` for it and the changes that it
//! will count.

mod backup;
mod errands;
mod hook;
mod migration;
mod reminders;
mod removal;
mod room;
mod space;
mod this_device;
mod trash;
mod trash_days;
mod uncounted;
mod usage;
pub mod words;

pub(crate) use self::errands::{Errand, Errands, Removal};
pub use self::migration::migrate;
pub(crate) use self::reminders::backup_reminder;
pub use self::removal::{RemovalResult, remove_deleted, remove_everything, remove_unreadable};
pub(crate) use self::room::UpkeepProps;
pub use self::room::{UPKEEP, UpkeepRoom};
pub use self::trash_days::open_trash;
pub(crate) use self::uncounted::use_noting;
pub use self::uncounted::{Uncounted, stored_backup};
