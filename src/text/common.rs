//! Words that calculators and the deal book share: about undoing, deleting, and what the store refuses.

use abacus_core::format_in;
use abacus_core::text::Locale;
use abacus_core::text::{Text, text};

use crate::state::ports::StoreError;

pub const UNDO: Text = text("撤销", "Undo");
pub const DISMISS: Text = text("知道了", "Dismiss");
pub const RESTORE: Text = text("恢复", "Restore");
pub const DELETED: Text = text("最近删除", "Recently deleted");
pub const CANCEL: Text = text("取消", "Cancel");
pub const NOT_SAVED: Text = text("未保存", "Not saved");
pub const SAVE_FILE: Text = text("把数据存成文件", "Save data as a file");
pub const TRY_AGAIN: Text = text("再试一次", "Try again");
const DENIED: Text = text("浏览器不让本页保存数据", "The browser does not let this page keep data");
const FULL: Text = text("浏览器的存储空间已满", "The browser has no room left");
/// The app has reached its own limit.
const CEILING: Text = text("商机本已满", "The deal book is full");
const CORRUPTED: Text = text("浏览器的存储坏了", "The browser’s storage is damaged");
/// An import broke off, and nobody can take it back.
const NO_WAY_BACK: Text = text("上次导入没做完，退不回去", "An import broke off, and cannot be taken back");
/// A newer version of the app was not done.
const NEWER: Text = text("更新的版本还有一步没做完", "A newer version of this app has not finished something");
/// It was taken, but is not there.
const NOT_KEPT: Text = text("浏览器没有把数据留住", "The browser did not keep the data");

#[must_use]
pub fn deleted(name: &str, locale: Locale) -> String {
    format_in!(locale, "已删除“{name}”。", "Deleted “{name}”.")
}

#[must_use]
pub fn restore(name: &str, locale: Locale) -> String {
    format_in!(locale, "恢复“{name}”", "Restore “{name}”")
}

#[must_use]
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
