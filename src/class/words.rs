use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

pub(super) const LEAD: Text = text(
    "先猜，再看，动手算，带回去。投到墙上一步一步讲，数都是现算的，断网也能讲。",
    "Guess first, then see, work it out and take it home. Each lesson goes on the wall step by step, its figures are computed on the spot, and it runs offline.",
);
pub(super) const START: Text = text("开讲", "Start");

#[must_use]
pub(super) fn start(lesson: &str, locale: Locale) -> String {
    format_in!(locale, "开讲：{lesson}", "Start “{lesson}”")
}

#[must_use]
pub(super) fn minutes(minutes: u32, locale: Locale) -> String {
    format_in!(locale, "{minutes} 分钟", "{minutes} min")
}
