//! Someone with their own rhythm of contact has not been met for longer than it allows.

use std::cmp::Reverse;
use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::days::days_since;
use crate::advice::rule::{Check, Finding, Rule};
use crate::advice::words::{days_en, every};
use crate::contact::log;
use crate::deal::Deal;
use crate::people::Person;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "person-overdue",
    suggestion: text("去见一面，并记进会面记录。", "Meet them and log it."),
    plan_gap: None,
    act: AdviceAction::Log,
    other: None,
    find: |deal, today| Some(Rc::new(facts(deal, today)?)),
};

/// The longest overdue first; at least one.
struct Overdue(Vec<Missed>);

struct Missed {
    /// Blank if unknown.
    name: String,
    last: Date,
    /// Days since then.
    since: u32,
    /// How many days may pass.
    rhythm: u16,
    late: u32,
}

fn facts(deal: &Deal, today: Date) -> Option<Overdue> {
    let missed = |person: &Person| {
        let late = deal.person_late(person, today)?;
        let last = log::last_with(&deal.log, &person.id, today)?;
        let name = person.known_name().to_owned();
        Some(Missed { name, last, since: days_since(last, today)?, rhythm: person.contact_days?.days(), late })
    };
    let mut people: Vec<Missed> = deal.people.iter().filter_map(missed).collect();
    people.sort_by_key(|missed| Reverse(missed.late));
    if people.is_empty() { None } else { Some(Overdue(people)) }
}

pub(super) fn check(deal: &Deal, today: Date) -> Check {
    facts(deal, today).map(|facts| facts.about())
}

impl Finding for Overdue {
    fn reason(&self, locale: Locale) -> String {
        let sentences: Vec<String> = self.0.iter().map(|missed| missed.sentence(locale)).collect();
        sentences.join(text("", " ").get(locale))
    }

    fn about(&self) -> Option<String> {
        let met: Vec<String> = self.0.iter().map(|Missed { name, last, .. }| format!("{name} {last}")).collect();
        Some(met.join(","))
    }

    fn days_late(&self) -> Option<u32> {
        self.0.first().map(|missed| missed.late)
    }
}

impl Missed {
    fn sentence(&self, locale: Locale) -> String {
        let Self { name, since, rhythm, .. } = self;
        let rhythm = every(*rhythm, locale);
        let name = match name.as_str() {
            "" => text("没写名字的一位", "Someone without a name").get(locale).to_owned(),
            name => isolated(name).to_string(),
        };
        format_in!(
            locale,
            "{name}上次见面是 {since} 天前；您定的是{rhythm}见一次。",
            ("{name} was last met {} ago; you chose {rhythm}.", days_en(*since))
        )
    }
}
