//! What was agreed, worded for use inside a sentence.

use crate::contact::{AgreedAction, Contact, MeetingOutcome};
use abacus_core::text::{Locale, Text, text};

/// The next step where nothing more specific is known.
pub(super) const FOLLOW_UP: Text = text("跟进", "Follow up");

/// Formats what people wrote for use in a sentence.
pub(super) type QuoteFormat = fn(&str) -> String;

/// What the customer agreed to do: its kind, its words, or both. A continuation has no agreement, even if one was noted
/// before the outcome.
pub(super) fn agreed(contact: &Contact, locale: Locale, quote: QuoteFormat) -> Option<String> {
    if contact.outcome == Some(MeetingOutcome::Continuation) {
        return None;
    }
    let kind = contact.action.map(|action| said(action).get(locale).to_owned());
    let words = Some(one_line(&contact.action_words)).filter(|words| !words.is_empty()).map(|words| quote(&words));
    let parts: Vec<String> = kind.into_iter().chain(words).collect();
    (!parts.is_empty()).then(|| parts.join(text("：", ": ").get(locale)))
}

const fn said(action: AgreedAction) -> Text {
    match action {
        AgreedAction::Demonstration => text("来看演示", "attend a demonstration"),
        AgreedAction::Access => text("引见更高层", "introduce us to someone higher up"),
        AgreedAction::Trial => text("试用或测试", "run a trial or a test"),
        AgreedAction::Budget => text("批下一部分预算", "release part of the budget"),
        AgreedAction::JointStep => text("一起推进项目", "move the project forward with us"),
    }
}

/// A text in one line, without the punctuation at its end: the sentence has its own.
pub(super) fn one_line(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_end_matches(['。', '.', '；', ';', '，', ',']).to_owned()
}
