use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::days::days_since;
use crate::advice::rule::{Finding, Found, Rule};
use crate::advice::words::days_en;
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "expected-close-passed",
    suggestion: text(
        "问清客户什么变了，再定新的预计成交日。",
        "Ask the customer what has changed, then set a new closing date.",
    ),
    plan_gap: None,
    act: AdviceAction::CloseDay,
    other: None,
    find,
};

struct Passed {
    date: Date,
    days: u32,
}

fn find(deal: &Deal, today: Date) -> Option<Found> {
    let date = deal.expected_close?;
    let days = days_since(date, today).filter(|days| *days > 0)?;
    Some(Rc::new(Passed { date, days }))
}

impl Finding for Passed {
    fn reason(&self, locale: Locale) -> String {
        let days = self.days;
        format_in!(locale, "预计成交日已经过去 {days} 天。", ("The expected closing date was {} ago.", days_en(days)))
    }

    fn about(&self) -> Option<String> {
        Some(self.date.to_string())
    }

    fn days_late(&self) -> Option<u32> {
        Some(self.days)
    }
}
