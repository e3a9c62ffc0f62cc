//! The six slots of the 1+2+1 pattern, one bead each: who fills them, and what a tap on the bead does.

use crate::advice::{AdviceAction, DealAction};
use crate::coverage::{Bead, Coverage};
use crate::deal::Deal;
use crate::fields::{self, TextField};
use crate::people::{Person, Role};
use abacus_core::text::{Text, text};

/// A slot that somebody has to fill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoverageSlot {
    /// 1: the guide.
    Guide,
    /// 2: of the four roles of the buying climate.
    Role(Role),
    /// 1: our salesperson.
    Salesperson,
}

impl CoverageSlot {
    /// All of them, in the order of the beads on the rod.
    pub const ALL: [Self; 6] = [
        Self::Guide,
        Self::Role(Role::Purchaser),
        Self::Role(Role::User),
        Self::Role(Role::Gatekeeper),
        Self::Role(Role::DecisionMaker),
        Self::Salesperson,
    ];

    /// The stable word in markup.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Guide => "guide",
            Self::Role(role) => role.code(),
            Self::Salesperson => "salesperson",
        }
    }

    /// One character on the bead.
    pub const fn abbreviation(self) -> Text {
        match self {
            Self::Guide => text("向", "G"),
            Self::Role(Role::Purchaser) => text("采", "P"),
            Self::Role(Role::User) => text("用", "U"),
            Self::Role(Role::Gatekeeper) => text("关", "K"),
            Self::Role(Role::DecisionMaker) => text("决", "D"),
            Self::Salesperson => text("我", "S"),
        }
    }

    /// A short label, for where six are shown side by side.
    pub const fn label(self) -> Text {
        match self {
            Self::Guide => text("向导", "Guide"),
            Self::Role(Role::Purchaser) => text("采购", "Purchaser"),
            Self::Role(Role::User) => text("使用", "User"),
            Self::Role(Role::Gatekeeper) => text("把关", "Gatekeeper"),
            Self::Role(Role::DecisionMaker) => text("决策", "Decision maker"),
            Self::Salesperson => text("我方", "Salesperson"),
        }
    }

    /// How far it is filled.
    pub fn bead(self, coverage: &Coverage) -> Bead {
        match self {
            Self::Guide => coverage.guide,
            Self::Role(role) => {
                coverage.climate.into_iter().find(|(one, _)| *one == role).map_or(Bead::Open, |(_, bead)| bead)
            }
            Self::Salesperson => coverage.salesperson,
        }
    }

    /// The customer's people in this slot; empty for the salesperson's.
    pub fn people(self, deal: &Deal) -> Vec<&Person> {
        match self {
            Self::Guide => deal.guide().into_iter().collect(),
            Self::Role(role) => deal.in_role(role).filter(|person| person.is_named()).collect(),
            Self::Salesperson => Vec::new(),
        }
    }

    /// What a tap on the bead does: add whoever is missing, go through the three tests of an insider, or show who is
    /// there.
    pub fn action(self, deal: &Deal) -> DealAction {
        let coverage = Coverage::of(deal);
        let first = self.people(deal).into_iter().next().map(|person| person.id.clone());
        match (self, self.bead(&coverage), first) {
            (Self::Salesperson, ..) => DealAction::Write(TextField::Deal(&fields::SALESPERSON)),
            (_, Bead::Covered, Some(id)) => DealAction::Open(id),
            (Self::Guide, Bead::Half, Some(id)) => DealAction::Tests(id),
            (Self::Guide, ..) => AdviceAction::guide(deal),
            // The person in this role already counts in another: their card says so, and another can be added below the
            // cards.
            (Self::Role(_), Bead::Half, Some(id)) => DealAction::Open(id),
            (Self::Role(role), ..) => AdviceAction::in_role(deal, role),
        }
    }
}
