use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::days::days_since;
use crate::advice::rule::{Check, Finding, Rule};
use crate::advice::words::days_en;
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "next-step-overdue",
    suggestion: text("今天就做，或者改定日期。", "Do it today or set a new date."),
    plan_gap: None,
    act: AdviceAction::Done,
    other: Some(AdviceAction::OtherDay),
    find: |deal, today| Some(Rc::new(facts(deal, today)?)),
};

struct Overdue {
    action: String,
    date: Date,
    days: u32,
}

fn facts(deal: &Deal, today: Date) -> Option<Overdue> {
    let (action, date) = deal.next_step.planned()?;
    let days = days_since(date, today).filter(|days| *days > 0)?;
    Some(Overdue { action: action.to_owned(), date, days })
}

pub(super) fn check(deal: &Deal, today: Date) -> Check {
    facts(deal, today).map(|facts| facts.about())
}

impl Finding for Overdue {
    fn reason(&self, locale: Locale) -> String {
        let Self { action, days, .. } = self;
        let action = isolated(action);
        format_in!(
            locale,
            "下一步“{action}”已经晚了 {days} 天。",
            ("The next step, “{action}”, is {} late.", days_en(*days))
        )
    }

    fn about(&self) -> Option<String> {
        Some(format!("{} {}", self.action, self.date))
    }

    fn days_late(&self) -> Option<u32> {
        Some(self.days)
    }
}
