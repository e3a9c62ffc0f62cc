//! Pieces of pages: props in, callbacks out, no browser.

pub mod event;
pub mod field;
pub mod formula;
pub mod link_problems;
pub mod result;
pub mod shell;
pub mod slide_table;
pub mod tool;
pub mod working;
