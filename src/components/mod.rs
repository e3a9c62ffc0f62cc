//! Pieces of pages: props in, callbacks out, no browser.

pub mod deals;
pub mod event;
pub mod field;
pub mod focus;
pub mod formula;
pub mod link_problems;
pub mod result;
pub mod shell;
pub mod slide_table;
pub mod tool;
pub mod working;
