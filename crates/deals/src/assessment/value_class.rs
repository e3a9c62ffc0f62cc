//! The four classes of a deal's value (S4).

use abacus_core::text::{Text, text};

/// What a deal is worth to us: near and far, big or small.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ValueClass {
    /// Big now, big later.
    First,
    /// Small now, big later.
    Second,
    /// Big now, small later.
    Third,
    /// Small now, small later.
    Fourth,
}

impl ValueClass {
    /// All classes in their order.
    pub const ALL: [Self; 4] = [Self::First, Self::Second, Self::Third, Self::Fourth];

    /// The class of a deal by whether its short-term gain and its long-term influence are big.
    #[must_use]
    pub const fn of(short_is_big: bool, long_is_big: bool) -> Self {
        match (short_is_big, long_is_big) {
            (true, true) => Self::First,
            (false, true) => Self::Second,
            (true, false) => Self::Third,
            (false, false) => Self::Fourth,
        }
    }

    /// The stable word for this class in the page's markup and links: its number.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::First => "1",
            Self::Second => "2",
            Self::Third => "3",
            Self::Fourth => "4",
        }
    }

    /// What a person reads.
    #[must_use]
    pub const fn label(self) -> Text {
        match self {
            Self::First => text("一类：眼前大，长远也大", "Class 1: big now, big later"),
            Self::Second => text("二类：眼前小，长远大", "Class 2: small now, big later"),
            Self::Third => text("三类：眼前大，长远小", "Class 3: big now, small later"),
            Self::Fourth => text("四类：眼前小，长远也小", "Class 4: small now, small later"),
        }
    }

    /// What that asks of us.
    #[must_use]
    pub const fn advice(self) -> Text {
        match self {
            Self::First => text("把最好的人手和资源放在这里。", "Give it the best people and means we have."),
            Self::Second => text("值得投入；为了进门，可以让步。", "Worth investing in; make concessions to get in."),
            Self::Third => text("趁这一单，争取最好的条件。", "Take the best terms we can get, now."),
            Self::Fourth => text("排到最后，或者用来练兵。", "Leave it for last, or for practice."),
        }
    }
}
