//! Texts around every page, and those that calculators and the deal book share: about undoing, deleting, links, and
//! storage errors.

use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale;
use abacus_core::text::{Text, text};

use crate::shell::ports::StoreError;

pub const SKIP: Text = text("跳到正文", "Skip to content");
/// The accessible name of the navigation.
pub const NAVIGATION: Text = text("主导航", "Main");
pub const HOME: Text = text("计算器", "Calculators");
pub const MENU: Text = text("设置", "Settings");
pub const LANGUAGE: Text = text("语言", "Language");
pub const THEME: Text = text("外观", "Appearance");
pub const PROMISE: Text = text(
    "全部在您的浏览器里计算，资料只存在这台设备上，不会发送到任何地方。",
    "Everything is computed in your browser and kept on this device. Nothing is sent anywhere.",
);
/// The licences of third-party software.
pub const LICENCES: Text = text("软件许可", "Software licences");
pub const LINK_PROBLEMS: Text = text("链接里有些内容没有用上", "Parts of the link were not used");
pub const UNDO: Text = text("撤销", "Undo");
pub const DISMISS: Text = text("知道了", "Dismiss");
pub const RESTORE: Text = text("恢复", "Restore");
pub const DELETED: Text = text("最近删除", "Recently deleted");
pub const CANCEL: Text = text("取消", "Cancel");
pub const NOT_SAVED: Text = text("未保存", "Not saved");
pub const SAVE_FILE: Text = text("把数据存成文件", "Save data as a file");
pub const MAKING: Text = text("正在生成表格…", "Making the workbook…");
pub const SAVED: Text = text("已开始下载：", "Download started: ");
pub const NO_WORKBOOK: Text = text(
    "Excel 这一部分没有载入，可能没有网络。请重新打开页面再试，或存为 CSV。",
    "The Excel part could not be loaded; you may be offline. Reload the page and try again, or download CSV.",
);
/// A part of the page could not be loaded.
pub const NOT_LOADED: Text = text(
    "这一部分没有载入。请检查网络，再试一次。",
    "This part of the page could not be loaded. Check your connection and try again.",
);
pub const TRY_AGAIN: Text = text("再试一次", "Try again");
const DENIED: Text = text("浏览器不让本页保存数据", "The browser does not let this page save data");
const FULL: Text = text("浏览器的存储空间已满", "The browser’s storage is full");
/// The app has reached its own limit.
const CEILING: Text = text("商机本已满", "The deal book is full");
const CORRUPTED: Text = text("浏览器的存储损坏了", "The browser’s storage is damaged");
/// An import was interrupted, and cannot be rolled back.
const NO_WAY_BACK: Text = text("上次导入没做完，也撤不回来", "An import was interrupted and cannot be undone");
/// A newer version of the app has not finished.
const NEWER: Text = text("新版本还有一步没做完", "A newer version of this app has not finished a step");
/// The write succeeded, but the data is not there.
const NOT_KEPT: Text = text("浏览器没有把数据留住", "The browser did not keep the data");

pub fn deleted(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "已删除“{name}”。", "Deleted “{name}”.")
}

pub fn restore(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "恢复“{name}”", "Restore “{name}”")
}

pub const fn store_error(error: StoreError) -> Text {
    match error {
        StoreError::Denied => DENIED,
        StoreError::Full => FULL,
        StoreError::Ceiling => CEILING,
        StoreError::Corrupted => CORRUPTED,
        StoreError::NoJournal => NO_WAY_BACK,
        StoreError::Newer => NEWER,
        StoreError::NotKept => NOT_KEPT,
    }
}

/// Below the listed parts of a link: how many more there are.
pub fn more_problems(count: usize, locale: Locale) -> String {
    format_in!(locale, "还有 {count} 处没有用上。", "And {count} more.")
}

/// One of our sentences as a part of another.
pub fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::{deleted, restore};
    use abacus_core::text::Locale;

    #[test]
    fn a_name_inside_a_sentence_is_isolated() {
        for locale in Locale::ALL {
            for sentence in [deleted("דנה", locale), restore("דנה", locale)] {
                assert!(sentence.contains("“\u{2068}דנה\u{2069}”"), "{sentence}");
            }
        }
    }
}
