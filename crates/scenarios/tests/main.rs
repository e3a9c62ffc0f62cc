//! What holds for scenarios: their records, the shelf they stand on, two tabs.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod records;
mod shelves;

use abacus_core::calculator::share;
use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::calculators::{CATALOG, find};
use abacus_scenarios::{Direction, Scenario, Shelf, Unreadable, decode, encode, id_of, key};
use abacus_vault::raw_file;
use proptest::prelude::*;

fn tool(id: &str) -> &'static dyn Calculator {
    find(id).unwrap()
}

/// The inputs that a link holds.
fn inputs(id: &str, link: &str) -> Inputs {
    share::decode(tool(id).spec(), link).inputs
}

fn scenario(id: &str, name: &str) -> Scenario {
    Scenario { revision: 1, ..Scenario::new(id, tool("bad-debt"), name, inputs("bad-debt", "loss=700")) }
}

fn shelf_of(scenarios: &[Scenario]) -> Shelf {
    let mut shelf = Shelf::default();
    for scenario in scenarios {
        shelf.read(&key(&scenario.id), &encode(scenario));
    }
    shelf
}

fn names(shelf: &Shelf) -> Vec<&str> {
    shelf.list(tool("bad-debt")).into_iter().map(|scenario| scenario.name.as_str()).collect()
}
