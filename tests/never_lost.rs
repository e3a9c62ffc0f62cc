//! That no deal is ever lost: by a store that fails, by tabs that write at the same time, by a page that goes away.

mod disk;
mod faults;
mod guarded;
mod model;
use crate::support;
mod tab;
mod together;

/// What the keys of the user's records begin with.
const RECORDS: [&str; 2] = [abacus_deals::PREFIX, abacus_scenarios::PREFIX];
