//! The catalogue. A new calculator is one file and one line in [`CATALOG`].

// The operators of `Number` are checked; the lint cannot see that.
#![allow(clippy::arithmetic_side_effects)]

mod activity;
mod bad_debt;
mod clv;
mod early_payment;
mod loss_to_visits;
mod receivables;

use crate::calculator::Calculator;

/// Every calculator, in the order of the home page.
pub static CATALOG: &[&dyn Calculator] = &[
    &clv::Clv,
    &bad_debt::BadDebt,
    &receivables::Receivables,
    &activity::Activity,
    &early_payment::EarlyPayment,
    &loss_to_visits::LossToVisits,
];

/// The calculator with this public name.
///
/// ```
/// use abacus_core::calculators::find;
/// use abacus_core::text::Locale;
///
/// let calculator = find("early-payment").unwrap();
/// assert_eq!(calculator.spec().title.get(Locale::Zh), "提前付款折扣值多少");
/// assert!(find("no-such-calculator").is_none());
/// ```
#[must_use]
pub fn find(id: &str) -> Option<&'static dyn Calculator> {
    CATALOG.iter().copied().find(|calculator| calculator.spec().id == id)
}
