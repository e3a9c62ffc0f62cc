//! Rows that add up the rows above them.

use super::rows::Row;

/// What a Chinese name of a total ends with: `合计`, `华东区小计`.
const ENDINGS: [&str; 5] = ["合计", "小计", "总计", "累计", "共计"];

/// What an English one is, or ends with: `Total`, `North subtotal`.
const WORDS: [&str; 6] = ["total", "totals", "subtotal", "subtotals", "sum", "sums"];

/// Whether a row is a total: its first cell says so, and the others hold nothing but figures. A customer may be called
/// Total, but then the row names a deal, too.
pub(super) fn is_total(row: &Row) -> bool {
    let mut cells = row.filled();
    let Some(name) = cells.next() else { return false };
    says_total(name) && cells.all(is_figure)
}

fn says_total(name: &str) -> bool {
    // What follows is how many: `合计：12 单`.
    let name =
        name.split(|letter: char| "(（:：".contains(letter) || letter.is_ascii_digit()).next().unwrap_or_default();
    let name = name.to_lowercase().replace('-', "");
    let letters: String = name.chars().filter(|letter| letter.is_alphanumeric()).collect();
    let last = name.split(|letter: char| !letter.is_alphanumeric()).rfind(|word| !word.is_empty());
    ENDINGS.iter().any(|ending| letters.ends_with(ending)) || last.is_some_and(|last| WORDS.contains(&last))
}

/// Whether a cell holds a figure rather than words: `1,200`, `¥ 3万`, `12 单`, `-`.
fn is_figure(cell: &str) -> bool {
    cell.contains(|letter: char| letter.is_ascii_digit()) || !cell.contains(char::is_alphanumeric)
}
