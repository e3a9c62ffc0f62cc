//! What is still missing in the preparation of a visit.

use super::source::TO_ASK;
use super::{Quadrant, Question, Source, Spin, Visit};
use crate::contact::MeetingOutcome;
use crate::normalize::is_blank;
use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

/// One thing that is not prepared. The variants are in the order of preparation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VisitGap {
    /// There is no goal.
    NoGoal,
    /// No outcome is expected.
    NothingExpected,
    /// A continuation or a refusal is expected, which is no reason to go (S2).
    NoSuccessExpected,
    /// An advance is expected, but not what the customer should agree to (S2).
    NoActionExpected,
    /// Nobody to meet is named.
    NobodyToMeet,
    /// No question of these kinds is written down (S1).
    NoQuestion(Vec<Spin>),
    /// This many situation questions are left for the customer, more than they like to answer (S1).
    TooManyToAsk(usize),
    /// These quadrants were not considered (S2).
    Unchecked(Vec<Quadrant>),
}

impl Visit {
    /// What is not prepared; empty if everything is.
    pub fn gaps(&self) -> Vec<VisitGap> {
        let expected = match self.expected {
            None => Some(VisitGap::NothingExpected),
            Some(outcome) if !outcome.is_success() => Some(VisitGap::NoSuccessExpected),
            Some(MeetingOutcome::Advance) if is_blank(&self.expected_words) => Some(VisitGap::NoActionExpected),
            Some(_) => None,
        };
        let unasked = |kind: &Spin| self.questions_of(*kind).all(|question| is_blank(&question.text));
        let unasked: Vec<Spin> = Spin::ALL.into_iter().filter(unasked).collect();
        let is_asked = |question: &&Question| question.source == Source::Ask && !is_blank(&question.text);
        let to_ask = self.questions_of(Spin::Situation).filter(is_asked).count();
        let unchecked = |quadrant: &Quadrant| !self.quadrants.get(*quadrant).done;
        let unchecked: Vec<Quadrant> = Quadrant::ALL.into_iter().filter(unchecked).collect();
        [
            is_blank(&self.goal).then_some(VisitGap::NoGoal),
            expected,
            self.people.is_empty().then_some(VisitGap::NobodyToMeet),
            (!unasked.is_empty()).then_some(VisitGap::NoQuestion(unasked)),
            (to_ask > TO_ASK).then_some(VisitGap::TooManyToAsk(to_ask)),
            (!unchecked.is_empty()).then_some(VisitGap::Unchecked(unchecked)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

impl VisitGap {
    /// The stable name, for tests and for the page's markup.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NoGoal => "no-goal",
            Self::NothingExpected => "nothing-expected",
            Self::NoSuccessExpected => "no-success-expected",
            Self::NoActionExpected => "no-action-expected",
            Self::NobodyToMeet => "nobody-to-meet",
            Self::NoQuestion(_) => "no-question",
            Self::TooManyToAsk(_) => "too-many-to-ask",
            Self::Unchecked(_) => "unchecked",
        }
    }

    /// What is missing, in one sentence.
    pub fn reason(&self, locale: Locale) -> String {
        let sentence = |zh, en| text(zh, en).get(locale).to_owned();
        match self {
            Self::NoGoal => sentence("还没写这次拜访的目标。", "No goal written down yet."),
            Self::NothingExpected => sentence("还没选期望的结果。", "No expected outcome chosen."),
            Self::NoSuccessExpected => {
                sentence("拜访应当争取订单或进展。", "A visit should aim for an order or an advance.")
            }
            Self::NoActionExpected => {
                sentence("还没写希望客户答应做什么。", "What the customer should agree to is not written down.")
            }
            Self::NobodyToMeet => sentence("还没选要见谁。", "You have not chosen who to meet."),
            Self::NoQuestion(kinds) => {
                let kinds = join(kinds.iter().map(|kind| kind.label()), locale);
                format_in!(locale, "还没准备：{kinds}。", "No question prepared: {kinds}.")
            }
            Self::TooManyToAsk(count) => format_in!(
                locale,
                "要问客户的背景问题有 {count} 个，最好不超过 {TO_ASK} 个：其余的先自己查。",
                "{count} situation questions are left for the customer. Look up all but {TO_ASK} beforehand.",
            ),
            Self::Unchecked(quadrants) => {
                let quadrants = join(quadrants.iter().map(|quadrant| quadrant.label()), locale);
                format_in!(locale, "还没想过：{quadrants}。", "Not thought through: {quadrants}.")
            }
        }
    }
}

fn join(labels: impl Iterator<Item = Text>, locale: Locale) -> String {
    let labels: Vec<&str> = labels.map(|label| label.get(locale)).collect();
    labels.join(text("、", ", ").get(locale))
}
