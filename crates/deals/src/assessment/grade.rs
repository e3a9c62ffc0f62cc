//! How close a deal is, and how often that requires contact (S4).

use abacus_core::closed_enum;
use abacus_core::date::Date;

closed_enum! {
    /// How clear the customer's need is.
    #[derive(PartialOrd, Ord)]
    pub enum Need {
        /// They know and say what they need.
        Clear = "clear" ("需求明确", "Clear need"),
        /// There is a need that they do not see or do not mention.
        Latent = "latent" ("潜在需求", "Latent need"),
        /// The customer needs nothing.
        None = "none" ("没有需求", "No need"),
    }
}

closed_enum! {
    /// The grade of a deal, from the closest to the farthest.
    #[derive(PartialOrd, Ord)]
    pub enum Grade {
        /// A clear need, closing within a month.
        A = "A" ("需求明确，一个月内成交", "Clear need, closing within a month"),
        /// Within three months.
        B = "B" ("需求明确，三个月内成交", "Clear need, closing within three months"),
        /// Within six months.
        C = "C" ("需求明确，六个月内成交", "Clear need, closing within six months"),
        /// A latent need, or a clear one that closes later.
        D = "D" ("潜在需求，或者六个月以后成交", "Latent need, or closing later than six months"),
        /// No need, or no chance of a deal.
        E = "E" ("没有需求，或没有成交的可能", "No need, or no chance of a deal"),
    }
}

impl Grade {
    /// How many calendar months until a deal of this grade closes; `None` if the grade does not depend on that.
    pub const fn closes_within_months(self) -> Option<u8> {
        match self {
            Self::A => Some(1),
            Self::B => Some(3),
            Self::C => Some(6),
            Self::D | Self::E => None,
        }
    }

    /// The grade proposed by need and expected close. A clear need without a date has no proposal, since only the date
    /// distinguishes A to D. A past date counts as close: a late deal needs contact, and the advice asks for a new date
    /// anyway.
    pub fn proposed(need: Need, expected_close: Option<Date>, today: Date) -> Option<Self> {
        match need {
            Need::None => Some(Self::E),
            Need::Latent => Some(Self::D),
            Need::Clear => {
                let close = expected_close?;
                let closes = |grade: &Self| {
                    grade.closes_within_months().is_some_and(|months| close <= today.plus_months(months))
                };
                Some(Self::ALL.into_iter().find(closes).unwrap_or(Self::D))
            }
        }
    }

    /// How many days may pass between two contacts. The document names five logs (daily, weekly, every 15 and 30 days,
    /// yearly) without assigning them to grades; closer deals get the more frequent ones.
    pub const fn contact_days(self) -> ContactDays {
        match self {
            Self::A => ContactDays(1),
            Self::B => ContactDays(7),
            Self::C => ContactDays(15),
            Self::D => ContactDays(30),
            Self::E => ContactDays(365),
        }
    }
}

/// A number of days from one contact to the next, 1 to 999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ContactDays(u16);

impl ContactDays {
    /// The smallest and the largest number of days; several years would be no rhythm.
    pub const BOUNDS: [u16; 2] = [1, 999];

    /// This many days; `None` if out of bounds.
    pub fn new(days: u16) -> Option<Self> {
        let [min, max] = Self::BOUNDS;
        (min..=max).contains(&days).then_some(Self(days))
    }

    /// The number of days.
    pub const fn days(self) -> u16 {
        self.0
    }
}

/// The proposed grade, and the grade set by hand, which takes precedence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Graded {
    /// The grade proposed by need and expected close.
    pub proposed: Option<Grade>,
    /// The grade set by hand.
    pub set: Option<Grade>,
}

impl Graded {
    /// The grade in effect.
    pub fn grade(self) -> Option<Grade> {
        self.set.or(self.proposed)
    }

    /// The proposal, if it differs from the grade set by hand.
    pub fn differing_proposal(self) -> Option<Grade> {
        let set = self.set?;
        self.proposed.filter(|proposed| *proposed != set)
    }
}
