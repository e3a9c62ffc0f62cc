//! The stored plan.

use abacus_deals::Front;
use abacus_deals::view::{RESOURCE_PLAN_KEY, Resource, ResourcePlan};

use crate::shell::stored_value::{StoredValue, UseStoredValue};

/// A part of the plan and its percentage; `None` clears it.
pub(super) type PlanChange = (Resource, Front, Option<u8>);

pub(super) type UsePlan = UseStoredValue<ResourcePlan>;

impl StoredValue for ResourcePlan {
    const KEY: &'static str = RESOURCE_PLAN_KEY;
    type Change = PlanChange;

    fn read(stored: &str) -> Self {
        Self::read(stored)
    }

    fn write(&self) -> String {
        self.write()
    }

    fn changed(mut self, (resource, front, percent): PlanChange) -> Self {
        self.set(resource, front, percent);
        self
    }
}
