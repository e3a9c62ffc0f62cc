//! The scenarios of a calculator: the first render, and saving their state.

mod page;
mod saving;

use abacus_core::calculator::{Calculator, Inputs, share};
use abacus_core::calculators::find;

use crate::{faulty_store, support};

fn tool() -> &'static dyn Calculator {
    find("bad-debt").expect("a calculator")
}

fn inputs(link: &str) -> Inputs {
    share::decode(tool().spec(), link).inputs
}
