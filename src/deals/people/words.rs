use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::{Bead, Convergence, Coverage, Deal, DecidingParty, GuideTest, GuideTests, Person, Role, Stance};

use crate::deals::words::ago;

pub const PEOPLE: Text = text("客户方的人", "People at the customer");
pub const ADD: Text = text("添加", "Add");
pub const CALL: Text = text("打电话", "Call");
pub const WRITE: Text = text("写邮件", "Write e-mail");
pub const TO_CONTACTS: Text = text("存为联系人（.vcf）", "Save as contacts (.vcf)");
/// People of the same customer from other deals.
pub const COLLEAGUES: Text = text("这家客户的其他商机里还有", "Also at this customer, from other deals");
pub const ADD_GUIDE: Text = text("添加向导", "Add a guide");
pub const ADD_OTHER: Text = text("添加其他人", "Add someone else");
pub const ROLES: Text = text("在采购氛围中的角色", "Roles in the buying climate");
pub const MAY_GUIDE: Text = text("可能是我们的向导", "May be our guide");
pub const NEED_KINDS: Text = text("业务需求属于", "The business need is about");
pub const INFLUENCE: Text = text("影响力", "Influence");
pub const EXPRESSION: Text = text("爱不爱表达", "How much they express");
pub const EMOTION: Text = text("感情外露不外露", "How much feeling they show");
pub const LISTENS: Text = text("最听得进", "They listen best to");
pub const RHYTHM: Text = text("多久联系一次这个人", "How often to contact them");
pub const AS_DEAL: Text = text("随这笔商机", "As the deal");
pub const GUIDE: Text = text("向导", "Guide");
pub const GUIDE_HINT: Text = text(
    "内线只传消息；下面三条都做到，才算向导。",
    "An insider only passes on information. A guide passes all three tests below.",
);
pub const TESTS: Text = text("三条检验", "Three tests");
pub const STANCE: Text = text("态度", "Stance");
pub const CLIMATE_HINT: Text = text(
    "四个角色里，至少两个要由不同的人担任。知道一个写一个。",
    "At least two of the four roles must be filled by different people. Enter those you know.",
);
pub const MAP: Text = text("谁支持我们（行：影响力，列：态度）", "Who supports us (rows: influence, columns: stance)");
pub const NOBODY: Text = text("还没有人，先加一位。", "Nobody yet. Add someone first.");
pub const NEW_PERSON: Text = text("加一位新的人", "Add someone new");
pub const PERSON_NAME: Text = text("姓名", "Name");
pub const PERSON_ROLE: Text = text("角色", "Role");
pub const NO_ROLE: Text = text("还不清楚", "Not known yet");
pub const ADD_PERSON: Text = text("加上", "Add");
pub const NEITHER: Text = text("请写姓名，或者选一个角色。", "Enter a name or choose a role.");
/// A person who is no longer part of the deal.
pub const GONE: Text = text("已移除的人", "someone removed");
/// A person with neither name nor role.
pub const UNNAMED: Text = text("没写姓名的人", "someone unnamed");

pub const fn role_state(bead: Bead) -> Text {
    match bead {
        Bead::Covered => text("已有人", "filled"),
        Bead::Half => text("同一人已算在别的角色", "counted in another role"),
        Bead::Open => text("空缺", "not filled"),
    }
}

pub fn add_in_role(role: Role, locale: Locale) -> String {
    let label = role.label().get(locale);
    format_in!(locale, "添加{label}", "Add: {label}")
}

/// The name of a person, or the job title if there is no name.
pub fn name(person: &Person, locale: Locale) -> String {
    match (person.is_named(), person.title.trim(), locale) {
        (true, ..) => person.name.trim().to_owned(),
        (false, "", _) => text("姓名不详", "Name not known").get(locale).to_owned(),
        (false, title, _) => title.to_owned(),
    }
}

/// A person to add, by name and job title.
pub fn colleague(person: &Person) -> String {
    let title = Some(person.title.trim()).filter(|title| !title.is_empty());
    let parts = std::iter::once(person.name.trim()).chain(title).map(|part| isolated(part).to_string());
    let parts: Vec<String> = parts.collect();
    format!("＋ {}", parts.join(" · "))
}

/// The place of a person in the deal: roles, and guide or insider.
pub fn roles(person: &Person, locale: Locale) -> String {
    let mut roles: Vec<&str> = person.roles.iter().map(|role| role.label().get(locale)).collect();
    match &person.guide {
        Some(tests) if tests.all_passed() => roles.push(GUIDE.get(locale)),
        Some(_) => roles.push(text("内线", "Insider").get(locale)),
        None => {}
    }
    roles.join(text("、", ", ").get(locale))
}

/// Title, roles and stance in one line.
pub fn facts(person: &Person, locale: Locale) -> String {
    let mut facts: Vec<String> = Vec::new();
    if person.is_named() && !person.title.trim().is_empty() {
        facts.push(isolated(person.title.trim()).to_string());
    }
    facts.extend(Some(roles(person, locale)).filter(|roles| !roles.is_empty()));
    if person.stance != Stance::Unknown {
        facts.push(person.stance.label().get(locale).to_owned());
    }
    facts.join(" · ")
}

/// After a list of names: how many more there are.
pub fn and_more(more: usize, locale: Locale) -> String {
    format_in!(locale, "，另有 {more} 人", " and {more} more")
}

/// The button that shows more of a long list of people.
pub fn more(step: usize, hidden: usize, locale: Locale) -> String {
    format_in!(locale, "再显示 {step} 人（还有 {hidden} 人）", "Show {step} more of {hidden}")
}

