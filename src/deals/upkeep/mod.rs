//! TODO

pub mod hook;
pub mod lasting;
pub mod reminder_notices;
pub mod reminders;
pub mod space;
pub mod state;
pub mod trash_list;
pub mod trash_page;
pub mod words;
