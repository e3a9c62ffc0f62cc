use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Found, Rule, sentence};
use crate::deal::Deal;
use crate::people::{Person, Role};
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "no-decision-maker",
    suggestion: text("打听最后由谁点头，再请人引见。", "Ask who has the last word, then ask for an introduction."),
    plan_gap: None,
    act: AdviceAction::DecisionMaker,
    other: None,
    find,
};

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    let is_known = deal.in_role(Role::DecisionMaker).any(Person::is_named);
    (!is_known).then(|| sentence("还不知道谁来拍板。", "We do not know who decides."))
}
