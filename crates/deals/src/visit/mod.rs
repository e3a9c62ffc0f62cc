//! A visit in preparation: the goal, the people, the questions (S1, S2). Afterwards it becomes an entry of the contact
//! log.

mod case;
mod edit;
mod gap;
mod quadrant;
mod source;
mod spin;

use serde_json::{Map, Value};

pub use self::case::SuccessCase;
pub use self::edit::VisitEdit;
pub use self::gap::VisitGap;
pub use self::quadrant::{Check, Quadrant, QuadrantCheck, Quadrants};
pub use self::source::Source;
pub use self::spin::Spin;

use super::contact::{Contact, MeetingOutcome};
use abacus_core::date::Date;

/// A visit. Texts are kept as typed; the field names are those of the record.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Visit {
    /// The id, unique within the deal.
    pub id: String,
    /// The planned day; `None` while unknown.
    pub date: Option<Date>,
    /// The goal.
    pub goal: String,
    /// The outcome we expect.
    pub expected: Option<MeetingOutcome>,
    /// What exactly we expect: for an advance, what the customer should agree to.
    pub expected_words: String,
    /// The ids of the people of the deal we will meet.
    pub people: Vec<String>,
    /// The questions to ask, in the order of entry.
    pub questions: Vec<Question>,
    /// The four-quadrant check.
    pub quadrants: Quadrants,
    /// The success case to tell.
    pub case: SuccessCase,
    /// The id of the log entry it became; see [`is_logged`](Self::is_logged).
    pub logged: Option<String>,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// A question to ask.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Question {
    /// The id, unique within the visit.
    pub id: String,
    /// Its kind.
    pub kind: Spin,
    /// The question as typed.
    pub text: String,
    /// The id of the person whose need it is about, if any.
    pub person: Option<String>,
    /// Where the answer to a situation question comes from; by default from the customer.
    pub source: Source,
    /// What was looked up, or what the customer said, as typed.
    pub answer: String,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Visit {
    /// A new visit with nothing but an id.
    pub fn new(id: &str) -> Self {
        Self { id: id.to_owned(), ..Self::default() }
    }

    /// The questions of one kind, in the order of entry.
    pub fn questions_of(&self, kind: Spin) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(move |question| question.kind == kind)
    }

    /// Whether it became an entry of this log that still exists.
    pub fn is_logged(&self, log: &[Contact]) -> bool {
        self.logged.as_ref().is_some_and(|id| log.iter().any(|contact| contact.id == *id))
    }

    /// A log entry to start from after the visit: people, goal and expectation are carried over. The outcome stays
    /// open, since an expectation is not an outcome. The day is that of the visit, but never in the future.
    pub fn to_contact(&self, id: &str, today: Date) -> Contact {
        Contact {
            people: self.people.clone(),
            goal: self.goal.clone(),
            expected: self.expected,
            expected_words: self.expected_words.clone(),
            ..Contact::new(id, self.date.unwrap_or(today).min(today))
        }
    }
}

/// The visits in display order: planned ones before logged ones; planned ones by day with undated ones first, logged
/// ones latest first.
pub fn listed_visits<'a>(visits: &'a [Visit], log: &[Contact]) -> Vec<&'a Visit> {
    let (mut done, mut open): (Vec<&Visit>, Vec<&Visit>) = visits.iter().partition(|visit| visit.is_logged(log));
    open.sort_by_key(|visit| visit.date);
    done.reverse();
    done.sort_by_key(|visit| std::cmp::Reverse(visit.date));
    open.append(&mut done);
    open
}
