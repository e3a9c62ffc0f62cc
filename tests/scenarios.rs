//! The scenarios of a calculator's page: as it first renders, and how their state is kept.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what should not be")]

#[path = "support/faulty_store.rs"]
mod faulty_store;
#[path = "scenarios/page.rs"]
mod page;
#[path = "scenarios/saving.rs"]
mod saving;
mod support;

use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::calculators::find;
use abacus_core::share;

fn tool() -> &'static dyn Calculator {
    find("bad-debt").expect("a calculator")
}

fn inputs(link: &str) -> Inputs {
    share::decode(tool().spec(), link).inputs
}
