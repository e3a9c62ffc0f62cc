//! Everything the form can change about a deal, as one type.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::contact::{Contact, ContactEdit};
use super::date::Date;
use super::deal::{Currency, Deal, is_storable};
use super::items::{find, put, remove};
use super::people::{GuideTest, Person, Role, Stance};
use super::visit::{Visit, VisitEdit};

/// What became of a typed text: a value, nothing because the field is empty, or the text itself
/// because it could not be read.
pub type Typed<T> = Result<Option<T>, String>;

/// One change to a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets [`Deal::customer`].
    Customer(String),
    /// Sets [`Deal::title`].
    Title(String),
    /// Sets [`Deal::amount`]. An amount beyond its bounds counts as not read.
    Amount(Typed<Decimal>),
    /// Sets [`Deal::currency`].
    Currency(Currency),
    /// Sets [`Deal::expected_close`].
    ExpectedClose(Typed<Date>),
    /// Sets [`Deal::salesperson`].
    Salesperson(String),
    /// Changes the guide.
    Guide(GuideEdit),
    /// Changes the first person who plays this role, who is added if nobody does.
    Person(Role, PersonEdit),
    /// Sets the action of [`Deal::next_step`].
    NextAction(String),
    /// Sets the date of [`Deal::next_step`].
    NextDate(Typed<Date>),
    /// Changes the entry of the contact log with this id.
    Contact(String, ContactEdit),
    /// Adds an entry at the end of the contact log, unless its id is in use.
    AddContact(Contact),
    /// Puts an entry back where it was in the contact log, unless its id is in use.
    PutBackContact(usize, Contact),
    /// Takes the entry with this id out of the contact log.
    RemoveContact(String),
    /// Changes the visit with this id.
    Visit(String, VisitEdit),
    /// Adds a visit at the end of [`Deal::visits`], unless its id is in use.
    AddVisit(Visit),
    /// Puts a visit back where it was, unless its id is in use.
    PutBackVisit(usize, Visit),
    /// Takes the visit with this id away.
    RemoveVisit(String),
}

/// One change to the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GuideEdit {
    /// Sets the name.
    Name(String),
    /// Sets the job title.
    Title(String),
    /// Says whether a test is passed.
    Test(GuideTest, bool),
}

/// One change to a person of the buying climate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonEdit {
    /// Sets the name.
    Name(String),
    /// Sets the job title.
    Title(String),
    /// Sets the stance.
    Stance(Stance),
}

/// The keys of [`Deal::unread`]: the paths, in the record, of the fields that must be read.
pub mod unread {
    /// [`Deal::amount`](super::Deal::amount).
    pub const AMOUNT: &str = "amount";
    /// [`Deal::expected_close`](super::Deal::expected_close).
    pub const EXPECTED_CLOSE: &str = "expected_close";
    /// The date of [`Deal::next_step`](super::Deal::next_step).
    pub const NEXT_DATE: &str = "next_step.date";
}

impl Deal {
    /// Makes one change. Neither `id` nor `revision` changes: see [`Book`](super::Book).
    ///
    /// A field whose text could not be read has no value afterwards, rather than its last one,
    /// which is no longer what the person says; the text is kept in [`Deal::unread`].
    pub fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::Customer(name) => self.customer = name,
            Edit::Title(title) => self.title = title,
            Edit::Amount(typed) => {
                let typed = typed.and_then(|amount| match amount {
                    Some(amount) if !is_storable(amount) => Err(amount.to_string()),
                    storable => Ok(storable),
                });
                self.amount = self.read(unread::AMOUNT, typed);
            }
            Edit::Currency(currency) => self.currency = currency,
            Edit::ExpectedClose(typed) => {
                self.expected_close = self.read(unread::EXPECTED_CLOSE, typed);
            }
            Edit::Salesperson(name) => self.salesperson = name,
            Edit::Guide(GuideEdit::Name(name)) => self.guide.name = name,
            Edit::Guide(GuideEdit::Title(title)) => self.guide.title = title,
            Edit::Guide(GuideEdit::Test(test, passed)) => match test {
                GuideTest::Credible => self.guide.credible = passed,
                GuideTest::TrustsUs => self.guide.trusts_us = passed,
                GuideTest::WantsUs => self.guide.wants_us = passed,
            },
            Edit::Person(role, edit) => self.edit_person(role, edit),
            Edit::NextAction(action) => self.next_step.action = action,
            Edit::NextDate(typed) => self.next_step.date = self.read(unread::NEXT_DATE, typed),
            Edit::Contact(id, edit) => {
                if let Some(contact) = find(&mut self.log, &id) {
                    contact.apply(edit);
                }
            }
            Edit::AddContact(contact) => put(&mut self.log, usize::MAX, contact),
            Edit::PutBackContact(place, contact) => put(&mut self.log, place, contact),
            Edit::RemoveContact(id) => remove(&mut self.log, &id),
            Edit::Visit(id, edit) => {
                if let Some(visit) = find(&mut self.visits, &id) {
                    visit.apply(edit);
                }
            }
            Edit::AddVisit(visit) => put(&mut self.visits, usize::MAX, visit),
            Edit::PutBackVisit(place, visit) => put(&mut self.visits, place, visit),
            Edit::RemoveVisit(id) => remove(&mut self.visits, &id),
        }
    }

    /// See [`settle`].
    fn read<T>(&mut self, field: &str, typed: Typed<T>) -> Option<T> {
        settle(&mut self.unread, field, typed)
    }

    fn edit_person(&mut self, role: Role, edit: PersonEdit) {
        let plays = |person: &&mut Person| person.roles.contains(&role);
        if let Some(person) = self.people.iter_mut().find(plays) {
            person.apply(edit);
        } else {
            let mut person = Person { id: self.free_person_id(), roles: vec![role], ..Person::default() };
            person.apply(edit);
            self.people.push(person);
        }
    }

    /// `p1`, `p2` …: need only be unique within the deal, so no randomness is needed.
    fn free_person_id(&self) -> String {
        let mut number = self.people.len();
        loop {
            number = number.saturating_add(1);
            let id = format!("p{number}");
            if self.people.iter().all(|person| person.id != id) {
                return id;
            }
        }
    }
}

/// The value of a typed text; what could not be read is put aside, what could makes that go.
pub(super) fn settle<T>(unread: &mut BTreeMap<String, String>, field: &str, typed: Typed<T>) -> Option<T> {
    match typed {
        Ok(value) => {
            unread.remove(field);
            value
        }
        Err(text) => {
            unread.insert(field.to_owned(), text);
            None
        }
    }
}

impl Person {
    fn apply(&mut self, edit: PersonEdit) {
        match edit {
            PersonEdit::Name(name) => self.name = name,
            PersonEdit::Title(title) => self.title = title,
            PersonEdit::Stance(stance) => self.stance = stance,
        }
    }
}
