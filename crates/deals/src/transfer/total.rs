//! Rows that add up the rows above them.

use super::cells::currency;
use super::columns::Mapping;
use super::folded::folded;
use super::half_width::half_width;
use super::header_unit::is_unit;
use super::rows::Row;
use crate::fields::DealField;
use abacus_core::number::numeral;

/// The endings of Chinese names of totals: `合计`, `华东区小计`.
const ENDINGS: [&str; 6] = ["合计", "小计", "总计", "累计", "共计", "汇总"];

/// English names of totals, or their last words: `Total`, `North subtotal`.
const WORDS: [&str; 6] = ["total", "totals", "subtotal", "subtotals", "sum", "sums"];

/// Whether a row is a total: its first cell, apart from a row number, says so, and the others have nothing but figures.
/// A customer may be called Total, but then the row also names a deal. No customer is called 合计, so that is a total
/// whatever else is in the row: `小计,张三,120`.
pub(super) fn is_total(row: &Row, mapping: &Mapping) -> bool {
    let cells = row.cells.iter().map(|cell| cell.trim()).enumerate();
    let mut cells = cells.filter(|(_, cell)| !cell.is_empty()).peekable();
    let mut name = cells.next();
    if name.is_some_and(|(_, first)| is_row_number(first)) {
        name = cells.next();
    }
    let Some((_, name)) = name else { return false };
    let is_code = |index: usize, cell: &str| {
        let column = mapping.columns().get(index).copied().flatten();
        column.is_some_and(|column| matches!(column.field(), DealField::Currency(_))) && currency(cell).is_some()
    };
    is_bare(name) || (says_total(name) && cells.all(|(index, cell)| is_figure(cell) || is_code(index, cell)))
}

fn is_row_number(cell: &str) -> bool {
    cell.chars().map(half_width).all(|letter| letter.is_ascii_digit())
}

/// The name, and the count after it: `合计`, `：12 单`.
fn split(name: &str) -> (&str, &str) {
    let opens = |letter: char| "(（:：".contains(letter) || half_width(letter).is_ascii_digit();
    name.split_at(name.find(opens).unwrap_or(name.len()))
}

fn letters(name: &str) -> String {
    name.chars().map(folded).filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether a cell is nothing but the Chinese word for a total, perhaps with a count: `合 计`, `小计（3 单）`.
fn is_bare(cell: &str) -> bool {
    let (name, rest) = split(cell);
    ENDINGS.contains(&letters(name).as_str()) && is_count(&letters(rest))
}

/// Whether the letters after a total are not a name: empty, `12`, `12单`, `万元`.
fn is_count(letters: &str) -> bool {
    let letters: String = letters.chars().map(half_width).collect();
    let behind = letters.trim_start_matches('共').trim_start_matches(|letter: char| letter.is_ascii_digit());
    let is_measure = behind.chars().count() <= 2 && !behind.contains(|letter: char| letter.is_ascii());
    let has_digits = behind.len() < letters.len();
    letters.is_empty() || (has_digits && is_measure) || is_unit(&letters) || numeral::read(&letters).is_ok()
}

fn says_total(cell: &str) -> bool {
    let name = split(cell).0.to_lowercase().replace('-', "");
    let last = name.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| !word.is_empty());
    ENDINGS.iter().any(|ending| letters(&name).ends_with(ending)) || last.is_some_and(|last| WORDS.contains(&last))
}

/// Whether a cell is a figure or a unit rather than words: `1,200`, `¥ 3万`, `12 单`, `-`, `CNY`, `（万元）`.
fn is_figure(cell: &str) -> bool {
    let folded: String = cell.chars().map(folded).collect();
    let bare = folded.trim_matches(|letter: char| letter.is_whitespace() || "()[]【】".contains(letter));
    folded.contains(|letter: char| letter.is_ascii_digit())
        || !folded.contains(char::is_alphanumeric)
        || is_unit(bare)
        || is_unit(&bare.to_uppercase())
}
