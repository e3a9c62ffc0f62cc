use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

pub(super) const FORGET: Text = text("忘掉", "Forget");
pub(super) const FORGET_LAST: Text = text("忘掉上次的数字", "Forget your last values");
pub(super) const FORGOTTEN: Text = text("上次的数字已经忘掉。", "Your last values are forgotten.");
/// Shown instead of last values that cannot be parsed.
pub(super) const UNREADABLE: Text =
    text("上次存下的数字读不出来，原样留着。", "Your last values cannot be read; they are kept as they are.");
pub(super) const FORGET_USUAL: Text = text("忘掉常用数字", "Forget your usual figures");
pub(super) const USUAL_FORGOTTEN: Text = text("常用数字已经忘掉。", "Your usual figures are forgotten.");
pub(super) const KEPT: Text = text("记下了，别的计算器也能用。", "Saved for the other calculators, too.");
pub(super) const NOT_KEPT: Text = text("这里存不下，没有记住。", "It could not be stored here.");

pub(super) const ALLOW: Text = text("给客户看时，让他看一项自己的数字…", "Show with one figure of your own…");
pub(super) const ALLOW_WHICH: Text = text("这位客户可以看哪一项？", "Which one may this customer see?");
pub(super) const ALLOW_ONCE: Text = text(
    "只在这一次：别的数字照样收起，网址、二维码里都没有它，下次再问。",
    "This time only: all other figures stay hidden, it is in no address or QR code, and next time you are asked again.",
);

/// Before the last values, in the link to them.
pub(super) const LAST: Text = text("接着上次：", "Your last values: ");
pub(super) const LAST_IN_MENU: Text = text("接着上次的数字", "Your last values");
pub(super) const AND: Text = text("、", ", ");

/// Instead of the value of an input that is solved for.
pub(super) fn solving(label: &str, locale: Locale) -> String {
    format_in!(locale, "反推{label}", "solving for {label}")
}

pub(super) fn use_usual(figures: &[String], locale: Locale) -> String {
    format_in!(locale, ("填入常用数字：{}", figures.join("、")), ("Use your usual figures: {}", figures.join(", ")))
}

pub(super) fn keep_usual(figures: &[String], locale: Locale) -> String {
    format_in!(locale, ("记为常用数字：{}", figures.join("、")), ("Keep as your usual figures: {}", figures.join(", ")))
}

/// A result under one option: 净利率 2% 是 ¥25,000.
pub(super) fn reading(option: &str, figure: &str, value: &str, locale: Locale) -> String {
    format_in!(locale, "按{option} {figure} 是 {value}", ("{value} at a {} of {figure}", option.to_lowercase()),)
}

pub(super) fn both(label: &str, readings: &[String], locale: Locale) -> String {
    format_in!(locale, ("{label}：{}。", readings.join("；")), ("{label}: {}.", readings.join("; ")))
}
