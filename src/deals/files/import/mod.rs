//! Pieces of an import: what would be done, record by record, and how it went.

pub mod carrying;
pub mod columns;
pub mod group;
pub mod hook;
pub mod item;
pub mod looking;
pub mod outcome;
pub mod preview;
pub mod state;
