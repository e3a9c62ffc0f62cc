//! Steps planned about people are due or late.

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::due_steps::{DueStep, due_steps};
use crate::advice::rule::{Check, Finding, Rule};
use crate::advice::words::days_en;
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "people-due",
    suggestion: text("按约定去做，再定下一次。", "Do as planned, then plan the next step."),
    plan_gap: None,
    act: AdviceAction::Done,
    other: Some(AdviceAction::PersonDay),
    find: |deal, today| Some(Rc::new(facts(deal, today)?)),
};

/// The longest overdue first; at least one.
struct Due(Vec<Step>);

struct Step {
    /// Blank if unknown.
    name: String,
    action: String,
    /// Days overdue; 0 if due today.
    days: u32,
}

fn facts(deal: &Deal, today: Date) -> Option<Due> {
    let step = |due: DueStep<'_>| {
        let name = due.person.known_name().to_owned();
        Step { name, action: due.action.to_owned(), days: due.days }
    };
    let steps: Vec<Step> = due_steps(deal, today).into_iter().map(step).collect();
    if steps.is_empty() { None } else { Some(Due(steps)) }
}

pub(super) fn check(deal: &Deal, today: Date) -> Check {
    facts(deal, today).map(|facts| facts.about())
}

impl Finding for Due {
    fn reason(&self, locale: Locale) -> String {
        let steps: Vec<String> = self.0.iter().map(|step| step.reason(locale)).collect();
        format_in!(
            locale,
            ("对客户方人员的安排到期：{}。", steps.join("；")),
            ("Due with people at the customer: {}.", steps.join("; "))
        )
    }

    fn about(&self) -> Option<String> {
        let words: Vec<&str> = self.0.iter().flat_map(|step| [&*step.name, &*step.action]).collect();
        Some(words.join(","))
    }

    fn days_late(&self) -> Option<u32> {
        self.0.first().map(|step| step.days)
    }
}

impl Step {
    fn reason(&self, locale: Locale) -> String {
        let Self { name, action, days } = self;
        let when = match days {
            0 => format_in!(locale, "今天", "today"),
            days => format_in!(locale, "晚了 {days} 天", ("{} late", days_en(*days))),
        };
        let action = isolated(action);
        match name.as_str() {
            "" => format_in!(locale, "{action}（{when}）", "{action} ({when})"),
            name => {
                let name = isolated(name);
                format_in!(locale, "{name}，{action}（{when}）", "{name}, {action} ({when})")
            }
        }
    }
}
