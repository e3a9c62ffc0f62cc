//! The log has an order, but the deal is still at an earlier stage.

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Check, Found, Rule, sentence};
use crate::contact::log;
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "order-won",
    suggestion: text("把阶段改为“回收账款”。", "Move the deal to “Collect”."),
    plan_gap: None,
    act: AdviceAction::Collect,
    other: None,
    find,
};

pub(super) fn check(deal: &Deal, _today: Date) -> Check {
    log::suggested_stage(&deal.log, deal.stage).map(|_| None)
}

fn find(deal: &Deal, today: Date) -> Option<Found> {
    check(deal, today).map(|_| {
        sentence(
            "会面记录里已经有订单，阶段还停在前面。",
            "The contact log has an order, but the deal is still at an earlier stage.",
        )
    })
}
