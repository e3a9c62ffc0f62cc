//! People are known, but none of them supports us.

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Found, Rule, sentence};
use crate::deal::Deal;
use crate::people::Stance;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "nobody-supports",
    suggestion: text(
        "挑最可能站到我们这边的一位，先满足他的一个需要。",
        "Pick the person most likely to side with us, and meet one of their needs first.",
    ),
    plan_gap: None,
    act: AdviceAction::Need,
    other: None,
    find,
};

/// A guide wants us to be chosen, so a guide counts as support.
fn find(deal: &Deal, _today: Date) -> Option<Found> {
    let mut named = deal.people.iter().filter(|person| person.is_named()).peekable();
    let anyone = named.peek().is_some();
    let supported = named.any(|person| person.stance == Stance::Supports || person.is_guide());
    (anyone && !supported)
        .then(|| sentence("认识的人里，还没有一位支持我们。", "Of the people we know, nobody supports us yet."))
}
