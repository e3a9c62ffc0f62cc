//! A meeting told in a conversation: who, how it ended, what was agreed, what comes next. What each answer changes is
//! decided in `abacus_deals::talk`.

mod begun;
mod conversation;
mod next_step;
mod told;
mod who;
mod words;

pub(crate) use self::begun::{Begun, Unfinished};
pub(crate) use self::conversation::Conversation;
