//! The assessment of a deal: six optional parts, each folded to its result.

mod causes;
mod customer;
mod factors;
mod grade;
mod opening;
mod part;
mod question;
mod score;
mod section;
mod tas;
mod value;
mod words;

pub(crate) use self::causes::causes;
pub use self::section::{AssessmentSection, AssessmentSectionProps};
pub use self::words::{CHANCE, GRADE_CHOICE, OPENING, PURCHASE, TAS, VALUE, short_class};
