use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Check, Found, PlanGap, Rule, sentence};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "no-next-step",
    suggestion: text(
        "写一件客户会点头的具体事情，并定下日期。",
        "Write down one concrete thing the customer would agree to, with a date.",
    ),
    plan_gap: Some(PlanGap::Step),
    act: AdviceAction::WriteStep,
    other: None,
    find,
};

pub(super) fn check(deal: &Deal, _today: Date) -> Check {
    deal.next_step.is_open().then_some(None)
}

fn find(deal: &Deal, today: Date) -> Option<Found> {
    check(deal, today).map(|_| sentence("还没有定下一步。", "No next step is planned."))
}
