use abacus_core::format_in;
use abacus_core::number::expr::Operator;
use abacus_core::text::Locale;
use abacus_core::text::{Text, text};

/// The word between two figures, and the space around it.
pub const fn between(operator: Operator) -> Text {
    match operator {
        Operator::Add => text(" 加", " plus "),
        Operator::Subtract => text(" 减", " minus "),
        Operator::Multiply => text(" 乘以", " times "),
        Operator::Divide => text(" 除以", " divided by "),
        Operator::Power => text(" 的乘方，指数", " to the power of "),
    }
}

/// Around the ratio and the number of terms of a geometric series.
pub const SERIES: [Text; 3] =
    [text("(1 + q + q² + …，q 是", "(1 + q + q² + …, q being "), text("，共", ", "), text(" 项)", " terms)")];

/// The end of the sentence: the result, preceded by the figure before rounding up if that differs.
pub fn comes_to(result: &str, before: Option<&str>, is_exact: bool, locale: Locale) -> String {
    match (before, is_exact) {
        (Some(before), _) => {
            format_in!(locale, "，得 {before}，向上取整是 {result}。", " is {before}, rounded up to {result}.")
        }
        (None, true) => format_in!(locale, "，得 {result}。", " is {result}."),
        (None, false) => format_in!(locale, "，约得 {result}。", " is about {result}."),
    }
}

/// Shown instead of an undefined result.
pub fn comes_to_nothing(reason: &str, locale: Locale) -> String {
    format_in!(locale, "：{reason}。", ": {reason}.")
}
