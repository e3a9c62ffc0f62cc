//! What the interface says, in both languages. The words of calculators are in their
//! declarations in core, those of the deal book in the folders of `src/deals`.

pub mod calculator;
pub mod errors;
pub mod form;
pub mod keys;
pub mod scenarios;
pub mod settings;
pub mod share;
pub mod shell;
pub mod what_if;
