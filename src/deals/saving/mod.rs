//! TODO

pub mod not_opened;
pub mod not_saved;
pub mod save_status;
pub mod took_back;
pub mod unreadable;
pub mod words;
