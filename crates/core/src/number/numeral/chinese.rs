//! Chinese magnitudes and numerals: `3万`, `3万5`, `3万5千`, `1.2亿`, `5百`, `十二万五`, `三百零五`.

use rust_decimal::Decimal;

use super::{NumeralError, digits_value, has, is_of_digits};
use crate::number::decimal::Arithmetic;

const DIGITS: &str = "零一二三四五六七八九";

/// Whether a character belongs to a Chinese numeral.
pub(super) fn is_numeral(character: char) -> bool {
    has(DIGITS, character) || power(character).is_some() || matches!(character, '〇' | '两')
}

/// The power of ten of a magnitude.
const fn power(character: char) -> Option<u32> {
    Some(match character {
        '十' => 1,
        '百' => 2,
        '千' => 3,
        '万' | '萬' => WAN,
        '亿' | '億' => YI,
        _ => return None,
    })
}

const WAN: u32 = 4;
const YI: u32 = 8;

/// The number before a magnitude.
#[derive(Clone, Copy)]
struct Count {
    value: Decimal,
    /// The number of digits, if it is whole and not grouped.
    digits: Option<usize>,
}

impl Count {
    fn of(text: &str) -> Result<Self, NumeralError> {
        let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
        Ok(Self { value: digits_value(text)?, digits: is_plain.then_some(text.len()) })
    }

    /// Whether it is one digit from 1 to 9.
    fn is_digit(self) -> bool {
        self.digits == Some(1) && !self.value.is_zero()
    }
}

/// The state of the parser: after 3 亿 and 2 千 of `3亿2千5百万`, for example.
#[derive(Default)]
struct Reader {
    /// The part before 万 or 亿, multiplied out.
    total: Decimal,
    /// The part that the next 万 or 亿, or none, will multiply.
    section: Decimal,
    count: Option<Count>,
    /// The power of the preceding magnitude.
    last: Option<u32>,
    /// The power of the last 万 or 亿.
    large: Option<u32>,
    /// Whether the number has decimals.
    fraction: bool,
    /// Whether a zero follows the last magnitude, as in 三百零五.
    zero: bool,
}

/// Parses a text that contains at least one Chinese numeral.
pub(super) fn read(text: &str) -> Result<Decimal, NumeralError> {
    if matches!(text, "零" | "〇") {
        return Ok(Decimal::ZERO);
    }
    let mut reader = Reader::default();
    let mut digits = String::new();
    for character in text.chars() {
        if is_of_digits(character) {
            digits.push(character);
            continue;
        }
        reader.digits(&std::mem::take(&mut digits))?;
        match power(character) {
            Some(power @ (WAN | YI)) => reader.large(power)?,
            Some(power) => reader.small(power)?,
            None if matches!(character, '零' | '〇') => reader.zero()?,
            None => {
                let place = DIGITS.chars().position(|digit| digit == character).or((character == '两').then_some(2));
                let value = place.ok_or(NumeralError::NotANumber)?.into();
                reader.count(Count { value, digits: Some(1) })?;
            }
        }
    }
    reader.digits(&digits)?;
    reader.end()
}

fn scaled(value: Decimal, power: u32) -> Result<Decimal, NumeralError> {
    value.times(10_u64.pow(power).into()).ok_or(NumeralError::TooManyDigits)
}

fn sum(one: Decimal, other: Decimal) -> Result<Decimal, NumeralError> {
    one.plus(other).ok_or(NumeralError::TooManyDigits)
}

impl Reader {
    fn is_empty(&self) -> bool {
        self.total.is_zero() && self.section.is_zero()
    }

    fn digits(&mut self, text: &str) -> Result<(), NumeralError> {
        if text.trim().is_empty() { Ok(()) } else { self.count(Count::of(text.trim())?) }
    }

    fn count(&mut self, count: Count) -> Result<(), NumeralError> {
        // Digits read one by one, like a year, are not an amount; and a fraction may only come first.
        if self.count.is_some() || (count.digits.is_none() && !self.is_empty()) {
            return Err(NumeralError::NotANumber);
        }
        // 1.2万5 gives its thousands twice.
        if self.fraction {
            return Err(NumeralError::AfterMagnitude);
        }
        self.fraction = !count.value.is_whole();
        self.count = Some(count);
        Ok(())
    }

    fn zero(&mut self) -> Result<(), NumeralError> {
        if self.count.is_some() || self.last.is_none() || self.zero {
            return Err(NumeralError::NotANumber);
        }
        self.zero = true;
        Ok(())
    }

