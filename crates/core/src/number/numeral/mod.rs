//! Parses numbers as people type them: `１２３`, `1,234.5`, `1'234.5`, `1.2w`, `3万5`, `十二万`, `1.2 million`, `5%`, `¥500`,
//! `−3`; and as spreadsheets write them: `(500)`.
//!
//! It never guesses. Anything not understood with certainty, be it a sign, a separator, a line break or a magnitude, is
//! an error (`1,5`, `1m`, `3千50`, two cells of a spreadsheet) and is never dropped.

mod chinese;

use rust_decimal::Decimal;

use crate::number::decimal::Arithmetic;
use crate::number::int;

/// A number, and what was written beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// The number with 万 and 亿 multiplied out, but `%` not yet divided.
    pub value: Decimal,
    /// Whether it has a percent sign.
    pub percent: bool,
    /// The currency sign or name beside it.
    pub sign: Option<Sign>,
    /// Whether it is written with a magnitude, as in `3万` or `20k`.
    pub scaled: bool,
}

/// A sign or name of a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sign {
    written: &'static str,
    /// The ISO 4217 codes of the currencies it can mean, the usual one first.
    pub codes: &'static [&'static str],
}

impl Sign {
    /// The sign or name as written beside a number.
    pub const fn written(self) -> &'static str {
        self.written
    }

    /// The sign at the start of a text, and the rest.
    pub fn before(text: &str) -> Option<(Self, &str)> {
        find_sign(|sign| text.strip_prefix(sign))
    }

    /// The sign at the end of a text, and the rest.
    pub fn after(text: &str) -> Option<(Self, &str)> {
        find_sign(|sign| text.strip_suffix(sign))
    }
}

/// Why a text cannot be parsed as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumeralError {
    /// Nothing was typed.
    Empty,
    /// It contains something that is not part of a number.
    NotANumber,
    /// Commas, points, apostrophes or spaces are placed ambiguously: they could be decimal or thousands separators.
    Separators,
    /// More digits than exact arithmetic can hold.
    TooManyDigits,
    /// Several numbers, as from several cells of a spreadsheet.
    Several,
    /// An `m`, which can mean million or thousand.
    Million,
    /// Ambiguous digits after a magnitude: `3千50`.
    AfterMagnitude,
}

/// The signs and names accepted beside a number. If one ends with another, the longer one comes first. Only the bare
/// `$` and `¥` stand for several currencies.
const SIGNS: [Sign; 32] = [
    sign("CN¥", &["CNY"]),
    sign("JP¥", &["JPY"]),
    sign("US$", &["USD"]),
    sign("HK$", &["HKD"]),
    sign("NT$", &["TWD"]),
    sign("AU$", &["AUD"]),
    sign("CA$", &["CAD"]),
    sign("A$", &["AUD"]),
    sign("CNY", &["CNY"]),
    sign("RMB", &["CNY"]),
    sign("USD", &["USD"]),
    sign("EUR", &["EUR"]),
    sign("HKD", &["HKD"]),
    sign("JPY", &["JPY"]),
    sign("GBP", &["GBP"]),
    sign("TWD", &["TWD"]),
    sign("AUD", &["AUD"]),
    sign("CAD", &["CAD"]),
    sign("SGD", &["SGD"]),
    sign("CHF", &["CHF"]),
    sign("人民币", &["CNY"]),
    sign("美元", &["USD"]),
    sign("欧元", &["EUR"]),
    sign("港元", &["HKD"]),
    sign("港币", &["HKD"]),
    sign("日元", &["JPY"]),
    sign("英镑", &["GBP"]),
    sign("元", &["CNY"]),
    sign("€", &["EUR"]),
    sign("£", &["GBP"]),
    sign("$", &["USD", "HKD", "TWD", "AUD", "CAD", "SGD"]),
    sign("¥", &["CNY", "JPY"]),
];

const fn sign(written: &'static str, codes: &'static [&'static str]) -> Sign {
    Sign { written, codes }
}

/// Parses one number; the module documentation describes what is accepted.
///
/// # Errors
/// Why the text is not a number, or is ambiguous.
///
/// ```
/// use abacus_core::number::numeral::{NumeralError, read};
///
/// assert_eq!(read("¥1.2万").unwrap().value, 12_000.into());
/// assert!(read("２．５％").unwrap().percent);
/// assert_eq!(read("1,5"), Err(NumeralError::Separators));
/// ```
pub fn read(typed: &str) -> Result<Numeral, NumeralError> {
    // A tab or a line break separates cells, never thousands.
    if typed.trim().contains(['\t', '\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']) {
        return Err(NumeralError::Several);
    }
    let folded: String = typed.chars().filter_map(fold).collect();
    let mut rest = folded.trim();
    if rest.is_empty() {
        return Err(NumeralError::Empty);
    }

    let mut negative = false;
    let mut sign = None;
    // The minus sign may come before or after the currency: −¥5 and ¥−5.
    let mut signed = false;
    loop {
        if let Some(unsigned) = rest.strip_prefix(['-', '+']) {
            if signed {
                return Err(NumeralError::NotANumber);
            }
            negative = rest.starts_with('-');
            signed = true;
            rest = unsigned.trim_start();
        } else if let Some((found, bare)) = Sign::before(rest) {
            if sign.replace(found).is_some() {
                return Err(NumeralError::NotANumber);
            }
            rest = bare.trim_start();
        } else if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            // Spreadsheets write a negative amount as (500), ¥(500) or ($500).
            if signed {
                return Err(NumeralError::NotANumber);
            }
            (negative, signed) = (true, true);
            rest = inner.trim();
        } else {
            break;
        }
    }

    let mut percent = false;
    if let Some(bare) = rest.strip_suffix('%') {
        percent = true;
        rest = bare.trim_end();
    } else if let Some((found, bare)) = Sign::after(rest) {
        if sign.replace(found).is_some() {
            return Err(NumeralError::NotANumber);
        }
        rest = bare.trim_end();
    }
    let (mut value, scaled) = magnified(rest)?;
    value.set_sign_negative(negative && !value.is_zero());
    Ok(Numeral { value: value.normalize(), percent, sign, scaled })
}

