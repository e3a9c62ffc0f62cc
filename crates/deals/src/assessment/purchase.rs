//! What kind of purchase it is for the customer, and what counts in it (S1).

use abacus_core::closed_enum;
use abacus_core::text::{Text, text};

closed_enum! {
    /// How new the purchase is to the customer.
    pub enum Purchase {
        /// They buy this for the first time.
        First = "first" ("头一次买", "First purchase"),
        /// They buy it again as before.
        Routine = "routine" ("照旧再买", "Routine repeat"),
        /// They buy it again, but not as before.
        Modified = "modified" ("再买，但要求变了", "Repeat with changes"),
    }
}

impl Purchase {
    /// What the customer looks at in a purchase of this kind.
    pub const fn suggestion(self) -> Text {
        match self {
            Self::First => text(
                "先看懂不懂行，再看快不快：带上懂技术的同事，问题当场答。",
                "Competence first, then speed: bring someone who knows the subject and answer on the spot.",
            ),
            Self::Routine => {
                text("看的是快：报价、交货都别让人等。", "Speed counts: let nobody wait for a quote or a delivery.")
            }
            Self::Modified => text(
                "先看快不快，再看懂不懂行：变动的要求马上给回话。",
                "Speed first, then competence: answer at once about what has changed.",
            ),
        }
    }
}
