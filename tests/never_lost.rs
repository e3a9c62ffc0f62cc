//! No deal is ever lost, despite a failing store, simultaneous writes by tabs, or a closed page.

#[path = "../crates/vault/tests/disk.rs"]
mod disk;
mod faults;
mod imports;
mod model;
mod simulation;
mod tab;

use crate::support;

/// The prefixes of the keys of the user's records.
const RECORDS: [&str; 2] = [abacus_deals::PREFIX, abacus_scenarios::PREFIX];
