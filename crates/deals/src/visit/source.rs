//! Where the answer to a situation question comes from (S1): ten are prepared, and seven of them answered beforehand.

use abacus_core::closed_enum;

closed_enum! {
    /// Where an answer comes from.
    #[derive(Default)]
    pub enum Source {
        /// The customer is asked.
        #[default]
        Ask = "ask" ("问客户", "Ask them"),
        /// It is looked up before the visit.
        LookUp = "look-up" ("自己查", "Look it up"),
    }
}

/// How many situation questions are left for the customer at most.
pub(super) const TO_ASK: usize = 3;
