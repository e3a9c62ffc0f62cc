use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

pub(super) const LEAD: Text = text(
    "先猜，再看，动手算，带回去。投到墙上一步一步讲，数都是现算的，断网也能讲。",
    "Guess first, then look, work it out and take it home. Each lesson goes up on the wall step by step, with figures computed on the spot, and works offline.",
);
pub(super) const NO_LINK: Text =
    text("这个文件没有设定网址，所以没有链接。", "This file was made without a web address, so it has no link.");
pub(super) const START: Text = text("开讲", "Start");

pub(super) fn start(lesson: &str, locale: Locale) -> String {
    format_in!(locale, "开讲：{lesson}", "Start “{lesson}”")
}

pub(super) fn minutes(minutes: u32, locale: Locale) -> String {
    format_in!(locale, "{minutes} 分钟", "{minutes} min")
}

pub(super) const NO_LESSON: Text = text("没有这节课。", "There is no such lesson.");
pub(super) const NO_CALCULATOR: Text = text("没有这个计算器。", "There is no such calculator.");
pub(super) const UNREADABLE: Text = text("这节课读不出来。", "This lesson cannot be read.");
pub(super) const LEFT_ALONE: Text = text("没有改动任何内容。", "Nothing was changed.");
pub(super) const TO_LIST: Text = text("看全部课程", "See all lessons");
pub(super) const PRINT: Text = text("打印", "Print");
/// Above the sheets of all lessons.
pub(super) const ALL_LESSONS: Text = text("十节课一起打印", "Print all lessons");
pub(super) const SCRIPT: Text = text("讲稿", "Script");
pub(super) const PRACTICE: Text = text("练习", "Practice sheet");
pub(super) const ANSWERS: Text = text("答案", "Answer sheet");
pub(super) const NAME: Text = text("姓名", "Name");
pub(super) const DATE: Text = text("日期", "Date");
/// The common guesses are from our own experience.
pub(super) const COMMON_GUESSES: Text = text("常见的猜法（我们的经验）：", "Common guesses (our experience):");

pub(super) fn print(lesson: &str, locale: Locale) -> String {
    format_in!(locale, "打印：{lesson}", "Print “{lesson}”")
}

/// The planned time of a step, before its notes.
pub(super) fn time(seconds: u32, locale: Locale) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    format_in!(locale, "〔{minutes}:{rest:02}〕", "[{minutes}:{rest:02}] ")
}
