//! The scenarios of a calculator: the first render, and how their state is saved.

use crate::faulty_store;
mod page;
mod saving;
use crate::support;

use abacus_core::calculator::{Calculator, Inputs, share};
use abacus_core::calculators::find;

fn tool() -> &'static dyn Calculator {
    find("bad-debt").expect("a calculator")
}

fn inputs(link: &str) -> Inputs {
    share::decode(tool().spec(), link).inputs
}
