//! Keeping the book in order: backup reminders, deleted deals, storage on this device, removing for good.

mod backup;
mod hook;
mod reminders;
mod removal;
mod space;
mod this_device;
mod trash;
mod trash_days;
mod usage;
pub mod words;

pub use self::backup::{Uncounted, stored_backup};
pub(crate) use self::hook::{Removal, use_upkeep};
pub(crate) use self::reminders::Reminders;
pub use self::removal::{RemovalResult, remove_deleted, remove_everything, remove_unreadable};
pub(crate) use self::this_device::ThisDevice;
pub(crate) use self::trash::TrashPage;
pub use self::trash_days::open_trash;
