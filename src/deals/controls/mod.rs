//! TODO

pub mod beads;
pub mod date_input;
pub mod inputs;
pub mod message;
pub mod name;
pub mod no_file;
pub mod number_input;
pub mod options;
pub mod restore;
pub mod section;
pub mod text_input;
pub mod undo;
pub mod words;
