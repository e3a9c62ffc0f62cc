//! The agenda: what is late, due today, or due within a week.

use std::rc::Rc;

use super::super::advice::{Advice, attention};
use super::super::deal::Deal;
use super::due_item::{DueItem, due_items};
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
    /// What is due first after that.
    pub later: Option<Due>,
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
    pub item: DueItem,
}

/// The agenda of the open deals.
pub fn agenda(rows: &Rows, today: Date) -> Agenda {
    let mut agenda = Agenda::default();
    let mut later = Vec::new();
    for row in rows.iter().filter(|row| row.deal.is_open()) {
        for (date, item) in due_items(&row.deal, today) {
            let due = Due { deal: Rc::clone(&row.deal), date, item };
            match today.days_until(date) {
                ..0 => agenda.overdue.push(due),
                0 => agenda.today.push(due),
                1..=WEEK => agenda.week.push(due),
                _ => later.push(due),
            }
        }
        let unplanned = attention(&row.deal, today).filter(|advice| advice.plan_gap().is_some());
        agenda.unplanned.extend(unplanned.map(|advice| (Rc::clone(&row.deal), advice)));
    }
    let key = |due: &Due| (due.date, due.item.clone(), due.deal.id.clone());
    for list in [&mut agenda.overdue, &mut agenda.today, &mut agenda.week] {
        list.sort_by_key(key);
    }
    agenda.later = later.into_iter().min_by_key(key);
    agenda
}

impl Agenda {
    /// Whether there is nothing to do for a week: nothing is due, and no deal is waiting to be planned.
    pub const fn is_clear(&self) -> bool {
        self.overdue.is_empty() && self.today.is_empty() && self.week.is_empty() && self.unplanned.is_empty()
    }
}
