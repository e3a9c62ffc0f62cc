//! How to treat a customer by what they are worth and could be worth (S5).

use super::potential_action::PotentialAction;
use abacus_core::closed_enum;

closed_enum! {
    /// Two sizes.
    #[derive(PartialOrd, Ord)]
    pub enum Size {
        /// Not among those that matter most.
        Small = "small" ("小", "Small"),
        /// Among those that matter most.
        Big = "big" ("大", "Big"),
    }
}

closed_enum! {
    /// One of four ways to treat a customer.
    #[derive(PartialOrd, Ord)]
    pub enum PotentialClass {
        /// 巩固: worth much, and more to come.
        Consolidate = "consolidate" ("巩固", "Consolidate"),
        /// 投入: worth little yet, but more to come.
        Invest = "invest" ("投入", "Invest"),
        /// 收获: worth much, but no more to come.
        Harvest = "harvest" ("收获", "Harvest"),
        /// 兼顾: neither.
        LookAfter = "look-after" ("兼顾", "Look after"),
    }
}

impl PotentialClass {
    /// The class for what a customer is worth today and could be worth in the future.
    pub const fn of(current: Size, future: Size) -> Self {
        match (current, future) {
            (Size::Big, Size::Big) => Self::Consolidate,
            (Size::Small, Size::Big) => Self::Invest,
            (Size::Big, Size::Small) => Self::Harvest,
            (Size::Small, Size::Small) => Self::LookAfter,
        }
    }

    /// The actions for such customers, in the order of the document.
    pub const fn actions(self) -> &'static [PotentialAction] {
        match self {
            Self::Consolidate => PotentialAction::CONSOLIDATE,
            Self::Invest => PotentialAction::INVEST,
            Self::Harvest => PotentialAction::HARVEST,
            Self::LookAfter => PotentialAction::LOOK_AFTER,
        }
    }
}
