mod typing;

use rust_decimal::Decimal;

pub use self::typing::number_edits;
pub(crate) use self::typing::other_currency;

use super::assessment::{AssessmentEdit, ContactDays};
use super::contact::{Contact, ContactEdit};
use super::currency::Currency;
use super::deal::Deal;
use super::fab::{Fab, FabEdit};
use super::fields::{DateField, NumberField, TextField, is_storable};
use super::guide::{GuideTest, GuideTests};
use super::lists::{free_id, put};
use super::people::{Influence, NeedKind, Person, Role, Stance};
use super::snapshot::Snapshot;
use super::stage::{End, Stage};
use super::stage_history::StageHistory;
use super::style::Degree;
use super::visit::{Quadrant, Visit, VisitEdit};
use abacus_core::date::Date;

/// The result of reading typed text: a value, `None` if the field is empty, or the text itself if it could not be read.
pub type Typed<T> = Result<Option<T>, String>;

/// One change to a deal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets a text.
    Text(TextField, String),
    /// Sets a day.
    Date(DateField, Typed<Date>),
    /// Sets a number. A number that a record cannot hold counts as unreadable.
    Number(NumberField, Typed<Decimal>),
    /// Sets [`Deal::currency`].
    Currency(Currency),
    /// Sets [`Deal::stage`], as of this day; an ended deal is reopened.
    Stage(Stage, Date),
    /// Restores stage, end and the days of the stages.
    Stages(Stage, Option<End>, Box<StageHistory>),
    /// Sets whether it is a target customer, as of this day; see [`FunnelStage`](super::FunnelStage).
    Target(bool, Date),
    /// Sets [`Deal::end`], as of this day.
    End(Option<End>, Date),
    /// Sets [`Deal::tags`].
    Tags(Vec<String>),
    /// Adds a person, with a new id if theirs is blank or taken.
    AddPerson(Box<Person>),
    /// Adds an empty person with this id; ignored if it exists, as when keystrokes outpace rendering.
    BeginPerson(String),
    /// Removes the person with this id.
    RemovePerson(String),
    /// Changes the person with this id.
    Person(String, PersonEdit),
    /// Changes the assessment.
    Assess(AssessmentEdit),
    /// Changes the entry of the contact log with this id.
    Contact(String, ContactEdit),
    /// Inserts an entry into the contact log at this index, or at the end; ignored if its id is taken, as after a
    /// double click.
    AddContact(usize, Contact),
    /// Removes the entry with this id from the contact log.
    RemoveContact(String),
    /// Changes the visit with this id.
    Visit(String, VisitEdit),
    /// Inserts a visit into [`Deal::visits`] at this index, or at the end; ignored if its id is taken.
    AddVisit(usize, Box<Visit>),
    /// Removes the visit with this id.
    RemoveVisit(String),
    /// Inserts a row into [`Deal::fab`] at this index, or at the end; ignored if its id is taken.
    AddFab(usize, Fab),
    /// Changes the row with this id.
    Fab(String, FabEdit),
    /// Removes the row with this id.
    RemoveFab(String),
    /// Adds a snapshot, with a new id if its id is blank or taken.
    AddSnapshot(Snapshot),
    /// Removes the snapshot with this id.
    RemoveSnapshot(String),
    /// Sets the advice with this key aside with a note; `None` reverts that. See [`Advice::key`](super::Advice::key).
    SetAside(String, Option<String>),
    /// Makes it an ordinary deal instead of a second version; see [`Deal::copy_of`].
    OneVersion,
}

/// One change to a person, except for texts and days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PersonEdit {
    /// Sets whether they play a role.
    Role(Role, bool),
    /// Sets the stance, as learned on this day.
    Stance(Stance, Date),
    /// Sets whether they are considered as a guide at all.
    Guide(bool),
    /// Sets whether they pass a guide test.
    Test(GuideTest, bool),
    /// Sets whether the business need is of this kind.
    NeedKind(NeedKind, bool),
    /// Sets the influence.
    Influence(Option<Influence>),
    /// Sets how much they express.
    Expression(Option<Degree>),
    /// Sets how much feeling they show.
    Emotion(Option<Degree>),
    /// Sets how they listen best.
    Listens(Option<Quadrant>),
    /// Sets the rhythm of contact with them.
    ContactDays(Option<ContactDays>),
}

