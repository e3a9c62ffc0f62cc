//! Which sign separates decimals in a table: the point, or the comma of much of Europe and South America.
//!
//! Such countries separate cells by semicolons, but others may, too; and `1.234` is more than a thousand in one
//! notation and little more than one in the other. So the cells decide: `12,5` can only have a decimal comma, `1,234.5`
//! only a point. In cells separated by commas or tabs, `12,5` may be a typo, and only a number like `1.234,56` is
//! evidence. If no cell decides, or cells contradict each other, a cell with two different readings is doubtful.

use std::borrow::Cow;

use rust_decimal::Decimal;

use super::separator::Separator;
use abacus_core::number::numeral::{self, Numeral};

/// The sign that separates decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decimals {
    Point,
    Comma,
    /// No cell decides, or cells contradict each other.
    Unknown,
}

/// The evidence in the numbers of a table so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Evidence {
    point: bool,
    comma: bool,
    /// A decimal comma after points between thousands.
    both: bool,
}

impl Evidence {
    /// Considers a number of the table.
    pub(super) fn observe(&mut self, typed: &str) {
        match readings(typed) {
            (Some(_), None) => self.point = true,
            (None, Some(_)) => {
                self.comma = true;
                self.both |= has(typed, ['.', '．']) && has(typed, [',', '，']);
            }
            _ => {}
        }
    }

    /// What the whole table indicates. Without evidence, a semicolon between cells leaves it open. In a workbook,
    /// numbers are not text, so no country's notation was used.
    pub(super) const fn decimals(self, separator: Option<Separator>) -> Decimals {
        let is_semicolon = matches!(separator, Some(Separator::Semicolon));
        match self {
            _ if separator.is_none() => Decimals::Point,
            Self { point: true, comma: false, .. } => Decimals::Point,
            Self { point: false, comma: true, both } if both || is_semicolon => Decimals::Comma,
            Self { point: false, comma: false, .. } if !is_semicolon => Decimals::Point,
            _ => Decimals::Unknown,
        }
    }
}

impl Decimals {
    /// A cell in the notation that all readers know; or else both values that it may have.
    pub(super) fn read(self, typed: &str) -> Result<Cow<'_, str>, [Decimal; 2]> {
        match (self, readings(typed)) {
            (Self::Comma, (_, Some(_))) => Ok(swapped(typed)),
            (Self::Unknown, (Some(point), Some(comma))) if point.value != comma.value => {
                Err([point.value, comma.value])
            }
            _ => Ok(Cow::Borrowed(typed)),
        }
    }
}

/// The number with a decimal point, and with a decimal comma.
fn readings(typed: &str) -> (Option<Numeral>, Option<Numeral>) {
    let point = numeral::read(typed).ok();
    let is_either = !has(typed, ['.', '．', ',', '，']);
    (point, if is_either { point } else { numeral::read(&swapped(typed)).ok() })
}

fn has<const N: usize>(typed: &str, signs: [char; N]) -> bool {
    typed.contains(signs)
}

/// Swaps points and commas.
fn swapped(typed: &str) -> Cow<'_, str> {
    let swap = |letter| match letter {
        '.' | '．' => ',',
        ',' | '，' => '.',
        _ => letter,
    };
    typed.chars().map(swap).collect()
}

#[cfg(test)]
mod tests {
    use super::{Decimals, Evidence, Separator};

    fn said(cells: &[&str], separator: Separator) -> Decimals {
        let mut evidence = Evidence::default();
        cells.iter().for_each(|cell| evidence.observe(cell));
        evidence.decimals(Some(separator))
    }

    #[test]
    fn cells_determine_the_decimal_sign() {
        for (cells, expected) in [
            (["1.234,56", "500"], Decimals::Comma),
            (["12,5", "1.234"], Decimals::Comma),
            (["1.234.567", "€ 3"], Decimals::Comma),
            (["0,123", "much"], Decimals::Comma),
            (["1,234.56", "500"], Decimals::Point),
            (["12.5", "1,234"], Decimals::Point),
            (["1.2万", ""], Decimals::Point),
            (["0.123", "1.234"], Decimals::Point),
            (["12,5", "12.5"], Decimals::Unknown),
            (["1.234", "1,234"], Decimals::Unknown),
            (["500", "much, much"], Decimals::Unknown),
        ] {
            assert_eq!(said(&cells, Separator::Semicolon), expected, "{cells:?}");
        }
        for separator in [Separator::Comma, Separator::Tab] {
            assert_eq!(said(&["1.234", "500"], separator), Decimals::Point, "{separator:?}");
            assert_eq!(said(&["1,234", "1,5"], separator), Decimals::Unknown, "maybe a typo: {separator:?}");
            assert_eq!(said(&["1.234", "1.234,50"], separator), Decimals::Comma, "{separator:?}");
            assert_eq!(said(&["1.50", "1,50"], separator), Decimals::Unknown, "{separator:?}");
        }
        let mut evidence = Evidence::default();
        ["1.234,56", "12,5"].iter().for_each(|cell| evidence.observe(cell));
        assert_eq!(evidence.decimals(None), Decimals::Point, "a workbook");
    }

    #[test]
    fn a_cell_is_read_only_if_its_notation_is_certain() {
        for (decimals, typed, expected) in [
            (Decimals::Comma, "1.234", Some("1,234")),
            (Decimals::Comma, "-1.234,56 €", Some("-1,234.56 €")),
            (Decimals::Comma, "much, much", Some("much, much")),
            (Decimals::Point, "1.234", Some("1.234")),
            (Decimals::Point, "1.234,56", Some("1.234,56")),
            (Decimals::Unknown, "1.234", None),
            (Decimals::Unknown, "1,234", None),
            (Decimals::Unknown, "500", Some("500")),
            (Decimals::Unknown, "12,5", Some("12,5")),
            (Decimals::Unknown, "12.5", Some("12.5")),
        ] {
            assert_eq!(decimals.read(typed).ok().as_deref(), expected, "{typed}");
        }
        let readings = Decimals::Unknown.read("1.234").map_err(|readings| readings.map(|one| one.to_string()));
        assert_eq!(readings, Err(["1.234", "1234"].map(str::to_owned)));
    }
}
