//! TODO

pub mod form_sheet;
pub mod page;
pub mod visit_sheet;
pub mod words;
