//! That no deal is ever lost: by a store that fails, by tabs that write at the same time, by a page that goes away.

#[path = "../crates/vault/tests/disk.rs"]
mod disk;
mod faults;
mod imports;
mod model;
use crate::support;
mod tab;

/// What the keys of the user's records begin with.
const RECORDS: [&str; 2] = [abacus_deals::PREFIX, abacus_scenarios::PREFIX];