impl Deal {
    /// Makes one change. Neither `id` nor `revision` changes: see [`Book`](super::Book).
    ///
    /// A field whose text could not be read has no value afterwards, rather than an outdated one; the text is kept in
    /// [`Deal::unread`]. An edit of a person or item that does not exist changes nothing.
    pub fn apply(&mut self, edit: Edit) {
        match edit {
            Edit::Text(field, typed) => {
                if let Some(place) = field.value_mut(self) {
                    *place = typed;
                }
            }
            Edit::Date(field, typed) => {
                if field.value_mut(self).is_some() {
                    let date = self.read(field.path(), typed);
                    field.value_mut(self).into_iter().for_each(|place| *place = date);
                }
            }
            Edit::Number(field, typed) => {
                let typed = typed.and_then(|number| match number {
                    Some(number) if !is_storable(field.spec(), number) => Err(number.to_string()),
                    storable => Ok(storable),
                });
                if field.value_mut(self).is_some() {
                    let number = self.read(field.path(), typed);
                    field.value_mut(self).into_iter().for_each(|place| *place = number);
                }
            }
            Edit::Currency(currency) => self.currency = currency,
            Edit::Stage(stage, day) => {
                self.reached.move_to(self.stage, stage, day);
                (self.stage, self.end) = (stage, None);
            }
            Edit::Stages(stage, end, reached) => (self.stage, self.end, self.reached) = (stage, end, *reached),
            Edit::Target(is, day) => self.set_target(is, day),
            Edit::End(end, day) => {
                self.reached.ended = end.map(|_| day);
                self.end = end;
            }
            Edit::Tags(tags) => self.tags = tags,
            Edit::AddPerson(mut person) => {
                person.id = free_id("p", &person.id, self.people.iter().map(|known| known.id.as_str()));
                self.people.push(*person);
            }
            Edit::BeginPerson(id) => {
                if self.person(&id).is_none() {
                    self.people.push(Person { id, ..Person::default() });
                }
            }
            Edit::RemovePerson(id) => {
                self.people.retain(|person| person.id != id);
                self.forget("people", &id);
            }
            Edit::Person(id, edit) => {
                self.people.iter_mut().filter(|person| person.id == id).for_each(|person| person.apply(&edit));
            }
            Edit::Assess(edit) => self.assessment.apply(edit),
            Edit::Contact(id, edit) => {
                if let Some(contact) = self.log.iter_mut().find(|contact| contact.id == id) {
                    contact.apply(edit);
                }
            }
            Edit::AddContact(place, contact) => put(&mut self.log, place, contact, |one| &one.id),
            Edit::RemoveContact(id) => {
                self.log.retain(|contact| contact.id != id);
                self.forget("log", &id);
            }
            Edit::Visit(id, edit) => {
                if let Some(visit) = self.visits.iter_mut().find(|visit| visit.id == id) {
                    visit.apply(edit);
                }
            }
            Edit::AddVisit(place, visit) => put(&mut self.visits, place, *visit, |one| &one.id),
            Edit::RemoveVisit(id) => {
                self.visits.retain(|visit| visit.id != id);
                self.forget("visits", &id);
            }
            Edit::AddFab(place, row) => put(&mut self.fab, place, row, |one| &one.id),
            Edit::Fab(id, edit) => {
                if let Some(row) = self.fab.iter_mut().find(|row| row.id == id) {
                    row.apply(edit);
                }
            }
            Edit::RemoveFab(id) => self.fab.retain(|row| row.id != id),
            Edit::AddSnapshot(mut snapshot) => {
                snapshot.id = free_id("n", &snapshot.id, self.snapshots.iter().map(|known| known.id.as_str()));
                self.snapshots.push(snapshot);
            }
            Edit::RemoveSnapshot(id) => self.snapshots.retain(|snapshot| snapshot.id != id),
            Edit::SetAside(rule, Some(note)) => drop(self.set_aside.insert(rule, note)),
            Edit::SetAside(rule, None) => drop(self.set_aside.remove(&rule)),
            Edit::OneVersion => self.copy_of = None,
        }
    }

