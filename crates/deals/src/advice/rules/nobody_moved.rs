//! For two rhythms of contact, none of the four deciding parties has changed their stance.

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::days::days_since;
use crate::advice::rule::{Finding, Found, Rule};
use crate::convergence::{Convergence, last_move};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "nobody-moved",
    suggestion: text(
        "挑一位还没支持我们的，下次见面就为说服他而去。",
        "Pick one who is not for us yet, and make winning them the goal of the next visit.",
    ),
    plan_gap: None,
    act: AdviceAction::Visit,
    other: None,
    find,
};

/// A rhythm may pass without a change; two may not.
const RHYTHMS: u32 = 2;

struct Unmoved {
    since: Date,
    days: u32,
    for_us: usize,
}

fn find(deal: &Deal, today: Date) -> Option<Found> {
    let convergence = Convergence::of(deal);
    let rhythm = deal.assessment.rhythm(deal.expected_close, today)?.days();
    let since = last_move(deal).filter(|_| !convergence.is_complete())?;
    let days = days_since(since, today).filter(|days| *days > u32::from(rhythm).saturating_mul(RHYTHMS))?;
    Some(Rc::new(Unmoved { since, days, for_us: convergence.for_us() }))
}

impl Finding for Unmoved {
    fn reason(&self, locale: Locale) -> String {
        let Self { days, for_us, .. } = self;
        format_in!(
            locale,
            "决策人、使用者、把关者、向导四方里支持我们的有 {for_us} 方，{days} 天没有变化。",
            "{for_us} of the four who matter are for us, and nothing has moved for {days} days.",
        )
    }

    fn about(&self) -> Option<String> {
        Some(self.since.to_string())
    }
}
