//! Someone opposes us, and nothing is planned about it.

use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Finding, Found, Rule};
use crate::advice::words::{roles, separator};
use crate::deal::Deal;
use crate::opponents::opponents;
use crate::people::Role;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "opposed",
    suggestion: text(
        "先弄清反对的原因，再为这个人定下一步，请支持我们的人帮忙。",
        "Find out why, then plan a next step with this person, with help from someone who supports us.",
    ),
    plan_gap: None,
    act: AdviceAction::PersonStep,
    other: None,
    find,
};

/// In the order of the form; at least one.
struct Opposed(Vec<Opponent>);

struct Opponent {
    /// Empty if unknown.
    name: String,
    roles: Vec<Role>,
}

fn find(deal: &Deal, _today: Date) -> Option<Found> {
    let people: Vec<_> = opponents(deal)
        .into_iter()
        .map(|found| Opponent { name: found.person.known_name().to_owned(), roles: found.roles })
        .collect();
    if people.is_empty() { None } else { Some(Rc::new(Opposed(people))) }
}

impl Finding for Opposed {
    fn reason(&self, locale: Locale) -> String {
        let people: Vec<String> = self.0.iter().map(|person| person.called(locale)).collect();
        let people = people.join(separator(locale));
        format_in!(locale, "有人反对，还没有安排怎么化解：{people}。", "Against us, with no plan for it yet: {people}.")
    }

    fn about(&self) -> Option<String> {
        let names: Vec<&str> = self.0.iter().map(|person| &*person.name).collect();
        Some(names.join(","))
    }
}

impl Opponent {
    /// “Li Lei (Decision maker)”; only the role if there is no name.
    fn called(&self, locale: Locale) -> String {
        let roles = roles(&self.roles, locale);
        let named = isolated(&self.name);
        match (self.name.as_str(), roles.as_str(), locale) {
            ("", "", Locale::Zh) => "一位姓名不详的人".to_owned(),
            ("", "", Locale::En) => "someone unnamed".to_owned(),
            ("", _, _) => roles,
            (_, "", _) => named.to_string(),
            (_, _, Locale::Zh) => format!("{named}（{roles}）"),
            (_, _, Locale::En) => format!("{named} ({roles})"),
        }
    }
}
