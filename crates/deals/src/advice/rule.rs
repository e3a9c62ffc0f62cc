//! What a rule is, and what it finds.

use std::rc::Rc;

use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::{Locale, Text, text};

/// A rule of the advice: what it looks for in a deal, and what to do about that.
pub struct Rule {
    /// The stable name, for markup, tests, and what is set aside. The file of the rule has the same name.
    pub id: &'static str,
    /// What to do about it, in one sentence.
    pub suggestion: Text,
    /// What the plan of the deal lacks, if that is what the rule finds.
    pub lacks: Option<Lacks>,
    /// What there is to say about a deal on a day, if anything. It only looks: sentences are made when they are shown.
    pub(super) find: fn(&Deal, Date) -> Option<Found>,
}

/// What keeps a deal from coming up on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacks {
    /// No next step is planned.
    Step,
    /// The next step has no day.
    Day,
}

/// What was found.
pub(super) type Found = Rc<dyn Finding>;

/// The facts that a rule found, and how to tell them.
pub(super) trait Finding {
    /// What was found, in one or two sentences.
    fn reason(&self, locale: Locale) -> String;

    /// What tells this finding from another one of the same rule, once it is set aside; none if the rule can only find
    /// one thing. These words are stored, so they never change.
    fn about(&self) -> Option<String> {
        None
    }

    /// By how many days the thing is late, 0 if it is due today; none if it has no day.
    fn days_late(&self) -> Option<u32> {
        None
    }
}

impl Finding for Text {
    fn reason(&self, locale: Locale) -> String {
        self.get(locale).to_owned()
    }
}

/// A finding that needs no facts: one sentence, Chinese and English.
pub(super) fn sentence(zh: &'static str, en: &'static str) -> Found {
    Rc::new(text(zh, en))
}

/// Whole days from `date` to `today`; `None` if it is still to come.
pub(super) fn days_since(date: Date, today: Date) -> Option<u32> {
    u32::try_from(date.days_until(today)).ok()
}
