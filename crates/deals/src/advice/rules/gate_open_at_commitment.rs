//! The deal is at the commitment stage, but the 1+2+1 gate is open.

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Found, Rule, sentence};
use crate::coverage::Coverage;
use crate::deal::Deal;
use crate::stage::Stage;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "gate-open-at-commitment",
    suggestion: text("先补齐缺的珠子，再谈签约。", "Fill the missing beads first, then ask for the order."),
    plan_gap: None,
    act: AdviceAction::Bead,
    other: None,
    find,
};

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    let is_open = deal.stage == Stage::Commitment && !Coverage::of(deal).passed();
    is_open.then(|| {
        sentence(
            "已经到了“赢取承诺”，1+2+1 却还没有齐备。",
            "The deal is at “Win commitment”, but 1+2+1 is not complete.",
        )
    })
}