    /// The edit that undoes this one, if this one removes something.
    pub fn restoring(&self, edit: &Edit) -> Option<Edit> {
        match edit {
            Edit::RemovePerson(id) => self.person(id).cloned().map(|person| Edit::AddPerson(Box::new(person))),
            Edit::RemoveSnapshot(id) => {
                self.snapshots.iter().find(|snapshot| snapshot.id == *id).cloned().map(Edit::AddSnapshot)
            }
            Edit::RemoveContact(id) => {
                let place = self.log.iter().position(|contact| contact.id == *id)?;
                self.log.get(place).cloned().map(|contact| Edit::AddContact(place, contact))
            }
            Edit::RemoveVisit(id) => {
                let place = self.visits.iter().position(|visit| visit.id == *id)?;
                self.visits.get(place).cloned().map(|visit| Edit::AddVisit(place, Box::new(visit)))
            }
            Edit::RemoveFab(id) => {
                let place = self.fab.iter().position(|row| row.id == *id)?;
                self.fab.get(place).cloned().map(|row| Edit::AddFab(place, row))
            }
            Edit::Visit(id, VisitEdit::RemoveQuestion(question)) => {
                let questions = &self.visit(id)?.questions;
                let place = questions.iter().position(|one| one.id == *question)?;
                let question = questions.get(place)?.clone();
                Some(Edit::Visit(id.clone(), VisitEdit::AddQuestion(place, question)))
            }
            Edit::Stage(..) | Edit::Target(..) | Edit::End(..) => {
                let mut moved = self.clone();
                moved.apply(edit.clone());
                let has_lost = moved.reached.lacks(&self.reached);
                has_lost.then(|| Edit::Stages(self.stage, self.end, Box::new(self.reached.clone())))
            }
            _ => None,
        }
    }

    /// An id that none of the people has yet.
    pub fn free_person_id(&self) -> String {
        free_id("p", "", self.people.iter().map(|known| known.id.as_str()))
    }

    /// An id that none of the FAB rows has yet.
    pub fn free_fab_id(&self) -> String {
        free_id("f", "", self.fab.iter().map(|known| known.id.as_str()))
    }

    /// Drops the unread texts of an item that is removed from a list.
    fn forget(&mut self, list: &str, id: &str) {
        let within = format!("{list}.{id}.");
        self.unread.retain(|path, _| !path.starts_with(&within));
    }

    /// Unreadable text is stored in [`Deal::unread`], readable text clears it there.
    fn read<T>(&mut self, path: String, typed: Typed<T>) -> Option<T> {
        match typed {
            Ok(value) => {
                self.unread.remove(&path);
                value
            }
            Err(text) => {
                self.unread.insert(path, text);
                None
            }
        }
    }
}

impl Person {
    fn apply(&mut self, edit: &PersonEdit) {
        match edit {
            PersonEdit::Role(role, plays) => set_member(&mut self.roles, *role, *plays),
            PersonEdit::Stance(stance, date) => self.set_stance(*stance, *date),
            PersonEdit::Guide(true) => drop(self.guide.get_or_insert_default()),
            PersonEdit::Guide(false) => self.guide = None,
            PersonEdit::Test(test, passed) => self.guide.get_or_insert_default().set(*test, *passed),
            PersonEdit::NeedKind(kind, is) => set_member(&mut self.need_kinds, *kind, *is),
            PersonEdit::Influence(influence) => self.influence = *influence,
            PersonEdit::Expression(degree) => self.expression = *degree,
            PersonEdit::Emotion(degree) => self.emotion = *degree,
            PersonEdit::Listens(quadrant) => self.quadrant = *quadrant,
            PersonEdit::ContactDays(days) => self.contact_days = *days,
        }
    }

    /// A new person with a role.
    pub fn in_role(role: Role) -> Self {
        Self { roles: vec![role], ..Self::default() }
    }

    /// A new person who may be a guide.
    pub fn as_guide() -> Self {
        Self { guide: Some(GuideTests::default()), ..Self::default() }
    }
}

/// Adds an item to a sorted set, or removes it.
fn set_member<T: Ord>(set: &mut Vec<T>, item: T, is_in: bool) {
    set.retain(|known| *known != item);
    if is_in {
        set.push(item);
        set.sort();
    }
}