    /// 十, 百 or 千, in ascending order from the right.
    fn small(&mut self, power: u32) -> Result<(), NumeralError> {
        let count = match self.count.take() {
            Some(count) => count,
            // Only 十 as in 十五 may omit its 一.
            None if power == 1 && self.section.is_zero() && self.last.is_none() => {
                Count { value: Decimal::ONE, digits: Some(1) }
            }
            None => return Err(NumeralError::NotANumber),
        };
        let descends = self.section.is_zero() || self.last.is_some_and(|last| power < last);
        if !descends || (!self.is_empty() && !count.is_digit()) {
            return Err(NumeralError::AfterMagnitude);
        }
        self.section = sum(self.section, scaled(count.value, power)?)?;
        (self.last, self.zero) = (Some(power), false);
        Ok(())
    }

    /// 万 or 亿.
    fn large(&mut self, power: u32) -> Result<(), NumeralError> {
        let is_bare = self.count.is_none() && self.section.is_zero();
        if is_bare && self.last == Some(WAN) && power == YI && self.large == Some(WAN) {
            // 万亿 is a magnitude in its own right.
            self.total = scaled(self.total, YI)?;
            (self.last, self.large) = (Some(YI), Some(YI));
            return Ok(());
        }
        if is_bare || self.large.is_some_and(|large| power >= large) {
            return Err(NumeralError::NotANumber);
        }
        if let Some(count) = self.count.take() {
            // 三百五万 may be 3,050,000 or 3,500,000.
            let is_certain = self.section.is_zero() || (count.is_digit() && (self.zero || self.last == Some(1)));
            if !is_certain {
                return Err(NumeralError::AfterMagnitude);
            }
            self.section = sum(self.section, count.value)?;
        }
        self.total = sum(self.total, scaled(std::mem::take(&mut self.section), power)?)?;
        (self.last, self.large, self.zero) = (Some(power), Some(power), false);
        Ok(())
    }

    fn end(self) -> Result<Decimal, NumeralError> {
        let so_far = sum(self.total, self.section)?;
        let Some(count) = self.count else {
            return if self.zero { Err(NumeralError::NotANumber) } else { Ok(so_far) };
        };
        let rest = match self.last {
            None => count.value,
            Some(1) if count.is_digit() && !self.zero => count.value,
            Some(last) if self.zero && last > 1 && count.is_digit() => count.value,
            // 3千5 is 3,500: a single digit counts in the next smaller unit.
            Some(last) if !self.zero && count.is_digit() => scaled(count.value, last.saturating_sub(1))?,
            // 3万5000: all four digits are written.
            Some(last @ (WAN | YI)) if count.digits.is_some_and(|digits| u32::try_from(digits) == Ok(last)) => {
                count.value
            }
            Some(_) => return Err(NumeralError::AfterMagnitude),
        };
        sum(so_far, rest)
    }
}

#[cfg(test)]
mod tests {
    use crate::number::numeral::{NumeralError, read};

    #[test]
    fn numerals_are_parsed() {
        for (typed, expected) in [
            ("3万", 30_000_i64),
            ("1.2亿", 120_000_000),
            ("5百", 500),
            ("3千5", 3_500),
            ("3万5", 35_000),
            ("3万5千", 35_000),
            ("3万5000", 35_000),
            ("３ 万 ５ 千 元", 35_000),
            ("十二万五", 125_000),
            ("十万", 100_000),
            ("十五", 15),
            ("二十", 20),
            ("一百二", 120),
            ("三百零五", 305),
            ("三百二十五", 325),
            ("两千", 2_000),
            ("一万零五十", 10_050),
            ("1亿2千万", 120_000_000),
            ("三亿二千五百万", 325_000_000),
            ("2万亿", 2_000_000_000_000),
            ("12百", 1_200),
            ("1,200万", 12_000_000),
            ("零", 0),
            ("五", 5),
        ] {
            assert_eq!(read(typed).map(|numeral| numeral.value), Ok(expected.into()), "{typed}");
        }
    }

    #[test]
    fn ambiguous_numerals_are_refused() {
        for typed in ["3千50", "3千05", "3万500", "3百5万", "三百五万", "1.2万5", "3千5百0", "3百5千", "5十3百"]
        {
            assert_eq!(read(typed), Err(NumeralError::AfterMagnitude), "{typed}");
        }
        for typed in [
            "万",
            "百万",
            "百",
            "二〇二六",
            "一二",
            "3万万",
            "3亿5亿",
            "零五",
            "3百零",
            "3百零零5",
            "大约3万",
            "3.5.万",
        ] {
            assert!(read(typed).is_err(), "{typed}");
        }
    }
}
