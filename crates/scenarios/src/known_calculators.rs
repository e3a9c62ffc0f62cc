//! The calculators whose scenarios are read.

use std::rc::Rc;

use abacus_core::calculator::Calculator;
use abacus_core::calculators::CATALOG;

/// Some of the calculators, or by default all. A page that loads one calculator knows only that one: scenarios of the
/// others stay in its book undecoded, as stored.
#[derive(Clone, Debug, PartialEq)]
pub struct KnownCalculators(Rc<[&'static dyn Calculator]>);

impl KnownCalculators {
    /// Only this calculator.
    pub fn only(calculator: &'static dyn Calculator) -> Self {
        Self([calculator].into())
    }

    /// The calculator with this public name, if it is known.
    pub(crate) fn find(&self, id: &str) -> Option<&'static dyn Calculator> {
        self.0.iter().copied().find(|calculator| calculator.spec().id == id)
    }
}

impl Default for KnownCalculators {
    fn default() -> Self {
        Self(CATALOG.into())
    }
}
