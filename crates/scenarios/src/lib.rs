//! Scenarios: the values of a calculator, kept under a name, and several of them side by side.
//!
//! A stored scenario is a link with a name, so that the calculators need no JSON. [`encode`] and
//! [`decode`] are the only way into and out of storage; a [`Shelf`] holds all scenarios together
//! with the records that could not be read. Nothing here knows the time or makes up an id: both are handed in.

mod merge;
mod record;
mod scenario;
mod shelf;
mod unreadable;

pub use record::{decode, encode};
pub use scenario::{PREFIX, Scenario, id_of, key};
pub use shelf::{Direction, Kept, Shelf};
pub use unreadable::Unreadable;
