//! Reads and writes the scenarios. Each function returns the next state.

use abacus_core::calculator::Calculator;
use abacus_scenarios::{KnownCalculators, Vault};
use abacus_vault::Store;

use super::Scenarios;
use crate::shell::ports::Ports;

pub fn load(calculator: &'static dyn Calculator, store: &dyn Store) -> Scenarios {
    let vault = Vault::load_in(KnownCalculators::only(calculator), store);
    Scenarios { vault, deleted: None, conflict: false, changes: 0 }
}

/// Reads every record again; see [`Vault::refresh`](abacus_vault::Vault::refresh).
pub fn refresh(state: &Scenarios, store: &dyn Store) -> Scenarios {
    let mut next = state.clone();
    next.vault.refresh(store);
    next
}

/// Follows a change that another tab made: to one key, or with `None` to the whole store, which was cleared.
pub fn follow(state: &Scenarios, store: &dyn Store, changed: Option<String>) -> Scenarios {
    let mut next = state.clone();
    next.vault.follow(store, changed.as_ref().map(std::slice::from_ref));
    next
}

/// Stores unsaved changes, and records that someone else removed from the store. See
/// [`Vault::save`](abacus_vault::Vault::save).
pub fn save(state: &Scenarios, ports: &Ports) -> Scenarios {
    let mut next = state.clone();
    let save = if state.book().missing().next().is_some() { Vault::save_all } else { Vault::save };
    let saved = save(&mut next.vault, &*ports.store, &|| ports.host.fresh_id());
    next.conflict |= !saved.conflicts.is_empty();
    next
}
