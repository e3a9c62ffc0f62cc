//! Pieces of an import: what would be done, record by record, and how it went.

pub mod columns;
mod group;
mod item;
pub mod outcome;
pub mod preview;
