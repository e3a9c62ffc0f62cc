//! The fields of the tracking form, as values: where each stands in a deal, and its public name. One
//! edit for each kind of field serves them all.

mod date;
mod number;
mod text;

pub use self::date::DateField;
pub use self::number::{NumberField, number_edits, number_error};
pub use self::text::{ContactText, PersonText, TextField, VisitText};
