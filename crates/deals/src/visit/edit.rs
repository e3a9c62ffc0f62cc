use super::quadrant::Quadrant;
use super::{Question, Source, SuccessCase, Visit};
use crate::contact::MeetingOutcome;
use crate::lists::{put, set_member};

/// One change to a visit, except for day and texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisitEdit {
    /// Sets the outcome we expect.
    Expected(Option<MeetingOutcome>),
    /// Sets whether we will meet the person with this id.
    Meet(String, bool),
    /// Inserts a question at this index, or at the end; ignored if its id is taken.
    AddQuestion(usize, Question),
    /// Sets whose need the question with this id is about.
    Asked(String, Option<String>),
    /// Removes the question with this id.
    RemoveQuestion(String),
    /// Sets whether a quadrant was considered.
    Checked(Quadrant, bool),
    /// Sets where the answer to the question with this id comes from.
    From(String, Source),
    /// Sets whether a question of a quadrant was thought of; see [`Check::thought`](super::Check::thought).
    Thought(Quadrant, String, bool),
    /// Sets the success case.
    Case(SuccessCase),
    /// Sets the entry of the contact log that it became.
    Logged(Option<String>),
}

impl Visit {
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
            VisitEdit::From(id, source) => {
                self.questions.iter_mut().filter(|one| one.id == id).for_each(|one| one.source = source);
            }
            VisitEdit::Thought(quadrant, code, is_so) => {
                set_member(&mut self.quadrants.get_mut(quadrant).thought, code, is_so);
            }
            VisitEdit::Case(case) => self.case = case,
            VisitEdit::Logged(contact) => self.logged = contact,
        }
    }
}
