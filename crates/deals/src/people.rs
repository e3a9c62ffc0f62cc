//! The people of a deal: who takes part in the purchase, and who shows us the way (S2).

use serde_json::{Map, Value};

use super::guide::GuideTests;
use super::names::is_blank;
use super::next_step::NextStep;
use abacus_core::closed_enum;
use abacus_core::date::Date;

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

closed_enum! {
    /// One of the four roles of the buying climate (采购氛围, S2).
    #[derive(PartialOrd, Ord)]
    pub enum Role {
        /// 采购人员: handles the purchase.
        Purchaser = "purchaser" ("采购人员", "Purchaser"),
        /// 使用者: will work with what is bought.
        User = "user" ("使用者", "User"),
        /// 技术、财务把关者: can say no on technical or financial grounds.
        Gatekeeper = "gatekeeper" ("技术/财务把关者", "Technical or financial gatekeeper"),
        /// 决策人: has the last word.
        DecisionMaker = "decision-maker" ("决策人", "Decision maker"),
    }
}

closed_enum! {
    /// Where a person stands towards our solution (S2).
    #[derive(Default)]
    pub enum Stance {
        /// Speaks for us.
        Supports = "supports" ("支持", "Supports us"),
        /// Has not taken sides.
        Neutral = "neutral" ("中立", "Neutral"),
        /// Speaks against us.
        Opposes = "opposes" ("反对", "Opposes us"),
        /// We do not know.
        #[default]
        Unknown = "unknown" ("不清楚", "Not known"),
    }
}

closed_enum! {
    /// What a business need is about (S1).
    #[derive(PartialOrd, Ord)]
    pub enum NeedKind {
        /// 效益: more of something.
        Benefit = "benefit" ("效益", "Benefit"),
        /// 成本: spending less.
        Cost = "cost" ("成本", "Cost"),
        /// 速度: sooner.
        Speed = "speed" ("速度", "Speed"),
    }
}

closed_enum! {
    /// How much weight a person has in the decision.
    #[derive(PartialOrd, Ord)]
    pub enum Influence {
        /// Others follow.
        High = "high" ("大", "Great"),
        /// Is heard.
        Medium = "medium" ("中", "Some"),
        /// Is told.
        Low = "low" ("小", "Little"),
    }
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
