//! Advice: what is missing in a deal and what comes first. Each of the [`rules`] checks one thing.

mod advice_action;
mod days;
mod due_steps;
mod rule;
mod rules;
mod words;

use std::fmt;
use std::rc::Rc;

use crate::deal::Deal;
use crate::stage::Stage;
use abacus_core::date::Date;
use abacus_core::text::{Locale, Text};
use rule::Finding;

pub use advice_action::{AdviceAction, DayChoice, DealAction, next_days};
pub use rule::{PlanGap, Rule};

/// What one rule found in a deal.
#[derive(Clone)]
pub struct Advice {
    rule: &'static Rule,
    found: Rc<dyn Finding>,
}

impl Advice {
    /// The stable name of the rule, for tests and for the page's markup.
    pub const fn id(&self) -> &'static str {
        self.rule.id
    }

    /// The key under which [`Deal::set_aside`] stores this finding: the rule and, for rules with several possible
    /// findings, what was found. So a finding stays set aside only while it is the same.
    pub fn key(&self) -> String {
        key(self.id(), self.found.about())
    }

    /// How many days late it is, 0 if it is due today; `None` without a day.
    pub fn days_late(&self) -> Option<u32> {
        self.found.days_late()
    }

    /// What the plan of the deal lacks, if the rule reports that.
    pub const fn plan_gap(&self) -> Option<PlanGap> {
        self.rule.plan_gap
    }

    /// What was found, in one or two sentences.
    pub fn reason(&self, locale: Locale) -> String {
        self.found.reason(locale)
    }

    /// What to do about it, in one sentence.
    pub const fn suggestion(&self) -> Text {
        self.rule.suggestion
    }

    /// What its button does.
    pub const fn act(&self) -> AdviceAction {
        self.rule.act
    }

    /// What can be done instead, if anything.
    pub const fn other_act(&self) -> Option<AdviceAction> {
        self.rule.other
    }

    fn note<'a>(&self, deal: &'a Deal) -> Option<&'a str> {
        // Most deals have nothing set aside, so skip building their keys.
        if deal.set_aside.is_empty() {
            return None;
        }
        deal.set_aside.get(&self.key()).map(String::as_str)
    }
}

/// Findings are equal if their rule, key and text are.
impl PartialEq for Advice {
    fn eq(&self, other: &Self) -> bool {
        let identity = |advice: &Self| (advice.key(), advice.reason(Locale::Zh));
        self.id() == other.id() && identity(self) == identity(other)
    }
}

impl Eq for Advice {}

impl fmt::Debug for Advice {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.key(), self.reason(Locale::En))
    }
}

/// Every rule, in the order of urgency.
pub fn advice_rules() -> impl Iterator<Item = &'static Rule> {
    rules::ALWAYS.iter().chain(rules::WHILE_SELLING).copied()
}

/// All findings about a deal that are not set aside, the most urgent first; empty once the deal has ended.
pub fn advise(deal: &Deal, today: Date) -> Vec<Advice> {
    findings(deal, today).filter(|advice| advice.note(deal).is_none()).collect()
}

/// The findings that are set aside, each with its note.
pub fn set_aside(deal: &Deal, today: Date) -> Vec<(Advice, &str)> {
    findings(deal, today).filter_map(|advice| advice.note(deal).map(|note| (advice, note))).collect()
}

/// Why the deal needs attention today, if it does: something is due or late, or nothing is planned. This is the most
/// urgent finding that is not set aside.
pub fn attention(deal: &Deal, today: Date) -> Option<Advice> {
    find(rules::ALWAYS, deal, today).find(|advice| advice.note(deal).is_none())
}

/// Whether [`attention`] finds anything. Uses none of the sentences, so that they need not be loaded.
pub fn needs_attention(deal: &Deal, today: Date) -> bool {
    let is_aside = |id, about| !deal.set_aside.is_empty() && deal.set_aside.contains_key(&key(id, about));
    let mut checks = rules::CHECKS.iter().filter_map(|(id, check)| Some((*id, check(deal, today)?)));
    deal.is_open() && checks.any(|(id, about)| !is_aside(id, about))
}

fn key(id: &str, about: Option<String>) -> String {
    about.map_or_else(|| id.to_owned(), |about| format!("{id}: {about}"))
}

fn findings(deal: &Deal, today: Date) -> impl Iterator<Item = Advice> {
    // Once there is an order, nobody has to be won over.
    let selling = if deal.stage == Stage::Collect { &[] } else { rules::WHILE_SELLING };
    find(rules::ALWAYS, deal, today).chain(find(selling, deal, today))
}

/// The findings of these rules, in their order; empty once the deal has ended.
fn find(rules: &'static [&'static Rule], deal: &Deal, today: Date) -> impl Iterator<Item = Advice> {
    let is_open = deal.is_open();
    let found = move |rule: &&'static Rule| Some(Advice { rule, found: (rule.find)(deal, today)? });
    rules.iter().filter(move |_| is_open).filter_map(found)
}
