//! Nobody has been put to the guide tests.

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Found, Rule, sentence};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "no-guide",
    suggestion: text(
        "找一位决策人听得进、信得过我们、也盼我们胜出的人。",
        "Find someone the decision makers listen to, who trusts us and wants us to win.",
    ),
    plan_gap: None,
    act: AdviceAction::Guide,
    other: None,
    find,
};

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    deal.guide().is_none().then(|| sentence("还没有向导。", "There is no guide yet."))
}
