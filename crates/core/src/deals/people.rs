//! The people of a deal: the guide, and who takes part in the purchase (S2).

use serde_json::{Map, Value};

use super::names::is_blank;
use crate::text::{Text, text};

/// One of the four roles of the buying climate (采购氛围, S2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// 采购人员: handles the purchase.
    Purchaser,
    /// 使用者: will work with what is bought.
    User,
    /// 技术、财务把关者: can say no on technical or financial grounds.
    Gatekeeper,
    /// 决策人: has the last word.
    DecisionMaker,
}

impl Role {
    /// The four roles in the order in which the form and the rod of beads show them.
    pub const ALL: [Self; 4] = [Self::Purchaser, Self::User, Self::Gatekeeper, Self::DecisionMaker];

    /// The stable word for this role in records and in the page's field names.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Purchaser => "purchaser",
            Self::User => "user",
            Self::Gatekeeper => "gatekeeper",
            Self::DecisionMaker => "decision-maker",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Purchaser => text("采购人员", "Purchaser"),
            Self::User => text("使用者", "User"),
            Self::Gatekeeper => text("技术/财务把关者", "Technical or financial gatekeeper"),
            Self::DecisionMaker => text("决策人", "Decision maker"),
        }
    }
}

/// Where a person stands towards our solution (S2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Stance {
    /// Speaks for us.
    Supports,
    /// Has not taken sides.
    Neutral,
    /// Speaks against us.
    Opposes,
    /// We do not know.
    #[default]
    Unknown,
}

impl Stance {
    /// All stances, in the order in which a choice offers them.
    pub const ALL: [Self; 4] = [Self::Supports, Self::Neutral, Self::Opposes, Self::Unknown];

    /// The stable word for this stance in records and in the page's choices.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Neutral => "neutral",
            Self::Opposes => "opposes",
            Self::Unknown => "unknown",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Supports => text("支持", "Supports us"),
            Self::Neutral => text("中立", "Neutral"),
            Self::Opposes => text("反对", "Opposes us"),
            Self::Unknown => text("不清楚", "Not known"),
        }
    }
}

/// Someone on the customer's side who takes part in the purchase.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Person {
    /// Tells the people of one deal apart; empty if the record gave none.
    pub id: String,
    /// The roles this person plays; usually one.
    pub roles: Vec<Role>,
    /// As typed; blank while unknown.
    pub name: String,
    /// Job title, as typed.
    pub title: String,
    /// Where this person stands.
    pub stance: Stance,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// What distinguishes a guide (向导) from an insider (内线), who merely passes on information.
/// S2 asks for the distinction; the three tests are the profession's for a coach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum GuideTest {
    /// Those who decide give weight to what the guide says.
    Credible,
    /// The guide trusts us.
    TrustsUs,
    /// The guide wants our solution, not just any, to be chosen.
    WantsUs,
}

impl GuideTest {
    /// The three tests in the order in which the form asks them.
    pub const ALL: [Self; 3] = [Self::Credible, Self::TrustsUs, Self::WantsUs];

    /// What a person reads beside the check box.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Credible => text("说话在决策人那里有分量", "The deciders listen to them"),
            Self::TrustsUs => text("信得过我们", "They trust us"),
            Self::WantsUs => text("盼着我们的方案胜出", "They want us to be chosen"),
        }
    }
}

/// The person who helps us find our way inside the customer's house (向导, S2).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Guide {
    /// As typed; blank while there is none.
    pub name: String,
    /// Job title, as typed.
    pub title: String,
    /// Passes [`GuideTest::Credible`].
    pub credible: bool,
    /// Passes [`GuideTest::TrustsUs`].
    pub trusts_us: bool,
    /// Passes [`GuideTest::WantsUs`].
    pub wants_us: bool,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

impl Guide {
    /// Whether anyone is named.
    #[must_use]
    pub fn is_named(&self) -> bool {
        !is_blank(&self.name)
    }

    /// Whether this one test is passed.
    #[must_use]
    pub const fn passes(&self, test: GuideTest) -> bool {
        match test {
            GuideTest::Credible => self.credible,
            GuideTest::TrustsUs => self.trusts_us,
            GuideTest::WantsUs => self.wants_us,
        }
    }

    /// The tests that are not passed; empty for a true guide.
    pub(super) fn failing(&self) -> Vec<GuideTest> {
        let fails = |test: &GuideTest| !self.passes(*test);
        GuideTest::ALL.into_iter().filter(fails).collect()
    }
}
