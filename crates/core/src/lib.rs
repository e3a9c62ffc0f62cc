//! What Sales Abacus knows about selling, without a browser.
//!
//! Everything here is a pure function of its arguments. There is no clock, no randomness, no I/O and
//! no HTML: a caller that needs today's date passes it in.
//!
//! * [`calculators`] holds the calculators, one file each, and their catalogue. Start here to add one.
//! * [`calculator`] is what a calculator declares and everything derived from it: fields, links, solving, what-if
//!   tables, charts, the working, the comparison of scenarios.
//! * [`number`] is exact arithmetic, formulas as trees, units, and the formatting and parsing of numbers. You need not
//!   read it to add a calculator: the trait [`number::Number`] is enough.
//! * At the top level are [`date`] (days without a clock), [`text`] (texts in both languages), [`page`] (pages and
//!   their addresses), [`pace`] (long work in pieces), [`isolate`] (names in sentences), [`qr`] (QR codes) and
//!   [`sheet`] (a calculation as cells, for CSV files and workbooks).
//!   files and workbooks).

pub mod calculator;
pub mod calculators;
pub mod closed_enum;
pub mod date;
pub mod isolate;
pub mod number;
pub mod pace;
pub mod page;
pub mod qr;
pub mod sheet;
pub mod text;

pub use rust_decimal::Decimal;
