//! Words of the deal book: the list, the 1+2+1 gate, what a deal is called and when things are due.

use abacus_core::Decimal;
use abacus_core::date::Date;
use abacus_core::number::format::{money, short};
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};
use abacus_deals::{Bead, Coverage, Deal};

/// Under the title of the list.
pub const LEAD: Text = text(
    "大客户成交看 1+2+1：一位向导，采购氛围四个角色里的两位，一位营销人员。",
    "A key account closes on 1+2+1: one guide, two of the four people of the buying climate, one salesperson.",
);
/// In place of the deals, while the book is being opened.
pub const OPENING: Text = text("正在打开商机本…", "Opening the deal book…");
/// In place of the deals, where the book could not be opened.
pub const NOT_OPENED: Text = text(
    "商机本没有打开，原因见上面。已存的商机没有动过，可以先存成文件。",
    "The deal book was not opened, for the reason above. Your stored deals were not touched; you can save them as a file.",
);
/// The first action.
pub const NEW: Text = text("新建商机", "New deal");
/// Back to the list.
pub const BACK: Text = text("商机本", "Deal book");
/// Beside the date on which the order is expected.
pub const CLOSE: Text = text("预计成交", "Expected close");
/// Beside the next step.
pub const NEXT: Text = text("下一步", "Next step");
/// In place of a next step.
pub const NO_NEXT: Text = text("还没有定下一步", "No next step planned");
/// Over the gate of a deal that has ended.
pub const ENDED: Text = text("这笔商机已结束", "This deal has ended");
/// In place of a name.
pub const UNNAMED: Text = text("未命名的商机", "Unnamed deal");
/// Takes back a deletion.
pub const UNDO: Text = text("撤销", "Undo");
/// Closes a message.
pub const DISMISS: Text = text("知道了", "Dismiss");
/// Brings a deleted deal back.
pub const RESTORE: Text = text("恢复", "Restore");
/// Over the deleted deals.
pub const DELETED: Text = text("最近删除", "Recently deleted");
/// The page of a deal that is not there.
pub const UNKNOWN: Text = text("这里没有这笔商机", "There is no such deal here");
/// Why that may be.
pub const UNKNOWN_WHY: Text = text(
    "它可能存在另一台设备或另一个浏览器里，也可能新建之后还没有填写。",
    "It may be kept on another device or in another browser, or it was created and never filled in.",
);
/// The page of a deleted deal.
pub const IS_DELETED: Text = text("这笔商机已删除。", "This deal is deleted.");
/// Over the records that cannot be read.
pub const UNREADABLE: Text = text("读不出来的记录", "Records that cannot be read");
/// What happens to them.
pub const UNREADABLE_KEPT: Text = text(
    "它们原样保留在这个浏览器里，不会被改动。可以存成文件，请人查看；存过之后才能移除。",
    "They stay in this browser exactly as they are. You can save one as a file and have someone look at it; only then \
     can it be removed.",
);
/// The page of such a record.
pub const KEPT_UNREADABLE: Text = text("这笔商机的记录读不出来", "The record of this deal cannot be read");
/// What happens to it.
pub const IS_UNREADABLE_KEPT: Text = text(
    "它原样保留在这个浏览器里，不会被改动。可以存成文件，请人查看。",
    "It stays in this browser exactly as it is. You can save it as a file and have someone look at it.",
);
/// Saves such a record.
pub const SAVE_RECORD: Text = text("原样存成文件", "Save as it is");
/// On the home page, without deals or without storage.
pub const INVITATION: Text = text(
    "把手上的大客户记进商机本，谁该跟、缺什么人、下一步何时做，这里会提醒您。",
    "Note your key accounts in the deal book: this is where you will see which of them needs you today.",
);
/// On the home page, when nothing is due.
pub const NOTHING_DUE: Text = text("今天没有到期的事。", "Nothing is due today.");
/// Over the rod of beads.
pub const GATE: Text = text("1+2+1 成交模式", "The 1+2+1 pattern");
/// When the gate is passed.
pub const PASSED: Text = text("1+2+1 已齐备", "1+2+1 is complete");
/// Over the first advice.
pub const DO_NEXT: Text = text("现在先做", "Do this first");
/// When there is no advice.
pub const NO_ADVICE: Text = text("没有缺的，按计划做下一步", "Nothing is missing: go on as planned");
/// Sets an advice aside.
pub const SET_ASIDE: Text = text("先搁置", "Set aside");
/// Asks why.
pub const WHY_ASIDE: Text = text("为什么搁置", "Why it is set aside");
/// Does it.
pub const DO_SET_ASIDE: Text = text("搁置", "Set aside");
/// Brings it back.
pub const TAKE_UP: Text = text("重新提醒", "Bring back");
/// Goes back without doing it.
pub const CANCEL: Text = text("取消", "Cancel");
/// The bead of the guide.
pub const GUIDE: Text = text("向导", "Guide");
/// The beads of the four roles.
pub const CLIMATE: Text = text("采购氛围", "Buying climate");
/// The bead of the salesperson.
pub const SALESPERSON: Text = text("营销人员", "Salesperson");

