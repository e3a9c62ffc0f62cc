//! Whether there is a deal to be had at all (S4).

use abacus_core::closed_enum;

closed_enum! {
    /// Whether a deal is possible.
    pub enum Chance {
        /// There is a chance.
        Open = "open" ("有可能", "Yes"),
        /// No deal is possible, however clear the need. The document calls such a customer dead.
        None = "none" ("没有可能", "No chance"),
    }
}
