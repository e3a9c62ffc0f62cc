//! The deal has moved on although checks of the step it left are still open.

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Finding, Found, Rule};
use crate::contact::log;
use crate::deal::Deal;
use crate::exit::{ExitCheck, open_exits};
use crate::stage::Stage;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "exits-open",
    suggestion: text(
        "补上再往下走，或者写明为什么不用。",
        "Make up for it before you go further, or write down why it does not matter here.",
    ),
    plan_gap: None,
    act: AdviceAction::Exits,
    other: None,
    find,
};

/// How many checks are named; the others are only counted.
const NAMED: usize = 2;

/// The step that was left, and its open checks: at least one.
struct Open {
    stage: Stage,
    checks: Vec<&'static ExitCheck>,
}

/// Only the last of the steps that were left counts; earlier ones are past. A deal that reached its step before days
/// were recorded, or outside the app, is not blamed; one with an order has other things to do.
fn find(deal: &Deal, _today: Date) -> Option<Found> {
    deal.reached.stages.get(&deal.stage)?;
    if log::standing_order(&deal.log).is_some() {
        return None;
    }
    let stage = Stage::ALL.into_iter().rfind(|stage| *stage < deal.stage)?;
    let checks = open_exits(deal, stage);
    if checks.is_empty() { None } else { Some(Rc::new(Open { stage, checks })) }
}

impl Finding for Open {
    fn reason(&self, locale: Locale) -> String {
        let named: Vec<&str> = self.checks.iter().take(NAMED).map(|check| check.label.get(locale)).collect();
        let (stage, named) = (self.stage.label().get(locale), named.join(text("；", "; ").get(locale)));
        match self.checks.len().saturating_sub(NAMED) {
            0 => format_in!(locale, "“{stage}”这一步还没做到：{named}。", "Not yet true of “{stage}”: {named}."),
            more => format_in!(
                locale,
                "“{stage}”这一步还没做到：{named}；另外还有 {more} 项。",
                "Not yet true of “{stage}”: {named}; and {more} more.",
            ),
        }
    }

    fn about(&self) -> Option<String> {
        Some(self.checks.iter().map(|check| check.code).collect::<Vec<_>>().join(","))
    }
}
