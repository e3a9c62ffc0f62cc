//! Numbers as people read them. Rounding happens here and nowhere else: once, half away from zero.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::number::decimal::Arithmetic;
use crate::number::int;
use crate::text::{Locale, Text, text};

/// How many decimals to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precision {
    /// The minimum number of decimals, padded with zeros.
    pub min_decimals: u32,
    /// The maximum number of decimals; the value is rounded to them.
    pub max_decimals: u32,
}

impl Precision {
    /// Exactly this many decimals: `24.0`.
    pub const fn fixed(decimals: u32) -> Self {
        Self { min_decimals: decimals, max_decimals: decimals }
    }

    /// As many decimals as the value has, up to a limit: `16,666.67` but `25,000`.
    pub const fn up_to(decimals: u32) -> Self {
        Self { min_decimals: 0, max_decimals: decimals }
    }
}

/// Rounds half away from zero. Zero never has a minus sign.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() { Decimal::ZERO } else { rounded.normalize() }
}

/// The decimal for programs, rounded to 12 places: the content of `data/@value`.
///
/// ```
/// use abacus_core::number::{dec, format::machine};
///
/// assert_eq!(machine(dec(25_000_000, 3)), "25000");
/// ```
pub fn machine(value: Decimal) -> String {
    round(value, 12).to_string()
}

/// A number grouped in threes, the same in both languages.
///
/// ```
/// use abacus_core::number::dec;
/// use abacus_core::number::format::{Precision, number};
///
/// let value = -dec(1_234_567, 3);
/// assert_eq!(number(value, Precision::up_to(2)), "-1,234.57");
/// assert_eq!(number(value, Precision::fixed(4)), "-1,234.5670");
/// ```
pub fn number(value: Decimal, precision: Precision) -> String {
    let rounded = round(value, precision.max_decimals);
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
    let least = usize::try_from(precision.min_decimals).unwrap_or_default();
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
    /// What it is called.
    pub name: Text,
    /// How many decimals its amounts have.
    pub decimals: u32,
    zh: &'static str,
    en: &'static str,
}

impl Currency {
    /// Its sign in a language; for a currency without a sign, its code and a space.
    pub const fn sign(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }

    /// The name of its unit, beside a figure.
    pub fn unit(&self, locale: Locale) -> &'static str {
        match (locale, self.code) {
            (Locale::Zh, "CNY") => "元",
            (_, code) => code,
        }
    }

    /// The currency with this ISO 4217 code, if it is in [`CURRENCIES`].
    pub fn find(code: &str) -> Option<&'static Self> {
        CURRENCIES.iter().find(|currency| currency.code == code)
    }

    /// The usual currency of a language.
    pub fn default_for(locale: Locale) -> Option<&'static Self> {
        Self::find(match locale {
            Locale::Zh => "CNY",
            Locale::En => "USD",
        })
    }
}

const fn currency(code: &'static str, name: Text, decimals: u32, zh: &'static str, en: &'static str) -> Currency {
    Currency { code, name, decimals, zh, en }
}

/// The common currencies with their signs in both languages. Others are shown by their code.
pub const CURRENCIES: &[Currency] = &[
    currency("CNY", text("人民币", "Chinese yuan"), 2, "¥", "CN¥"),
    currency("USD", text("美元", "US dollar"), 2, "US$", "$"),
    currency("EUR", text("欧元", "Euro"), 2, "€", "€"),
    currency("HKD", text("港元", "Hong Kong dollar"), 2, "HK$", "HK$"),
    currency("TWD", text("新台币", "New Taiwan dollar"), 2, "NT$", "NT$"),
    currency("JPY", text("日元", "Japanese yen"), 0, "JP¥", "¥"),
    currency("GBP", text("英镑", "British pound"), 2, "£", "£"),
    currency("AUD", text("澳大利亚元", "Australian dollar"), 2, "AU$", "A$"),
    currency("CAD", text("加拿大元", "Canadian dollar"), 2, "CA$", "CA$"),
    currency("SGD", text("新加坡元", "Singapore dollar"), 2, "SGD\u{a0}", "SGD\u{a0}"),
    currency("CHF", text("瑞士法郎", "Swiss franc"), 2, "CHF\u{a0}", "CHF\u{a0}"),
];

/// How the user wants figures shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// The language.
    pub locale: Locale,
    /// The currency of amounts; none shows amounts without a sign.
    pub currency: Option<&'static Currency>,
    /// The decimals of amounts; none shows as many as there are, up to the currency's own.
    pub decimals: Option<u32>,
}

impl Style {
    /// The usual style of a language.
    pub fn default_for(locale: Locale) -> Self {
        Self { locale, currency: Currency::default_for(locale), decimals: None }
    }

