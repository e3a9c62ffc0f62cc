use abacus_core::Decimal;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::number::format::short;
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};
use abacus_deals::{ContactDays, Currency};

pub const TO_CALENDAR: Text = text("存进日历（.ics）", "Save to calendar (.ics)");
pub const NO_FILE: Text = text("浏览器不让存文件。", "The browser does not allow files to be saved.");

/// Beside an amount: its short form, if there is one, and the currency.
pub fn amount_unit(amount: Option<Decimal>, currency: &Currency, locale: Locale) -> String {
    let unit = match (currency.code(), locale) {
        ("CNY", Zh) => "元",
        ("USD", Zh) => "美元",
        ("EUR", Zh) => "欧元",
        ("HKD", Zh) => "港元",
        ("JPY", Zh) => "日元",
        ("GBP", Zh) => "英镑",
        (code, _) => code,
    };
    match (amount.and_then(|amount| short(amount, locale)), locale) {
        (None, _) => unit.to_owned(),
        (Some(short), Zh) => format!("{short}{unit}"),
        (Some(short), En) => format!("{short} {unit}"),
    }
}

/// How many deals of the customer just named already exist.
pub fn same_customer(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (_, Zh) => format!("商机本里已经有这家客户的 {count} 笔商机："),
        (1, En) => "The book already has a deal with this customer:".to_owned(),
        (_, En) => format!("The book already has {count} deals with this customer:"),
    }
}

pub fn not_a_date(typed: &str, locale: Locale) -> String {
    let typed = isolated(typed);
    format_in!(
        locale,
        "“{typed}”不是日期。请这样填：{EXAMPLE_DAY}。",
        "“{typed}” is not a date. Enter one such as {EXAMPLE_DAY}."
    )
}

/// The error for an incomplete or non-existent date; `kept` is the date still stored in the deal.
pub fn no_such_day(kept: &str, locale: Locale) -> String {
    let (is_empty, kept) = (kept.is_empty(), isolated(kept));
    match (is_empty, locale) {
        (true, Zh) => format!("日期没有填完整，或没有这一天，所以没有记下。请这样填：{EXAMPLE_DAY}。"),
        (true, En) => {
            format!("The date is incomplete or does not exist, so it was not saved. Enter one such as {EXAMPLE_DAY}.")
        }
        (false, Zh) => format!("日期没有填完整，或没有这一天。原来的 {kept} 没有动；要去掉它，请清空整个日期。"),
        (false, En) => format!(
            "The date is incomplete or does not exist. {kept} is unchanged; to remove it, clear the whole date."
        ),
    }
}

const EXAMPLE_DAY: &str = "2026-06-30";

pub fn too_long(length: usize, limit: usize, locale: Locale) -> String {
    format_in!(
        locale,
        "共 {length} 字，最好不超过 {limit} 字。一个字也没有删。",
        "{length} characters; better no more than {limit}. Nothing was cut."
    )
}

pub fn rhythm(days: ContactDays, locale: Locale) -> String {
    match (days.days(), locale) {
        (1, _) => text("每天", "Daily").get(locale).to_owned(),
        (7, _) => text("每周", "Weekly").get(locale).to_owned(),
        (365, _) => text("每年", "Yearly").get(locale).to_owned(),
        (days, Zh) => format!("每 {days} 天"),
        (days, En) => format!("Every {days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::{no_such_day, not_a_date};
    use abacus_core::text::Locale;

    #[test]
    fn a_name_inside_a_sentence_is_isolated() {
        for locale in Locale::ALL {
            for sentence in [not_a_date("דנה", locale), no_such_day("דנה", locale)] {
                assert!(sentence.contains("\u{2068}דנה\u{2069}"), "{sentence}");
            }
        }
    }
}
