//! The latest meetings ended in continuations: nothing was agreed (S2).

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Finding, Found, Rule};
use crate::contact::log;
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "continuations",
    suggestion: text(
        "下次见面只求一件事：请客户答应做一个具体动作。",
        "At the next meeting ask for one thing: a concrete action the customer agrees to.",
    ),
    plan_gap: None,
    act: AdviceAction::Visit,
    other: None,
    find,
};

struct Continuations {
    /// How many in a row, at least 2.
    count: usize,
}

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    let count = log::continuations_in_a_row(&deal.log);
    if count < 2 { None } else { Some(Rc::new(Continuations { count })) }
}

impl Finding for Continuations {
    fn reason(&self, locale: Locale) -> String {
        let count = self.count;
        format_in!(
            locale,
            "最近 {count} 次见面都只是延续，客户没有答应做任何事。",
            "The last {count} meetings were continuations: the customer agreed to nothing."
        )
    }

    fn about(&self) -> Option<String> {
        Some(self.count.to_string())
    }
}
