//! Texts shown while files are read and imported, and about their formats.

use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::transfer::Encoding;

use crate::deals::files::import::inspect::Part;
use crate::deals::files::import::state::{FileContent, SheetOrigin, TableOrigin};
use crate::shell::slices::Progress;

const COMPARING: Text = text("正在和本机的商机核对…", "Comparing with the deals here…");
pub(crate) const DROP_LATER: Text = text(
    "正在写入，刚放下的文件没有读。写完请再放一次。",
    "Records are being written, so the files you dropped were not read. Drop them again when that is done.",
);
const WRITING: Text = text("正在导入…", "Importing…");
const ROLLING_BACK: Text = text("正在撤回…", "Undoing…");
const UPDATING: Text = text("正在更新商机本…", "Updating the deal book…");

pub fn origin(origin: &TableOrigin, is_taken: bool, locale: Locale) -> Vec<String> {
    let SheetOrigin { name, hidden_rows, left_out, .. } = match origin {
        TableOrigin::Text(encoding) => return vec![self::encoding(*encoding, locale)],
        TableOrigin::Sheet(sheet) => sheet,
    };
    let name = isolated(name);
    let read = is_taken.then(|| format_in!(locale, "读的是工作表“{name}”。", "Read from the sheet “{name}”."));
    let mut told: Vec<String> = read.into_iter().collect();
    match (hidden_rows, locale) {
        (0, _) => {}
        _ if !is_taken => {}
        (rows, Zh) => told.push(format!("其中 {rows} 行在表格软件里是隐藏的（可能被筛选掉了），也读了。")),
        (1, En) => told.push("1 row is hidden there, perhaps by a filter, and was read, too.".to_owned()),
        (rows, En) => told.push(format!("{rows} rows are hidden there, perhaps by a filter, and were read, too.")),
    }
    if !left_out.is_empty() {
        let left_out: Vec<String> = left_out.iter().map(|name| isolated(name).to_string()).collect();
        told.push(format_in!(
            locale,
            ("没有读的工作表：{}。它们是隐藏的，或没有数据行。要导入隐藏的，请先在表格软件里取消隐藏。", left_out.join("、")),
            ("Sheets left out: {}. They are hidden or have no rows. To import a hidden one, unhide it in your spreadsheet program first.", left_out.join(", "))
        ));
    }
    told
}

/// The label of the choice whether to read a sheet.
pub fn sheet(content: &FileContent, locale: Locale) -> String {
    let rows = content.records();
    let name = match content {
        FileContent::Table(_, _, TableOrigin::Sheet(sheet)) => sheet.name.as_str(),
        FileContent::Table(..) | FileContent::Export(_) => "",
    };
    let name = isolated(name);
    match (locale, rows) {
        (Zh, _) => format!("读工作表“{name}”（{rows} 行）"),
        (En, 1) => format!("Read the sheet “{name}” (1 row)"),
        (En, _) => format!("Read the sheet “{name}” ({rows} rows)"),
    }
}

/// The label of the button that stops the current work, if it can be stopped.
pub const fn stop(part: &Part) -> Option<Text> {
    match part {
        Part::Reading(_) | Part::Comparing => Some(text("停止读取", "Stop reading")),
        Part::Writing => Some(text("停止导入", "Stop importing")),
        Part::RollingBack | Part::Updating => None,
    }
}

/// What long-running work is doing, and its progress, in words.
pub fn progress(progress: &Progress<Part>, locale: Locale) -> (String, Option<String>) {
    let Progress { part, done, total } = progress;
    let what = match part {
        Part::Reading(name) => {
            let name = isolated(name);
            format_in!(locale, "正在读“{name}”…", "Reading “{name}”…")
        }
        Part::Comparing => COMPARING.get(locale).to_owned(),
        Part::Writing => WRITING.get(locale).to_owned(),
        Part::RollingBack => ROLLING_BACK.get(locale).to_owned(),
        Part::Updating => UPDATING.get(locale).to_owned(),
    };
    let so_far = match part {
        _ if *total == 0 => None,
        Part::Reading(_) | Part::Writing | Part::Updating => {
            let percent = done.saturating_mul(100).checked_div(*total).unwrap_or_default();
            Some(format!("{percent}%"))
        }
        Part::Comparing | Part::RollingBack => Some(format_in!(locale, "{done} / {total} 条", "{done} of {total}")),
    };
    (what, so_far)
}

/// The encoding in which a text was read, and what to do if it is wrong: some can only be guessed.
pub fn encoding(encoding: Encoding, locale: Locale) -> String {
    let (zh, en) = match encoding {
        Encoding::Utf8 => return format_in!(locale, "按 UTF-8 读取。", "Read as UTF-8."),
        Encoding::Utf16Le | Encoding::Utf16Be => return format_in!(locale, "按 UTF-16 读取。", "Read as UTF-16."),
        Encoding::Gb18030 => ("GB18030（GBK）", "GB18030 (GBK)"),
        Encoding::Big5 => ("Big5（繁体）", "Big5 (traditional Chinese)"),
    };
    format_in!(
        locale,
        "按 {zh} 读取。文字不对的话，请把表格另存为“CSV UTF-8”，再选一次。",
        "Read as {en}. If the words look wrong, save the table as “CSV UTF-8” and choose it again."
    )
}
