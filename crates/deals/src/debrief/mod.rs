//! Logs a meeting as a conversation: what is asked, what each answer changes, and the resulting sentence.
//!
//! A [`Debrief`] reads the deal. It answers with edits and changes nothing itself.

mod agreed;
mod day_shortcut;
mod sentence;
mod step;

use super::contact::{Contact, MeetingOutcome};
use super::deal::Deal;
use super::edit::Edit;
use super::fields::{self, TextField};
use super::next_step::NextStep;
use abacus_core::closed_enum;
use abacus_core::date::Date;
use abacus_core::text::Locale;

pub use self::day_shortcut::{DayShortcut, day_shortcuts};
pub use self::sentence::short_day;
pub use self::step::follow_up;

closed_enum! {
    /// What is asked about a meeting, in this order.
    #[derive(PartialOrd, Ord)]
    pub enum DebriefQuestion {
        /// Who was met.
        Who = "who" ("见了谁", "Who did you meet?"),
        /// How it ended.
        Outcome = "outcome" ("结果怎样", "How did it end?"),
        /// What the customer agreed to do.
        Agreed = "agreed" ("客户答应做什么", "What did they agree to do?"),
        /// What comes next, and when.
        Step = "step" ("接下来做什么", "What comes next?"),
    }
}

/// The state of a conversation about a meeting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Debrief<'a> {
    deal: &'a Deal,
    /// The entry of the log, empty while nothing has been answered.
    entry: Contact,
    /// The next step as it was before the conversation.
    planned: &'a NextStep,
    locale: Locale,
}

impl<'a> Debrief<'a> {
    /// The conversation about the entry with this id, which is in the log from the first answer on.
    pub fn new(deal: &'a Deal, id: &str, planned: &'a NextStep, today: Date, locale: Locale) -> Self {
        let entry = deal.contact(id).cloned().unwrap_or_else(|| Contact::new(id, today));
        Self { deal, entry, planned, locale }
    }

    /// The entry as it is now.
    pub const fn entry(&self) -> &Contact {
        &self.entry
    }

    /// The questions asked by now. After a continuation, what was agreed is not asked; if it was noted anyway, it stays
    /// visible.
    pub fn asked(&self) -> Vec<DebriefQuestion> {
        let is_agreed = self.entry.outcome == Some(MeetingOutcome::Advance) || self.entry.is_agreed();
        let is_asked = |question: &DebriefQuestion| match question {
            DebriefQuestion::Who | DebriefQuestion::Outcome => true,
            DebriefQuestion::Agreed => is_agreed,
            DebriefQuestion::Step => self.entry.outcome.is_some(),
        };
        DebriefQuestion::ALL.into_iter().filter(is_asked).collect()
    }

    /// The question to answer next, after one has been answered with a tap.
    pub fn next_question(&self) -> Option<DebriefQuestion> {
        let mut met = self.entry.people.iter().filter_map(|id| self.deal.person(id));
        match (self.entry.outcome, self.entry.action) {
            (None, _) => met.any(|person| !person.roles.is_empty()).then_some(DebriefQuestion::Outcome),
            (Some(MeetingOutcome::Advance), None) => Some(DebriefQuestion::Agreed),
            _ => Some(DebriefQuestion::Step),
        }
    }

    /// The edits that an answer makes. The first one adds the entry to the log; a proposed next step is kept in line
    /// with what was agreed.
    pub fn answer(&self, answer: Edit) -> Vec<Edit> {
        let mut answered = self.deal.clone();
        let mut edits = self.beginning();
        edits.push(answer);
        edits.iter().cloned().for_each(|edit| answered.apply(edit));
        let after = Debrief::new(&answered, &self.entry.id, self.planned, Date::EPOCH, self.locale);
        let (before, after) = (self.proposal(), after.proposal());
        if self.is_replaced() && self.deal.next_step.action == before && before != after {
            edits.push(Edit::Text(TextField::Deal(&fields::NEXT_ACTION), after));
        }
        edits
    }

    /// The edit that adds the entry to the log, unless it is there. It stays marked as begun until the conversation
    /// ends.
    fn beginning(&self) -> Vec<Edit> {
        if self.deal.contact(&self.entry.id).is_some() {
            return Vec::new();
        }
        vec![Edit::AddContact(usize::MAX, Contact { is_begun: true, ..self.entry.clone() })]
    }
}
