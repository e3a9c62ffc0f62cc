use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Check, Found, Rule, sentence};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "paid-not-ended",
    suggestion: text("把这笔商机标为“已收款”。", "Mark the deal as “Paid”."),
    plan_gap: None,
    act: AdviceAction::Paid,
    other: None,
    find,
};

pub(super) fn check(deal: &Deal, today: Date) -> Check {
    deal.invoice.paid_by(today).map(|_| None)
}

fn find(deal: &Deal, today: Date) -> Option<Found> {
    check(deal, today)
        .map(|_| sentence("货款已经收到，这笔商机还标着“进行中”。", "The invoice is paid, but the deal is still open."))
}
