//! TODO

pub mod empty;
pub mod filters;
pub mod page;
pub mod row;
pub mod rows;
pub mod saved_views;
pub mod state;
pub mod words;
