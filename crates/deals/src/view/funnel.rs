//! The funnel (S2): the target customers, the deals at each of the six stages, and how deals leave them.

use litemap::LiteMap;

use rust_decimal::Decimal;

use super::neglect::Neglect;
use super::row::Rows;
use super::scope::Scope;
use crate::coverage::Coverage;
use crate::currency::Currency;
use crate::deal::Deal;
use crate::funnel_stage::FunnelStage;
use crate::stage::{End, Stage};
use abacus_core::date::Date;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::round;

/// The decimal places of a share, which is then rounded only once, to the whole per cents that are shown.
const PLACES: u32 = 12;

/// The deals by stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funnel {
    /// The stage before the first. Only deals that were target customers can have left it.
    pub targets: StageStats,
    /// The stages in their order.
    pub stages: [(Stage, StageStats); 6],
    /// The deals that ended, by end.
    pub ends: [(End, Tally); 2],
}

impl Funnel {
    /// How many deals ended this way.
    pub fn ended(&self, wanted: End) -> usize {
        self.ends.iter().filter(|(end, _)| *end == wanted).map(|(_, tally)| tally.count).sum()
    }

    /// Of the deals that ended, the part that was paid; `None` if none ended.
    pub fn share_paid(&self) -> Option<Decimal> {
        let paid = self.ended(End::Paid);
        ratio(paid, paid.saturating_add(self.ended(End::Lost)), PLACES)
    }
}

/// One stage of the funnel.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct StageStats {
    /// The open deals at it.
    pub open: Tally,
    /// How many deals have left it for a later one.
    pub went_on: usize,
    /// How many were lost at it.
    pub lost: usize,
    /// How many days each deal that has left it stayed, as far as known, in ascending order.
    days: Vec<u32>,
    /// How many of the open deals had no contact for longer than their rhythm.
    pub neglected: usize,
    /// How many of them had none at all.
    pub never_contacted: usize,
    /// How many beads the open deals lack until their 1+2+1 gate is passed.
    pub missing_beads: usize,
}

impl StageStats {
    /// Of the deals that have left it, the part that went on; `None` if none has.
    pub fn share_that_went_on(&self) -> Option<Decimal> {
        ratio(self.went_on, self.went_on.saturating_add(self.lost), PLACES)
    }

    /// The median of the days at it: half of the deals stayed no longer. `None` if no stay is known.
    pub fn median_days(&self) -> Option<Decimal> {
        let middle = self.days.len().checked_div(2)?;
        let upper = Decimal::from(*self.days.get(middle)?);
        if self.days.len() % 2 == 1 {
            return Some(upper);
        }
        let lower = Decimal::from(*self.days.get(middle.checked_sub(1)?)?);
        lower.plus(upper)?.over(Decimal::TWO)
    }

    /// How many deals have known days at it.
    pub const fn known_stays(&self) -> usize {
        self.days.len()
    }
}

/// Some deals, counted and added up. Amounts in different currencies are never added to each other.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// How many.
    pub count: usize,
    /// Their amounts by currency; `None` if the sum overflows.
    pub amounts: LiteMap<Currency, Option<Decimal>>,
    /// How many of them have no amount.
    pub without_amount: usize,
}

impl Tally {
    /// The tally of these deals.
    pub fn of<'a>(deals: impl Iterator<Item = &'a Deal>) -> Self {
        let mut tally = Self::default();
        deals.for_each(|deal| tally.add(deal));
        tally
    }

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

/// The funnel of a part of the book.
pub fn funnel(rows: &Rows, scope: &Scope, today: Date) -> Funnel {
    let mut funnel = Funnel {
        targets: StageStats::default(),
        stages: Stage::ALL.map(|stage| (stage, StageStats::default())),
        ends: End::ALL.map(|end| (end, Tally::default())),
    };
    for deal in rows.iter().map(|row| &*row.deal).filter(|deal| scope.includes(deal)) {
        for (stage, stats) in &mut funnel.stages {
            stats.take(FunnelStage::Stage(*stage), deal, deal.reached.days_at(*stage), today);
        }
        if deal.target.is_some() {
            funnel.targets.take(FunnelStage::Target, deal, deal.days_as_target(), today);
        }
        let ended = funnel.ends.iter_mut().filter(|(end, _)| deal.end == Some(*end));
        ended.for_each(|(_, tally)| tally.add(deal));
    }
    let stages = funnel.stages.iter_mut().map(|(_, stats)| stats);
    stages.chain([&mut funnel.targets]).for_each(|stats| stats.days.sort_unstable());
    funnel
}

impl StageStats {
    fn take(&mut self, funnel_stage: FunnelStage, deal: &Deal, stayed: Option<u32>, today: Date) {
        let (is_past, is_here) = (FunnelStage::of(deal) > funnel_stage, FunnelStage::of(deal) == funnel_stage);
        match deal.end {
            None if is_here => {
                self.open.add(deal);
                self.missing_beads = self.missing_beads.saturating_add(Coverage::of(deal).missing());
                let neglect = Neglect::of(deal, today);
                self.neglected = self.neglected.saturating_add((neglect == Some(Neglect::Overdue)).into());
                self.never_contacted = self.never_contacted.saturating_add((neglect == Some(Neglect::Never)).into());
            }
            Some(End::Lost) if is_here => self.lost = self.lost.saturating_add(1),
            Some(End::Paid) if is_here => self.went_on = self.went_on.saturating_add(1),
            _ => {}
        }
        self.went_on = self.went_on.saturating_add(is_past.into());
        if is_past || (is_here && deal.end.is_some()) {
            self.days.extend(stayed);
        }
    }
}

/// `some` divided by `all`, rounded to this many decimal places; `None` if `all` is 0.
pub(super) fn ratio(some: usize, all: usize, places: u32) -> Option<Decimal> {
    Some(round(Decimal::from(some).over(Decimal::from(all))?, places))
}
