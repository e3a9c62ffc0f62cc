//! The contact log of a deal: meetings, latest first. Each opens as a form in its place.

mod choices;
mod form;
mod item;
mod section;
mod words;

pub(super) use self::choices::{actions, outcomes, tile};
pub use self::section::{ContactLog, ContactLogProps, log_gate, log_part};
pub(super) use self::words::PEOPLE;
pub use self::words::{TITLE as LOG_TITLE, agreed_action, name as contact_name};
