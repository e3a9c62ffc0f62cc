//! A sheet that is just a list, and its text form, in which one bundle of the app sends it to another.

use rust_decimal::Decimal;

use super::{Cell, Format, Sheet};
use crate::number::format::Style;
use crate::text::Locale;

/// The first line of the text form, which distinguishes it from a [`Request`](super::Request).
const KIND: &str = "list";

/// A list: a row of names and, below it, rows of texts, figures and days, without titles and formulas.
#[derive(Clone, Debug)]
pub struct List {
    /// The name of the sheet.
    pub name: String,
    /// Its cells.
    pub sheet: Sheet,
}

impl List {
    /// The list as lines of text, one for each row.
    pub fn encode(&self) -> String {
        let mut text = [KIND, self.sheet.style.locale.tag(), &escaped(&self.name)].join("\n");
        for row in &self.sheet.rows {
            text.push('\n');
            let cells: Vec<_> = row.iter().map(encode_cell).collect();
            text.push_str(&cells.join("\t"));
        }
        text
    }

    /// Parses the output of [`List::encode`]; none for anything else.
    pub fn decode(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        let kind = lines.next();
        let (style, name) = (Style::default_for(Locale::from_tag(lines.next()?)?), unescaped(lines.next()?));
        let row = |line: &str| line.split('\t').filter(|cell| !cell.is_empty()).map(decode_cell).collect();
        let rows: Option<Vec<Vec<Cell>>> = lines.map(row).collect();
        (kind == Some(KIND)).then_some(Self { name, sheet: Sheet { rows: rows?, style } })
    }
}

/// A letter for the kind of cell, and its content.
fn encode_cell(cell: &Cell) -> String {
    match cell {
        Cell::Title(words) | Cell::Heading(words) => format!("h{}", escaped(words)),
        Cell::Text(words) => format!("t{}", escaped(words)),
        Cell::Number(value, Format::Grouped(decimals)) => format!("g{decimals} {value}"),
        Cell::Number(value, _) => format!("n{value}"),
        Cell::Date(day) => format!("d{day}"),
        Cell::Formula(formula) => formula.value.map_or_else(|_| "t".to_owned(), |value| format!("n{value}")),
    }
}

fn decode_cell(cell: &str) -> Option<Cell> {
    let (kind, held) = cell.split_at_checked(1)?;
    Some(match kind {
        "h" => Cell::Heading(unescaped(held)),
        "t" => Cell::Text(unescaped(held)),
        "g" => {
            let (decimals, value) = held.split_once(' ')?;
            Cell::Number(Decimal::from_str_exact(value).ok()?, Format::Grouped(decimals.parse().ok()?))
        }
        "n" => Cell::Number(Decimal::from_str_exact(held).ok()?, Format::Plain),
        "d" => Cell::Date(held.parse().ok()?),
        _ => return None,
    })
}

/// Escapes the characters that separate cells and rows.
fn escaped(words: &str) -> String {
    words.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t")
}

fn unescaped(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut characters = words.chars();
    while let Some(character) = characters.next() {
        plain.push(match character {
            '\\' => match characters.next() {
                Some('n') => '\n',
                Some('t') => '\t',
                other => other.unwrap_or('\\'),
            },
            _ => character,
        });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::List;
    use crate::number::format::Style;
    use crate::sheet::{Cell, Format, Sheet};
    use crate::text::Locale;

    #[test]
    fn a_list_round_trips() {
        let rows = vec![
            vec![Cell::Heading("客户".to_owned()), Cell::Heading("a\\n\tb".to_owned())],
            vec![
                Cell::Text("=1+1\r\n\\\\n\t\u{202e}".to_owned()),
                Cell::Text(String::new()),
                Cell::Number(rust_decimal::Decimal::new(-12_345, 3), Format::Grouped(3)),
            ],
            vec![],
            vec![Cell::Date(crate::date::Date::EPOCH)],
        ];
        let list = List { name: "Deals\n".to_owned(), sheet: Sheet { rows, style: Style::default_for(Locale::En) } };
        let text = list.encode();
        let again = List::decode(&text).map(|list| (list.encode(), format!("{list:?}")));
        assert_eq!(again, Some((text, format!("{list:?}"))));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in
            ["", "list", "list\nxx\nDeals", "clv\nen\nDeals", "list\nen\nDeals\nx1", "list\nen\nDeals\nd2026-02-30"]
        {
            assert!(List::decode(text).is_none(), "{text}");
        }
    }
}
