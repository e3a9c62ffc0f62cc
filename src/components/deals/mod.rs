//! Pieces of the deal book.

pub mod amount_input;
pub mod assessment;
pub mod beads;
pub mod climate;
pub mod date_input;
pub mod deleted;
pub mod empty;
pub mod gate;
pub mod guide;
pub mod name;
pub mod no_file;
pub mod not_saved;
pub mod portfolio;
pub mod row;
pub mod save_status;
pub mod text_input;
pub mod undo;
pub mod unreadable;
