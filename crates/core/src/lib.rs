//! What Sales Abacus knows about selling, without a browser.
//!
//! Formulas, field kinds, formatting, links, the deal model and its rules live here as pure
//! functions. There is no clock, no randomness, no I/O and no HTML in this crate: whoever needs
//! today's date or a new id hands it in.

pub mod calculator;
pub mod calculators;
pub mod deals;
pub mod expr;
pub mod field;
pub mod format;
pub mod number;
mod numeral;
pub mod page;
pub mod sensitivity;
pub mod share;
pub mod text;
pub mod unit;

pub use rust_decimal::Decimal;
