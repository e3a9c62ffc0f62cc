//! Someone opposes us, and nothing is planned about it.

use std::rc::Rc;

use crate::advice::act::Act;
use crate::advice::rule::{Finding, Found, Rule};
use crate::advice::words::{roles, separator};
use crate::deal::Deal;
use crate::names::name_key;
use crate::people::{Role, Stance};
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::text::{Locale, text};

pub(super) static RULE: Rule = Rule {
    id: "opposed",
    suggestion: text(
        "先弄清反对的原因，再为这个人定下一步，请支持我们的人帮忙。",
        "Find out why, then plan a next step with this person, with help from someone who supports us.",
    ),
    lacks: None,
    act: Act::PersonStep,
    other: None,
    find,
};

/// In the order of the form; at least one.
struct Opposed(Vec<Opponent>);

struct Opponent {
    /// Identifies a person regardless of spelling; empty without a name.
    key: String,
    name: String,
    roles: Vec<Role>,
    /// Whether something is planned about this person.
    is_answered: bool,
}

/// The same name is the same person, so a step planned on one of their cards counts for all of them.
fn find(deal: &Deal, _today: Date) -> Option<Found> {
    let mut people: Vec<Opponent> = Vec::new();
    for person in deal.people.iter().filter(|person| person.stance == Stance::Opposes) {
        let (key, is_answered) = (name_key(&person.name), !person.next_step.is_open());
        match people.iter_mut().find(|known| !key.is_empty() && known.key == key) {
            Some(known) => {
                known.roles.extend(&person.roles);
                known.is_answered |= is_answered;
            }
            None => {
                let name = if key.is_empty() { String::new() } else { person.name.trim().to_owned() };
                people.push(Opponent { key, name, roles: person.roles.clone(), is_answered });
            }
        }
    }
    people.retain(|person| !person.is_answered);
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
        match (self.name.as_str(), roles.as_str(), locale) {
            ("", "", Locale::Zh) => "一位姓名不详的人".to_owned(),
            ("", "", Locale::En) => "someone unnamed".to_owned(),
            ("", _, _) => roles,
            (name, "", _) => name.to_owned(),
            (name, _, Locale::Zh) => format!("{name}（{roles}）"),
            (name, _, Locale::En) => format!("{name} ({roles})"),
        }
    }
}
