//! The sixth stage, collecting the money: one invoice, how late it is, and what waiting costs.

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use abacus_core::calculator::Inputs;
use abacus_core::calculator::share::{self, Reader};
// Imported on its own, so that a list of deals does not load the other calculators.
use abacus_core::calculators::each::receivables;
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
    /// Who pays it, as typed.
    pub payer: String,
    /// The day it was paid.
    pub paid: Option<Date>,
    /// The profit in it, as a fraction of the amount.
    pub margin: Option<Decimal>,
    /// The cost of borrowing per year, as a fraction.
    pub rate: Option<Decimal>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// What waiting for the money has cost so far, as far as the invoice has the figures. The calculator `receivables` (S2)
/// computes it: simple interest on the whole invoice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct LatePaymentCost {
    /// Days from the due day to the day of payment, or to today if unpaid; 0 if not late.
    pub days_late: u32,
    /// Interest on the amount for these days.
    pub interest: Option<Decimal>,
    /// The remaining profit; negative if waiting has cost more than the profit.
    pub profit_left: Option<Decimal>,
    /// The fraction of the profit consumed by interest.
    pub profit_consumed: Option<Decimal>,
}

impl Invoice {
    /// Whether there is an invoice.
    pub const fn is_issued(&self) -> bool {
        self.amount.is_some() || self.due.is_some() || self.paid.is_some()
    }

    /// The day it was paid, up to today: a future day is only a promise.
    pub fn paid_by(&self, today: Date) -> Option<Date> {
        self.paid.filter(|paid| *paid <= today)
    }

    /// How many days it was or is overdue; `None` without a due day.
    pub fn days_late(&self, today: Date) -> Option<u32> {
        let days = self.due?.days_until(self.paid_by(today).unwrap_or(today));
        Some(u32::try_from(days).unwrap_or(0))
    }

    /// What waiting has cost; `None` without a due day.
    pub fn late_payment_cost(&self, today: Date) -> Option<LatePaymentCost> {
        let days_late = self.days_late(today)?;
        let mut cost = LatePaymentCost { days_late, ..LatePaymentCost::default() };
        let Some(inputs) = self.inputs(days_late) else { return Some(cost) };
        for outcome in receivables().evaluate(&inputs) {
            let value = outcome.value.ok();
            match outcome.output.key {
                "interest" if self.rate.is_some() => cost.interest = value,
                "profit_left" if self.rate.is_some() && self.margin.is_some() => cost.profit_left = value,
                "eaten" if self.rate.is_some() && self.margin.is_some() => cost.profit_consumed = value,
                _ => {}
            }
        }
        Some(cost)
    }

    /// The link fragment that opens the calculator with this invoice; `None` without an amount. Missing figures default
    /// to the example of the slides.
    pub fn fragment(&self, today: Date) -> Option<String> {
        let inputs = self.inputs(self.days_late(today).unwrap_or(0))?;
        Some(share::encode(receivables().spec(), &inputs, None, Reader::Colleague))
    }

    fn inputs(&self, days_late: u32) -> Option<Inputs> {
        let spec = receivables().spec();
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
