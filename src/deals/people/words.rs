//! Words about the people of a deal.

use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};
use abacus_deals::{Bead, Coverage, Deal, GuideTest, GuideTests, Person, Role, Stance};

/// The section.
pub const PEOPLE: Text = text("客户方的人", "People at the customer");
/// Adds someone.
pub const ADD: Text = text("添加", "Add");
/// Adds someone who may be a guide.
pub const ADD_GUIDE: Text = text("添加向导", "Add a guide");
/// Adds someone in no role yet.
pub const ADD_OTHER: Text = text("添加其他人", "Add someone else");
/// The roles someone plays.
pub const ROLES: Text = text("在采购氛围中的角色", "Roles in the buying climate");
/// Puts someone to the tests of a guide.
pub const MAY_GUIDE: Text = text("可能是我们的向导", "May be our guide");
/// What a business need is about.
pub const NEED_KINDS: Text = text("业务需求属于", "The business need is about");
/// How much weight someone has.
pub const INFLUENCE: Text = text("影响力", "Influence");

/// The guide.
pub const GUIDE: Text = text("向导", "Guide");
/// What distinguishes a guide.
pub const GUIDE_HINT: Text = text(
    "内线只传消息；下面三条都做到，才算向导。",
    "An insider only passes on information. A guide passes all three tests below.",
);
/// The three tests.
pub const TESTS: Text = text("三条检验", "Three tests");
/// Where a person stands.
pub const STANCE: Text = text("态度", "Stance");
/// What is needed of the four roles.
pub const CLIMATE_HINT: Text = text(
    "四个角色里，至少两个要有不同的人。知道一个写一个。",
    "At least two of the four roles need different people. Fill in whom you know.",
);
/// Who stands where.
pub const MAP: Text = text("谁支持我们（行：影响力，列：态度）", "Who supports us (rows: influence, columns: stance)");

/// The state of a role's bead.
#[must_use]
pub const fn role_state(bead: Bead) -> Text {
    match bead {
        Bead::Covered => text("已覆盖", "covered"),
        Bead::Half => text("同一人已算在别的角色", "counted in another role"),
        Bead::Open => text("空缺", "open"),
    }
}

/// Adds someone in a role.
#[must_use]
pub fn add_in_role(role: Role, locale: Locale) -> String {
    let label = role.label().get(locale);
    match locale {
        Zh => format!("添加{label}"),
        En => format!("Add: {label}"),
    }
}

/// What someone is called; a job title must do for one without a name.
#[must_use]
pub fn name(person: &Person, locale: Locale) -> String {
    match (person.is_named(), person.title.trim(), locale) {
        (true, ..) => person.name.trim().to_owned(),
        (false, "", Zh) => "姓名不详".to_owned(),
        (false, "", En) => "Name not known".to_owned(),
        (false, title, _) => title.to_owned(),
    }
}

/// What someone is in the deal: roles, and guide or insider.
#[must_use]
pub fn roles(person: &Person, locale: Locale) -> String {
    let mut roles: Vec<&str> = person.roles.iter().map(|role| role.label().get(locale)).collect();
    match &person.guide {
        Some(tests) if tests.all_passed() => roles.push(GUIDE.get(locale)),
        Some(_) => roles.push(text("内线", "Insider").get(locale)),
        None => {}
    }
    roles.join(text("、", ", ").get(locale))
}

/// Title, roles and stance on one line.
#[must_use]
pub fn facts(person: &Person, locale: Locale) -> String {
    let mut facts: Vec<&str> = Vec::new();
    if person.is_named() && !person.title.trim().is_empty() {
        facts.push(person.title.trim());
    }
    let roles = roles(person, locale);
    if !roles.is_empty() {
        facts.push(&roles);
    }
    if person.stance != Stance::Unknown {
        facts.push(person.stance.label().get(locale));
    }
    facts.join(" · ")
}

/// Who plays a role.
#[must_use]
pub fn in_role(deal: &Deal, role: Role, locale: Locale) -> String {
    let names: Vec<String> = deal.in_role(role).map(|person| name(person, locale)).collect();
    names.join(text("、", ", ").get(locale))
}

/// Where someone stood before, and since when.
#[must_use]
pub fn stance_history(person: &Person, locale: Locale) -> Option<String> {
    let told = |since: &abacus_deals::StanceSince| format!("{} {}", since.date, since.stance.label().get(locale));
    let history: Vec<String> = person.stances.iter().map(told).collect();
    (!history.is_empty()).then(|| history.join(" → "))
}

/// Whether someone is a guide, and if not, why not.
#[must_use]
pub fn guide_verdict(person: &Person, tests: &GuideTests, locale: Locale) -> String {
    let failing: Vec<&str> = tests.failing().into_iter().map(GuideTest::label).map(|label| label.get(locale)).collect();
    let name = name(person, locale);
    match (person.is_named(), failing.is_empty(), locale) {
        (false, _, Zh) => "写下姓名，再看三条检验。".to_owned(),
        (false, _, En) => "Enter a name, then go through the three tests.".to_owned(),
        (true, true, Zh) => format!("{name}是向导。"),
        (true, true, En) => format!("{name} is a guide."),
        (true, false, Zh) => format!("{name}只算内线，还没做到：{}。", failing.join("、")),
        (true, false, En) => format!("{name} is only an insider. Not established: {}.", failing.join("; ")),
    }
}

/// The section in one line.
#[must_use]
pub fn summary(deal: &Deal, coverage: &Coverage, locale: Locale) -> String {
    let (count, roles) = (deal.people.len(), coverage.covered_roles());
    match (count, locale) {
        (_, Zh) => format!("{count} 人 · 采购氛围 {roles}/4"),
        (1, En) => format!("1 person · buying climate {roles}/4"),
        (_, En) => format!("{count} people · buying climate {roles}/4"),
    }
}

/// Takes someone away.
#[must_use]
pub fn remove(person: &Person, locale: Locale) -> String {
    let name = name(person, locale);
    match locale {
        Zh => format!("移除“{name}”"),
        En => format!("Remove “{name}”"),
    }
}

/// After someone was taken away.
#[must_use]
pub fn removed(person: &Person, locale: Locale) -> String {
    let name = name(person, locale);
    match locale {
        Zh => format!("已移除“{name}”。"),
        En => format!("Removed “{name}”."),
    }
}
