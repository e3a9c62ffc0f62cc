//! TODO

pub mod collection;
pub mod figures;
pub mod gate;
pub mod missing;
pub mod notes;
pub mod page;
pub mod set_aside;
pub mod stage;
pub mod take;
pub mod versions;
pub mod words;
