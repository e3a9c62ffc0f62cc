use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::{Advice, Contact, Coverage, Proposal};

use crate::deals::words::ago;

pub const TITLE: Text = text("会面记录", "Contact log");
pub const EMPTY: Text = text(
    "见过客户就记一笔：见了谁，结果怎样，客户答应做什么。",
    "Note every meeting: who you met, how it ended, what the customer agreed to do.",
);
pub const LIST: Text = text("记下的会面，最近的在前", "Meetings, latest first");
pub const PEOPLE: Text = text("见了谁", "Who you met");
pub const OUTCOME: Text = text("结果", "Outcome");
pub const ACTION: Text = text("客户答应做什么", "What the customer agreed to do");
pub const NO_ACTION: Text = text("其他，自己写", "Something else, in my own words");
pub const MAKE_NEXT_STEP: Text = text("把跟进这件事定为下一步", "Make following this up the next step");
pub const DONE: Text = text("完成", "Done");
pub const UNFINISHED: Text = text("只记了一半", "Only half logged");
pub const CHANGE: Text = text("修改", "Change");
pub const REMOVE: Text = text("删除", "Remove");
pub const PLANNED: Text = text("拜访前的打算", "Planned before the visit");
pub const GOAL: Text = text("目标", "Goal");
pub const EXPECTED: Text = text("期望", "Expected");
pub const AS_EXPECTED: Text = text("拜访前的期望", "as expected before the visit");
pub const UNDATED: Text = text("日期未填", "No date yet");
pub const NO_OUTCOME: Text = text("结果未填", "No outcome yet");
pub const NO_PEOPLE: Text = text("没有写见了谁", "Nobody named");
pub const COUNTS_AS_CONTINUATION: Text =
    text("客户没有答应做什么，按延续算", "counts as a continuation: nothing was agreed");
pub const STAGE_ORDERED: Text = text("客户已经下单。", "The customer has ordered.");

/// `last` is the day of the last contact.
pub fn summary(log: &[Contact], last: Option<Date>, today: Date, locale: Locale) -> String {
    match (log.len(), last, locale) {
        (0, _, _) => text("还没有记录", "Nothing noted yet").get(locale).to_owned(),
        (count, None, Zh) => format!("{count} 次"),
        (1, None, En) => "1 meeting".to_owned(),
        (count, None, En) => format!("{count} meetings"),
        (count, Some(last), Zh) => format!("{count} 次，最近一次：{}", ago(last, today, locale)),
        (1, Some(last), En) => format!("1 meeting, {}", ago(last, today, locale)),
        (count, Some(last), En) => format!("{count} meetings, last {}", ago(last, today, locale)),
    }
}

pub fn name(contact: &Contact, locale: Locale) -> String {
    match (contact.date, locale) {
        (Some(date), Zh) => format!("{date} 的会面"),
        (Some(date), En) => format!("Meeting of {date}"),
        (None, _) => text("日期未填的会面", "Meeting without a date").get(locale).to_owned(),
    }
}

pub fn agreed(contact: &Contact, locale: Locale) -> Option<String> {
    let action = agreed_action(contact, locale)?;
    Some(format_in!(locale, "客户答应：{action}", "Agreed: {action}"))
}

/// The agreed action: its kind, its text, or both.
pub fn agreed_action(contact: &Contact, locale: Locale) -> Option<String> {
    let kind = contact.action.map(|action| action.label().get(locale));
    let words =
        Some(contact.action_words.trim()).filter(|words| !words.is_empty()).map(|words| isolated(words).to_string());
    let parts: Vec<String> = kind.map(str::to_owned).into_iter().chain(words).collect();
    (!parts.is_empty()).then(|| parts.join(text("：", ": ").get(locale)))
}

pub fn accept(proposal: Proposal, locale: Locale) -> String {
    let outcome = proposal.outcome().label().get(locale);
    format_in!(locale, "改为{outcome}", ("Change to {}", outcome.to_lowercase()))
}

pub fn move_to(stage: &str, locale: Locale) -> String {
    format_in!(locale, "把阶段改为“{stage}”", "Move to “{stage}”")
}

pub fn gate(coverage: &Coverage, first: Option<&Advice>, locale: Locale) -> String {
    let notation = coverage.notation();
    match (first, locale) {
        (None, _) => notation,
        (Some(advice), Zh) => format!("{notation} · 现在先做：{}", advice.suggestion().get(locale)),
        (Some(advice), En) => format!("{notation} · Do this first: {}", advice.suggestion().get(locale)),
    }
}
