//! How many deals are at each of the six stages (S2), and what they are worth.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::super::currency::Currency;
use super::super::deal::Deal;
use super::super::stage::{End, Stage};
use super::row::Rows;
use abacus_core::number::decimal::Arithmetic;

/// The deals by stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// The open deals at each stage.
    pub stages: [(Stage, Tally); 6],
    /// The deals that ended, by end.
    pub ends: [(End, Tally); 2],
}

/// Some deals, counted and added up. Amounts in different currencies are never added to each other.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many.
    pub count: usize,
    /// Their amounts by currency; `None` if the sum overflows.
    pub amounts: BTreeMap<Currency, Option<Decimal>>,
    /// How many of them have no amount.
    pub without_amount: usize,
}

impl Tally {
    fn add(&mut self, deal: &Deal) {
        self.count = self.count.saturating_add(1);
        match deal.amount {
            None => self.without_amount = self.without_amount.saturating_add(1),
            Some(amount) => {
                let sum = self.amounts.entry(deal.currency).or_insert(Some(Decimal::ZERO));
                *sum = sum.and_then(|sum| sum.plus(amount));
            }
        }
    }
}

/// The funnel of a book.
#[must_use]
pub fn funnel(rows: &Rows) -> Funnel {
    let mut funnel = Funnel {
        stages: Stage::ALL.map(|stage| (stage, Tally::default())),
        ends: End::ALL.map(|end| (end, Tally::default())),
    };
    for row in rows.iter() {
        let deal = &*row.deal;
        let tally = match deal.end {
            Some(wanted) => funnel.ends.iter_mut().find(|(end, _)| *end == wanted).map(|(_, tally)| tally),
            None => funnel.stages.iter_mut().find(|(stage, _)| *stage == deal.stage).map(|(_, tally)| tally),
        };
        tally.into_iter().for_each(|tally| tally.add(deal));
    }
    funnel
}
