//! The person closest to being a guide fails a test and so is an insider.

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Finding, Found, Rule};
use crate::advice::words::labels;
use crate::deal::Deal;
use crate::guide::GuideTest;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "guide-is-insider",
    suggestion: text(
        "下次见面逐项求证；做不到的，另找向导。",
        "Check these points at your next meeting; if they fail, look for another guide.",
    ),
    plan_gap: None,
    act: AdviceAction::Tests,
    other: Some(AdviceAction::Guide),
    find,
};

struct Insider {
    name: String,
    /// At least one.
    failing: Vec<GuideTest>,
}

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    let person = deal.guide()?;
    let failing = person.guide.as_ref()?.failing();
    if failing.is_empty() {
        return None;
    }
    Some(Rc::new(Insider { name: person.name.trim().to_owned(), failing }))
}

impl Finding for Insider {
    fn reason(&self, locale: Locale) -> String {
        let name = isolated(&self.name);
        let failing = labels(self.failing.iter().map(|test| test.label()), locale);
        format_in!(
            locale,
            "{name}目前只算内线。还没做到：{failing}。",
            "{name} is only an insider so far. Still to prove: {failing}."
        )
    }

    fn about(&self) -> Option<String> {
        Some(self.name.clone())
    }
}