/// A number without sign and currency, and whether it is written with a magnitude.
fn magnified(text: &str) -> Result<(Decimal, bool), NumeralError> {
    if text.contains(chinese::is_numeral) {
        return Ok((chinese::read(text)?, true));
    }
    let lower = text.to_ascii_lowercase();
    let found = MAGNITUDES.iter().find_map(|(suffix, magnitude)| Some((lower.strip_suffix(suffix)?, *magnitude)));
    match found {
        Some((digits, magnitude)) => {
            let value = digits_value(digits.trim_end())?.times(magnitude).ok_or(NumeralError::TooManyDigits)?;
            Ok((value, true))
        }
        None if lower.strip_suffix('m').is_some_and(|digits| digits_value(digits.trim_end()).is_ok()) => {
            Err(NumeralError::Million)
        }
        None => Ok((digits_value(text)?, false)),
    }
}

/// The sign that `strip` removes, and the rest.
fn find_sign<'a>(strip: impl Fn(&'static str) -> Option<&'a str>) -> Option<(Sign, &'a str)> {
    SIGNS.iter().find_map(|sign| Some((*sign, strip(sign.written)?)))
}

/// Replaces full-width forms with ASCII, every kind of space with a space and every minus with a hyphen. Drops the
/// invisible characters that copied text contains.
fn fold(character: char) -> Option<char> {
    Some(match character {
        '\u{FF01}'..='\u{FF5E}' => {
            let code = u32::from(character).saturating_sub(0xFEE0);
            char::from_u32(code).unwrap_or(character)
        }
        '\u{2019}' => '\'',
        '\u{FFE5}' => '¥',
        '\u{FFE1}' => '£',
        '\u{2212}' | '\u{2010}'..='\u{2013}' | '\u{FE63}' => '-',
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => return None,
        _ if character.is_whitespace() => ' ',
        _ => character,
    })
}

/// The Latin suffixes that multiply a number, in lower case.
const MAGNITUDES: [(&str, Decimal); 5] = [
    ("thousand", int(1_000)),
    ("million", int(1_000_000)),
    ("billion", int(1_000_000_000)),
    ("k", int(1_000)),
    ("w", int(10_000)),
];

/// The characters that group digits: in most countries, in Switzerland, and in the standards. A number uses only one of
/// them.
const GROUPING: [char; 3] = [',', '\'', ' '];

/// Whether a number may have this character between its first and its last digit.
pub(super) fn is_of_digits(character: char) -> bool {
    matches!(character, '0'..='9' | '.') || GROUPING.contains(&character)
}

/// Digits with at most one decimal point, grouped in threes or not at all.
pub(super) fn digits_value(text: &str) -> Result<Decimal, NumeralError> {
    if !text.chars().any(|character| character.is_ascii_digit()) {
        return Err(NumeralError::NotANumber);
    }
    if !text.chars().all(is_of_digits) {
        return Err(NumeralError::NotANumber);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let kinds = GROUPING.into_iter().filter(|sign| has(whole, *sign)).count();
    if kinds > 1 || fraction.chars().any(|character| !character.is_ascii_digit()) {
        return Err(NumeralError::Separators);
    }
    let groups: Vec<&str> = whole.split(GROUPING).collect();
    if let [first, others @ ..] = groups.as_slice()
        && !others.is_empty()
    {
        // "0,123" is 0.123 in half of Europe, so the first group may not start with a zero.
        let regular =
            (1..=3).contains(&first.len()) && !first.starts_with('0') && others.iter().all(|group| group.len() == 3);
        if !regular {
            return Err(NumeralError::Separators);
        }
    }
    let fraction = fraction.trim_end_matches('0');
    let digits = groups.iter().flat_map(|group| group.bytes()).chain(fraction.bytes());
    decimal(digits, fraction.len()).ok_or(NumeralError::TooManyDigits)
}

/// Whether a text contains a character. `contains` accepts any pattern and costs a kilobyte of code.
fn has(text: &str, sign: char) -> bool {
    text.chars().any(|character| character == sign)
}

/// These digits, `places` of them decimals; none if that exceeds a decimal. The parser of `rust_decimal` also accepts
/// signs and separators, which costs 5 KB.
fn decimal(mut digits: impl Iterator<Item = u8>, places: usize) -> Option<Decimal> {
    let add = |number: i128, digit: u8| {
        let number = number.wrapping_mul(10).wrapping_add(i128::from(digit.wrapping_sub(b'0')));
        (number < 1 << 96).then_some(number)
    };
    let number = digits.try_fold(0, add)?;
    Decimal::try_from_i128_with_scale(number, u32::try_from(places).ok()?).ok()
}

#[cfg(test)]
mod tests;
