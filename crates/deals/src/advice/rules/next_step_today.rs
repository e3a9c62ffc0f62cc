use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Check, Finding, Rule};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "next-step-today",
    suggestion: text("今天就做，做完再写下新的下一步。", "Do it today, then write down the next one."),
    plan_gap: None,
    act: AdviceAction::Done,
    other: Some(AdviceAction::OtherDay),
    find: |deal, today| Some(Rc::new(facts(deal, today)?)),
};

struct DueToday {
    action: String,
    today: Date,
}

fn facts(deal: &Deal, today: Date) -> Option<DueToday> {
    let (action, _) = deal.next_step.planned().filter(|(_, date)| *date == today)?;
    Some(DueToday { action: action.to_owned(), today })
}

pub(super) fn check(deal: &Deal, today: Date) -> Check {
    facts(deal, today).map(|facts| facts.about())
}

impl Finding for DueToday {
    fn reason(&self, locale: Locale) -> String {
        let action = isolated(&self.action);
        format_in!(locale, "下一步“{action}”就在今天。", "The next step, “{action}”, is due today.")
    }

    fn about(&self) -> Option<String> {
        Some(format!("{} {}", self.action, self.today))
    }

    fn days_late(&self) -> Option<u32> {
        Some(0)
    }
}
