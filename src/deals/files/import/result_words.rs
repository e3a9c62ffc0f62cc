//! How an import or its undoing ended.

use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, text};

use crate::deals::files::import::state::{CommitError, CompletedImport, UndoneImport};
use crate::shell::words::{lower, store_error};

pub fn completed(done: &CompletedImport, locale: Locale) -> String {
    let file = isolated(&done.journal.file);
    match (done.journal.entries.len(), locale) {
        (count, Zh) => format!("已从“{file}”导入 {count} 条。"),
        (1, En) => format!("Imported 1 record from “{file}”."),
        (count, En) => format!("Imported {count} records from “{file}”."),
    }
}

pub fn undone_import(taken: UndoneImport, locale: Locale) -> String {
    let restored = match (taken.restored, locale) {
        (0, _) => text("什么也没有撤销。", "Nothing was undone.").get(locale).to_owned(),
        (count, Zh) => format!("已撤销导入，{count} 条都撤回了。"),
        (1, En) => "Import undone: 1 record was taken back.".to_owned(),
        (count, En) => format!("Import undone: {count} records were taken back."),
    };
    match (taken.changed, locale) {
        (0, _) => restored,
        (count, Zh) => format!("{restored}{count} 条在导入之后改过，没有动。"),
        (1, En) => format!("{restored} 1 was changed since and stays."),
        (count, En) => format!("{restored} {count} were changed since and stay."),
    }
}

pub fn not_undone(count: usize, locale: Locale) -> String {
    format_in!(
        locale,
        "还有 {count} 条没能撤销：浏览器不让改。请再试一次。",
        "{count} could not be undone because the browser refused. Please try again."
    )
}

/// Reports before the write that the store has no room for everything.
#[must_use]
pub fn no_room(records: usize, fitting: usize, locale: Locale) -> String {
    format_in!(
        locale,
        "这里存不下：要导入 {records} 条，商机本大约还放得下 {fitting} 条。放不下时整批都会撤回，所以请只导入一部分，例如把文件分小。",
        "There is no room for all of it: {records} records are to be imported, and the deal book has room for about {fitting}. An import that does not fit is undone as a whole, so import a part of it, such as a smaller file."
    )
}

pub fn failure(failure: CommitError, locale: Locale) -> String {
    let why = |error| store_error(error).get(locale);
    match failure {
        CommitError::Changed => text(
            "商机本刚刚有改动，所以什么也没有写入。清单已更新，请再看一遍。",
            "The deal book was changed just now, so nothing was imported. The list is up to date again; please check it once more.",
        )
        .get(locale)
        .to_owned(),
        CommitError::Stopped => text(
            "导入已停止。已写入的都撤回了，一切如前。",
            "Import stopped. What had been written was undone; everything is as before.",
        )
        .get(locale)
        .to_owned(),
        CommitError::Store(error) | CommitError::Stuck(error, 0) => format_in!(
            locale,
            ("没有导入：{}。已写入的都撤回了，一切如前。", why(error)),
            (
                "Nothing was imported: {}. What had been written was undone; everything is as before.",
                lower(why(error))
            )
        ),
        CommitError::Stuck(error, count) => format_in!(
            locale,
            ("没有全部导入：{}。其中 {count} 条写入后没能撤回，下次打开本页时会接着撤回。", why(error)),
            (
                "Not everything was imported: {}. {count} already written could not be undone; this continues when you next open the page.",
                lower(why(error))
            )
        ),
    }
}
