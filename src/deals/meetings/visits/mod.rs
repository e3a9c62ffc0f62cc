//! The visits of a deal: coming ones first. Each opens as a planner in its place.

mod case;
mod form;
mod item;
mod needs;
mod quadrants;
mod questions;
mod section;
mod sheet;
mod words;

pub use self::section::{Visits, VisitsProps, visits_part};
pub use self::sheet::visit_sheet;
pub use self::words::{name as visit_name, question as question_name};
