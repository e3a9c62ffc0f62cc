//! Pieces of the deal book.

pub mod beads;
pub mod collection;
pub mod date_input;
pub mod deleted;
pub mod empty;
pub mod gate;
pub mod name;
pub mod no_file;
pub mod not_saved;
pub mod notes;
pub mod number_input;
pub mod options;
pub mod people;
pub mod person_card;
pub mod restore;
pub mod row;
pub mod save_status;
pub mod section;
pub mod set_aside;
pub mod stage;
pub mod text_input;
pub mod transfer;
pub mod undo;
pub mod unreadable;
