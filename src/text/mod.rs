//! What the interface says, in both languages. The words of calculators stand with their
//! declarations in core; the words of deals in [`deals`], [`deal_form`] and
//! [`deal_saving`].

pub mod calculator;
pub mod deal_form;
pub mod deal_saving;
pub mod deals;
pub mod errors;
pub mod shell;
