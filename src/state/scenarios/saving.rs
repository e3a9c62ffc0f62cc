//! Reading and writing the scenarios. Each function gives the next state.

use abacus_scenarios::{Scenario, Vault};
use abacus_vault::{Saved, Store};

use super::Scenarios;
use crate::state::ports::Ports;

/// The scenarios as the store has them.
#[must_use]
pub fn load(store: &dyn Store) -> Scenarios {
    Scenarios { vault: Vault::load(store), ..Scenarios::default() }
}

/// Reads every record again; see [`Vault::refresh`](abacus_vault::Vault::refresh).
#[must_use]
pub fn refresh(state: &Scenarios, store: &dyn Store) -> Scenarios {
    let mut next = state.clone();
    next.vault.refresh(store);
    next
}

/// Follows a change that another tab made: to one key, or with `None` to the whole store, which was cleared.
#[must_use]
pub fn follow(state: &Scenarios, store: &dyn Store, changed: Option<&str>) -> Scenarios {
    let mut next = state.clone();
    next.vault.follow(store, changed.map(|key| vec![key.to_owned()]).as_deref());
    next
}

/// Stores what is not stored yet; see [`Vault::save`](abacus_vault::Vault::save).
#[must_use]
pub fn save(state: &Scenarios, ports: &Ports) -> Scenarios {
    saved(state, |vault| vault.save(&*ports.store, &|| ports.host.fresh_id()))
}

/// Stores everything, also what someone else removed from the store.
#[must_use]
pub fn save_all(state: &Scenarios, ports: &Ports) -> Scenarios {
    saved(state, |vault| vault.save_all(&*ports.store, &|| ports.host.fresh_id()))
}

fn saved(state: &Scenarios, save: impl FnOnce(&mut Vault) -> Saved<Scenario>) -> Scenarios {
    let mut next = state.clone();
    let saved = save(&mut next.vault);
    next.conflict |= !saved.conflicts.is_empty();
    next
}
