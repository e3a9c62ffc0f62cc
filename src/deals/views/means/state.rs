//! The stored plan.

use abacus_deals::Front;
use abacus_deals::view::{MEANS_KEY, Means, MeansPlan};

use crate::shell::stored_value::{StoredValue, UseStoredValue};

/// A part of the plan and its percentage; `None` clears it.
pub(super) type PlanChange = (Means, Front, Option<u8>);

pub(super) type UsePlan = UseStoredValue<MeansPlan>;

impl StoredValue for MeansPlan {
    const KEY: &'static str = MEANS_KEY;
    type Change = PlanChange;

    fn read(stored: &str) -> Self {
        Self::read(stored)
    }

    fn write(&self) -> String {
        self.write()
    }

    fn changed(mut self, (means, front, percent): PlanChange) -> Self {
        self.set(means, front, percent);
        self
    }
}
