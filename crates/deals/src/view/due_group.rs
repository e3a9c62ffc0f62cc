//! How soon something is due in a deal, as the list orders and marks it.

use std::cmp::Ordering;

use super::due_item::{DueItem, first_day, first_due};
use crate::deal::Deal;
use abacus_core::closed_enum;
use abacus_core::date::Date;

closed_enum! {
    /// When the first thing of a deal is due, in the order of the list.
    #[derive(PartialOrd, Ord)]
    pub enum DueGroup {
        /// Before today.
        Late = "late",
        /// Today.
        Today = "today",
        /// Nothing has a day, so nothing would ever become due.
        Unplanned = "none",
        /// Another day.
        Later = "later",
        /// The deal has ended.
        Ended = "ended",
    }
}

impl DueGroup {
    /// The group of a deal, and what is due first in it.
    pub fn of(deal: &Deal, today: Date) -> (Self, Option<(Date, DueItem)>) {
        if !deal.is_open() {
            return (Self::Ended, None);
        }
        let due = first_due(deal, today);
        (due.as_ref().map_or(Self::Unplanned, |(date, _)| Self::on(*date, today)), due)
    }

    /// The group of a deal, and the day of what is due first in it.
    pub(super) fn day(deal: &Deal, today: Date) -> (Self, Option<Date>) {
        if !deal.is_open() {
            return (Self::Ended, None);
        }
        let day = first_day(deal, today);
        (day.map_or(Self::Unplanned, |day| Self::on(day, today)), day)
    }

    /// The group of what is due on this day.
    pub fn on(date: Date, today: Date) -> Self {
        match date.cmp(&today) {
            Ordering::Less => Self::Late,
            Ordering::Equal => Self::Today,
            Ordering::Greater => Self::Later,
        }
    }
}
