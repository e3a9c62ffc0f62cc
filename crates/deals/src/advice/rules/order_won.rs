//! The log has an order, but the deal is still at an earlier stage.

use crate::advice::rule::{Check, Found, Rule, sentence};
use crate::contact::log;
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "order-won",
    suggestion: text("把进展改到“回收账款”。", "Move the deal on to “Collect”."),
    lacks: None,
    find,
};

pub(super) fn check(deal: &Deal, _today: Date) -> Check {
    log::suggested_stage(&deal.log, deal.stage).map(|_| None)
}

fn find(deal: &Deal, today: Date) -> Option<Found> {
    check(deal, today).map(|_| {
        sentence(
            "联系记录里已经有订单，进展还停在前面。",
            "The log has an order, but the deal is still at a step before it.",
        )
    })
}
