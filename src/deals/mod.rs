//! The deal book: its page, and a room for each errand.
//!
//! A room is a folder. In it lie its views, `section.rs` where it is a section of the deal page, `state.rs` and
//! `hook.rs` where it keeps state, and `words.rs` with what it says, both languages of a sentence side by side. From
//! outside a room is used through its `mod.rs` only. `tests/architecture.rs` says which room may use which.

pub mod assessment;
pub mod book;
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
