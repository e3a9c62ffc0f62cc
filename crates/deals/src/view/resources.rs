//! Where our means go: the meetings of the last months by what they were for, compared with the plan (S2).
//!
//! Of the three means, only time leaves a trace in the deal book: the contact log.

use std::collections::BTreeMap;

use super::percent::whole_percent;
use super::resource_plan::{Resource, ResourcePlan};
use super::row::Rows;
use super::scope::Scope;
use crate::assessment::Front;
use abacus_core::date::Date;

/// How many days back meetings are counted, today included.
pub const RECENT_DAYS: u8 = 90;
/// From how many percentage points on a difference is reported.
const MIN_DIFFERENCE: u8 = 10;
/// Meetings with customers to give up are reported if they are more than one in this many.
const GIVING_UP: usize = 10;

/// The recent meetings by what they were for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Meetings {
    fronts: BTreeMap<Front, usize>,
    /// Those about deals whose position is to give up.
    pub given_up: usize,
    /// Those about deals whose position is not known.
    pub unplaced: usize,
}

/// A finding from the comparison of the plan with the meetings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ResourceFinding {
    /// Far more or far less time goes somewhere than planned.
    OffPlan {
        /// Where.
        front: Front,
        /// The planned per cent.
        planned: u8,
        /// The per cent of the meetings.
        actual: u8,
    },
    /// Too many meetings are with customers to give up.
    GivenUp {
        /// How many.
        count: usize,
        /// Out of how many.
        of: usize,
    },
}

impl Meetings {
    /// The meetings of the last [`RECENT_DAYS`] about deals of a part of the book, whether or not they have ended
    /// since. Entries without a day or with a future one are left out, as are those just begun.
    pub fn of(rows: &Rows, scope: &Scope, today: Date) -> Self {
        let mut meetings = Self::default();
        for deal in rows.iter().map(|row| &*row.deal).filter(|deal| scope.includes(deal)) {
            let held = deal.log.iter().filter(|contact| !contact.is_empty()).filter_map(|contact| contact.date);
            let recent = held.filter(|day| (0..i32::from(RECENT_DAYS)).contains(&day.days_until(today))).count();
            let counted = match deal.assessment.position() {
                None => &mut meetings.unplaced,
                Some(position) => match position.front() {
                    None => &mut meetings.given_up,
                    Some(front) => meetings.fronts.entry(front).or_default(),
                },
            };
            *counted = counted.saturating_add(recent);
        }
        meetings
    }

    /// How many were for this front.
    pub fn on(&self, front: Front) -> usize {
        self.fronts.get(&front).copied().unwrap_or_default()
    }

    /// How many were about deals whose position is known: the base of the shares.
    pub fn placed(&self) -> usize {
        self.fronts.values().copied().fold(self.given_up, usize::saturating_add)
    }

    /// The share that was for this front, in whole per cents; `None` if no position is known.
    pub fn percent(&self, front: Front) -> Option<u8> {
        whole_percent(self.on(front), self.placed())
    }

    /// The findings to report. A difference is that of the whole per cents that are shown; without a complete plan for
    /// time, no difference is reported.
    pub fn findings(&self, plan: &ResourcePlan) -> Vec<ResourceFinding> {
        let off_plan = |front: Front| {
            let (planned, actual) = (plan.get(Resource::Time, front)?, self.percent(front)?);
            (planned.abs_diff(actual) >= MIN_DIFFERENCE).then_some(ResourceFinding::OffPlan { front, planned, actual })
        };
        let fronts = Front::ALL.into_iter().filter(|_| plan.is_whole(Resource::Time));
        let of = self.placed();
        let count = self.given_up;
        let given_up = (count.saturating_mul(GIVING_UP) > of).then_some(ResourceFinding::GivenUp { count, of });
        fronts.filter_map(off_plan).chain(given_up).collect()
    }
}
