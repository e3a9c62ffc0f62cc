//! Whether the data is saved, why not, and what to do about it.

mod not_opened;
mod not_saved;
mod save_status;
mod unreadable;
mod words;

pub(crate) use self::not_opened::{NotOpened, not_opened};
pub use self::not_saved::NotSaved;
pub use self::save_status::SaveStatus;
pub use self::unreadable::{UnreadableRecords, UnreadableRecordsProps};
pub use self::words::{READ_ONLY_MEANS, rolled_back};
