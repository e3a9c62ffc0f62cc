use crate::advice::rule::{Found, Lacks, Rule, sentence};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::text;

pub(super) static RULE: Rule = Rule {
    id: "no-next-step",
    suggestion: text(
        "写一件客户会点头的具体事情，并定下日期。",
        "Write down one concrete thing the customer would agree to, with a date.",
    ),
    lacks: Some(Lacks::Step),
    find,
};

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    deal.next_step.is_open().then(|| sentence("还没有定下一步。", "No next step is planned."))
}
