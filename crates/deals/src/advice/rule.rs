use std::rc::Rc;

use super::advice_action::AdviceAction;
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::{Locale, Text, text};

/// A rule of the advice: what it looks for in a deal and what it suggests.
pub struct Rule {
    /// The stable name, for markup, tests and [`Deal::set_aside`](crate::Deal::set_aside). The rule's file has the same
    /// name.
    pub id: &'static str,
    /// What to do about it, in one sentence.
    pub suggestion: Text,
    /// What the plan of the deal lacks, if the rule reports that.
    pub plan_gap: Option<PlanGap>,
    /// What its button does.
    pub act: AdviceAction,
    /// What can be done instead, if anything.
    pub other: Option<AdviceAction>,
    /// What the rule finds in a deal on a day, if anything. Sentences are only built when they are shown.
    pub(super) find: fn(&Deal, Date) -> Option<Found>,
}

/// What is missing for a deal to come up on its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanGap {
    /// No next step is planned.
    Step,
    /// The next step has no day.
    Day,
}

pub(super) type Found = Rc<dyn Finding>;

/// Whether a rule finds anything, and what [about](Finding::about).
pub(super) type Check = Option<Option<String>>;

/// The id of a rule, and its check.
pub(super) type CheckOfRule = (&'static str, fn(&Deal, Date) -> Check);

/// The facts that a rule found, and the sentences for them.
pub(super) trait Finding {
    /// What was found, in one or two sentences.
    fn reason(&self, locale: Locale) -> String;

    /// What distinguishes this finding from others of the same rule once it is set aside; `None` if the rule has only
    /// one. These words are stored, so they must never change.
    fn about(&self) -> Option<String> {
        None
    }

    /// How many days late it is, 0 if it is due today; `None` without a day.
    fn days_late(&self) -> Option<u32> {
        None
    }
}

impl Finding for Text {
    fn reason(&self, locale: Locale) -> String {
        self.get(locale).to_owned()
    }
}

pub(super) fn sentence(zh: &'static str, en: &'static str) -> Found {
    Rc::new(text(zh, en))
}
