//! Everything that can be changed about a visit.

use super::quadrant::Quadrant;
use super::{Question, Visit};
use crate::contact::{MeetingOutcome, set_member};
use crate::edit::put;

/// One change to a visit, besides day and texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisitEdit {
    /// Sets the outcome we expect.
    Expected(Option<MeetingOutcome>),
    /// Says whether we will meet the person with this id.
    Meet(String, bool),
    /// Puts a question at this place, or at the end of a shorter list; nothing if its id is taken.
    AddQuestion(usize, Question),
    /// Says whose need the question with this id is about.
    Asked(String, Option<String>),
    /// Takes the question with this id away.
    RemoveQuestion(String),
    /// Says whether a quadrant was thought of.
    Checked(Quadrant, bool),
    /// Says which entry of the contact log it became.
    Logged(Option<String>),
}

impl Visit {
    /// Makes one change.
    pub(crate) fn apply(&mut self, edit: VisitEdit) {
        match edit {
            VisitEdit::Expected(outcome) => self.expected = outcome,
            VisitEdit::Meet(person, meets) => set_member(&mut self.people, person, meets),
            VisitEdit::AddQuestion(place, question) => put(&mut self.questions, place, question, |one| &one.id),
            VisitEdit::Asked(id, person) => {
                self.questions.iter_mut().filter(|one| one.id == id).for_each(|one| one.person.clone_from(&person));
            }
            VisitEdit::RemoveQuestion(id) => self.questions.retain(|one| one.id != id),
            VisitEdit::Checked(quadrant, done) => self.quadrants.get_mut(quadrant).done = done,
            VisitEdit::Logged(contact) => self.logged = contact,
        }
    }
}
