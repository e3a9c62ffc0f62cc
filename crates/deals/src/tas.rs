//! Our chance in a deal (TAS, S4): answers given by hand, and those that the rest of the deal suggests.

use crate::assessment::{Chances, Contender, Letter, Need, TasAnswer, TasQuestion, ValueClass};
use crate::deal::Deal;
use crate::people::Person;
use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

/// The answer to a question about ourselves that the rest of the deal suggests.
pub fn proposed(deal: &Deal, question: TasQuestion) -> Option<TasAnswer> {
    let assessment = &deal.assessment;
    match question {
        TasQuestion::Opportunity => (assessment.need == Some(Need::Clear)).then_some(TasAnswer::Yes),
        TasQuestion::Compete => deal.people.iter().any(Person::is_named).then_some(TasAnswer::Yes),
        TasQuestion::Win => match assessment.opening()?.letter() {
            Letter::G | Letter::H | Letter::I => Some(TasAnswer::Yes),
            Letter::A | Letter::C => Some(TasAnswer::No),
            _ => None,
        },
        TasQuestion::Worth => Some(match assessment.value_class()? {
            ValueClass::Fourth => TasAnswer::No,
            _ => TasAnswer::Yes,
        }),
    }
}

/// The answers about ourselves, from which everything else follows, in the order of [`TasQuestion::ALL`]: those given
/// by hand and, where one is missing, what the rest of the deal suggests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Given by hand.
    pub given: [Option<TasAnswer>; 4],
    /// Given by hand, else suggested.
    pub answers: [Option<TasAnswer>; 4],
}

/// What has been judged; `None` until somebody has begun: suggestions alone are no assessment.
#[must_use]
pub fn judged(ours: &Chances, proposed: &[Option<TasAnswer>; 4]) -> Option<Judged> {
    let given = TasQuestion::ALL.map(|question| ours.line(question).answer);
    let mut answers = given;
    answers.iter_mut().zip(proposed).for_each(|(answer, proposed)| *answer = answer.or(*proposed));
    (!ours.is_empty()).then_some(Judged { given, answers })
}

/// What the rest of a deal suggests, in the order of [`TasQuestion::ALL`].
#[must_use]
pub fn all_proposed(deal: &Deal) -> [Option<TasAnswer>; 4] {
    TasQuestion::ALL.map(|question| proposed(deal, question))
}

impl Judged {
    /// The answers, each with whether it is only suggested.
    pub fn marked(&self) -> impl Iterator<Item = (Option<TasAnswer>, bool)> + '_ {
        self.answers.iter().zip(&self.given).map(|(answer, given)| (*answer, answer.is_some() && given.is_none()))
    }

    /// The verdict on the answers; `None` while there is nothing to say. A “no” that is only suggested is
    /// [`Verdict::Doubt`].
    pub fn verdict(&self) -> Option<Verdict> {
        let verdict = Verdict::of(&self.answers)?;
        let [opportunity, ..] = self.given;
        let is_said = match verdict {
            Verdict::Nothing => opportunity.is_some(),
            Verdict::Turn => self.given.contains(&Some(TasAnswer::No)),
            Verdict::FindOut | Verdict::Doubt | Verdict::Go => true,
        };
        Some(if is_said { verdict } else { Verdict::Doubt })
    }
}

/// The goal of the next visit while too much is unknown: finding it out. `None` while nobody has judged anything.
#[must_use]
pub fn goal(deal: &Deal, locale: Locale) -> Option<String> {
    let judged = judged(deal.assessment.tas.of(Contender::Ours), &all_proposed(deal))?;
    if judged.verdict() != Some(Verdict::FindOut) {
        return None;
    }
    let unknown = TasQuestion::ALL.into_iter().zip(judged.answers).filter(|(_, answer)| answer.is_none());
    let unknown: Vec<&str> = unknown.map(|(question, _)| question.label().get(locale)).collect();
    Some(format_in!(locale, ("弄清：{}", unknown.concat()), ("Find out: {}", unknown.join(" "))))
}

/// The verdict on the answers about ourselves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// There is no opportunity.
    Nothing,
    /// Two or more are unknown.
    FindOut,
    /// Another answer is no.
    Turn,
    /// Nobody has answered no, but the rest of the deal suggests it.
    Doubt,
    /// All are yes.
    Go,
}

impl Verdict {
    /// The verdict on these answers, in the order of [`TasQuestion::ALL`]; `None` while there is nothing to say.
    fn of(answers: &[Option<TasAnswer>; 4]) -> Option<Self> {
        let unknown = answers.iter().filter(|answer| answer.is_none()).count();
        match answers {
            [Some(TasAnswer::No), ..] => Some(Self::Nothing),
            _ if unknown >= 2 => Some(Self::FindOut),
            _ if answers.contains(&Some(TasAnswer::No)) => Some(Self::Turn),
            _ => (unknown == 0).then_some(Self::Go),
        }
    }

    /// What to do, in one sentence.
    pub const fn suggestion(self) -> Text {
        match self {
            Self::Nothing => text(
                "没有机会：建议等级 E，少花时间。",
                "There is no opportunity: grade E is proposed. Spend little time on it.",
            ),
            Self::FindOut => text(
                "还有两个以上不清楚：下次拜访的目标，就是弄清它们。",
                "Two or more are unknown: finding out is the goal of the next visit.",
            ),
            Self::Turn => {
                text("有一个“否”：先把它变成“是”，再投入。", "One answer is no: change that before you invest more.")
            }
            Self::Doubt => text(
                "这笔商机的其他内容建议有一个“否”：看看是不是这样，再投入。",
                "The rest of the deal suggests a “no”: check whether it is one before you invest more.",
            ),
            Self::Go => text("四个都是：值得全力去做。", "All four are yes: go for it."),
        }
    }
}
