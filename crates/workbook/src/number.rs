//! Numbers as decimal text.
//!
//! A program that computes in binary stores 8.2 as `8.1999999999999993`, because it always writes 17 digits. Such a
//! number is read as it was typed. All others keep their digits.

/// The digits that an `f64` needs at most, and those that it always preserves.
const WRITTEN: usize = 17;
const CERTAIN: usize = 15;

/// The most zeros to write out: a number with more is not an amount.
const MOST_ZEROS: usize = 40;

/// A number without an exponent, with the point moved to the right by some places; `None` if it is not a number.
pub(crate) fn plain(stored: &str, places: i32) -> Option<String> {
    let digits = Digits::read(stored)?.shortest();
    let digits = Digits { exponent: digits.exponent.checked_add(places)?, ..digits };
    Some(digits.write().unwrap_or_else(|| stored.trim().to_owned()))
}

/// A decimal: its digits without leading and trailing zeros, and the power of ten of the last.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Digits {
    is_negative: bool,
    digits: String,
    exponent: i32,
}

impl Digits {
    fn read(stored: &str) -> Option<Self> {
        let stored = stored.trim();
        let (number, exponent) = match stored.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse::<i32>().ok()?),
            None => (stored, 0),
        };
        let is_negative = number.starts_with('-');
        let number = number.strip_prefix(['-', '+']).unwrap_or(number);
        let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
        let all = [whole, fraction].concat();
        if all.is_empty() || !all.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let exponent = exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        let kept = all.trim_end_matches('0');
        let zeros = i32::try_from(all.len().saturating_sub(kept.len())).ok()?;
        let digits = kept.trim_start_matches('0').to_owned();
        let exponent = if digits.is_empty() { 0 } else { exponent.checked_add(zeros)? };
        Some(Self { is_negative, digits, exponent })
    }

    /// The shortest digits of the same `f64`, if these are its expansion to 17 digits.
    fn shortest(self) -> Self {
        if self.digits.len() <= CERTAIN || self.digits.len() > WRITTEN {
            return self;
        }
        let Ok(number) = format!("{}e{}", self.digits, self.exponent).parse::<f64>() else { return self };
        let written = Self::read(&format!("{number:.16e}"));
        let is_written = written.is_some_and(|written| written.digits == self.digits);
        let shortest = Self::read(&format!("{number:e}")).filter(|_| is_written);
        shortest.map_or(self.clone(), |shortest| Self { is_negative: self.is_negative, ..shortest })
    }

    fn write(&self) -> Option<String> {
        if self.digits.is_empty() {
            return Some("0".to_owned());
        }
        let sign = if self.is_negative { "-" } else { "" };
        let zeros = |count: usize| (count <= MOST_ZEROS).then(|| "0".repeat(count));
        let behind = match usize::try_from(self.exponent) {
            Ok(after) => return Some(format!("{sign}{}{}", self.digits, zeros(after)?)),
            Err(_) => usize::try_from(self.exponent.unsigned_abs()).ok()?,
        };
        match self.digits.len().checked_sub(behind).filter(|before| *before > 0) {
            Some(before) => {
                let (whole, fraction) = self.digits.split_at_checked(before)?;
                Some(format!("{sign}{whole}.{fraction}"))
            }
            None => Some(format!("{sign}0.{}{}", zeros(behind.saturating_sub(self.digits.len()))?, self.digits)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_number_is_read_as_it_was_typed() {
        for (stored, expected) in [
            ("0", "0"),
            ("-0", "0"),
            ("0.1", "0.1"),
            ("8.1999999999999993", "8.2"),
            ("0.10000000000000001", "0.1"),
            ("0.30000000000000004", "0.30000000000000004"),
            ("0.33333333333333331", "0.3333333333333333"),
            ("1234567.8899999999", "1234567.89"),
            ("-1234.0999999999999", "-1234.1"),
            ("12345678901234567", "12345678901234567"),
            ("123456789012345678901234567.89", "123456789012345678901234567.89"),
            ("1234567890123456.7", "1234567890123456.7"),
            ("1234567890123.456", "1234567890123.456"),
            ("1.2345678901234568E+16", "12345678901234568"),
            ("1E-3", "0.001"),
            ("1.5e3", "1500"),
            ("1200.50", "1200.5"),
            ("007", "7"),
            ("13800138000", "13800138000"),
            (" 12 ", "12"),
            ("1E+300", "1E+300"),
            ("1E-300", "1E-300"),
        ] {
            assert_eq!(plain(stored, 0).as_deref(), Some(expected), "{stored}");
        }
        for (stored, expected) in [
            ("0.05", "5"),
            ("0.0725", "7.25"),
            ("1", "100"),
            ("0.28999999999999998", "29"),
            ("0", "0"),
            ("-0.5", "-50"),
        ] {
            assert_eq!(plain(stored, 2).as_deref(), Some(expected), "{stored}");
        }
        for stored in ["", " ", "-", ".", "1.2.3", "1,000", "NaN", "1e", "1e99999999999", "0x1"] {
            assert_eq!(plain(stored, 0), None, "{stored}");
        }
    }
}
