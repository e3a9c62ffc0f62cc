//! Nobody on our side is named.

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Found, Rule, sentence};
use crate::deal::Deal;
use crate::normalize::is_blank;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "no-salesperson",
    suggestion: text("写上这笔商机的我方负责人。", "Name the salesperson in charge of this deal."),
    plan_gap: None,
    act: AdviceAction::Salesperson,
    other: None,
    find,
};

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    is_blank(&deal.salesperson).then(|| sentence("还没有写明我方由谁负责。", "Nobody on our side is named."))
}
