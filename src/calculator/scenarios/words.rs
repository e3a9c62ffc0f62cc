//! Texts of the scenarios: keeping values under a name, and comparing them.

use abacus_core::calculator::compare::{Difference, Subject};
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};
use abacus_scenarios::Scenario;

pub const TITLE: Text = text("方案", "Scenarios");
/// What the section is for, shown while it is empty.
pub const TEACH: Text = text(
    "给当前数值取个名字，存为方案；改几个数再存一份，就能并排对比。方案只存在这台设备上。",
    "Save these values as a scenario, change some and save again: then compare them side by side. \
     Scenarios stay on this device.",
);
/// The section summary.
pub fn count(scenarios: usize, locale: Locale) -> String {
    match scenarios {
        0 => String::new(),
        _ => format_in!(locale, "{scenarios} 个", "{scenarios}"),
    }
}

pub const NAME: Text = text("方案名称（可不填）", "Name (optional)");
pub const KEEP: Text = text("存为方案", "Save as scenario");
/// The accessible name of the list.
pub const LIST: Text = text("存下的方案", "Saved scenarios");
pub const UNNAMED: Text = text("未命名的方案", "Unnamed scenario");
/// The scenario whose values are those of the form.
pub const CURRENT: Text = text("当前数值", "current");
pub const OPEN: Text = text("打开", "Open");
pub const RENAME: Text = text("改名", "Rename");
pub const DELETE: Text = text("删除", "Delete");
pub const NEW_NAME: Text = text("新名称", "New name");
pub const SAVE_NAME: Text = text("确定", "OK");
pub const CANCEL: Text = text("取消", "Cancel");
pub const FULL: Text = text("最多并排对比四个，请先取消勾选一个。", "You can compare at most four. Untick one first.");
pub const CHOOSE: Text =
    text("勾选两到四个方案，就能并排对比。", "Tick two to four scenarios to see them side by side.");
pub const COMPARISON: Text = text("对比", "Comparison");
/// The first column.
pub const BASE: Text = text("基准", "baseline");
pub const RESULTS: Text = text("结果", "Results");
pub const INPUTS: Text = text("输入", "Inputs");
pub const SAME: Text = text("相同", "same");
/// Shown after another tab renamed a scenario at the same time.
pub const COPIED: Text = text(
    "另一个标签页同时给这个方案改了名字。两份都留下了。",
    "Another tab renamed this scenario at the same time. Both were kept.",
);

/// Shown after something else removed the records.
pub const CLEARED: Text = text("浏览器里存的方案被清除了", "The stored scenarios were removed from the browser");
pub const NOT_SAVED_MEANS: Text = text(
    "方案还在本页上，但没有保存：关闭本页后就没有了。请存成文件，或再试一次。",
    "The scenarios are still on this page, but not saved: they are gone once you close it. Save them as a file, or \
     try again.",
);
/// What to expect where storage is denied, before anything was kept.
pub const DENIED_MEANS: Text =
    text("在这里存的方案，关闭本页后就没有了。", "Scenarios saved here are gone once you close this page.");
pub const UNREADABLE_KEPT: Text =
    text("它们原样保留在这个浏览器里，不会被改动。", "They stay in this browser exactly as they are.");
pub const SAVE_RECORDS: Text = text("存成文件", "Save as a file");

pub fn name(scenario: &Scenario, locale: Locale) -> &str {
    match scenario.name.trim() {
        "" => UNNAMED.get(locale),
        name => name,
    }
}

/// An action with the name of its object: `打开“老客”`.
pub fn on(action: Text, name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, ("{}“{name}”", action.zh), ("{} “{name}”", action.en))
}

pub const COMPARE: Text = text("对比", "Compare");
pub const UP: Text = text("上移", "Move up");
pub const DOWN: Text = text("下移", "Move down");

pub fn kept(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "已存为“{name}”。", "Saved as “{name}”.")
}

pub fn opened(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "“{name}”的数值已填入上面的表单。", "The form above now has the values of “{name}”.")
}

/// Announces the new position of a moved scenario, counted from 1.
pub fn moved(name: &str, place: usize, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "“{name}”现在是第 {place} 个。", "“{name}” is now number {place}.")
}

/// Inputs stored by a newer version that this one does not use.
pub fn unknown_inputs(inputs: &[String], locale: Locale) -> String {
    format_in!(
        locale,
        ("新版本存下的，这里没有算进去：{}", inputs.join("、")),
        ("Saved by a newer version and not used here: {}", inputs.join(", "))
    )
}

pub fn unreadable(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (_, Zh) => format!("有 {count} 条方案记录读不出来"),
        (1, En) => "1 stored scenario cannot be read".to_owned(),
        (_, En) => format!("{count} stored scenarios cannot be read"),
    }
}

/// The difference from the reference, as shown: `+5,000 (+20%)`.
pub fn difference(difference: &Difference, amount: &str, subject: Subject, locale: Locale) -> String {
    let sign = if difference.by.is_sign_negative() { '-' } else { '+' };
    let points = match (subject.is_ratio(), locale) {
        (false, _) => "",
        (true, Zh) => " 个百分点",
        (true, En) => " pp",
    };
    let percent = difference.percent().map(|percent| format_in!(locale, "（{sign}{percent}）", " ({sign}{percent})"));
    format!("{sign}{amount}{points}{}", percent.unwrap_or_default())
}

/// The difference in words, for screen readers.
pub fn difference_in_words(difference: &Difference, amount: &str, subject: Subject, locale: Locale) -> String {
    let less = difference.by.is_sign_negative();
    let percent =
        difference.percent().map_or_else(String::new, |percent| format_in!(locale, "，即 {percent}", ", or {percent}"));
    match locale {
        Zh => {
            let points = if subject.is_ratio() { " 个百分点" } else { "" };
            format!("比基准{} {amount}{points}{percent}", if less { "少" } else { "多" })
        }
        En => {
            let points = if subject.is_ratio() { " percentage points" } else { "" };
            format!("{amount}{points} {} than the baseline{percent}", if less { "less" } else { "more" })
        }
    }
}
