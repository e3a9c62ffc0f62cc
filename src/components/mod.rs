//! Pieces of pages: props in, callbacks out, no browser.

pub mod actions;
pub mod choice;
pub mod confirm;
pub mod details;
pub mod event;
pub mod field;
pub mod focus;
pub mod formula;
pub mod inputs;
pub mod keys;
pub mod link_problems;
pub mod result;
pub mod scenarios;
pub mod settings;
pub mod slider;
pub mod slider_ends;
pub mod solve;
pub mod tool;
pub mod waterfall;
pub mod what_if;
pub mod working;
