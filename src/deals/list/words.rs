use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};

use crate::deals::words::{CLOSE, count as count_deals, due};

pub const EMPTY: Text = text("还没有商机。一分钟看懂 1+2+1", "No deals yet. The 1+2+1 pattern in one minute");
pub const PATTERN: Text = text(
    "一笔大客户生意要成，客户那边得有人带路，采购的人里要有两位认得我们，我方要有人负责。一颗珠子一个位置，满了才算齐备。",
    "To close a key account, someone at the customer must guide us, two of the people who buy must know us, and someone \
     on our side must be in charge. Each bead is one place; 1+2+1 is complete when all are filled.",
);
/// The parts of the pattern: name and meaning.
pub const PARTS: [(Text, Text); 3] = [
    (
        text("1 位向导", "1 guide (coach)"),
        text(
            "决策人听得进他的话，他信得过我们，也盼我们胜出。只传消息的是内线，不算。",
            "Decision makers listen to them, they trust us, and they want us to win. Someone who only passes on \
             information is an insider and does not count.",
        ),
    ),
    (
        text("4 个角色里的 2 位", "2 of the 4 roles"),
        text(
            "采购人员、使用者、技术或财务把关者、决策人。两个角色要是两个不同的人。",
            "Purchaser, user, technical or financial gatekeeper, decision maker (the buying centre): two different people in two different roles.",
        ),
    ),
    (text("1 位营销人员", "1 salesperson"), text("我方谁来负责，写上名字。", "Who on our side is in charge, by name.")),
];
pub const THEN: Text = text(
    "见完客户花两分钟记下来，这里就告诉您缺谁、下一步做什么、哪天到期。",
    "Take two minutes after each meeting: the book then tells you who is missing, what to do next, and when.",
);
pub const RESTORE_BACKUP: Text = text("从备份恢复…", "Restore from a backup…");
pub const LEAD: Text = text(
    "大客户成交看 1+2+1：一位向导，采购氛围四个角色里的两位，一位营销人员。",
    "A key account closes on 1+2+1: one guide (coach), two of the four people in the buying climate (the buying centre), one salesperson.",
);
pub const NO_NEXT: Text = text("还没有定下一步", "No next step planned");
/// Shown in place of a due date if nothing is planned.
pub const NOT_PLANNED: Text = text("未安排", "Not planned");
/// Search and filters, folded while there are few deals.
pub const FIND: Text = text("查找与筛选", "Find and filter");
/// In the list, beside the name of a second version.
pub const VERSION: Text = text("另一份", "Second version");
pub const FILTER: Text = text("筛选与排序", "Filter and sort");
pub const STATUS: Text = text("状态", "Status");
pub const STAGE: Text = text("阶段", "Stage");
pub const CUSTOMER: Text = text("客户", "Customer");
pub const AMOUNT: Text = text("金额", "Amount");
pub const NEXT: Text = text("下一步与到期", "Next step and due");
pub const PATTERN_COLUMN: Text = text("1+2+1", "1+2+1");
pub const SALESPERSON: Text = text("我方负责人", "Salesperson");
pub const DAYS: Text = text("停留天数", "Days here");
pub const TAG: Text = text("标签", "Tag");
pub const GRADE: Text = text("等级", "Grade");
pub const MONTH: Text = text("月份", "Month");
pub const ANY: Text = text("不限", "Any");
pub const SORT: Text = text("排序", "Sort by");
pub const REVERSED: Text = text("倒序", "Reverse order");
pub const GATE_OPEN: Text = text("1+2+1 未齐备", "1+2+1 not complete");
pub const CONTACT: Text = text("联系情况", "Contact");
pub const VIEW_NOT_STORED: Text = text(
    "浏览器没有存下这个查看方式，关掉页面就没了。",
    "The browser did not store the view: it is gone once you close this page.",
);
pub const SAVED_VIEWS: Text = text("存下的视图", "Saved views");
pub const KEEP_VIEW: Text = text("把这个视图存为", "Save this view as");
pub const KEEP: Text = text("存下", "Save");
pub const NOTHING_FOUND: Text = text("没有符合的商机。", "No matching deals.");
/// How many ended deals match when no open one does; a tap shows them.
#[must_use]
pub fn ended_fit(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (_, Zh) => format!("另有 {count} 笔已结束的符合"),
        (1, En) => "1 ended deal fits, too".to_owned(),
        (_, En) => format!("{count} ended deals fit, too"),
    }
}

pub const SHOW_ALL: Text = text("显示全部进行中的商机", "Show all open deals");

/// How many deals, and their total.
pub fn sum(count: usize, amounts: &str, locale: Locale) -> String {
    match (count, amounts, locale) {
        (_, "", _) => count_deals(count, locale),
        (_, _, Zh) => format!("{count} 笔，合计 {amounts}"),
        (_, _, En) => format!("{}, total {amounts}", count_deals(count, En)),
    }
}

/// The date above a printed list.
pub fn printed(today: Date, locale: Locale) -> String {
    format_in!(locale, "打印于 {today}", "Printed {today}")
}

pub fn without_amount(count: usize, locale: Locale) -> String {
    format_in!(locale, "{count} 笔没有金额", "{count} without an amount")
}

/// For a currency whose sum cannot be computed exactly.
pub fn too_large(currency: &str, locale: Locale) -> String {
    format_in!(locale, "{currency} 合计太大，算不准", "{currency} total too large to compute")
}

pub fn remove_view(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "删除视图“{name}”", "Delete the view “{name}”")
}

/// For a deal that another tab removed from the list while it had the focus.
pub fn removed_row(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "“{name}”已经不在列表里了。", "“{name}” is no longer in this list.")
}

/// When the deal is expected to close.
pub fn closing(date: Date, today: Date, locale: Locale) -> String {
    let distance = match (date.days_until(today), locale) {
        (days @ 1.., Zh) => format!("已过 {days} 天"),
        (1, En) => "1 day ago".to_owned(),
        (days @ 2.., En) => format!("{days} days ago"),
        _ => due(date, today, locale),
    };
    format!("{} {date} {distance}", CLOSE.get(locale))
}

#[cfg(test)]
mod tests {
    use super::{remove_view, removed_row};
    use abacus_core::text::Locale;

    #[test]
    fn a_name_inside_a_sentence_is_isolated() {
        for locale in Locale::ALL {
            for sentence in [removed_row("דנה", locale), remove_view("דנה", locale)] {
                assert!(sentence.contains("“\u{2068}דנה\u{2069}”"), "{sentence}");
            }
        }
    }
}
