//! Logging a meeting as a conversation: who, how it ended, what was agreed, what comes next. `abacus_deals::debrief`
//! decides what each answer changes.

mod attendees;
mod form;
mod next_step;
mod start;
mod summary;
mod words;

pub(crate) use self::form::DebriefForm;
pub(crate) use self::start::{DebriefStart, UnfinishedDebrief};
