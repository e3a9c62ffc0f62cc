use abacus_core::Decimal;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::number::format::{Precision, number};
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::upkeep::{Backup, KEEP_DAYS, Share, StorageKind, Usage};
use abacus_vault::space::{CEILING, Level};

use crate::deals::files::last_backup;
use crate::deals::upkeep::removal::RemovalResult;
use crate::shell::ports::Persistence;
use crate::shell::words::DELETED;

pub const TIME_FOR_BACKUP: Text = text("该备份了", "Time for a backup");
pub const LATER: Text = text("以后再说", "Later");

pub fn why_backup(backup: &Backup, locale: Locale) -> String {
    let last = last_backup(backup, locale);
    format_in!(
        locale,
        "{last}商机只存在这个浏览器里，请存一份文件到别处。",
        "{last} Your deals are only in this browser: keep a copy elsewhere."
    )
}

pub const BACKED_UP: Text = text(
    "备份已开始下载。请把文件存到这台设备以外的地方。",
    "The backup is downloading. Keep the file somewhere other than this device.",
);

pub const SPACE: Text = text("本机空间", "Space on this device");
pub const MAKE_ROOM: Text = text("怎么腾出空间", "How to free up space");
pub const TO_TRASH: Text = text("去清空", "Empty it");
pub const TO_UNREADABLE: Text = text("去处理", "Deal with them");

const fn level(level: Level) -> Text {
    match level {
        Level::Fine => text("还很宽裕。", "There is plenty of room."),
        Level::Warning => text("快满了，请腾出空间。", "It is nearly full: please free up space."),
        Level::Full => text("已满，新的内容存不进来。", "It is full: nothing new can be saved."),
    }
}

pub fn filled(usage: &Usage, locale: Locale) -> String {
    let (used, total, ceiling) = (percent(usage.total()), count(usage.total()), count(CEILING));
    let level = level(usage.level()).get(locale);
    format_in!(
        locale,
        "已用 {used}：{total} / {ceiling} 个字符。{level}",
        "{used} used: {total} of {ceiling} characters. {level}"
    )
}

pub fn running_out(total: usize, locale: Locale) -> String {
    let used = percent(total);
    match (Level::of(total), locale) {
        (Level::Full, Zh) => format!("本机空间已用 {used}，新的内容存不进来了。"),
        (Level::Full, En) => format!("{used} of the space on this device is used. Nothing new can be saved."),
        (_, Zh) => format!("本机空间已用 {used}。用满之后，新的内容就存不进来了。"),
        (_, En) => format!("{used} of the space on this device is used. Once it is full, nothing new can be saved."),
    }
}

/// The name of a kind of record.
pub const fn fills(kind: StorageKind) -> Text {
    match kind {
        StorageKind::Deals => text("商机", "Deals"),
        StorageKind::Trash => DELETED,
        StorageKind::Unreadable => crate::deals::words::UNREADABLE,
        StorageKind::Scenarios => text("计算方案", "Calculator scenarios"),
        StorageKind::Lessons => text("自己的课程", "Own lessons"),
        StorageKind::Settings => text("设置与视图", "Settings and views"),
        StorageKind::Safety => text("安全副本", "Safety copies"),
        StorageKind::Reserve => text("预留", "Reserved"),
    }
}

/// How to free the storage used by a kind of record.
pub const fn frees(kind: StorageKind) -> Text {
    match kind {
        StorageKind::Deals => text(
            "先做一份备份，再删除已收款和丢单的商机，最后清空“最近删除”。",
            "Make a backup, delete the deals that are paid or lost, then empty “Recently deleted”.",
        ),
        StorageKind::Trash => text("清空就腾出来了。", "Empty it to free the space."),
        StorageKind::Unreadable => text("先原样存成文件，再移除。", "Save each as a file, then remove it."),
        StorageKind::Scenarios => text("在各计算器的页面上删除。", "Delete them on the calculators’ pages."),
        StorageKind::Lessons => text("在讲课的页面上删除。", "Delete them on the Lessons page."),
        StorageKind::Settings => text("占得很少，不用管。", "They take little space; leave them."),
        StorageKind::Safety => text(
            "导入和更新之前的副本，空间不够时最先清掉。",
            "Copies from before an import or an update; they go first when space is short.",
        ),
        StorageKind::Reserve => {
            text("空着，好让最后一次修改总能存下。", "Kept free so that the last edit can always be saved.")
        }
    }
}

