//! The deals of a book in their usual order, and those that need attention today.

use std::cmp::Reverse;

use super::Book;
use super::advice::{Advice, PlanGap, attention};
use super::contact::{Contact, log};
use super::coverage::Coverage;
use super::deal::Deal;
use abacus_core::date::Date;

/// One deal in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed<'a> {
    /// The deal; never a deleted one.
    pub deal: &'a Deal,
    /// Its coverage.
    pub coverage: Coverage,
    /// Why it needs attention today, if it does.
    pub attention: Option<Advice>,
}

/// The deals to show, by expected close and without a date last; then by customer and id, so that the order never
/// depends on the history of the book.
pub fn listing(book: &Book, today: Date) -> Vec<Listed<'_>> {
    let mut deals: Vec<_> = book.records().filter(|deal| !deal.deleted).collect();
    deals.sort_by_key(|deal| {
        let close = deal.expected_close;
        (close.is_none(), close, deal.customer.trim(), deal.id.as_str())
    });
    let listed = |deal| Listed { deal, coverage: Coverage::of(deal), attention: attention(deal, today) };
    deals.into_iter().map(listed).collect()
}

/// The unfinished meetings of a book, at most one a deal, the latest first.
pub fn unfinished_meetings(book: &Book) -> Vec<(&Deal, &Contact)> {
    let deals = book.records().filter(|deal| !deal.deleted);
    let mut found: Vec<_> = deals.filter_map(|deal| Some((deal, log::begun(&deal.log)?))).collect();
    found.sort_by_key(|(deal, meeting)| (Reverse(meeting.date), deal.id.as_str()));
    found
}

/// The deals that need attention today: the longest overdue first, then those due today, then those without a next
/// step, then those whose step has no date; otherwise in the order of the listing.
pub fn needing_attention(book: &Book, today: Date) -> Vec<(&Deal, Advice)> {
    let listed = listing(book, today).into_iter();
    let mut found: Vec<_> = listed.filter_map(|row| Some((row.deal, row.attention?))).collect();
    found.sort_by_key(|(_, reason)| match (reason.days_late(), reason.plan_gap()) {
        (Some(days @ 1..), _) => (0, Reverse(days)),
        (Some(0), _) => (1, Reverse(0)),
        (None, Some(PlanGap::Step)) => (2, Reverse(0)),
        (None, _) => (3, Reverse(0)),
    });
    found
}
