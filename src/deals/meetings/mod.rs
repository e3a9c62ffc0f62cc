//! Meetings with the customer: the conversation for logging one, the log of past ones, and the planner of coming
//! visits.

mod debrief;
mod log;
mod visits;

pub(crate) use self::debrief::{DebriefForm, DebriefStart, UnfinishedDebrief};
pub use self::log::{ContactLog, ContactLogProps, LOG_TITLE, agreed_action, contact_name, log_gate, log_part};
pub use self::visits::{Visits, VisitsProps, question_name, visit_name, visit_sheet, visits_part};
