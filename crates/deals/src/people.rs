//! The people of a deal: who takes part in the purchase, and who shows us the way (S2).

use serde_json::{Map, Value};

use super::guide::GuideTests;
use super::names::is_blank;
use super::next_step::NextStep;
use abacus_core::date::Date;
use abacus_core::text::{Text, text};

/// Someone on the customer's side.
///
/// The same name, however it is spelled, is the same person: see [`Coverage`](super::Coverage).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Person {
    /// Tells the people of one deal apart; empty if the record gave none.
    pub id: String,
    /// The roles this person plays in the buying climate; none for one who is only a guide.
    pub roles: Vec<Role>,
    /// As typed; blank while unknown.
    pub name: String,
    /// Job title, as typed.
    pub title: String,
    /// Department, as typed.
    pub department: String,
    /// Where this person stands now.
    pub stance: Stance,
    /// Where this person stood since when, the oldest first. The last is the stance of now, unless
    /// that was noted without a day.
    pub stances: Vec<StanceSince>,
    /// The three tests, of one whom we take for a guide (向导) or know to be an insider (内线).
    pub guide: Option<GuideTests>,
    /// 业务需求 (S1), as typed: what the business is to gain. Measurable, and can be said aloud.
    pub business_need: String,
    /// What the business need is about.
    pub need_kinds: Vec<NeedKind>,
    /// 个人需求 (S1), as typed: what it brings to the person, often unsaid.
    pub personal_need: String,
    /// How much weight this person has in the decision.
    pub influence: Option<Influence>,
    /// What we do next about this person.
    pub next_step: NextStep,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// A stance, and the day since which we know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceSince {
    /// The day.
    pub date: Date,
    /// The stance.
    pub stance: Stance,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

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

/// What a business need is about (S1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NeedKind {
    /// 效益: more of something.
    Benefit,
    /// 成本: spending less.
    Cost,
    /// 速度: sooner.
    Speed,
}

/// How much weight a person has in the decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Influence {
    /// Others follow.
    High,
    /// Is heard.
    Medium,
    /// Is told.
    Low,
}

impl Person {
    /// Whether anyone is named.
    #[must_use]
    pub fn is_named(&self) -> bool {
        !is_blank(&self.name)
    }

    /// Whether this person is named and passes all three tests of a guide.
    #[must_use]
    pub fn is_guide(&self) -> bool {
        self.is_named() && self.guide.as_ref().is_some_and(GuideTests::all_passed)
    }

    /// Takes a stance on a day. A second stance on the same day replaces the first, which was a slip or
    /// a step on the way there.
    pub(super) fn take_stance(&mut self, stance: Stance, date: Date) {
        self.stance = stance;
        self.stances.pop_if(|last| last.date == date);
        if self.stances.last().is_none_or(|last| last.stance != stance) {
            self.stances.push(StanceSince { date, stance, extra: Map::new() });
        }
    }
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

impl NeedKind {
    /// All kinds, in the order in which a choice offers them.
    pub const ALL: [Self; 3] = [Self::Benefit, Self::Cost, Self::Speed];

    /// The stable word for this kind in records.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Benefit => "benefit",
            Self::Cost => "cost",
            Self::Speed => "speed",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Benefit => text("效益", "Benefit"),
            Self::Cost => text("成本", "Cost"),
            Self::Speed => text("速度", "Speed"),
        }
    }
}

impl Influence {
    /// All degrees, in the order in which a choice offers them.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// The stable word for this degree in records.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::High => "high",
            Self::Medium => "medium",
            Self::Low => "low",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::High => text("大", "Great"),
            Self::Medium => text("中", "Some"),
            Self::Low => text("小", "Little"),
        }
    }
}
