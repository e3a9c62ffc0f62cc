use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, Text, text};

pub const HEADLINE: Text = text("把账算给客户看", "Figures you can show a customer");
pub const LEAD: Text = text(
    "数字精确，公式写明，换上您自己的数就能用。",
    "Exact figures with the formula shown. Put in your own numbers.",
);
pub const TO_SHOW: Text = text("给客户看", "Show a customer");
pub const TO_WORK_OUT: Text = text("自己算一算", "Work it out");
pub const TO_PLAN: Text = text("安排工作", "Plan your work");
/// Before the figure of a calculator's example.
pub const EXAMPLE: Text = text("举例", "Example");
/// The link to the last values of a calculator.
pub const CONTINUE: Text = text("接着上次算", "Continue with your figures");
pub const ATTENTION: Text = text("今天要处理的商机", "Deals that need you today");
pub const ALL_DEALS: Text = text("打开商机本", "Open the deal book");

/// Beside a deal: the link for logging a meeting about it.
pub const LOG: Text = text("记一笔", "Log");

/// The accessible name of a link beside a deal.
pub fn about(label: Text, deal: &str, locale: Locale) -> String {
    let (label, deal) = (label.get(locale), isolated(deal));
    format_in!(locale, "{label}：{deal}", "{label}: {deal}")
}

/// The accessible name of the link to the last values of a calculator: there is one for each.
pub fn continue_with(title: &str, locale: Locale) -> String {
    format_in!(locale, ("{}：{title}", CONTINUE.zh), ("{}: {title}", CONTINUE.en))
}
pub(super) const TO_TEACH: Text = text(
    "给一屋子人讲：十节课，先猜再算，投到墙上一步一步来",
    "For a room full of people: ten lessons in which everyone guesses first, then sees the answer worked out on the wall, step by step",
);
