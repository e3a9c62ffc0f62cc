//! A sheet as comma-separated values for Excel in China: UTF-8 with a byte order mark, without which Excel assumes GBK,
//! and CRLF line ends.

use std::borrow::Cow;

use super::{Cell, Sheet};
use crate::number::format::machine;

/// The sheet as text. Numbers are plain decimals (a ratio as a fraction), exact to 12 places; a
/// formula is written as its value.
pub fn write(sheet: &Sheet) -> String {
    let mut csv = "\u{feff}".to_owned();
    for row in &sheet.rows {
        let cells: Vec<_> = row.iter().map(|cell| cell_text(cell, sheet)).collect();
        csv.push_str(&cells.join(","));
        csv.push_str("\r\n");
    }
    csv
}

fn cell_text(cell: &Cell, sheet: &Sheet) -> String {
    match cell {
        Cell::Title(words) | Cell::Heading(words) | Cell::Text(words) => quoted(&guarded(words)),
        Cell::Number(value, _) => machine(*value),
        Cell::Date(day) => day.to_string(),
        Cell::Formula(formula) => match formula.value {
            Ok(value) => machine(value),
            Err(reason) => quoted(formula.output.none(reason).get(sheet.style.locale)),
        },
    }
}

/// Whether a spreadsheet would treat a text as a formula. Full-width signs count: Excel reads them as ordinary ones.
pub fn is_formula_like(words: &str) -> bool {
    words.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Prepends an apostrophe to a text that a spreadsheet would treat as a formula. A text that already starts with an
/// apostrophe gets another, so that reading it back restores it.
fn guarded(words: &str) -> Cow<'_, str> {
    if is_formula_like(words.trim_start_matches('\'')) { Cow::Owned(format!("'{words}")) } else { Cow::Borrowed(words) }
}

fn quoted(words: &str) -> String {
    if words.contains(['"', ',', '\r', '\n', ';', '\t']) || words.starts_with('\'') {
        format!("\"{}\"", words.replace('"', "\"\""))
    } else {
        words.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{guarded, quoted};

    #[test]
    fn texts_that_begin_like_a_formula_are_escaped() {
        for words in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "＝1", "＋1", "－1", "＠x"] {
            assert_eq!(guarded(words), format!("'{words}"));
            assert_eq!(guarded(&format!("'{words}")), format!("''{words}"));
        }
        assert_eq!(guarded("1=1"), "1=1");
        assert_eq!(guarded(""), "");
    }

    #[test]
    fn separators_and_quotes_are_quoted() {
        assert_eq!(quoted("plain"), "plain");
        assert_eq!(quoted("a,b"), "\"a,b\"");
        assert_eq!(quoted("a \"b\""), "\"a \"\"b\"\"\"");
        assert_eq!(quoted("a\r\nb"), "\"a\r\nb\"");
    }
}
