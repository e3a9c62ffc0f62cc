//! What Sales Abacus knows about selling, without a browser.
//!
//! Formulas, field kinds, formatting, links, the deal model and its rules live here as pure
//! functions. There is no clock, no randomness, no I/O and no HTML in this crate: whoever needs
//! today's date or a new id hands it in.

pub mod audience;
pub mod axis;
pub mod calculator;
pub mod calculators;
pub mod chain;
pub mod chart;
pub mod deals;
pub mod dimension;
pub mod exact;
pub mod expr;
pub mod field;
pub mod format;
mod hash;
pub mod journal;
mod nice;
pub mod number;
mod numeral;
pub mod page;
pub mod qr;
mod residue;
pub mod scenarios;
pub mod sensitivity;
pub mod share;
pub mod sheet;
mod simplify;
pub mod sliders;
pub mod solve;
pub mod space;
pub mod summary;
pub mod text;
pub mod unit;
pub mod what_if;
pub mod working;

pub use rust_decimal::Decimal;
