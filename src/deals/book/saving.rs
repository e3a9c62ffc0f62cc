//! Moves data between the deal book and the store. Each function returns the next state.

use abacus_deals::Vault;
use abacus_vault::{Saved, Store};

use super::DealBook;
use crate::shell::ports::Ports;

pub fn load(store: &dyn Store) -> DealBook {
    DealBook { vault: Vault::load(store), ..DealBook::default() }
}

pub fn refresh(state: &DealBook, store: &dyn Store) -> DealBook {
    state.with_vault(|vault| vault.refresh(store)).0
}

pub fn follow(state: &DealBook, store: &dyn Store, changed: Option<&[String]>) -> DealBook {
    state.with_vault(|vault| vault.follow(store, changed)).0
}

pub fn save(state: &DealBook, ports: &Ports) -> DealBook {
    note_result(state.with_vault(|vault| vault.save(&*ports.store, &|| ports.host.fresh_id())))
}

/// Also stores records that someone else removed from the store.
pub fn save_all(state: &DealBook, ports: &Ports) -> DealBook {
    note_result(state.with_vault(|vault| vault.save_all(&*ports.store, &|| ports.host.fresh_id())))
}

fn note_result((mut state, saved): (DealBook, Saved)) -> DealBook {
    state.note(&saved);
    state
}
