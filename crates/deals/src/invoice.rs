//! The sixth step, collecting the money: one invoice, how late it is, and what waiting costs.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use abacus_core::calculator::Inputs;
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculators::find;
use abacus_core::date::Date;

/// The invoice of a deal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Invoice {
    /// Its number, as typed.
    pub number: String,
    /// In the currency of the deal.
    pub amount: Option<Decimal>,
    /// The day it is due.
    pub due: Option<Date>,
    /// The day it was paid.
    pub paid: Option<Date>,
    /// The profit in it, as a fraction of the amount.
    pub margin: Option<Decimal>,
    /// What borrowing costs us, as a fraction a year.
    pub rate: Option<Decimal>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// What waiting for the money has cost so far, as far as the invoice says enough. See the calculator
/// `receivables` (S2), which computes it: simple interest on the whole invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Waiting {
    /// Days from the due day to the day of payment, or to today while it is not paid; 0 when not late.
    pub days_late: u32,
    /// Interest on the amount over these days.
    pub interest: Option<Decimal>,
    /// What is left of the profit; negative when waiting has cost more than there was.
    pub profit_left: Option<Decimal>,
    /// Which part of the profit the interest has eaten.
    pub eaten: Option<Decimal>,
}

impl Invoice {
    /// Whether there is an invoice at all.
    #[must_use]
    pub const fn is_issued(&self) -> bool {
        self.amount.is_some() || self.due.is_some() || self.paid.is_some()
    }

    /// The day it was paid, if that is today or before: a day still to come is a promise.
    #[must_use]
    pub fn paid_by(&self, today: Date) -> Option<Date> {
        self.paid.filter(|paid| *paid <= today)
    }

    /// Days past its due day on which it was not paid; none without a due day.
    #[must_use]
    pub fn days_late(&self, today: Date) -> Option<u32> {
        let days = self.due?.days_until(self.paid_by(today).unwrap_or(today));
        Some(u32::try_from(days).unwrap_or(0))
    }

    /// What waiting has cost; none without a due day.
    #[must_use]
    pub fn waiting(&self, today: Date) -> Option<Waiting> {
        let days_late = self.days_late(today)?;
        let mut waiting = Waiting { days_late, ..Waiting::default() };
        let Some((calculator, inputs)) = find(CALCULATOR).and_then(|found| Some((found, self.inputs(days_late)?)))
        else {
            return Some(waiting);
        };
        for outcome in calculator.evaluate(&inputs) {
            let value = outcome.value.ok();
            match outcome.output.key {
                "interest" if self.rate.is_some() => waiting.interest = value,
                "profit_left" if self.rate.is_some() && self.margin.is_some() => waiting.profit_left = value,
                "eaten" if self.rate.is_some() && self.margin.is_some() => waiting.eaten = value,
                _ => {}
            }
        }
        Some(waiting)
    }

    /// The fragment with which the calculator opens on this invoice; none without an amount. What the
    /// invoice leaves open has the slide's figure there.
    #[must_use]
    pub fn fragment(&self, today: Date) -> Option<String> {
        let inputs = self.inputs(self.days_late(today).unwrap_or(0))?;
        Some(share::encode(find(CALCULATOR)?.spec(), &inputs, None, Reader::Colleague))
    }

    fn inputs(&self, days_late: u32) -> Option<Inputs> {
        let spec = find(CALCULATOR)?.spec();
        let mut inputs = Inputs::defaults(spec);
        let given = [
            ("invoice", Some(self.amount?)),
            ("days", Some(days_late.into())),
            ("margin", self.margin),
            ("rate", self.rate),
        ];
        for (key, value) in given {
            if let Some(value) = value {
                inputs.set(spec.field(key)?, value).ok()?;
            }
        }
        Some(inputs)
    }
}

/// Which calculator it is.
pub(super) const CALCULATOR: &str = "receivables";
