//! The next step has no date, so it would never become due.

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Check, Finding, PlanGap, Rule};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "next-step-undated",
    suggestion: text("定个日期，到那天首页会列出这笔商机。", "Set a date: the home page lists the deal on that day."),
    plan_gap: Some(PlanGap::Day),
    act: AdviceAction::StepDay,
    other: None,
    find: |deal, today| Some(Rc::new(facts(deal, today)?)),
};

struct Undated {
    action: String,
}

fn facts(deal: &Deal, _today: Date) -> Option<Undated> {
    let step = &deal.next_step;
    if step.is_open() || step.date.is_some() {
        return None;
    }
    Some(Undated { action: step.action.trim().to_owned() })
}

pub(super) fn check(deal: &Deal, today: Date) -> Check {
    facts(deal, today).map(|facts| facts.about())
}

impl Finding for Undated {
    fn reason(&self, locale: Locale) -> String {
        let action = isolated(&self.action);
        format_in!(locale, "下一步“{action}”没有日期。", "The next step, “{action}”, has no date.")
    }

    fn about(&self) -> Option<String> {
        Some(self.action.clone())
    }
}