/// Customer and deal, as far as they are named.
#[must_use]
pub fn name_parts(deal: &Deal, locale: Locale) -> Vec<&str> {
    match (deal.customer.trim(), deal.title.trim()) {
        ("", "") => vec![UNNAMED.get(locale)],
        ("", only) | (only, "") => vec![only],
        (customer, title) => vec![customer, title],
    }
}

/// Customer and deal on one line.
#[must_use]
pub fn name(deal: &Deal, locale: Locale) -> String {
    name_parts(deal, locale).join(" · ")
}

/// The amount, with its short form where there is one: `¥1,200,000 = 120万`, `¥56,160 ≈ 5.62万`.
#[must_use]
pub fn amount(deal: &Deal, locale: Locale) -> Option<String> {
    deal.amount.map(|amount| in_words(amount, deal, locale))
}

/// An amount in the currency of a deal.
#[must_use]
pub fn in_words(amount: Decimal, deal: &Deal, locale: Locale) -> String {
    let exact = money(amount, deal.currency.code(), locale);
    short(amount, locale).map_or_else(|| exact.clone(), |short| format!("{exact} {short}"))
}

/// Over the other advice.
#[must_use]
pub fn also(count: usize, locale: Locale) -> String {
    match locale {
        Zh => format!("接着做（{count} 件）"),
        En => format!("Then ({count})"),
    }
}

/// Over the advice that is set aside.
#[must_use]
pub fn aside(count: usize, locale: Locale) -> String {
    match locale {
        Zh => format!("已搁置（{count} 条）"),
        En => format!("Set aside ({count})"),
    }
}

/// How long until an expected day, or since.
#[must_use]
pub fn expected(date: Date, today: Date, locale: Locale) -> String {
    match (date.days_until(today), locale) {
        (days @ 1.., Zh) => format!("已过 {days} 天"),
        (1, En) => "1 day ago".to_owned(),
        (days @ 2.., En) => format!("{days} days ago"),
        _ => due(date, today, locale),
    }
}

/// When something planned is due.
#[must_use]
pub fn due(date: Date, today: Date, locale: Locale) -> String {
    match (today.days_until(date), locale) {
        (0, Zh) => "今天".to_owned(),
        (0, En) => "today".to_owned(),
        (1, Zh) => "明天".to_owned(),
        (1, En) => "tomorrow".to_owned(),
        (-1, En) => "1 day late".to_owned(),
        (days @ 2.., Zh) => format!("还有 {days} 天"),
        (days @ 2.., En) => format!("in {days} days"),
        (days, Zh) => format!("晚了 {} 天", days.abs()),
        (days, En) => format!("{} days late", days.abs()),
    }
}

/// What the rod of beads shows, for those who do not see it.
#[must_use]
pub fn beads(coverage: &Coverage, locale: Locale) -> String {
    let guide = match coverage.guide {
        Bead::Covered => text("向导已到位", "guide in place"),
        Bead::Half => text("向导只算内线", "guide only an insider"),
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

/// What the gate lacks; `None` when it is passed.
#[must_use]
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
        (1, En) => missing.push("1 person of the buying climate".to_owned()),
        (roles, En) => missing.push(format!("{roles} people of the buying climate")),
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

/// After a deletion.
#[must_use]
pub fn deleted(name: &str, locale: Locale) -> String {
    match locale {
        Zh => format!("已删除“{name}”。"),
        En => format!("Deleted “{name}”."),
    }
}

/// Restores one of several deals.
#[must_use]
pub fn restore(name: &str, locale: Locale) -> String {
    match locale {
        Zh => format!("恢复“{name}”"),
        En => format!("Restore “{name}”"),
    }
}