    /// The sign before an amount; empty without a currency.
    pub fn sign(&self) -> &'static str {
        self.currency.map_or("", |currency| currency.sign(self.locale))
    }
}

/// An amount with the sign of its currency, and decimals only if it has any: `¥1,200,000`,
/// `-$12.50`.
pub fn money(value: Decimal, code: &str, locale: Locale) -> String {
    let decimals = Currency::find(code).map_or(2, |currency| currency.decimals);
    let rounded = round(value, decimals);
    let precision = Precision::fixed(if rounded.scale() == 0 { 0 } else { decimals });
    let amount = number(rounded.abs(), precision);
    let sign = if rounded.is_sign_negative() { "-" } else { "" };
    match Currency::find(code) {
        Some(currency) => format!("{sign}{}{amount}", currency.sign(locale)),
        None => format!("{sign}{code}\u{a0}{amount}"),
    }
}

/// A figure in short form, as people say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Short {
    /// `5.62万`, `1.2亿`, `1.2 million`.
    pub text: String,
    /// Whether the short form is rounded.
    pub rounded: bool,
}

impl fmt::Display for Short {
    /// The short form with `=` or `≈` before it: `= 120万`, `≈ 5.62万`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", if self.rounded { "≈" } else { "=" }, self.text)
    }
}

/// The short form of a figure, to be shown beside the exact one and never alone: `5.62万`, `1.2亿`; in English from a
/// million up, `1.2 million`. None for figures that are already short.
pub fn short(value: Decimal, locale: Locale) -> Option<Short> {
    let scales: [(Decimal, &str); 3] = match locale {
        Locale::Zh => [(int(10_000), "万"), (int(100_000_000), "亿"), (TRILLION, "万亿")],
        Locale::En => [(int(1_000_000), " million"), (int(1_000_000_000), " billion"), (TRILLION, " trillion")],
    };
    let [(least, name), larger @ ..] = scales;
    if value.abs() < least {
        return None;
    }
    // Rounded before trying the next scale: 99,999,999 would be 10,000万, so it is 1亿.
    let at = |scale: Decimal| Some(round(value.over(scale)?, DECIMALS));
    let (mut scale, mut name, mut shown) = (least, name, at(least)?);
    for (larger, its_name) in larger {
        if shown.abs().times(scale)? >= larger {
            (scale, name, shown) = (larger, its_name, at(larger)?);
        }
    }
    let text = format!("{}{name}", number(shown, Precision::up_to(DECIMALS)));
    Some(Short { text, rounded: shown.times(scale) != Some(value) })
}

/// The maximum number of decimals of a short form.
const DECIMALS: u32 = 2;

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
    fn machine_numbers_have_up_to_twelve_places() {
        assert_eq!(machine(decimal("16666.6666666666666666666")), "16666.666666666667");
        assert_eq!(machine(decimal("25000.000")), "25000");
        assert_eq!(machine(decimal("-0.0000000000001")), "0");
    }

    #[test]
    fn money_has_a_sign_and_cents_only_if_any() {
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
    fn only_long_figures_have_a_short_form() {
        for (value, locale, expected) in [
            ("9999", Locale::Zh, None),
            ("56160", Locale::Zh, Some("5.62万")),
            ("-25000", Locale::Zh, Some("-2.5万")),
            ("120000000", Locale::Zh, Some("1.2亿")),
            ("2000000000000", Locale::Zh, Some("2万亿")),
            ("56160", Locale::En, None),
            ("1200000", Locale::En, Some("1.2 million")),
            ("3456000000", Locale::En, Some("3.46 billion")),
            ("99999999", Locale::Zh, Some("1亿")),
            ("-999999999999", Locale::Zh, Some("-1万亿")),
            ("999999999", Locale::En, Some("1 billion")),
            ("999999", Locale::En, None),
            ("99949999", Locale::Zh, Some("9,995万")),
        ] {
            assert_eq!(short(decimal(value), locale).map(|short| short.text).as_deref(), expected, "{value}");
        }
    }

    #[test]
    fn short_forms_show_whether_they_are_rounded() {
        for (value, locale, expected) in [
            ("56160", Locale::Zh, "≈ 5.62万"),
            ("1200000", Locale::Zh, "= 120万"),
            ("10000.01", Locale::Zh, "≈ 1万"),
            ("99999999", Locale::Zh, "≈ 1亿"),
            ("1200000.50", Locale::En, "≈ 1.2 million"),
            ("-2500000.00", Locale::En, "= -2.5 million"),
        ] {
            assert_eq!(short(decimal(value), locale).map(|short| short.to_string()).as_deref(), Some(expected));
        }
    }
}
