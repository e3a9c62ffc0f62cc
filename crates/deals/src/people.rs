//! The people of a deal: who takes part in the purchase, and who guides us (S2).

use serde_json::{Map, Value};

use super::assessment::ContactDays;
use super::guide::GuideTests;
use super::next_step::NextStep;
use super::normalize::is_blank;
use super::style::{Degree, SocialStyle};
use super::visit::Quadrant;
use abacus_core::closed_enum;
use abacus_core::date::Date;

/// Someone on the customer's side.
///
/// Spellings of the same name are the same person: see [`Coverage`](super::Coverage).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Person {
    /// The id, unique within the deal; empty if the record has none.
    pub id: String,
    /// The roles this person plays in the buying climate; empty for someone who is only a guide.
    pub roles: Vec<Role>,
    /// As typed; blank while unknown.
    pub name: String,
    /// Job title, as typed.
    pub title: String,
    /// Department, as typed.
    pub department: String,
    /// A number to call, as typed.
    pub phone: String,
    /// An address to write to, as typed.
    pub email: String,
    /// Whatever else is worth knowing, as typed.
    pub note: String,
    /// The current stance.
    pub stance: Stance,
    /// The history of stances, oldest first. The last one is the current stance, unless that was noted without a day.
    pub stances: Vec<DatedStance>,
    /// The three tests, for a possible guide (向导) or a known insider (内线).
    pub guide: Option<GuideTests>,
    /// 业务需求 (S1), as typed: what the business is to gain. It is measurable and openly stated.
    pub business_need: String,
    /// What the business need is about.
    pub need_kinds: Vec<NeedKind>,
    /// 个人需求 (S1), as typed: what is in it for the person, often unspoken.
    pub personal_need: String,
    /// How much influence this person has on the decision.
    pub influence: Option<Influence>,
    /// How much this person expresses; see [`style`](Self::style).
    pub expression: Option<Degree>,
    /// How much feeling this person shows.
    pub emotion: Option<Degree>,
    /// How this person listens best.
    pub quadrant: Option<Quadrant>,
    /// The rhythm of contact with this person, if it is not that of the deal.
    pub contact_days: Option<ContactDays>,
    /// What we do next about this person.
    pub next_step: NextStep,
    /// Fields of the record that this version does not know, kept as they are.
    pub extra: Map<String, Value>,
}

/// A stance and the day on which we learned of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedStance {
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
        /// 决策人: makes the final decision.
        DecisionMaker = "decision-maker" ("决策人", "Decision maker"),
    }
}

closed_enum! {
    /// A person's attitude to our solution (S2).
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
    /// How much influence a person has on the decision.
    #[derive(PartialOrd, Ord)]
    pub enum Influence {
        /// Others follow them.
        High = "high" ("大", "High"),
        /// They are consulted.
        Medium = "medium" ("中", "Medium"),
        /// They are informed.
        Low = "low" ("小", "Low"),
    }
}

impl Person {
    /// Whether a name is entered.
    pub fn is_named(&self) -> bool {
        !is_blank(&self.name)
    }

    /// The name, trimmed; empty if none is entered.
    #[must_use]
    pub fn known_name(&self) -> &str {
        if self.is_named() { self.name.trim() } else { "" }
    }

    /// Whether this is only a placeholder: a role or a possible guide, with nothing known about the person.
    #[must_use]
    pub fn is_placeholder(&self) -> bool {
        let tested = self.guide.as_ref().is_some_and(|tests| *tests != GuideTests::default());
        let rest = Self { id: String::new(), roles: Vec::new(), guide: None, ..self.clone() };
        !tested && rest == Self::default()
    }

    /// Whether this person is named and passes all three tests of a guide.
    pub fn is_guide(&self) -> bool {
        self.is_named() && self.guide.as_ref().is_some_and(GuideTests::all_passed)
    }

    /// The social style; `None` until both degrees are judged.
    pub fn style(&self) -> Option<SocialStyle> {
        Some(SocialStyle::of(self.expression?, self.emotion?))
    }

    /// Sets the stance as of a day. A second stance on the same day replaces the first, which was a mistake or an
    /// intermediate step.
    pub(super) fn set_stance(&mut self, stance: Stance, date: Date) {
        self.stance = stance;
        self.stances.pop_if(|last| last.date == date);
        if self.stances.last().is_none_or(|last| last.stance != stance) {
            self.stances.push(DatedStance { date, stance, extra: Map::new() });
        }
    }
}

/// The named people who listen best in this way.
pub fn listeners<'a>(people: impl Iterator<Item = &'a Person>, quadrant: Quadrant) -> impl Iterator<Item = &'a Person> {
    people.filter(move |person| person.is_named() && person.quadrant == Some(quadrant))
}
