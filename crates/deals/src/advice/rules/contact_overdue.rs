//! Nobody at the customer was contacted for longer than the rhythm of the deal's grade allows (S4).

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::days::days_since;
use crate::advice::rule::{Check, Finding, Rule};
use crate::advice::words::{days_en, every};
use crate::assessment::Grade;
use crate::contact::log;
use crate::deal::Deal;
use crate::stage::Stage;
use abacus_core::date::Date;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "contact-overdue",
    suggestion: text("今天就联系一次，并记进会面记录。", "Contact them today and log it."),
    plan_gap: None,
    act: AdviceAction::Log,
    other: None,
    find: |deal, today| Some(Rc::new(facts(deal, today)?)),
};

struct ContactOverdue {
    /// Days since the last contact.
    since: u32,
    /// How many days may pass.
    rhythm: u16,
    /// `None` if the rhythm was set by hand.
    grade: Option<Grade>,
    /// The latest day in the log, including future days.
    last: Option<Date>,
}

/// Once there is an order, the grade no longer matters. An empty log means that nobody keeps one, not that nobody was
/// met.
fn facts(deal: &Deal, today: Date) -> Option<ContactOverdue> {
    if deal.stage == Stage::Collect {
        return None;
    }
    let rhythm = deal.assessment.rhythm(deal.expected_close, today)?.days();
    let since = days_since(log::last(&deal.log, today)?, today).filter(|days| *days > rhythm.into())?;
    let by_hand = deal.assessment.contact_days.is_some();
    let grade = deal.assessment.graded(deal.expected_close, today).grade().filter(|_| !by_hand);
    Some(ContactOverdue { since, rhythm, grade, last: log::last(&deal.log, Date::LAST) })
}

pub(super) fn check(deal: &Deal, today: Date) -> Check {
    facts(deal, today).map(|facts| facts.about())
}

impl Finding for ContactOverdue {
    fn reason(&self, locale: Locale) -> String {
        let Self { since, rhythm, grade, .. } = self;
        let rhythm = every(*rhythm, locale);
        match (grade.map(Grade::code), locale) {
            (Some(grade), Locale::Zh) => {
                format!("上次联系是 {since} 天前；{grade} 级客户要{rhythm}联系一次。")
            }
            (Some(grade), Locale::En) => {
                format!("The last contact was {} ago; grade {grade}: {rhythm}.", days_en(*since))
            }
            (None, Locale::Zh) => format!("上次联系是 {since} 天前；您定的是{rhythm}联系一次。"),
            (None, Locale::En) => {
                format!("The last contact was {} ago; you chose {rhythm}.", days_en(*since))
            }
        }
    }

    fn about(&self) -> Option<String> {
        Some(self.last.map(|date| date.to_string()).unwrap_or_default())
    }

    fn days_late(&self) -> Option<u32> {
        Some(self.since.saturating_sub(self.rhythm.into()))
    }
}
