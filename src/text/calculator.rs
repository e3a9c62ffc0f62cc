//! Words of the calculator page.

use abacus_core::number::Undefined;
use abacus_core::text::{Locale, Text, text};

/// Over the form.
pub const INPUTS: Text = text("您的数字", "Your figures");
/// Over the results.
pub const RESULT: Text = text("结果", "Result");
/// Over formula and working.
pub const WORKING: Text = text("公式与演算", "Formula and working");
/// Over the slide's table.
pub const TABLE: Text = text("对照表", "Table");
/// Over conventions and source.
pub const CONVENTIONS: Text = text("约定与出处", "Conventions and source");
/// Before the source.
pub const SOURCE: Text = text("出处", "Source");
/// Back to the slide's figures.
pub const RESET: Text = text("恢复例子", "Back to the example");
/// Results that do not belong to what is typed.
pub const STALE: Text =
    text("这是改动前的结果，请先改正标出的输入。", "This is the result from before: first correct the marked field.");
/// The mark on the table's cell that holds the current result.
pub const CURRENT: Text = text("当前", "now");
/// Over problems of a link.
pub const LINK_PROBLEMS: Text = text("链接里有些内容没有用上", "Parts of the link were not used");
/// In a widget, the link to the full page.
pub const OPEN_FULL: Text = text("在销售算盘中打开", "Open in Sales Abacus");

/// Why there is no result.
#[must_use]
pub const fn undefined(reason: Undefined) -> Text {
    match reason {
        Undefined::DivisionByZero => text("无法计算：除数是零", "No result: it would divide by zero"),
        Undefined::TooLarge => {
            text("数字太大，超过 28 位，无法精确计算", "Too large: more than 28 digits cannot be computed exactly")
        }
        Undefined::NoSuchInput => text("无法计算：缺少输入", "No result: an input is missing"),
    }
}

/// The caption of the slide's table.
#[must_use]
pub fn table_caption(output: &str, rows: &str, columns: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{output}：竖向是{rows}，横向是{columns}"),
        Locale::En => format!("{output}: {rows} down, {columns} across"),
    }
}

/// The note on a cell that the slide prints wrongly.
#[must_use]
pub fn misprint(row: &str, column: &str, printed: &str, exact: &str, reason: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{row}、{column}：资料印的是 {printed}，准确值是 {exact}（{reason}）。"),
        Locale::En => format!("{row} at {column}: the slide prints {printed}, exact is {exact} ({reason})."),
    }
}

/// How a ceiling is read aloud and explained in the working.
pub const ROUNDED_UP: Text = text("向上取整", "rounded up");
