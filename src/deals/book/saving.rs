//! Between the deal book and the store. Each function returns the next state.

use abacus_deals::Vault;
use abacus_vault::{Saved, Store};

use super::DealBook;
use crate::state::ports::Ports;

/// Loads the deal book; see [`Vault::load`](abacus_vault::Vault::load).
#[must_use]
pub fn load(store: &dyn Store) -> DealBook {
    DealBook { vault: Vault::load(store), ..DealBook::default() }
}

/// Reads every record again; see [`Vault::refresh`](abacus_vault::Vault::refresh).
#[must_use]
pub fn refresh(state: &DealBook, store: &dyn Store) -> DealBook {
    state.with_vault(|vault| vault.refresh(store)).0
}

/// Follows what other tabs changed; see [`Vault::follow`](abacus_vault::Vault::follow).
#[must_use]
pub fn follow(state: &DealBook, store: &dyn Store, changed: Option<&[String]>) -> DealBook {
    state.with_vault(|vault| vault.follow(store, changed)).0
}

/// Stores what is unsaved; see [`Vault::save`](abacus_vault::Vault::save).
#[must_use]
pub fn save(state: &DealBook, ports: &Ports) -> DealBook {
    note_result(state.with_vault(|vault| vault.save(&*ports.store, &|| ports.host.fresh_id())))
}

/// Stores everything, including what somebody else removed from the store; see
/// [`Vault::save_all`](abacus_vault::Vault::save_all).
#[must_use]
pub fn save_all(state: &DealBook, ports: &Ports) -> DealBook {
    note_result(state.with_vault(|vault| vault.save_all(&*ports.store, &|| ports.host.fresh_id())))
}

fn note_result((mut state, saved): (DealBook, Saved)) -> DealBook {
    state.note(&saved);
    state
}

/// Migrates the records of older formats. The demo has nothing to migrate.
#[must_use]
pub fn migrate(state: &DealBook, ports: &Ports) -> DealBook {
    if ports.host.is_demo() {
        return state.clone();
    }
    state.with_vault(|vault| abacus_deals::migrate(vault, ports.host.today(), &*ports.store)).0
}
