//! Texts about the columns of a table, and about what is left out with them.

use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};

use crate::deals::files::import::words;

pub const COLUMNS: Text = text("每一列是什么", "What each column holds");
pub const COLUMNS_HINT: Text = text(
    "已按标题对好，请核对。不需要的列选“不导入”，也可以放进备注。",
    "Matched by the header; please check. Leave out what you do not need, or put it in the notes.",
);
pub const UNKNOWN_COLUMNS: Text = text(
    "没有一列的名称认得出来。列名如果在另一行，或者没有列名、第一行就是数据，请在上面选；否则请逐列指定。",
    "None of these names is known. If another row names the columns, or none does and the first row is data, say so above; otherwise say what each column holds.",
);
pub const NO_HEADER: Text = text("没有列名，第一行就是数据", "No row: the first one is data");
pub const NO_CUSTOMER: Text = text(
    "没有找到“客户”这一列，所以下面的行先都不导入。请指定哪一列是客户；真的没有，也可以在清单里选“导入”。",
    "No column holds the customer, so none of these rows is imported for now. Say which column it is; if there is none, you can still choose “Import” in the list.",
);

/// A column without a name, called by its spreadsheet letter.
#[must_use]
pub fn column(letter: &str, locale: Locale) -> String {
    format_in!(locale, "{letter} 列", "Column {letter}")
}

/// Reports that no row names the columns, so the first one is data.
#[must_use]
pub fn no_header(has_choice: bool, locale: Locale) -> String {
    let told = text(
        "这张表没有列名，每一行都当作数据。请逐列指定是什么。",
        "No row names the columns, so each row is data. Say what each column holds.",
    );
    let choice = text("如果有一行其实是列名，请在上面选。", "If one of them does name the columns, choose it above.");
    match (has_choice, locale) {
        (false, _) => told.get(locale).to_owned(),
        (true, Zh) => format!("{}{}", told.zh, choice.zh),
        (true, En) => format!("{} {}", told.en, choice.en),
    }
}

/// The columns that have content but are not imported.
#[must_use]
pub fn left_out(names: &[&str], locale: Locale) -> String {
    const MAX: usize = 20;
    let name = |name: &&str| isolated(if name.is_empty() { words::NAMELESS.get(locale) } else { name }).to_string();
    let list: Vec<String> = names.iter().take(MAX).map(name).collect();
    let list = list.join(if locale == Zh { "、" } else { ", " });
    let (count, more) = (names.len(), if names.len() > MAX { "…" } else { "" });
    match (count, locale) {
        (_, Zh) => format!("{count} 列没有导入：{list}{more}。"),
        (1, En) => format!("1 column is left out: {list}."),
        (_, En) => format!("{count} columns are left out: {list}{more}."),
    }
}

/// The rows without content in the imported columns.
#[must_use]
pub fn skipped(rows: usize, locale: Locale) -> String {
    match (rows, locale) {
        (_, Zh) => format!("{rows} 行没有导入：要导入的列里，它们什么也没写。"),
        (1, En) => "1 row is left out: it holds nothing in the columns that are imported.".to_owned(),
        (_, En) => format!("{rows} rows are left out: they hold nothing in the columns that are imported."),
    }
}