pub fn share(share: Share, locale: Locale) -> String {
    let units = count(share.units);
    match (share.records, locale) {
        (records, Zh) => format!("{records} 条 · {units} 个字符"),
        (1, En) => format!("1 record · {units} characters"),
        (records, En) => format!("{records} records · {units} characters"),
    }
}

fn count(count: usize) -> String {
    number(Decimal::from(count), Precision::up_to(0))
}

/// A share of the quota in whole per cent, rounded down, so that 100% means full.
fn percent(units: usize) -> String {
    let percent = units.saturating_mul(100).checked_div(CEILING).unwrap_or_default();
    if percent == 0 && units > 0 { "<1%".to_owned() } else { format!("{percent}%") }
}

pub const LASTING: Text = text("浏览器会保留多久", "How long the browser keeps it");

/// The request for persistent storage after the first deal was saved.
pub const KEPT_HERE: Text = text("您的商机存在这个浏览器里", "Your deals are kept in this browser");

pub const fn lasting(lasting: Persistence) -> Text {
    match lasting {
        Persistence::Promised => text(
            "浏览器已答应长期保留：除非您自己删，它不会清掉这里的数据。",
            "Promised: this browser does not delete the data here unless you do.",
        ),
        Persistence::NotPromised => text(
            "浏览器没有答应长期保留：空间紧张时，它可能清掉这里的数据。",
            "Not promised: this browser may delete the data here when space is short.",
        ),
        Persistence::Unknown => text(
            "这个浏览器不说会不会长期保留这里的数据。",
            "This browser does not say whether it keeps the data here.",
        ),
    }
}

pub const SEVEN_DAYS: Text = text(
    "有的浏览器（例如 Safari）会删掉 7 天没有打开的网站的数据，已添加到主屏幕的除外。所以请常做备份。",
    "Some browsers, such as Safari, delete the data of a site after 7 days without a visit, unless it is installed on \
     the home screen. So back up often.",
);

pub fn trash_lead(locale: Locale) -> String {
    format_in!(
        locale,
        "删除的商机在这里再留 {KEEP_DAYS} 个使用日，之后自动清除。只有打开过商机本的日子才算一天。",
        "Deleted deals stay here for {KEEP_DAYS} days of use and are then removed. Only days on which the deal book is opened count."
    )
}

pub const TRASH_EMPTY: Text = text("这里没有删除的商机。", "There are no deleted deals here.");
pub const REMOVE: Text = text("彻底删除", "Delete for good");
pub const OPEN: Text = text("打开", "Open it");

pub fn days_left(days: u64, locale: Locale) -> String {
    match (days, locale) {
        (0, _) => text("下次打开时清除", "removed the next time the deal book is opened").get(locale).to_owned(),
        (days, Zh) => format!("再过 {days} 个使用日清除"),
        (1, En) => "removed after 1 more day of use".to_owned(),
        (days, En) => format!("removed after {days} more days of use"),
    }
}

pub fn restored(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "已恢复“{name}”。", "Restored “{name}”.")
}

/// The button that permanently removes one of several deals.
pub fn remove(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "彻底删除“{name}”", "Delete for good: “{name}”")
}

/// The confirmation before deals are permanently removed.
pub fn remove_one(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "彻底删除“{name}”？之后找不回来。", "Delete “{name}” for good? It cannot be brought back.")
}

pub const EMPTY_TRASH: Text = text("清空“最近删除”", "Empty “Recently deleted”");

pub fn remove_all(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (count, Zh) => format!("彻底删除这 {count} 笔商机？之后找不回来。"),
        (1, En) => "Delete this deal for good? It cannot be brought back.".to_owned(),
        (count, En) => format!("Delete these {count} deals for good? They cannot be brought back."),
    }
}

