//! Everything that can be changed about a visit.

use super::quadrant::Quadrant;
use super::{Question, Visit};
use crate::deals::contact::{MeetingOutcome, UNREAD_DATE, set_member};
use crate::deals::date::Date;
use crate::deals::edit::{Typed, settle};
use crate::deals::items::{find, put, remove};

/// One change to a visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisitEdit {
    /// Sets the day.
    Date(Typed<Date>),
    /// Sets what we want from it.
    Goal(String),
    /// Sets the outcome we expect.
    Expected(Option<MeetingOutcome>),
    /// Says what exactly we expect.
    ExpectedWords(String),
    /// Says whether we will meet the person with this id.
    Meet(String, bool),
    /// Adds a question at the end, unless its id is in use.
    AddQuestion(Question),
    /// Puts a question back where it was, unless its id is in use.
    PutBackQuestion(usize, Question),
    /// Changes the question with this id.
    Question(String, QuestionEdit),
    /// Takes the question with this id away.
    RemoveQuestion(String),
    /// Changes what was prepared for a quadrant.
    Quadrant(Quadrant, CheckEdit),
    /// Says which entry of the contact log it became.
    Logged(Option<String>),
}

/// One change to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionEdit {
    /// Sets the question.
    Text(String),
    /// Says whose need it is about.
    Person(Option<String>),
}

/// One change to what was prepared for a quadrant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckEdit {
    /// Says whether it was thought of.
    Done(bool),
    /// Sets the line.
    Line(String),
}

impl Visit {
    /// Makes one change.
    pub fn apply(&mut self, edit: VisitEdit) {
        match edit {
            VisitEdit::Date(typed) => self.date = settle(&mut self.unread, UNREAD_DATE, typed),
            VisitEdit::Goal(goal) => self.goal = goal,
            VisitEdit::Expected(outcome) => self.expected = outcome,
            VisitEdit::ExpectedWords(words) => self.expected_words = words,
            VisitEdit::Meet(person, meets) => set_member(&mut self.people, person, meets),
            VisitEdit::AddQuestion(question) => put(&mut self.questions, usize::MAX, question),
            VisitEdit::PutBackQuestion(place, question) => put(&mut self.questions, place, question),
            VisitEdit::Question(id, edit) => {
                if let Some(question) = find(&mut self.questions, &id) {
                    question.apply(edit);
                }
            }
            VisitEdit::RemoveQuestion(id) => remove(&mut self.questions, &id),
            VisitEdit::Quadrant(quadrant, edit) => {
                let check = self.quadrants.get_mut(quadrant);
                match edit {
                    CheckEdit::Done(done) => check.done = done,
                    CheckEdit::Line(line) => check.line = line,
                }
            }
            VisitEdit::Logged(contact) => self.logged = contact,
        }
    }
}

impl Question {
    fn apply(&mut self, edit: QuestionEdit) {
        match edit {
            QuestionEdit::Text(text) => self.text = text,
            QuestionEdit::Person(person) => self.person = person,
        }
    }
}
