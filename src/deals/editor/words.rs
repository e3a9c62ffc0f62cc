use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, Text, text};
use abacus_deals::debrief::short_day;
use abacus_deals::{Bead, CoverageSlot, End, ExpressedNeed, Fab, Stage};

use crate::deals::{people, words as deals};

pub const DEAL: Text = text("商机", "The deal");
/// Beside the first stage.
pub const IS_TARGET: Text = text("还只是目标客户，没开始分析", "Still a target customer: not qualified yet");
pub const DAYS_REMOVED: Text = text(
    "阶段改了，原来记下的日期去掉了一些。",
    "The stage was changed, and days that were noted before were removed.",
);
pub const IS_OPEN: Text = text("进行中", "Open");
pub const NEXT_STEP: Text = text("下一步", "Next step");
pub const NOTES_AND_TAGS: Text = text("备注与标签", "Notes and tags");
pub const LINKS: Text = text("备注里的网址", "Links in the notes");
pub const DELETE: Text = text("删除这笔商机", "Delete this deal");
pub const GATE: Text = text("1+2+1 成交模式", "The 1+2+1 pattern");
pub const CHANGE_STEP: Text = text("改下一步", "Change the next step");
pub const NO_STEP: Text = text("还没有定。", "Nothing is planned yet.");
/// On the bead of an open place.
pub const ADD_SEAT: Text = text("＋ 添加", "＋ Add");
pub const ADD_PERSON: Text = text("添加一位", "Add someone");
/// The accessible name of the bar at the foot of a deal.
pub const ACTIONS: Text = text("常用操作", "Actions");
/// Shown instead of the conversation for logging a meeting.
pub const NO_LOG: Text = text(
    "新版本已经写过这些商机，本页只能看，记不了会面。请重新打开本页，换成新版本再记。",
    "A newer version has written these deals, so this page can only show them and cannot log a meeting. Reload it to get the newer version first.",
);
pub const ENDED: Text = text("这笔商机已结束", "This deal has ended");
pub const UNKNOWN: Text = text("这里没有这笔商机", "There is no such deal here");
pub const UNKNOWN_WHY: Text = text(
    "它可能存在另一台设备或另一个浏览器里，也可能新建之后还没有填写。",
    "It may be on another device or in another browser, or it was created but never filled in.",
);
pub const IS_DELETED: Text = text("这笔商机已删除。", "This deal is deleted.");
pub const KEPT_UNREADABLE: Text = text("这笔商机的记录读不出来", "The record of this deal cannot be read");
pub const IS_UNREADABLE_KEPT: Text = text(
    "它原样保留在这个浏览器里，不会被改动。可以存成文件，请人查看。",
    "It stays in this browser exactly as it is. You can save it as a file and have someone look at it.",
);
pub const VERSIONS: Text = text(
    "这笔商机同时在两处被改，而且改的是同一项，所以两份都留着：",
    "This deal was changed in two places at once, in the same field, so both versions were kept:",
);
/// Shown when the versions differ in a field that is not shown.
pub const VERSIONS_DIFFER: Text =
    text("人员、记录或评估不同，请打开对照", "People, meetings or the assessment differ: open it to compare");
pub const VERSIONS_OTHER: Text = text("看另一份", "See the other one");
pub const VERSIONS_KEEP: Text = text("只留这份", "Keep only this one");

pub const EXITS_HINT: Text = text(
    "这几件事都成了，再走下一步。有输入框的写一句凭据就算，其余的按这笔商机的数据自动打勾。",
    "Go on once all of these are true. A line of evidence ticks those with a field; the deal’s own data ticks the others.",
);
pub const MET: Text = text("已做到", "Done");
pub const NOT_MET: Text = text("还没有", "Not yet");

pub const FAB_HINT: Text = text(
    "客户说过的需求，用利益来回答。没有对应需求的，只算优点。",
    "Answer each need they have expressed with a benefit. Without such a need it is only an advantage.",
);
pub const NO_NEEDS: Text = text(
    "还没有写下谁的需求。先在“客户方的人”里补上，才有利益可讲。",
    "No needs noted yet. Add them under “People at the customer”: benefits answer needs.",
);
pub const ADD_FAB: Text = text("再写一条", "Write another");
pub const WHOSE_NEED: Text = text("回答谁的需求", "Whose need it answers");
pub const NOBODYS: Text = text("还没有对应的需求", "No need yet");
pub const REMOVE: Text = text("删除", "Remove");
pub const TO_HOME: Text = text("回到首页", "Back to the home page");
pub const TO_LIST: Text = text("回到商机本", "Back to the deal book");
pub const TO_TODAY: Text = text("回到“今天”", "Back to “Today”");
pub const TO_DEAL: Text = text("回到这笔商机", "Back to this deal");
pub const WHICH_DEAL: Text = text("是哪笔商机？", "Which deal was it about?");
/// Before the name of a deal.
pub const OPEN: Text = text("打开", "Open");
/// Before the unfinished meetings.
pub const UNFINISHED: Text = text("只记了一半的会面", "Meetings only half logged");
pub const NEW_CUSTOMER: Text = text("新客户", "A new customer");

