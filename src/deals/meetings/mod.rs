//! Meetings with the customer: the log of those that took place, and the planner of visits to come.

mod log;
mod visits;

pub use self::log::{
    ContactLog, ContactLogProps, LOG_MEETING, LOG_TITLE, agreed_action, contact_name, log_gate, log_part,
};
pub(crate) use self::visits::visit_sheet;
pub use self::visits::{Visits, VisitsProps, question_name, visit_name, visits_part};
