//! The deal book: its page, and one room (a folder) per task.
//!
//! A room contains its views, `section.rs` if it is a section of the deal page, `state.rs` and `hook.rs` if it has
//! state, and `words.rs` with its texts, both languages of a sentence side by side. Other rooms use it through its
//! `mod.rs` only. `tests/architecture.rs` lists which room may use which.

pub mod assessment;
pub mod book;
pub mod chunks;
pub mod controls;
pub mod demo_store;
pub mod editor;
pub mod files;
pub mod list;
pub mod meetings;
pub mod page;
pub mod paper;
pub mod people;
pub mod route;
pub mod saving;
pub mod upkeep;
pub mod views;
pub mod words;