pub fn stance_history(person: &Person, locale: Locale) -> Option<String> {
    let since = |since: &abacus_deals::DatedStance| format!("{} {}", since.date, since.stance.label().get(locale));
    let history: Vec<String> = person.stances.iter().map(since).collect();
    (!history.is_empty()).then(|| history.join(" → "))
}

pub fn guide_verdict(person: &Person, tests: &GuideTests, locale: Locale) -> String {
    let failing: Vec<&str> = tests.failing().into_iter().map(GuideTest::label).map(|label| label.get(locale)).collect();
    let name = name(person, locale);
    let name = isolated(&name);
    match (person.is_named(), failing.is_empty(), locale) {
        (false, _, _) => {
            text("写下姓名，再看三条检验。", "Enter a name, then go through the three tests.").get(locale).to_owned()
        }
        (true, true, Zh) => format!("{name}是向导。"),
        (true, true, En) => format!("{name} is a guide."),
        (true, false, Zh) => format!("{name}只算内线，还没做到：{}。", failing.join("、")),
        (true, false, En) => format!("{name} is only an insider. Still to prove: {}.", failing.join("; ")),
    }
}

pub fn summary(deal: &Deal, coverage: &Coverage, locale: Locale) -> String {
    let (count, roles) = (deal.people.len(), coverage.covered_roles());
    match (count, locale) {
        (_, Zh) => format!("{count} 人 · 采购氛围 {roles}/4"),
        (1, En) => format!("1 person · buying climate {roles}/4"),
        (_, En) => format!("{count} people · buying climate {roles}/4"),
    }
}

pub fn remove(person: &Person, locale: Locale) -> String {
    let name = name(person, locale);
    let name = isolated(&name);
    format_in!(locale, "移除“{name}”", "Remove “{name}”")
}

pub fn removed(person: &Person, locale: Locale) -> String {
    let name = name(person, locale);
    let name = isolated(&name);
    format_in!(locale, "已移除“{name}”。", "Removed “{name}”.")
}

/// The roles of a person, without guide and insider.
pub fn own_roles(person: &Person, locale: Locale) -> String {
    let roles: Vec<&str> = person.roles.iter().map(|role| role.label().get(locale)).collect();
    roles.join(text("、", ", ").get(locale))
}

/// A person in a select, where only text is possible: the name, or else the roles.
pub fn choice(person: &Person, locale: Locale) -> String {
    let roles = own_roles(person, locale);
    match (person.name.trim(), roles.as_str()) {
        ("", "") => UNNAMED.get(locale).to_owned(),
        ("", _) => roles,
        (name, _) => name.to_owned(),
    }
}

pub fn last_met(date: Date, today: Date, locale: Locale) -> String {
    let ago = ago(date, today, locale);
    format_in!(locale, "最近一次见面：{date}（{ago}）", "Last met on {date} ({ago})")
}

/// How many of the four key people are for us: “3 of 4, 1 against”, and how it was 30 days ago if that differs.
pub fn convergence(now: &Convergence, before: Option<&Convergence>, locale: Locale) -> String {
    let short = |one: &Convergence| {
        let (for_us, against) = (one.for_us(), one.against());
        match against {
            0 => format_in!(locale, "4 方里 {for_us} 方支持", "{for_us} of 4 for us"),
            _ => format_in!(
                locale,
                "4 方里 {for_us} 方支持，{against} 方反对",
                "{for_us} of 4 for us, {against} against"
            ),
        }
    };
    let names: Vec<&str> = DecidingParty::ALL.into_iter().map(|who| who.label().get(locale)).collect();
    let names = names.join(text("、", ", ").get(locale));
    let now_short = short(now);
    match before.filter(|before| *before != now).map(short) {
        Some(before) if before != now_short => format_in!(
            locale,
            "{names}：{now_short}（30 天前：{before}）。",
            "{names}: {now_short} (30 days ago: {before})."
        ),
        _ => format_in!(locale, "{names}：{now_short}，30 天来没有变化。", "{names}: {now_short}, as 30 days ago."),
    }
}

/// How somebody is best talked to, or else what this part is about.
pub fn manner(person: &Person, locale: Locale) -> String {
    let style = person.style().map(|style| style.label().get(locale));
    let listens = person.quadrant.map(|quadrant| quadrant.label().get(locale));
    let known: Vec<&str> = [style, listens].into_iter().flatten().collect();
    let title = text("怎么和这个人打交道", "How to talk to them").get(locale);
    match (known.is_empty(), locale) {
        (true, _) => title.to_owned(),
        (false, Zh) => format!("{title}：{}", known.join(" · ")),
        (false, En) => format!("{title}: {}", known.join(" · ")),
    }
}

/// For a person whose own contact interval has passed since the last meeting.
pub fn due(days: u32, locale: Locale) -> String {
    format_in!(locale, "按自己的节奏，该联系了（晚了 {days} 天）", ("Due by their own rhythm ({})", days_late(days)))
}

fn days_late(days: u32) -> String {
    if days == 1 { "1 day late".to_owned() } else { format!("{days} days late") }
}

#[cfg(test)]
mod tests {
    use super::{colleague, facts, guide_verdict, remove, removed};
    use abacus_core::text::Locale;
    use abacus_deals::{GuideTests, Person};

    #[test]
    fn a_name_inside_a_sentence_is_isolated() {
        let person = Person { name: "דנה".to_owned(), title: "דנה".to_owned(), ..Person::default() };
        let tests = GuideTests::default();
        for locale in Locale::ALL {
            let sentences = [remove(&person, locale), removed(&person, locale), guide_verdict(&person, &tests, locale)];
            for sentence in sentences.into_iter().chain([facts(&person, locale), colleague(&person)]) {
                assert!(sentence.contains("\u{2068}דנה\u{2069}"), "{sentence}");
            }
        }
    }
}
