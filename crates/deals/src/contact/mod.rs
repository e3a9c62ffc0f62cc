//! The contact log of a deal: who was met, when, and how it ended (S2).

pub mod log;
mod outcome;
mod proposal;

use serde_json::{Map, Value};

pub use self::outcome::{AgreedAction, MeetingOutcome};
pub use self::proposal::Proposal;

use super::lists::set_member;
use super::normalize::is_blank;
use abacus_core::date::Date;

/// One entry of the contact log. Texts are kept as typed; the field names are those of the record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Contact {
    /// The id, unique within the deal.
    pub id: String,
    /// The day on which it took place; `None` while unknown.
    pub date: Option<Date>,
    /// The ids of the people of the deal who were met. The id of a person removed from the deal since is kept.
    pub people: Vec<String>,
    /// How it ended, as entered; see also [`counts_as`](Self::counts_as).
    pub outcome: Option<MeetingOutcome>,
    /// The kind of action the customer agreed to.
    pub action: Option<AgreedAction>,
    /// The agreed action in free text, in addition to a kind or instead of one.
    pub action_words: String,
    /// Anything else worth remembering.
    pub note: String,
    /// What we wanted from the meeting, if it was prepared as a [`Visit`](super::Visit).
    pub goal: String,
    /// The outcome that was expected.
    pub expected: Option<MeetingOutcome>,
    /// What exactly was expected, in free text.
    pub expected_words: String,
    /// Whether the conversation that logs it was begun but is not finished.
    pub is_begun: bool,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// One change to an entry of the contact log, except for day and texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactEdit {
    /// Sets whether the person with this id was met.
    Met(String, bool),
    /// Sets the outcome.
    Outcome(Option<MeetingOutcome>),
    /// Sets the kind of agreed action.
    Action(Option<AgreedAction>),
    /// The conversation that logs it is finished.
    Finished,
}

impl Contact {
    /// An entry with only a day, which is usually today.
    pub fn new(id: &str, date: Date) -> Self {
        Self { id: id.to_owned(), date: Some(date), ..Self::default() }
    }

    /// No change implies another: an advance whose action is removed stays an advance, and
    /// [`proposal`](Self::proposal) suggests what it should be.
    pub(super) fn apply(&mut self, edit: ContactEdit) {
        match edit {
            ContactEdit::Met(person, met) => set_member(&mut self.people, person, met),
            ContactEdit::Outcome(outcome) => self.outcome = outcome,
            ContactEdit::Action(action) => self.action = action,
            ContactEdit::Finished => self.is_begun = false,
        }
    }

    /// Whether the customer agreed to an action: one of the five kinds, or one in free text.
    pub fn is_agreed(&self) -> bool {
        self.action.is_some() || !is_blank(&self.action_words)
    }

    /// Whether nothing but perhaps the day is known: an entry that was just started.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.outcome.is_none() && !self.is_agreed() && is_blank(&self.note)
    }

    /// The outcome the entry counts as: the entered one, except that an advance without an agreed action counts as a
    /// continuation (S2). The entered outcome stays.
    pub fn counts_as(&self) -> Option<MeetingOutcome> {
        match self.outcome {
            Some(MeetingOutcome::Advance) if !self.is_agreed() => Some(MeetingOutcome::Continuation),
            chosen => chosen,
        }
    }
}
