//! The four classes of a deal's value (S4).

use abacus_core::closed_enum;
use abacus_core::text::{Text, text};

closed_enum! {
    /// What a deal is worth to us, now and later.
    #[derive(PartialOrd, Ord)]
    pub enum ValueClass {
        /// Big now, big later.
        First = "1" ("一类：眼前大，长远也大", "Class 1: big now, big later"),
        /// Small now, big later.
        Second = "2" ("二类：眼前小，长远大", "Class 2: small now, big later"),
        /// Big now, small later.
        Third = "3" ("三类：眼前大，长远小", "Class 3: big now, small later"),
        /// Small now, small later.
        Fourth = "4" ("四类：眼前小，长远也小", "Class 4: small now, small later"),
    }
}

impl ValueClass {
    /// The class by whether the short-term gain and the long-term influence are big.
    pub const fn of(short_is_big: bool, long_is_big: bool) -> Self {
        match (short_is_big, long_is_big) {
            (true, true) => Self::First,
            (false, true) => Self::Second,
            (true, false) => Self::Third,
            (false, false) => Self::Fourth,
        }
    }

    /// What the class requires of us.
    pub const fn advice(self) -> Text {
        match self {
            Self::First => text("把最好的人手和资源放在这里。", "Put your best people here."),
            Self::Second => text("值得投入；为了进门，可以让步。", "Worth investing in; concede something to get in."),
            Self::Third => text("趁这一单，争取最好的条件。", "Get the best terms you can on this order."),
            Self::Fourth => text("排到最后，或者用来练兵。", "Leave it for last, or for practice."),
        }
    }
}
