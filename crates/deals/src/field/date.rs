//! Fields that take a day.

use super::super::deal::Deal;
use super::super::edit::{Edit, Typed};
use abacus_core::date::Date;

/// A field that takes a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateField {
    /// When we expect the order.
    ExpectedClose,
    /// When the next step is due.
    NextDate,
    /// When the invoice is due.
    InvoiceDue,
    /// When the invoice was paid.
    InvoicePaid,
    /// When the next step about the person with this id is due.
    PersonNextDate(String),
    /// When the meeting with this id took place.
    Contact(String),
    /// When the visit with this id is to take place.
    Visit(String),
}

impl DateField {
    /// The path in the record, which is also the public name of the input, and the key in
    /// [`Deal::unread`].
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::ExpectedClose => "expected_close".to_owned(),
            Self::NextDate => "next_step.date".to_owned(),
            Self::InvoiceDue => "invoice.due".to_owned(),
            Self::InvoicePaid => "invoice.paid".to_owned(),
            Self::PersonNextDate(id) => format!("people.{id}.next_step.date"),
            Self::Contact(id) => format!("log.{id}.date"),
            Self::Visit(id) => format!("visits.{id}.date"),
        }
    }

    /// The day the field holds.
    #[must_use]
    pub fn read(&self, deal: &Deal) -> Option<Date> {
        match self {
            Self::ExpectedClose => deal.expected_close,
            Self::NextDate => deal.next_step.date,
            Self::InvoiceDue => deal.invoice.due,
            Self::InvoicePaid => deal.invoice.paid,
            Self::PersonNextDate(id) => deal.person(id)?.next_step.date,
            Self::Contact(id) => deal.contact(id)?.date,
            Self::Visit(id) => deal.visit(id)?.date,
        }
    }

    /// What the field shows: the day, or what was typed and is none.
    #[must_use]
    pub fn show(&self, deal: &Deal) -> String {
        let unread = || deal.unread.get(&self.path()).cloned().unwrap_or_default();
        self.read(deal).map_or_else(unread, |date| date.to_string())
    }

    /// The change that typing makes.
    #[must_use]
    pub fn edit(&self, typed: String) -> Edit {
        let read: Typed<Date> = if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| typed) };
        Edit::Date(self.clone(), read)
    }

    /// Where the day is kept; nowhere if there is no such person.
    pub(crate) fn place<'a>(&self, deal: &'a mut Deal) -> Option<&'a mut Option<Date>> {
        Some(match self {
            Self::ExpectedClose => &mut deal.expected_close,
            Self::NextDate => &mut deal.next_step.date,
            Self::InvoiceDue => &mut deal.invoice.due,
            Self::InvoicePaid => &mut deal.invoice.paid,
            Self::Contact(id) => &mut deal.log.iter_mut().find(|contact| contact.id == *id)?.date,
            Self::Visit(id) => &mut deal.visits.iter_mut().find(|visit| visit.id == *id)?.date,
            Self::PersonNextDate(id) => &mut deal.people.iter_mut().find(|person| person.id == *id)?.next_step.date,
        })
    }
}
