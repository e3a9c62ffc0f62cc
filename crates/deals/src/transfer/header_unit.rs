//! The unit that the header of an amount states: `金额（万元，含税）`, `金额/万元`, `Amount (USD k)`.
//!
//! A word that is not understood makes the unit doubtful, and no amount below it is read: 120 under `金额（十万元）`
//! must never become ¥120.

use abacus_core::Decimal;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::numeral::{self, Numeral, Sign};

use super::folded::folded;

/// The unit of the amounts in a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum HeaderUnit {
    /// A factor and a currency; `None` for the deal's currency.
    Known(Decimal, Option<Sign>),
    /// Something that is not understood: the words after the name of the column.
    Doubtful(String),
}

/// What separates the name of a column from its unit.
const OPENINGS: [char; 7] = ['(', '[', '【', '/', ':', '{', '<'];

/// The characters between the words of a unit.
pub(super) const SEPARATORS: [char; 15] =
    [' ', ',', '，', '、', ';', '；', '/', '(', ')', '[', ']', '{', '}', ':', '|'];

/// Characters that are hardly used in brackets except for the unit of an amount.
pub(super) const MAGNITUDES: [char; 5] = ['元', '万', '亿', '千', '百'];

/// Words that change no amount.
const NEUTRAL: [&str; 31] = [
    "单位",
    "含税",
    "不含税",
    "未税",
    "税前",
    "税后",
    "含增值税",
    "不含增值税",
    "预计",
    "估计",
    "总价",
    "合计",
    "in",
    "of",
    "unit",
    "incl",
    "incl.",
    "including",
    "excl",
    "excl.",
    "excluding",
    "vat",
    "tax",
    "taxes",
    "before",
    "after",
    "net",
    "gross",
    "est.",
    "estimated",
    "expected",
];

impl HeaderUnit {
    /// The unit stated by a header; the column may have any name.
    pub(super) fn of(header: &str) -> Self {
        let folded: String = header.trim().chars().map(folded).collect();
        let (name, stated) = folded.split_at(folded.find(OPENINGS).unwrap_or(folded.len()));
        let stated = stated.trim_matches(|letter: char| OPENINGS.contains(&letter) || ")]】}> ".contains(letter));
        let words = stated.split(|letter: char| letter.is_whitespace() || SEPARATORS.contains(&letter));
        match together(words.map(|word| word.trim_start_matches("单位")), in_name(name)) {
            Some((factor, sign)) => Self::Known(factor.unwrap_or(Decimal::ONE), sign),
            None => Self::Doubtful(stated.to_owned()),
        }
    }

    /// Takes the unit of the title if the header states none.
    pub(super) fn inherit(&mut self, title: &Self) {
        if *self == Self::Known(Decimal::ONE, None) {
            *self = title.clone();
        }
    }

    /// The text of the amount in a cell below the header, and whether its unit is certain.
    pub(super) fn apply(&self, typed: &str) -> (String, bool) {
        let typed = typed.trim();
        let doubtful = |unit: &str| (format!("{typed}（{unit}）"), false);
        let (factor, sign) = match self {
            _ if typed.is_empty() => return (String::new(), true),
            Self::Known(factor, sign) => (*factor, *sign),
            Self::Doubtful(unit) => return doubtful(unit),
        };
        let unit = || format!("{}{}", factor.normalize(), sign.map_or("", Sign::written));
        let Ok(cell @ Numeral { value, percent: false, .. }) = numeral::read(typed) else {
            return (typed.to_owned(), true);
        };
        let written = cell.sign.or(sign).map_or("", Sign::written);
        if factor == Decimal::ONE {
            // A cell with its own sign needs no other.
            let whole = if cell.sign.is_some() { typed.to_owned() } else { format!("{typed}{written}") };
            return (whole, true);
        }
        match value.times(factor).filter(|_| !cell.scaled && !contradict(cell.sign, sign)) {
            Some(value) => (format!("{}{written}", value.normalize()), true),
            None => doubtful(&unit()),
        }
    }
}

/// The magnitude and the currency that words state together with those given; `None` if a word is not understood or
/// they contradict each other.
pub(super) fn together<'a>(
    words: impl Iterator<Item = &'a str>,
    (mut factor, mut sign): (Option<Decimal>, Option<Sign>),
) -> Option<(Option<Decimal>, Option<Sign>)> {
    for word in words.filter(|word| !word.is_empty() && !NEUTRAL.contains(&word.to_lowercase().as_str())) {
        let (magnitude, its_sign) = unit(word)?;
        if (magnitude.is_some() && factor.is_some()) || contradict(sign, its_sign) {
            return None;
        }
        (factor, sign) = (factor.or(magnitude), sign.or(its_sign));
    }
    Some((factor, sign))
}

/// Whether two signs have no currency in common.
pub(super) fn contradict(one: Option<Sign>, other: Option<Sign>) -> bool {
    one.zip(other).is_some_and(|(one, other)| !one.codes.iter().any(|code| other.codes.contains(code)))
}

