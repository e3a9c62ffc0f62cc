//! TODO

pub mod export;
pub mod import;
pub mod incoming;
pub mod keeping;
pub mod outgoing;
pub mod page;
pub mod safety;
pub mod words;
