//! What the interface says, in both languages. The words of calculators stand with their
//! declarations in core; the words of deals in [`deals`].

pub mod calculator;
pub mod deals;
pub mod errors;
pub mod shell;