/// The magnitude and the currency in the name of a column: `金额万元`, `美元金额`, `Amount USD`.
fn in_name(name: &str) -> (Option<Decimal>, Option<Sign>) {
    let name = name.trim();
    // A separate word, or the last letters of a Chinese name.
    let ends = name.char_indices().map(|(start, _)| name.split_at(start));
    let is_word = |before: &str, end: &str| !end.is_ascii() || before.ends_with(' ');
    let mut found = ends.filter(|(before, end)| !before.is_empty() && is_word(before, end.trim()));
    let found = found.find_map(|(_, end)| unit(end.trim())).unwrap_or_default();
    let begins = Sign::before(name).filter(|(sign, _)| sign.written().chars().count() > 1).map(|(sign, _)| sign);
    (found.0, found.1.or(begins))
}

/// Whether a word is a magnitude, a currency, or both.
pub(super) fn is_unit(word: &str) -> bool {
    unit(word.trim()).is_some()
}

/// Whether a word is a magnitude, with a currency or without.
pub(super) fn is_magnitude(word: &str) -> bool {
    unit(word.trim()).is_some_and(|(magnitude, _)| magnitude.is_some())
}

/// A word that is a magnitude, a currency, or both.
fn unit(word: &str) -> Option<(Option<Decimal>, Option<Sign>)> {
    let (before, rest) = Sign::before(word).map_or((None, word), |(sign, rest)| (Some(sign), rest.trim()));
    let (after, rest) = Sign::after(rest).map_or((None, rest), |(sign, rest)| (Some(sign), rest.trim()));
    if contradict(before, after) {
        return None;
    }
    // `万元人民币` names one currency twice.
    let (again, rest) = Sign::after(rest).map_or((None, rest), |(sign, rest)| (Some(sign), rest.trim()));
    if contradict(before.or(after), again) {
        return None;
    }
    let sign = before.or(after);
    let lower = rest.to_lowercase();
    let magnitude = match lower.as_str() {
        "" => return sign.is_some().then_some((None, sign)),
        "000" | "000s" | "'000" | "'000s" | "thousands" => numeral::read("1k"),
        "millions" => numeral::read("1million"),
        "billions" => numeral::read("1billion"),
        _ => numeral::read(rest).or_else(|_| numeral::read(&format!("1{rest}"))),
    };
    let magnitude = magnitude.ok().filter(|read| read.scaled && !read.percent && read.sign.is_none())?;
    // 二 in `金额（二）` numbers the columns.
    is_power_of_ten(magnitude.value).then_some((Some(magnitude.value), sign))
}

/// Whether a number is 10, 100 and so on.
fn is_power_of_ten(value: Decimal) -> bool {
    value > Decimal::ONE && value.normalize().to_string().trim_end_matches('0') == "1"
}

#[cfg(test)]
mod tests {
    use super::HeaderUnit;

    /// What 120 below a header is read as.
    fn read(header: &str) -> String {
        HeaderUnit::of(header).apply("120").0
    }

    #[test]
    fn a_unit_is_recognised_anywhere_in_a_header() {
        for (header, expected) in [
            ("金额", "120"),
            ("金额（含税）", "120"),
            ("金额（元）", "120元"),
            ("金额（万元）", "1200000元"),
            ("金额（人民币万元）", "1200000人民币"),
            ("金额（万元，含税）", "1200000元"),
            ("金额（十万元）", "12000000元"),
            ("金额/万元", "1200000元"),
            ("金额：万元", "1200000元"),
            ("金额万元", "1200000元"),
            ("金额（单位：万元）", "1200000元"),
            ("金额（百万美元，不含税）", "120000000美元"),
            ("美元金额", "120美元"),
            ("Amount (USD k)", "120000USD"),
            ("Amount (thousands)", "120000"),
            ("Amount (in thousands)", "120000"),
            ("Amount ('000)", "120000"),
            ("Amount (USD, excl. VAT)", "120USD"),
            ("Amount USD", "120USD"),
            ("Amount, US$ million", "120000000US$"),
            ("单元", "120元"),
        ] {
            assert_eq!(read(header), expected, "{header}");
        }
    }

    #[test]
    fn an_unknown_unit_is_doubtful() {
        for header in [
            "金额（%）",
            "金额（吨）",
            "Amount (m)",
            "Amount (USD mn)",
            "金额（万元/年）",
            "金额（元，美元）",
            "金额（万，千）",
            "金额（二）",
            "金额（三元）",
        ] {
            let unit = HeaderUnit::of(header);
            let (kept, is_certain) = unit.apply("120");
            assert!(!is_certain && kept.starts_with("120（"), "{header}: {kept}");
            assert_eq!(unit.apply(" "), (String::new(), true), "a unit alone is not an amount");
        }
    }

    #[test]
    fn a_cell_with_its_own_magnitude_is_not_multiplied() {
        let unit = HeaderUnit::of("金额（万元）");
        assert_eq!(unit.apply("12万"), ("12万（10000元）".to_owned(), false));
        assert_eq!(unit.apply("$12"), ("$12（10000元）".to_owned(), false));
        assert_eq!(unit.apply("¥12"), ("120000¥".to_owned(), true));
        assert_eq!(HeaderUnit::of("金额（元）").apply("¥12"), ("¥12".to_owned(), true));
    }
}
