//! Texts shared by several rooms: the name of a deal, what the 1+2+1 gate lacks, due dates.

use abacus_core::Decimal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::number::format::{money, short};
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::debrief::short_day;
use abacus_deals::view::{DueItem, Month};
use abacus_deals::{Bead, Coverage, Deal, exit_checks, open_exits};

pub const BACK: Text = text("商机本", "Deal book");
pub const UNNAMED: Text = text("未命名的商机", "Unnamed deal");
pub const UNREADABLE: Text = text("读不出来的记录", "Records that cannot be read");
pub const SAVE_RECORD: Text = text("原样存成文件", "Save unchanged");
/// On the home page, without deals or without storage.
pub const INVITATION: Text = text(
    "把手上的大客户记进商机本，谁该跟、缺什么人、下一步何时做，这里会提醒您。",
    "Add your key accounts to the deal book: you will see here which of them need you today.",
);
pub const NOTHING_DUE: Text = text("今天没有到期的事。", "Nothing is due today.");
pub const SEARCH: Text = text("搜索商机", "Search deals");
pub const SEARCH_HINT: Text = text("客户、人名、会面、标签、备注……", "Customer, people, meetings, notes …");
pub const NEW: Text = text("新建商机", "New deal");
pub const DEMO: Text = text("看看示例商机", "See example deals");
pub const LOG_MEETING: Text = text("记一次会面", "Log a meeting");
/// The link to the conversation of an unfinished meeting.
pub const GO_ON: Text = text("接着记", "Go on");
/// For a next step.
pub const NO_DAY: Text = text("没定日期", "No date");
pub const LIST: Text = text("商机", "Deals");
pub const IS_DEMO: Text = text(
    "这是示例：客户和人名都是虚构的，随便改，关掉就没了，也碰不到您自己的商机。",
    "A demo with invented deals: try anything. Nothing is kept, and your own are not touched.",
);
pub const LEAVE_DEMO: Text = text("回到我的商机本", "Back to my deal book");
pub const FILES: Text = text("导入与导出", "Import and export");
pub const PASSED: Text = text("1+2+1 已齐备", "1+2+1 is complete");
/// Where the guide also counts in one of the four roles.
pub const RESTS_ON_TWO: Text = text(
    "只靠两个人：向导也占着一个角色。再找一位。",
    "It rests on two people: the guide also fills a role. Find one more.",
);
/// A day other than those offered.
pub const ANY_DAY: Text = text("其他日子", "Some other day");
pub const CLOSE: Text = text("预计成交", "Expected close");
pub const EXITS: Text = text("出口检查", "Before the next step");
pub const FAB: Text = text("性能 · 优点 · 利益", "Feature, advantage, benefit");
pub const ATTENTION: Text = text("今天要处理的", "Needs attention today");

/// An unfinished meeting, by its day.
pub fn half_logged(day: Option<Date>, today: Date, locale: Locale) -> String {
    match day.map(|day| short_day(day, today, locale)) {
        None => text("有一次会面只记了一半。", "A meeting is only half logged.").get(locale).to_owned(),
        Some(day) => format_in!(locale, "{day}的会面只记了一半。", "The meeting of {day} is only half logged."),
    }
}

/// How many deals, as a status line.
pub fn count(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (_, Zh) => format!("{count} 笔商机"),
        (1, En) => "1 deal".to_owned(),
        (_, En) => format!("{count} deals"),
    }
}

/// Customer and deal, if named.
pub fn name_parts(deal: &Deal, locale: Locale) -> Vec<&str> {
    match (deal.customer.trim(), deal.title.trim()) {
        ("", "") => vec![UNNAMED.get(locale)],
        ("", only) | (only, "") => vec![only],
        (customer, title) => vec![customer, title],
    }
}

pub fn name(deal: &Deal, locale: Locale) -> String {
    name_parts(deal, locale).join(" · ")
}

/// The amount with its short form, if there is one: `¥1,200,000 = 120万`, `¥56,160 ≈ 5.62万`.
pub fn amount(deal: &Deal, locale: Locale) -> Option<String> {
    deal.amount.map(|amount| in_words(amount, deal, locale))
}

/// An amount in the currency of a deal.
pub fn in_words(amount: Decimal, deal: &Deal, locale: Locale) -> String {
    let exact = money(amount, deal.currency.code(), locale);
    short(amount, locale).map_or_else(|| exact.clone(), |short| format!("{exact} {short}"))
}

