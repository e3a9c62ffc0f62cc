//! What is due in one deal, and when.

use crate::deal::Deal;
use crate::stage::Stage;
use abacus_core::date::Date;

/// What is due.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueItem {
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
    /// A contact with someone who has their own rhythm. The name, trimmed; blank if none is known.
    PersonContact(String),
    /// The expected close.
    Close,
}

/// What is due first of all that somebody has to do: steps with the customer, and the payment.
pub(super) fn first_due(deal: &Deal, today: Date) -> Option<(Date, DueItem)> {
    let is_to_do = |item: &DueItem| !matches!(item, DueItem::Contact | DueItem::PersonContact(_) | DueItem::Close);
    due_items(deal, today).into_iter().filter(|(_, item)| is_to_do(item)).min()
}

/// The day of [`first_due`], without building its texts: thousands of deals are sorted by it.
pub(super) fn first_day(deal: &Deal, today: Date) -> Option<Date> {
    let of_people = deal.people.iter().filter_map(|person| person.next_step.planned());
    let steps = deal.next_step.planned().into_iter().chain(of_people).map(|(_, date)| date);
    steps.chain(deal.invoice.due.filter(|_| deal.invoice.paid_by(today).is_none())).min()
}

/// Everything that is due in a deal some day.
pub(super) fn due_items(deal: &Deal, today: Date) -> Vec<(Date, DueItem)> {
    let mut due_items = Vec::new();
    if let Some((action, date)) = deal.next_step.planned() {
        due_items.push((date, DueItem::NextStep(action.to_owned())));
    }
    for person in &deal.people {
        let name = || person.known_name().to_owned();
        if let Some((action, date)) = person.next_step.planned() {
            due_items.push((date, DueItem::Person { name: name(), action: action.to_owned() }));
        }
        if let Some(date) = deal.person_due(person, today) {
            due_items.push((date, DueItem::PersonContact(name())));
        }
    }
    if let Some(date) = deal.invoice.due.filter(|_| deal.invoice.paid_by(today).is_none()) {
        due_items.push((date, DueItem::Invoice));
    }
    if let Some(date) = deal.contact_due(today) {
        due_items.push((date, DueItem::Contact));
    }
    if let Some(date) = deal.expected_close.filter(|_| deal.stage != Stage::Collect) {
        due_items.push((date, DueItem::Close));
    }
    due_items
}
