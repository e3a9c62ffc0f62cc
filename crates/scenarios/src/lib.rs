//! Scenarios: the values of a calculator, stored under a name and shown side by side.
//!
//! A stored scenario is a link with a name, so that the calculators need no JSON. [`encode`] and [`decode`] are the
//! only way into and out of storage; a [`Book`] holds all scenarios and the records that could not be read. The crate
//! uses no clock and no randomness: days and new ids are passed in.

mod error;
mod known_calculators;
mod list;
mod merge;
mod record;
mod scenario;
mod vault;

pub use error::ScenarioError;
pub use known_calculators::KnownCalculators;
pub use list::{Direction, add, deleted, list, rename, shift};
pub use record::{decode, encode};
pub use scenario::{PREFIX, Scenario, id_of, key};
pub use vault::{Book, Vault};