pub fn due(date: Date, today: Date, locale: Locale) -> String {
    match (today.days_until(date), locale) {
        (0, _) => text("今天", "today").get(locale).to_owned(),
        (1, _) => text("明天", "tomorrow").get(locale).to_owned(),
        (-1, En) => "1 day late".to_owned(),
        (days @ 2.., Zh) => format!("还有 {days} 天"),
        (days @ 2.., En) => format!("in {days} days"),
        (days, Zh) => format!("晚了 {} 天", days.abs()),
        (days, En) => format!("{} days late", days.abs()),
    }
}

pub fn due_item(what: &DueItem, locale: Locale) -> String {
    match (what, locale) {
        (DueItem::NextStep(action), _) => action.clone(),
        (DueItem::Person { name, action }, _) if name.is_empty() => action.clone(),
        (DueItem::Person { name, action }, Zh) => format!("{name}：{action}"),
        (DueItem::Person { name, action }, En) => format!("{name}: {action}"),
        (DueItem::Invoice, _) => text("该收款了", "Payment is due").get(locale).to_owned(),
        (DueItem::PersonContact(name), _) if !name.is_empty() => {
            format_in!(locale, "该见{name}了", "{name}: contact is due")
        }
        (DueItem::Contact | DueItem::PersonContact(_), _) => text("该联系了", "Contact is due").get(locale).to_owned(),
        (DueItem::Close, _) => CLOSE.get(locale).to_owned(),
    }
}

/// The accessible name of the rod of beads.
pub fn beads(coverage: &Coverage, locale: Locale) -> String {
    let guide = match coverage.guide {
        Bead::Covered => text("向导已到位", "guide in place"),
        Bead::Half => text("向导只算内线", "guide is only an insider"),
        Bead::Open => text("还没有向导", "no guide"),
    };
    let salesperson = match coverage.salesperson {
        Bead::Covered => text("营销人员已指定", "salesperson named"),
        Bead::Half | Bead::Open => text("营销人员未指定", "no salesperson"),
    };
    let (guide, salesperson) = (guide.get(locale), salesperson.get(locale));
    match (coverage.covered_roles(), locale) {
        (roles, Zh) => format!("{guide}；采购氛围 {roles}/4；{salesperson}"),
        (roles, En) => format!("{guide}; buying climate {roles}/4; {salesperson}"),
    }
}

pub fn ago(date: Date, today: Date, locale: Locale) -> String {
    match (date.days_until(today), locale) {
        (0, _) => text("今天", "today").get(locale).to_owned(),
        (1, _) => text("昨天", "yesterday").get(locale).to_owned(),
        (days @ 2.., Zh) => format!("{days} 天前"),
        (days @ 2.., En) => format!("{days} days ago"),
        (-1, En) => "in 1 day".to_owned(),
        (days, Zh) => format!("还有 {} 天", days.abs()),
        (days, En) => format!("in {} days", days.abs()),
    }
}

/// What the gate lacks; `None` when it is passed.
pub fn missing(coverage: &Coverage, locale: Locale) -> Option<String> {
    let mut missing = Vec::new();
    match coverage.guide {
        Bead::Covered => {}
        Bead::Half => {
            missing.push(text("向导（目前只是内线）", "a guide (so far only an insider)").get(locale).to_owned())
        }
        Bead::Open => missing.push(text("向导", "a guide").get(locale).to_owned()),
    }
    match (2_usize.saturating_sub(coverage.covered_roles()), locale) {
        (0, _) => {}
        (roles, Zh) => missing.push(format!("采购氛围 {roles} 人")),
        (1, En) => missing.push("1 person in the buying climate".to_owned()),
        (roles, En) => missing.push(format!("{roles} people in the buying climate")),
    }
    if coverage.salesperson != Bead::Covered {
        missing.push(text("营销人员", "a salesperson").get(locale).to_owned());
    }
    match (missing.is_empty(), locale) {
        (true, _) => None,
        (false, Zh) => Some(format!("还缺：{}", missing.join("、"))),
        (false, En) => Some(format!("Missing: {}", missing.join(", "))),
    }
}

/// How many checks of the current step are met.
pub fn exits(deal: &Deal, locale: Locale) -> String {
    let all = exit_checks(deal.stage).count();
    let met = all.saturating_sub(open_exits(deal, deal.stage).len());
    let stage = deal.stage.label().get(locale);
    format_in!(locale, "{stage}：{all} 项里做到 {met} 项", "{stage}: {met} of {all}")
}

/// Among the salespeople to choose from.
pub const NO_SALESPERSON: Text = text("还没有负责人", "No salesperson");

pub fn month(month: Month, locale: Locale) -> String {
    let written = month.to_string();
    match (written.split_once('-'), locale) {
        (Some((year, month)), Zh) => format!("{year} 年 {} 月", month.trim_start_matches('0')),
        _ => written,
    }
}
