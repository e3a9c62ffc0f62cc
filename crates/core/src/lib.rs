//! What Sales Abacus knows about selling, without a browser.
//!
//! Formulas, field kinds, formatting, links, the deal model and its rules live here as pure
//! functions. There is no clock, no randomness, no I/O and no HTML in this crate: whoever needs
//! today's date or a new id hands it in.

pub mod calculator;
pub mod calculators;
pub mod closed_enum;
pub mod date;
pub mod number;
pub mod page;
pub mod qr;
pub mod sheet;
pub mod text;

pub use rust_decimal::Decimal;
