//! Whether there is a deal to be had at all (S4).

use abacus_core::closed_enum;

closed_enum! {
    /// Whether the customer can become one.
    pub enum Chance {
        /// There is a chance.
        Open = "open" ("有可能", "Yes"),
        /// There is none, however clear the need: a dead customer in the document's words.
        None = "none" ("没有可能", "No chance"),
    }
}
