//! Rows with more or fewer cells than the header. In a text file, a number such as `3,000` without quotation marks
//! becomes two cells, and everything to its right is below the wrong name.

use super::columns::Mapping;
use super::rows::{Row, Table};

/// The filled cells to the right of every column that has a name or was chosen.
pub(super) fn unnamed_cells<'a>(row: &'a Row, table: &Table, mapping: &Mapping) -> Vec<&'a str> {
    let cells = row.cells.iter().skip(width(table, mapping)).map(|cell| cell.trim());
    cells.filter(|cell| !cell.is_empty()).collect()
}

/// A cell that may be part of a split number, together with the cell after it. The cells of a workbook are never split.
/// The text is not a number, so that it stays as it is until somebody has checked it.
pub(super) fn split_number(row: &Row, table: &Table, mapping: &Mapping, index: usize) -> Option<String> {
    let cell = |index: usize| row.cells.get(index).map_or("", |cell| cell.trim());
    let (this, next) = (cell(index), cell(index.saturating_add(1)));
    if table.separator.is_none() || this.is_empty() {
        return None;
    }
    let has_more = !unnamed_cells(row, table, mapping).is_empty();
    let fits = row.cells.len() == table.header.len();
    (has_more || (!fits && are_groups(this, next))).then(|| match next {
        "" => format!("{this} /"),
        _ => format!("{this} / {next}"),
    })
}

/// How many columns there are, up to the last that has a name or was chosen.
fn width(table: &Table, mapping: &Mapping) -> usize {
    let mut columns = table.header.iter().zip(mapping.columns());
    let last = columns.rposition(|(name, chosen)| !name.is_empty() || chosen.is_some());
    last.map_or(0, |index| index.saturating_add(1))
}

/// Whether two cells could be the beginning of a number and a group of three digits: `￥-3` and `000.50`.
fn are_groups(this: &str, next: &str) -> bool {
    let digits = this.bytes().rev().take_while(u8::is_ascii_digit).count();
    let whole = next.split_once('.').map_or(next, |(whole, _)| whole);
    (1..=3).contains(&digits) && whole.len() == 3 && whole.bytes().all(|digit| digit.is_ascii_digit())
}