pub fn removed(removed: &RemovalResult, locale: Locale) -> String {
    let gone = match (removed.gone.len(), locale) {
        (0, _) => None,
        (count, Zh) => Some(format!("已彻底删除 {count} 条。")),
        (1, En) => Some("1 record was deleted for good.".to_owned()),
        (count, En) => Some(format!("{count} records were deleted for good.")),
    };
    let changed = match (removed.changed.len(), locale) {
        (0, _) => None,
        (count, Zh) => Some(format!("{count} 条刚刚有改动，没有删。")),
        (1, En) => Some("1 was changed just now and stays.".to_owned()),
        (count, En) => Some(format!("{count} were changed just now and stay.")),
    };
    let refused = removed.refused.map(|(count, _)| refused(count, locale));
    let sentences: Vec<String> = [gone, changed, refused].into_iter().flatten().collect();
    sentences.join(text("", " ").get(locale))
}

fn refused(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (count, Zh) => format!("{count} 条没能删除：浏览器不让改。请再试一次。"),
        (1, En) => "1 could not be deleted because the browser refused. Please try again.".to_owned(),
        (count, En) => format!("{count} could not be deleted because the browser refused. Please try again."),
    }
}

pub const DELETE_ALL: Text = text("删除我的全部数据", "Delete all my data");
pub const DELETE_ALL_HINT: Text = text(
    "把销售算盘存在这个浏览器里的内容全部删掉，例如要把电脑交给别人时。其他网站和程序的数据不会动。",
    "Deletes everything that Sales Abacus keeps in this browser, for instance before you pass the computer on. The data \
     of other sites and programs is not touched.",
);
pub const DELETE_ALL_YES: Text = text("全部删除", "Delete everything");
pub const ALL_DELETED: Text =
    text("销售算盘存在这个浏览器里的数据已全部删除。", "Everything that Sales Abacus kept in this browser is deleted.");

/// The confirmation before everything is deleted, with what will be deleted.
pub fn delete_all(usage: &Usage, locale: Locale) -> String {
    let records = |kind| usage.share(kind).records;
    let part = |kind: StorageKind| (records(kind) > 0).then(|| part(kind, records(kind), locale));
    let kinds =
        [StorageKind::Deals, StorageKind::Trash, StorageKind::Unreadable, StorageKind::Scenarios, StorageKind::Lessons];
    let parts = kinds.into_iter().filter_map(part);
    let mut parts: Vec<String> = parts.collect();
    parts.push(text("全部设置", "all settings").get(locale).to_owned());
    format_in!(
        locale,
        ("将要删除：{}。删除之后找不回来。", parts.join("、")),
        ("This will be deleted: {}. It cannot be brought back.", parts.join(", "))
    )
}

fn part(kind: StorageKind, count: usize, locale: Locale) -> String {
    match (kind, locale) {
        (StorageKind::Trash, Zh) => format!("{count} 笔已删除的商机"),
        (StorageKind::Trash, En) => format!("{count} deleted {}", plural(count, "deal", "deals")),
        (StorageKind::Unreadable, Zh) => format!("{count} 条读不出来的记录"),
        (StorageKind::Unreadable, En) => format!("{count} unreadable {}", plural(count, "record", "records")),
        (StorageKind::Scenarios, Zh) => format!("{count} 个计算方案"),
        (StorageKind::Scenarios, En) => format!("{count} {}", plural(count, "scenario", "scenarios")),
        (StorageKind::Lessons, Zh) => format!("{count} 节自己的课"),
        (StorageKind::Lessons, En) => format!("{count} {}", plural(count, "lesson", "lessons")),
        (_, Zh) => format!("{count} 笔商机"),
        (_, En) => format!("{count} {}", plural(count, "deal", "deals")),
    }
}

const fn plural(count: usize, one: &'static str, more: &'static str) -> &'static str {
    if count == 1 { one } else { more }
}

#[cfg(test)]
mod tests {
    use super::{remove, remove_one, restored};
    use abacus_core::text::Locale;

    #[test]
    fn a_name_inside_a_sentence_is_isolated() {
        for locale in Locale::ALL {
            for sentence in [restored("דנה", locale), remove("דנה", locale), remove_one("דנה", locale)] {
                assert!(sentence.contains("“\u{2068}דנה\u{2069}”"), "{sentence}");
            }
        }
    }
}
