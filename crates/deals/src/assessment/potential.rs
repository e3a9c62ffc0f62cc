//! How to treat a customer by what they are worth and could be worth (S5).

use super::potential_action::PotentialAction;
use abacus_core::text::{Text, text};

/// How much, in two steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// Not among those that matter most.
    Small,
    /// Among those that matter most.
    Big,
}

impl Size {
    /// Both sizes, the small one first.
    pub const ALL: [Self; 2] = [Self::Small, Self::Big];

    /// The stable word for this size in records and in the page's choices.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Big => "big",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Small => text("小", "Small"),
            Self::Big => text("大", "Big"),
        }
    }
}

/// One of four ways to treat a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PotentialClass {
    /// 巩固: worth much, and more to come.
    Consolidate,
    /// 投入: worth little yet, but more to come.
    Invest,
    /// 收获: worth much, but no more to come.
    Harvest,
    /// 兼顾: neither.
    LookAfter,
}

impl PotentialClass {
    /// All classes in the order of the document.
    pub const ALL: [Self; 4] = [Self::Consolidate, Self::Invest, Self::Harvest, Self::LookAfter];

    /// The class for what a customer is worth today and could come to be worth.
    #[must_use]
    pub const fn of(current: Size, future: Size) -> Self {
        match (current, future) {
            (Size::Big, Size::Big) => Self::Consolidate,
            (Size::Small, Size::Big) => Self::Invest,
            (Size::Big, Size::Small) => Self::Harvest,
            (Size::Small, Size::Small) => Self::LookAfter,
        }
    }

    /// The stable word for this class in the page's markup.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Consolidate => "consolidate",
            Self::Invest => "invest",
            Self::Harvest => "harvest",
            Self::LookAfter => "look-after",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Consolidate => text("巩固", "Consolidate"),
            Self::Invest => text("投入", "Invest"),
            Self::Harvest => text("收获", "Harvest"),
            Self::LookAfter => text("兼顾", "Look after"),
        }
    }

    /// What is done for such customers, in the order of the document.
    #[must_use]
    pub const fn actions(self) -> &'static [PotentialAction] {
        match self {
            Self::Consolidate => PotentialAction::CONSOLIDATE,
            Self::Invest => PotentialAction::INVEST,
            Self::Harvest => PotentialAction::HARVEST,
            Self::LookAfter => PotentialAction::LOOK_AFTER,
        }
    }
}
