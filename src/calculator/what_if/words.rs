use abacus_core::calculator::axis::{AxisError, MAX_VALUES};
use abacus_core::calculator::field::Field;
use abacus_core::format_in;
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};

use crate::calculator::what_if::state::AxisKind;
use crate::shell::field_errors::field_error;

/// The accessible name of the section with the chart.
pub const CURVE: Text = text("走势图", "Chart");
/// Instructions for sighted users.
pub const HOW: Text = text(
    "点一格，就用那一格的数；图上的圆点可以左右拖。",
    "Tap a cell to use its figures, or drag the dot on the chart sideways.",
);
pub const SETUP: Text = text("表的内容", "What the table shows");
pub const OUTPUT: Text = text("看哪个结果", "Result");
pub const RESTORE: Text = text("恢复原来的表", "Reset the table");
pub const CURRENT: Text = text("现在", "now");
/// In the legend, if the current case is off the chart and an arrow points to it.
pub const CURRENT_BEYOND: Text = text("现在，在箭头所指的图外", "now, off the chart where the arrow points");
/// Before the readout of the current case.
pub const NOW: Text = text("现在：", "Now: ");
/// Before the readout of the case pointed at.
pub const POINTED: Text = text("这一格：", "Here: ");
/// The description of the chart for screen readers.
pub const CHART: Text = text("折线图，用方向键逐点查看", "line chart; step through it with the arrow keys");
pub const NO_CHART: Text = text("这些数画不成图。", "These figures cannot be charted.");
pub const fn axis(which: AxisKind) -> Text {
    match which {
        AxisKind::Rows => text("行（图上一行一条线）", "Rows (one line each)"),
        AxisKind::Columns => text("列", "Columns"),
    }
}

/// The label of the values of a side.
pub const VALUES: Text = text("取值（空格隔开）", "Values, separated by spaces");

pub fn axis_error(field: &Field, error: &AxisError, locale: Locale) -> String {
    let example = format!("{} {}", field.quote(field.default), field.quote(field.high));
    match (error, locale) {
        (AxisError::Empty, Zh) => format!("请至少填一个数；几个数用空格隔开，例如 {example}。"),
        (AxisError::Empty, En) => {
            format!("Enter at least one number, or several separated by spaces, for example {example}.")
        }
        (AxisError::TooMany, Zh) => format!("最多填 {MAX_VALUES} 个数。"),
        (AxisError::TooMany, En) => format!("Enter at most {MAX_VALUES} numbers."),
        (AxisError::Value(part, error), Zh) => format!("“{part}”：{}", field_error(field, *error, locale)),
        (AxisError::Value(part, error), En) => format!("“{part}”: {}", field_error(field, *error, locale)),
    }
}

pub fn repeated(values: &str, locale: Locale) -> String {
    format_in!(locale, "重复的只算一次：{values}。", "Duplicates count once: {values}.")
}

/// A quantity with its unit or currency, as over a table or along an axis: `额外销售额（¥）`.
pub fn with_unit(label: &str, unit: &str, locale: Locale) -> String {
    match (unit, locale) {
        ("", _) => label.to_owned(),
        // A label that contains its unit or period needs no unit.
        _ if label.eq_ignore_ascii_case(unit) => label.to_owned(),
        _ if rate(unit).is_some_and(|period| label.contains(period)) => label.to_owned(),
        (_, Zh) => format!("{label}（{unit}）"),
        (_, En) => format!("{label} ({unit})"),
    }
}

/// The period of a rate: `year` of `per year`, `年` of `每年`.
fn rate(unit: &str) -> Option<&str> {
    unit.strip_prefix("per ").or_else(|| unit.strip_prefix('每'))
}

/// One case: `损失 600，净利率 3% → ¥20,000`.
pub fn case(row: &str, column: &str, result: &str, locale: Locale) -> String {
    format_in!(locale, "{row}，{column} → {result}", "{row}, {column} → {result}")
}

pub fn summary(output: &str, columns: &str, rows: &str, lines: &[String], locale: Locale) -> String {
    let (first, last) = (lines.first().map_or("", String::as_str), lines.last().map_or("", String::as_str));
    let count = lines.len();
    format_in!(
        locale,
        "{output}随{columns}的变化；每条线是{rows}的一个取值，共 {count} 条，从 {first} 到 {last}。数与表中相同。",
        "{output} by {columns}; one line for each value of {rows}, {count} in all, from {first} to {last}. The figures are those of the table."
    )
}

/// The legend entry for the lines.
pub fn lines(rows: &str, locale: Locale) -> String {
    format_in!(locale, "一条线是{rows}的一个取值", "One line for each value of {rows}")
}

pub fn caption(output: &str, rows: &str, columns: &str, locale: Locale) -> String {
    format_in!(locale, "{output}：行是{rows}，列是{columns}", "{output}: {rows} in rows, {columns} in columns")
}

pub fn misprint(row: &str, column: &str, printed: &str, exact: &str, reason: &str, locale: Locale) -> String {
    format_in!(
        locale,
        "{row}、{column}：资料印的是 {printed}，应为 {exact}（{reason}）。",
        "{row} at {column}: the slide prints {printed}; it should be {exact} ({reason})."
    )
}
