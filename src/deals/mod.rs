//! TODO

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
