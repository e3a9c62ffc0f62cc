//! Four questions about our chance (TAS, S4): is there an opportunity, can we compete, can we win, is it worth winning.
//! The document warns that the full twenty are too heavy for ordinary deals.

use serde_json::{Map, Value};

use super::Grade;
use abacus_core::closed_enum;

closed_enum! {
    /// One of the four questions.
    pub enum TasQuestion {
        /// Whether the customer will buy from anyone.
        Opportunity = "opportunity" ("有机会吗？", "Is there an opportunity?"),
        /// Whether we are let in.
        Compete = "compete" ("能参与竞争吗？", "Can we compete?"),
        /// Whether we can win.
        Win = "win" ("能赢吗？", "Can we win?"),
        /// Whether winning pays.
        Worth = "worth" ("值得赢吗？", "Is it worth winning?"),
    }
}

closed_enum! {
    /// An answer to one of the questions.
    pub enum TasAnswer {
        /// Yes.
        Yes = "yes" ("是", "Yes"),
        /// No.
        No = "no" ("否", "No"),
    }
}

closed_enum! {
    /// Whose chance it is about.
    pub enum Contender {
        /// Ours.
        Ours = "ours" ("我们", "Us"),
        /// That of a rival.
        FirstRival = "rival_1" ("对手一", "First rival"),
        /// That of another rival.
        SecondRival = "rival_2" ("对手二", "Second rival"),
    }
}

/// What was judged of one question.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TasLine {
    /// The answer given by hand; `None` while unknown.
    pub answer: Option<TasAnswer>,
    /// What speaks for it, in one line.
    pub evidence: String,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// The answers for one contender.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Chances {
    /// Who the rival is, as typed; blank for us.
    pub name: String,
    /// [`TasQuestion::Opportunity`].
    pub opportunity: TasLine,
    /// [`TasQuestion::Compete`].
    pub compete: TasLine,
    /// [`TasQuestion::Win`].
    pub win: TasLine,
    /// [`TasQuestion::Worth`].
    pub worth: TasLine,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// The four questions, for us and for up to two rivals.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Tas {
    /// [`Contender::Ours`].
    pub ours: Chances,
    /// [`Contender::FirstRival`].
    pub first_rival: Chances,
    /// [`Contender::SecondRival`].
    pub second_rival: Chances,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Chances {
    /// What was judged of a question.
    pub const fn line(&self, question: TasQuestion) -> &TasLine {
        match question {
            TasQuestion::Opportunity => &self.opportunity,
            TasQuestion::Compete => &self.compete,
            TasQuestion::Win => &self.win,
            TasQuestion::Worth => &self.worth,
        }
    }

    pub(crate) const fn line_mut(&mut self, question: TasQuestion) -> &mut TasLine {
        match question {
            TasQuestion::Opportunity => &mut self.opportunity,
            TasQuestion::Compete => &mut self.compete,
            TasQuestion::Win => &mut self.win,
            TasQuestion::Worth => &mut self.worth,
        }
    }

    /// Whether nothing is noted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Tas {
    /// What was judged of a contender.
    pub const fn of(&self, who: Contender) -> &Chances {
        match who {
            Contender::Ours => &self.ours,
            Contender::FirstRival => &self.first_rival,
            Contender::SecondRival => &self.second_rival,
        }
    }

    pub(crate) const fn of_mut(&mut self, who: Contender) -> &mut Chances {
        match who {
            Contender::Ours => &mut self.ours,
            Contender::FirstRival => &mut self.first_rival,
            Contender::SecondRival => &mut self.second_rival,
        }
    }

    /// The grade that follows from the answers: E without an opportunity.
    pub(super) fn grade(&self) -> Option<Grade> {
        (self.ours.opportunity.answer == Some(TasAnswer::No)).then_some(Grade::E)
    }
}
