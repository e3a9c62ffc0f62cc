//! The plan as it is stored.

use abacus_deals::Front;
use abacus_deals::view::{MEANS_KEY, Means, MeansPlan};
use yew::prelude::*;

use crate::shell::ports::{Ports, Store, StoreError};

/// A part of the plan, and its per cent; `None` takes it out.
pub(super) type PlanChange = (Means, Front, Option<u8>);

/// The plan, and whether its last change was stored.
#[derive(Clone, PartialEq)]
pub(super) struct UsePlan {
    pub(super) plan: MeansPlan,
    pub(super) is_stored: bool,
    pub(super) change: Callback<PlanChange>,
}

/// Without storage the plan lasts as long as the page.
#[hook]
pub(super) fn use_plan(ports: &Ports) -> UsePlan {
    let plan = use_state_eq(|| stored(&*ports.store).unwrap_or_default());
    let is_stored = use_state_eq(|| true);
    let change = use_callback(ports.clone(), {
        let (plan, is_stored) = (plan.clone(), is_stored.setter());
        move |(means, front, percent): PlanChange, ports: &Ports| {
            // Read again, because another tab may have changed another part in the meantime.
            let mut changed = stored(&*ports.store).unwrap_or_else(|_| (*plan).clone());
            changed.set(means, front, percent);
            is_stored.set(ports.store.write(MEANS_KEY, &changed.write()).is_ok());
            plan.set(changed);
        }
    });
    use_effect_with((ports.clone(), plan.setter()), |(ports, plan)| {
        let (store, plan) = (ports.store.clone(), plan.clone());
        let subscription = ports.store.on_change(Box::new(move |key: Option<String>| {
            if key.is_none_or(|key| key == MEANS_KEY)
                && let Ok(stored) = stored(&*store)
            {
                plan.set(stored);
            }
        }));
        move || drop(subscription)
    });
    UsePlan { plan: (*plan).clone(), is_stored: *is_stored, change }
}

fn stored(store: &dyn Store) -> Result<MeansPlan, StoreError> {
    Ok(store.read(MEANS_KEY)?.map(|text| MeansPlan::read(&text)).unwrap_or_default())
}
