//! Logging a meeting as a conversation: who, how it ended, what was agreed, what comes next. `abacus_deals::debrief`
//! decides what each answer changes.

mod begun;
mod conversation;
mod next_step;
mod told;
mod who;
mod words;

pub(crate) use self::begun::{Begun, Unfinished};
pub(crate) use self::conversation::Conversation;
