//! One module per page, and the sections of a page that need more than props.

pub mod calculator;
pub mod home;
pub mod print_sheet;
pub mod scenarios;
pub mod share;