/// An unfinished meeting of a deal.
pub fn unfinished(deal: &str, day: Option<Date>, today: Date, locale: Locale) -> String {
    let deal = isolated(deal);
    let left = deals::half_logged(day, today, locale);
    format_in!(locale, "{deal}：{left}", "{deal}: {left}")
}

/// An unfinished meeting of a deal that was removed.
pub fn unfinished_removed(deal: &str, day: Option<Date>, today: Date, locale: Locale) -> String {
    let deal = isolated(deal);
    match day.map(|day| short_day(day, today, locale)) {
        None => format_in!(locale, "{deal}：一次会面已删除。", "{deal}: a meeting was removed."),
        Some(day) => format_in!(locale, "{deal}：{day}的会面已删除。", "{deal}: the meeting of {day} was removed."),
    }
}

/// An unfinished meeting, with its deal.
pub fn begun(deal: &str, day: Option<Date>, locale: Locale) -> String {
    let deal = isolated(deal);
    match day {
        None => format_in!(locale, "接着记：{deal}", "Go on: {deal}"),
        Some(day) => format_in!(locale, "接着记：{deal} · {day}", "Go on: {deal} · {day}"),
    }
}

/// Beside the name of an ended deal.
pub fn ended(end: End, locale: Locale) -> String {
    let end = end.label().get(locale);
    format_in!(locale, "已结束 · {end}", "Ended · {end}")
}

/// The step of a deal, counted from the first.
pub fn stage(stage: Stage, place: Option<usize>, locale: Locale) -> String {
    let number = place.unwrap_or_default().saturating_add(1);
    let label = stage.label().get(locale);
    format_in!(locale, "第 {number} 步：{label}", "Step {number}: {label}")
}

/// What a bead shows beside the name; `None` if the name is enough.
pub const fn slot_state(slot: CoverageSlot, bead: Bead) -> Option<Text> {
    match (slot, bead) {
        (CoverageSlot::Guide, Bead::Half) => Some(text("内线，待检验", "insider: test them")),
        (CoverageSlot::Role(_), Bead::Half) => Some(text("已算在别处，再加一位", "counted elsewhere: add someone")),
        _ => None,
    }
}

pub fn aside(count: usize, locale: Locale) -> String {
    format_in!(locale, "暂不处理（{count} 条）", "Not now ({count})")
}

pub fn version_difference(field: &str, here: &str, there: &str, locale: Locale) -> String {
    let quoted = |value: &str| match value {
        "" => text("空", "empty").get(locale).to_owned(),
        value => format!("“{}”", isolated(value)),
    };
    format_in!(
        locale,
        ("{field}：这份是{}，另一份是{}", quoted(here), quoted(there)),
        ("{field}: {} here, {} in the other", quoted(here), quoted(there))
    )
}

pub fn need(need: &ExpressedNeed<'_>, locale: Locale) -> String {
    let (name, kind) = (people::name(need.person, locale), need.need.label().get(locale));
    let (name, words) = (isolated(&name), isolated(need.person.need(need.need).trim()));
    format_in!(locale, "{name} · {kind}：{words}", "{name} · {kind}: {words}")
}

pub fn answer(need: &ExpressedNeed<'_>, locale: Locale) -> String {
    let (name, kind) = (people::name(need.person, locale), need.need.label().get(locale));
    let name = isolated(&name);
    format_in!(locale, "＋ 回答 {name} 的{kind}", ("＋ Answer {name}’s {}", kind.to_lowercase()))
}

/// How many of the expressed needs have a benefit.
pub fn fab(answered: usize, needs: usize, rows: usize, locale: Locale) -> String {
    match (needs, rows) {
        (0, 0) => text("还没有写", "Nothing yet").get(locale).to_owned(),
        (0, _) => format_in!(locale, "{rows} 条，还没有写下需求", "{rows} written, no needs noted"),
        _ => format_in!(locale, "{needs} 个需求里回答了 {answered} 个", "{answered} of {needs} needs answered"),
    }
}

pub fn fab_row(row: &Fab, locale: Locale) -> &str {
    let written = [&row.feature, &row.advantage, &row.benefit].map(|text| text.trim());
    written.into_iter().find(|text| !text.is_empty()).unwrap_or_else(|| deals::FAB.get(locale))
}
