//! The ratios by which the user's deals were won, for the calculators that plan with them (S1).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::funnel::ratio;
use super::row::Rows;
use super::scope::Scope;
use crate::assessment::Grade;
use crate::contact::MeetingOutcome;
use crate::deal::Deal;
use crate::normalize::name_key;
use crate::stage::{End, Stage};
use abacus_core::calculator::Inputs;
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculators::each::{activity, rhythm_load};
use abacus_core::date::Date;

/// With fewer won deals, a ratio is chance.
pub const ENOUGH_WON: usize = 5;

/// What it took to win some deals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Ratios {
    /// Deals with a meeting that ended or reached the last stage, so that their outcome is known.
    pub prospects: usize,
    /// Of these, the deals that were paid or only have to be paid.
    pub won: usize,
    /// All meetings with the prospects.
    pub visits: usize,
}

impl Ratios {
    /// The ratios of a part of the book.
    pub fn of(rows: &Rows, scope: &Scope) -> Self {
        let mut ratios = Self::default();
        for deal in rows.iter().map(|row| &*row.deal).filter(|deal| scope.includes(deal) && is_prospect(deal)) {
            ratios.prospects = ratios.prospects.saturating_add(1);
            ratios.visits = ratios.visits.saturating_add(meetings(deal));
            ratios.won = ratios.won.saturating_add(is_won(deal).into());
        }
        ratios
    }

    /// Whether enough deals were won for the ratios to mean anything.
    pub const fn are_enough(&self) -> bool {
        self.won >= ENOUGH_WON
    }

    /// Prospects per won deal, and visits per prospect, to two decimal places.
    pub fn per_deal_and_prospect(&self) -> Option<(Decimal, Decimal)> {
        Some((ratio(self.prospects, self.won, 2)?, ratio(self.visits, self.prospects, 2)?))
    }

    /// The link fragment that opens `activity` with these ratios; `None` while they are not enough.
    pub fn activity_fragment(&self) -> Option<String> {
        let (prospects, visits) = self.per_deal_and_prospect().filter(|_| self.are_enough())?;
        let spec = activity().spec();
        let mut inputs = Inputs::defaults(spec);
        for (key, value) in [("prospects", prospects), ("visits", visits)] {
            inputs.set(spec.field(key)?, value).ok()?;
        }
        Some(share::encode(spec, &inputs, None, Reader::Colleague))
    }
}

/// The link fragment that opens `rhythm-load` with the customers of open deals by grade, each by its closest; `None` if
/// none is graded. Deals with only the payment left have no rhythm and are left out.
pub fn rhythm_fragment(rows: &Rows, scope: &Scope, today: Date) -> Option<String> {
    let is_kept = |deal: &&Deal| deal.is_open() && deal.stage != Stage::Collect && scope.includes(deal);
    let mut graded = BTreeMap::<String, Grade>::new();
    for deal in rows.iter().map(|row| &*row.deal).filter(is_kept) {
        if let Some(grade) = deal.assessment.graded(deal.expected_close, today).grade() {
            let customer = name_key(&deal.customer);
            // Deals without a customer name count as different customers.
            let key = if customer.is_empty() { format!("\n{}", deal.id) } else { customer };
            graded.entry(key).and_modify(|known| *known = grade.min(*known)).or_insert(grade);
        }
    }
    if graded.is_empty() {
        return None;
    }
    let spec = rhythm_load().spec();
    let mut inputs = Inputs::defaults(spec);
    for (key, grade) in ["a", "b", "c", "d", "e"].into_iter().zip(Grade::ALL) {
        let count = graded.values().filter(|one| **one == grade).count();
        inputs.set(spec.field(key)?, count.into()).ok()?;
    }
    Some(share::encode(spec, &inputs, None, Reader::Colleague))
}

fn is_prospect(deal: &Deal) -> bool {
    meetings(deal) > 0 && (deal.end.is_some() || deal.stage == Stage::Collect)
}

/// Whether a prospect was won: it was paid, only has to be, or was lost after an order.
fn is_won(deal: &Deal) -> bool {
    deal.end != Some(End::Lost) || deal.log.iter().any(|contact| contact.outcome == Some(MeetingOutcome::Order))
}

/// The number of meetings, without entries that were only just begun.
fn meetings(deal: &Deal) -> usize {
    deal.log.iter().filter(|contact| !contact.is_empty()).count()
}
