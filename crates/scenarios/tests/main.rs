//! Tests of scenarios: records, lists, two tabs.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod lists;
mod records;

use abacus_core::calculator::share;
use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::calculators::{CATALOG, find};
use abacus_scenarios::{
    Book, Direction, KnownCalculators, Scenario, ScenarioError, add, decode, deleted, encode, id_of, key, list, rename,
    shift,
};
use abacus_vault::raw_file;
use proptest::prelude::*;

fn tool(id: &str) -> &'static dyn Calculator {
    find(id).unwrap()
}

fn inputs(id: &str, link: &str) -> Inputs {
    share::decode(tool(id).spec(), link).inputs
}

fn scenario(id: &str, name: &str) -> Scenario {
    Scenario { revision: 1, ..Scenario::new(id, tool("bad-debt"), name, inputs("bad-debt", "loss=700")) }
}

fn book_of(scenarios: &[Scenario]) -> Book {
    let mut book = Book::default();
    for scenario in scenarios {
        book.read(&key(&scenario.id), &encode(scenario));
    }
    book
}

fn names(book: &Book) -> Vec<&str> {
    list(book, tool("bad-debt")).into_iter().map(|scenario| scenario.name.as_str()).collect()
}
