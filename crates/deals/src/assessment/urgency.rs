//! How soon we must act (S4).

use abacus_core::text::{Text, text};

/// Within what time something must be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Urgency {
    /// Within a week.
    Week,
    /// Within a month.
    Month,
    /// Within three months.
    Quarter,
    /// Later.
    Later,
}

impl Urgency {
    /// All of them, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Quarter, Self::Later];

    /// The stable word for this in records and in the page's choices.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Later => "later",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::Week => text("一周内", "Within a week"),
            Self::Month => text("一个月内", "Within a month"),
            Self::Quarter => text("三个月内", "Within three months"),
            Self::Later => text("更晚", "Later"),
        }
    }
}
