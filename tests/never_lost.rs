//! No deal is ever lost, with a store that fails, tabs that write at the same time, or a page that is closed.

#[path = "../crates/vault/tests/disk.rs"]
mod disk;
mod faults;
mod imports;
mod model;
mod tab;
mod world;

use crate::support;

/// The prefixes of the keys of the user's records.
const RECORDS: [&str; 2] = [abacus_deals::PREFIX, abacus_scenarios::PREFIX];
