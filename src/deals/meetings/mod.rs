//! TODO

pub mod log;
pub mod sections;
pub mod visits;
