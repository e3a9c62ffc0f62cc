//! A declared field and its owner: the deal, a person, a contact, a visit.

use rust_decimal::Decimal;

use super::{Field, FieldMeta, TextLimits, Value};
use crate::assessment::{Chances, Contender, TasLine, TasQuestion};
use crate::contact::Contact;
use crate::deal::Deal;
use crate::exits::Exits;
use crate::fab::Fab;
use crate::people::Person;
use crate::visit::{Check, Quadrant, Question, SuccessCase, Visit};
use abacus_core::date::Date;

/// A field and its owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldRef<T: Value> {
    /// Of the deal.
    Deal(&'static Field<Deal, T>),
    /// Of the person with this id.
    Person(String, &'static Field<Person, T>),
    /// Of the entry of the contact log with this id.
    Contact(String, &'static Field<Contact, T>),
    /// Of the visit with this id.
    Visit(String, &'static Field<Visit, T>),
    /// Of a question, by the id of its visit and its own.
    Question(String, String, &'static Field<Question, T>),
    /// Of the check of a quadrant of the visit with this id.
    Quadrant(String, Quadrant, &'static Field<Check, T>),
    /// Of the success case of the visit with this id.
    Case(String, &'static Field<SuccessCase, T>),
    /// Of the exit checks.
    Exit(&'static Field<Exits, T>),
    /// Of the FAB row with this id.
    Fab(String, &'static Field<Fab, T>),
    /// Of a question about the chance of a contender.
    Tas(Contender, TasQuestion, &'static Field<TasLine, T>),
    /// Of a contender.
    Contender(Contender, &'static Field<Chances, T>),
}

/// A field that takes any text.
pub type TextField = FieldRef<String>;
/// A field that takes a day.
pub type DateField = FieldRef<Option<Date>>;
/// A field that takes a number.
pub type NumberField = FieldRef<Option<Decimal>>;

impl<T: Value> FieldRef<T> {
    /// The declaration.
    pub const fn meta(&self) -> &'static FieldMeta {
        match self {
            Self::Deal(field) => &field.meta,
            Self::Person(_, field) => &field.meta,
            Self::Contact(_, field) => &field.meta,
            Self::Visit(_, field) => &field.meta,
            Self::Question(_, _, field) => &field.meta,
            Self::Quadrant(_, _, field) => &field.meta,
            Self::Case(_, field) => &field.meta,
            Self::Exit(field) => &field.meta,
            Self::Fab(_, field) => &field.meta,
            Self::Tas(_, _, field) => &field.meta,
            Self::Contender(_, field) => &field.meta,
        }
    }

    /// The path in the record. It is also the public name of the input and the key in [`Deal::unread`]; list items are
    /// named by their ids: `people.p1.name`.
    pub fn path(&self) -> String {
        let key = self.meta().key;
        match self {
            Self::Deal(_) => key.to_owned(),
            Self::Person(id, _) => format!("people.{id}.{key}"),
            Self::Contact(id, _) => format!("log.{id}.{key}"),
            Self::Visit(id, _) => format!("visits.{id}.{key}"),
            Self::Question(visit, id, _) => format!("visits.{visit}.questions.{id}.{key}"),
            Self::Quadrant(visit, quadrant, _) => format!("visits.{visit}.quadrants.{}.{key}", quadrant.code()),
            Self::Case(visit, _) => format!("visits.{visit}.case.{key}"),
            Self::Exit(_) => format!("exits.{key}"),
            Self::Fab(id, _) => format!("fab.{id}.{key}"),
            Self::Tas(who, question, _) => format!("assessment.tas.{}.{}.{key}", who.code(), question.code()),
            Self::Contender(who, _) => format!("assessment.tas.{}.{key}", who.code()),
        }
    }

    /// The value; `None` if the owner does not exist.
    pub fn get<'a>(&self, deal: &'a Deal) -> Option<&'a T> {
        Some(match self {
            Self::Deal(field) => field.get(deal),
            Self::Person(id, field) => field.get(deal.person(id)?),
            Self::Contact(id, field) => field.get(deal.contact(id)?),
            Self::Visit(id, field) => field.get(deal.visit(id)?),
            Self::Question(visit, id, field) => {
                field.get(deal.visit(visit)?.questions.iter().find(|question| question.id == *id)?)
            }
            Self::Quadrant(visit, quadrant, field) => field.get(deal.visit(visit)?.quadrants.get(*quadrant)),
            Self::Case(visit, field) => field.get(&deal.visit(visit)?.case),
            Self::Exit(field) => field.get(&deal.exits),
            Self::Fab(id, field) => field.get(deal.fab.iter().find(|row| row.id == *id)?),
            Self::Tas(who, question, field) => field.get(deal.assessment.tas.of(*who).line(*question)),
            Self::Contender(who, field) => field.get(deal.assessment.tas.of(*who)),
        })
    }

    /// `None` if the owner does not exist.
    pub(crate) fn value_mut<'a>(&self, deal: &'a mut Deal) -> Option<&'a mut T> {
        Some(match self {
            Self::Deal(field) => field.value_mut(deal),
            Self::Person(id, field) => field.value_mut(deal.people.iter_mut().find(|person| person.id == *id)?),
            Self::Contact(id, field) => field.value_mut(deal.log.iter_mut().find(|contact| contact.id == *id)?),
            Self::Visit(id, field) => field.value_mut(visit_mut(deal, id)?),
            Self::Question(visit, id, field) => {
                let questions = &mut visit_mut(deal, visit)?.questions;
                field.value_mut(questions.iter_mut().find(|question| question.id == *id)?)
            }
            Self::Quadrant(visit, quadrant, field) => {
                field.value_mut(visit_mut(deal, visit)?.quadrants.get_mut(*quadrant))
            }
            Self::Case(visit, field) => field.value_mut(&mut visit_mut(deal, visit)?.case),
            Self::Exit(field) => field.value_mut(&mut deal.exits),
            Self::Fab(id, field) => field.value_mut(deal.fab.iter_mut().find(|row| row.id == *id)?),
            Self::Tas(who, question, field) => field.value_mut(deal.assessment.tas.of_mut(*who).line_mut(*question)),
            Self::Contender(who, field) => field.value_mut(deal.assessment.tas.of_mut(*who)),
        })
    }

    /// The limits for this kind of field.
    pub const fn limits(&self) -> T::Limits {
        match self {
            Self::Deal(field) => field.limits,
            Self::Person(_, field) => field.limits,
            Self::Contact(_, field) => field.limits,
            Self::Visit(_, field) => field.limits,
            Self::Question(_, _, field) => field.limits,
            Self::Quadrant(_, _, field) => field.limits,
            Self::Case(_, field) => field.limits,
            Self::Exit(field) => field.limits,
            Self::Fab(_, field) => field.limits,
            Self::Tas(_, _, field) => field.limits,
            Self::Contender(_, field) => field.limits,
        }
    }

    pub(super) fn unread(&self, deal: &Deal) -> String {
        deal.unread.get(&self.path()).cloned().unwrap_or_default()
    }
}

impl TextField {
    /// The text of the field; empty if the owner does not exist.
    pub fn read<'a>(&self, deal: &'a Deal) -> &'a str {
        self.get(deal).map_or("", String::as_str)
    }

    /// How much text it is meant to hold.
    pub const fn text_limits(&self) -> TextLimits {
        self.limits()
    }
}

fn visit_mut<'a>(deal: &'a mut Deal, id: &str) -> Option<&'a mut Visit> {
    deal.visits.iter_mut().find(|visit| visit.id == id)
}
