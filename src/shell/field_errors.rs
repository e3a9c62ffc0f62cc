//! The messages for fields and links that cannot be parsed.

use abacus_core::calculator::field::{Field, FieldError, Kind, Low};
use abacus_core::calculator::share::LinkProblem;
use abacus_core::format_in;
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::text;

/// What to do about it: what is expected, and what was read.
pub fn field_error(field: &Field, error: FieldError, locale: Locale) -> String {
    let example = field.quote(field.default);
    match (error, locale) {
        (FieldError::Empty, Zh) => format!("请填一个数，例如 {example}。"),
        (FieldError::Empty, En) => format!("Enter a number, for example {example}."),
        (FieldError::NotANumber, Zh) => format!("这不是数字。请填一个数，例如 {example}。"),
        (FieldError::NotANumber, En) => format!("This is not a number. Enter one, for example {example}."),
        (FieldError::Separators, Zh) => "逗号或小数点的位置有歧义。小数用点（1.5），千位用逗号（1,500）。".to_owned(),
        (FieldError::Separators, En) => {
            "The commas or points are ambiguous. Write decimals as 1.5 and thousands as 1,500.".to_owned()
        }
        (FieldError::Several, Zh) => "贴进来的是好几个数，这里只能填一个。".to_owned(),
        (FieldError::Several, En) => "These are several numbers. Enter just one.".to_owned(),
        (FieldError::Million, Zh) => "m 有人当百万，有人当千，读不准。请写“百万”或“千”。".to_owned(),
        (FieldError::Million, En) => {
            "“m” is a million to some and a thousand to others. Write “million” or “k”.".to_owned()
        }
        (FieldError::AfterMagnitude, Zh) => "千、万后面的数读不准，请写全，例如 3,050 或 3,500。".to_owned(),
        (FieldError::AfterMagnitude, En) => {
            "The digits after the magnitude are ambiguous. Write the number out, such as 3,050 or 3,500.".to_owned()
        }
        (FieldError::TooManyDigits, Zh) => format!("位数太多，读不准。{}", expected(field, locale)),
        (FieldError::TooManyDigits, En) => format!("Too many digits to be exact. {}", expected(field, locale)),
        (FieldError::PercentNotExpected, Zh) => "请填数目，不要填百分比。".to_owned(),
        (FieldError::PercentNotExpected, En) => "Enter a plain number, not a percentage.".to_owned(),
        (FieldError::CurrencyNotExpected, Zh) => "请只填数字，不带货币符号。".to_owned(),
        (FieldError::CurrencyNotExpected, En) => "Enter the number alone, without a currency sign.".to_owned(),
        (FieldError::OtherCurrency(sign), Zh) => {
            format!("这里的金额用的不是“{sign}”。请只填数目，或先换成这个币种。")
        }
        (FieldError::OtherCurrency(sign), En) => {
            format!("Amounts here are not in “{sign}”. Enter the number alone, or choose that currency first.")
        }
        (FieldError::Decimals(..), _) if field.kind == Kind::Whole => {
            format_in!(locale, "请填整数。", "Enter a whole number.")
        }
        (FieldError::Decimals(_, most), Zh) => format!("最多填 {most} 位小数。"),
        (FieldError::Decimals(_, most), En) => format!("Enter at most {most} decimals."),
        (FieldError::NoSuchChoice, Zh) => format!("请从这些里选一个：{}。", choices(field, locale)),
        (FieldError::NoSuchChoice, En) => format!("Choose one of: {}.", choices(field, locale)),
        (FieldError::OutOfRange(read), Zh) => {
            format!("{}，现在是 {}。", range(field, field.label.zh), field.quote(read))
        }
        (FieldError::OutOfRange(read), En) => format!("{} Now it is {}.", expected(field, locale), field.quote(read)),
    }
}

fn choices(field: &Field, locale: Locale) -> String {
    let Kind::Choice(choices) = field.kind else { return String::new() };
    let named: Vec<_> = choices
        .iter()
        .map(|choice| {
            format_in!(locale, ("{}（{}）", choice.name, choice.label.zh), ("{} ({})", choice.name, choice.label.en))
        })
        .collect();
    named.join(text("、", ", ").get(locale))
}

fn expected(field: &Field, locale: Locale) -> String {
    let high = field.quote(field.high);
    match (field.low, locale) {
        (_, Zh) => format!("{}。", range(field, "")),
        (Low::From(low), En) => format!("Enter a value from {} to {high}.", field.quote(low)),
        (Low::Above(low), En) => format!("Enter a value above {} and up to {high}.", field.quote(low)),
    }
}

/// The range of a value, in Chinese: `年数要在 0 到 100 之间`.
fn range(field: &Field, label: &str) -> String {
    let high = field.quote(field.high);
    match field.low {
        Low::From(low) => format!("{label}要在 {} 到 {high} 之间", field.quote(low)),
        Low::Above(low) => format!("{label}要大于 {}，最多 {high}", field.quote(low)),
    }
}

/// A part of a link that was not used, and why.
pub fn link_problem(field: Option<&Field>, problem: &LinkProblem, locale: Locale) -> String {
    match (problem, locale) {
        (LinkProblem::UnknownKey(key), Zh) => format!("“{key}”：这个计算器没有这一项。"),
        (LinkProblem::UnknownKey(key), En) => format!("“{key}”: this calculator has no such input."),
        (LinkProblem::Repeated(key), Zh) => format!("“{key}”出现了两次，只用了第一个。"),
        (LinkProblem::Repeated(key), En) => format!("“{key}” appears twice; only the first is used."),
        (LinkProblem::BadGoal(key), Zh) => format!("“solve={key}”没有用上：要写明求哪个输入，以及想要的结果。"),
        (LinkProblem::BadGoal(key), En) => {
            format!("“solve={key}” was not used: it needs an input of this calculator and a target result.")
        }
        (LinkProblem::BadValue(key, value, error) | LinkProblem::BadWanted(key, value, error), _) => {
            let label = field.map_or(*key, |field| field.label.get(locale));
            let why = field.map_or_else(String::new, |field| field_error(field, *error, locale));
            format_in!(locale, "{label}“{value}”没有用上：{why}", "{label} “{value}” was not used: {why}")
        }
    }
}
