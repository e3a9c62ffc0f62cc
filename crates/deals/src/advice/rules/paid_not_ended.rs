use crate::advice::rule::{Found, Rule, sentence};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "paid-not-ended",
    suggestion: text("把这笔商机标为“已收款”。", "Mark the deal as “Paid”."),
    lacks: None,
    find,
};

fn find(deal: &Deal, today: Date) -> Option<Found> {
    let paid = deal.invoice.paid_by(today).is_some();
    paid.then(|| sentence("货款已经收到，这笔商机还没有结束。", "The money is there, but the deal still goes on."))
}
