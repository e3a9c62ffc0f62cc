//! The agenda: what is late, due today, or due within a week.

use std::rc::Rc;

use super::super::advice::{Advice, attention};
use super::super::deal::Deal;
use super::super::stage::Stage;
use super::row::Rows;
use abacus_core::date::Date;

/// How far ahead the week looks, in days.
const WEEK: i32 = 7;

/// The agenda of a book.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Agenda {
    /// Overdue, the longest first.
    pub overdue: Vec<Due>,
    /// Due today.
    pub today: Vec<Due>,
    /// Due within seven days, the soonest first.
    pub week: Vec<Due>,
    /// Deals without a next step, or whose next step has no day.
    pub unplanned: Vec<(Rc<Deal>, Advice)>,
}

/// One thing that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The deal it belongs to.
    pub deal: Rc<Deal>,
    /// The day it is due.
    pub date: Date,
    /// What is due.
    pub what: What,
}

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// The next step of the deal, trimmed.
    NextStep(String),
    /// The next step about a person.
    Person {
        /// The name, trimmed; blank if none is known.
        name: String,
        /// The action, trimmed.
        action: String,
    },
    /// The payment of the invoice.
    Invoice,
    /// A contact, by the rhythm of the deal's grade (S4).
    Contact,
    /// The expected close.
    Close,
}

/// The agenda of the open deals.
#[must_use]
pub fn agenda(rows: &Rows, today: Date) -> Agenda {
    let mut agenda = Agenda::default();
    for row in rows.iter().filter(|row| row.deal.is_open()) {
        for (date, what) in dues(&row.deal, today) {
            let due = Due { deal: Rc::clone(&row.deal), date, what };
            match today.days_until(date) {
                ..0 => agenda.overdue.push(due),
                0 => agenda.today.push(due),
                1..=WEEK => agenda.week.push(due),
                _ => {}
            }
        }
        let unplanned = attention(&row.deal, today).filter(|advice| advice.lacks().is_some());
        agenda.unplanned.extend(unplanned.map(|advice| (Rc::clone(&row.deal), advice)));
    }
    for list in [&mut agenda.overdue, &mut agenda.today, &mut agenda.week] {
        list.sort_by(|one, other| {
            let key = |due: &Due| (due.date, due.what.clone(), due.deal.id.clone());
            key(one).cmp(&key(other))
        });
    }
    agenda
}

/// What is due first of all that somebody has to do: steps with the customer, and the payment.
pub(super) fn first_due(deal: &Deal, today: Date) -> Option<(Date, What)> {
    let is_to_do = |what: &What| !matches!(what, What::Contact | What::Close);
    dues(deal, today).into_iter().filter(|(_, what)| is_to_do(what)).min()
}

fn dues(deal: &Deal, today: Date) -> Vec<(Date, What)> {
    let mut dues = Vec::new();
    if let Some((action, date)) = deal.next_step.planned() {
        dues.push((date, What::NextStep(action.to_owned())));
    }
    for person in &deal.people {
        if let Some((action, date)) = person.next_step.planned() {
            let name = if person.is_named() { person.name.trim().to_owned() } else { String::new() };
            dues.push((date, What::Person { name, action: action.to_owned() }));
        }
    }
    if let Some(date) = deal.invoice.due.filter(|_| deal.invoice.paid_by(today).is_none()) {
        dues.push((date, What::Invoice));
    }
    if let Some(date) = deal.contact_due(today) {
        dues.push((date, What::Contact));
    }
    if let Some(date) = deal.expected_close.filter(|_| deal.stage != Stage::Collect) {
        dues.push((date, What::Close));
    }
    dues
}
