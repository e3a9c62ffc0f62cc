//! What the interface says, in both languages. The words of calculators stand with their declarations in core, those
//! of the deal book in its rooms.

pub mod calculator;
pub mod common;
pub mod errors;
pub mod form;
pub mod keys;
pub mod scenarios;
pub mod settings;
pub mod share;
pub mod shell;
pub mod what_if;
