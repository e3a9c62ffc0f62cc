//! What looks after the deal book: backups and their reminder, what was deleted, the room on this device, the end of
//! it all. Plain functions that ask the store, and hooks that call them when it is time.

pub mod backup;
pub mod removal;
pub mod space;
pub mod trash;

pub use backup::{UseBackup, use_backup};
pub use trash::use_trash;
