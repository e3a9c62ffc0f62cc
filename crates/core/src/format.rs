//! Numbers as people read them. Rounding happens here and nowhere else: once, half away from zero.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::number::int;
use crate::text::Locale;

/// How many decimals are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precision {
    /// At least so many, filled with zeros.
    pub least: u32,
    /// At most so many; what lies beyond is rounded.
    pub most: u32,
}

impl Precision {
    /// Always exactly so many decimals: `24.0`.
    #[must_use]
    pub const fn fixed(decimals: u32) -> Self {
        Self { least: decimals, most: decimals }
    }

    /// As many as there are, up to a limit: `16,666.67` but `25,000`.
    #[must_use]
    pub const fn up_to(decimals: u32) -> Self {
        Self { least: 0, most: decimals }
    }
}

/// Rounds half away from zero; zero never carries a minus.
#[must_use]
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() { Decimal::ZERO } else { rounded.normalize() }
}

/// The exact decimal for machines, rounded to 12 places: what `data/@value` holds.
#[must_use]
pub fn machine(value: Decimal) -> String {
    round(value, 12).to_string()
}

/// A number grouped in threes, the same in both languages: `-1,234.5`.
#[must_use]
pub fn number(value: Decimal, precision: Precision) -> String {
    let rounded = round(value, precision.most);
    let plain = rounded.abs().to_string();
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));

    let mut text = String::with_capacity(plain.len().saturating_mul(2));
    if rounded.is_sign_negative() {
        text.push('-');
    }
    for (place, digit) in whole.chars().rev().enumerate().collect::<Vec<_>>().into_iter().rev() {
        text.push(digit);
        if place > 0 && place.is_multiple_of(3) {
            text.push(',');
        }
    }
    let least = usize::try_from(precision.least).unwrap_or_default();
    if !fraction.is_empty() || least > 0 {
        text.push('.');
        text.push_str(fraction);
        text.extend(std::iter::repeat_n('0', least.saturating_sub(fraction.len())));
    }
    text
}

/// A currency that an amount may be shown in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency {
    /// ISO 4217 code.
    pub code: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// The currencies with a symbol of their own; any other is shown by its code.
pub const CURRENCIES: &[Currency] = &[
    Currency { code: "CNY", zh: "¥", en: "CN¥" },
    Currency { code: "USD", zh: "US$", en: "$" },
    Currency { code: "EUR", zh: "€", en: "€" },
    Currency { code: "HKD", zh: "HK$", en: "HK$" },
    Currency { code: "JPY", zh: "JP¥", en: "¥" },
    Currency { code: "GBP", zh: "£", en: "£" },
];

/// An amount with its currency's symbol, and decimals only where there are any: `¥1,200,000`,
/// `-$12.50`.
#[must_use]
pub fn money(value: Decimal, code: &str, locale: Locale) -> String {
    let rounded = round(value, 2);
    let precision = if rounded.scale() == 0 { Precision::fixed(0) } else { Precision::fixed(2) };
    let amount = number(rounded.abs(), precision);
    let sign = if rounded.is_sign_negative() { "-" } else { "" };
    match CURRENCIES.iter().find(|currency| currency.code == code) {
        Some(currency) => {
            let symbol = match locale {
                Locale::Zh => currency.zh,
                Locale::En => currency.en,
            };
            format!("{sign}{symbol}{amount}")
        }
        None => format!("{sign}{code}\u{a0}{amount}"),
    }
}

/// The short form that people say, to stand beside the exact figure and never alone: `5.62万`,
/// `1.2亿`; in English from a million up, `1.2 million`. None for figures that are short already.
#[must_use]
pub fn short(value: Decimal, locale: Locale) -> Option<String> {
    let scales: &[(Decimal, &str)] = match locale {
        Locale::Zh => &[(TRILLION, "万亿"), (int(100_000_000), "亿"), (int(10_000), "万")],
        Locale::En => &[(TRILLION, " trillion"), (int(1_000_000_000), " billion"), (int(1_000_000), " million")],
    };
    let (scale, name) = scales.iter().find(|(scale, _)| value.abs() >= *scale)?;
    let shown = value.checked_div(*scale)?;
    Some(format!("{}{name}", number(shown, Precision::up_to(2))))
}

/// 10¹², 万亿 and trillion.
const TRILLION: Decimal = Decimal::from_parts(3_567_587_328, 232, 0, false, 0);

#[cfg(test)]
mod tests {
    use super::{Precision, machine, money, number, short};
    use crate::text::Locale;
    use rust_decimal::Decimal;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap_or_default()
    }

    #[test]
    fn numbers_are_grouped_rounded_and_filled() {
        for (value, precision, expected) in [
            ("0", Precision::up_to(2), "0"),
            ("999", Precision::up_to(2), "999"),
            ("1000", Precision::up_to(2), "1,000"),
            ("56160", Precision::up_to(2), "56,160"),
            ("-1234567.891", Precision::up_to(2), "-1,234,567.89"),
            ("24", Precision::fixed(1), "24.0"),
            ("0.05", Precision::fixed(1), "0.1"),
            ("-0.04", Precision::fixed(1), "0.0"),
            ("2.5", Precision::fixed(0), "3"),
            ("-2.5", Precision::fixed(0), "-3"),
            ("999.995", Precision::up_to(2), "1,000"),
            ("16666.666666", Precision::fixed(0), "16,667"),
            ("79228162514264337593543950335", Precision::up_to(2), "79,228,162,514,264,337,593,543,950,335"),
        ] {
            assert_eq!(number(decimal(value), precision), expected);
        }
    }

    #[test]
    fn machines_get_twelve_places_without_filling() {
        assert_eq!(machine(decimal("16666.6666666666666666666")), "16666.666666666667");
        assert_eq!(machine(decimal("25000.000")), "25000");
        assert_eq!(machine(decimal("-0.0000000000001")), "0");
    }

    #[test]
    fn money_carries_its_symbol_and_cents_only_where_there_are_any() {
        for (value, code, locale, expected) in [
            ("1200000", "CNY", Locale::Zh, "¥1,200,000"),
            ("1200000", "CNY", Locale::En, "CN¥1,200,000"),
            ("-12.5", "USD", Locale::En, "-$12.50"),
            ("12.005", "USD", Locale::Zh, "US$12.01"),
            ("7", "CHF", Locale::En, "CHF\u{a0}7"),
        ] {
            assert_eq!(money(decimal(value), code, locale), expected);
        }
    }

    #[test]
    fn short_forms_begin_where_figures_become_long() {
        for (value, locale, expected) in [
            ("9999", Locale::Zh, None),
            ("56160", Locale::Zh, Some("5.62万")),
            ("-25000", Locale::Zh, Some("-2.5万")),
            ("120000000", Locale::Zh, Some("1.2亿")),
            ("2000000000000", Locale::Zh, Some("2万亿")),
            ("56160", Locale::En, None),
            ("1200000", Locale::En, Some("1.2 million")),
            ("3456000000", Locale::En, Some("3.46 billion")),
        ] {
            assert_eq!(short(decimal(value), locale).as_deref(), expected, "{value}");
        }
    }
}
