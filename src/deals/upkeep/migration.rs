//! Migrates records of older formats once the book is open. They can be read without it, so this waits for its chunk.

use abacus_vault::sync_task;
use yew::prelude::*;

use crate::deals::book::{DealBook, use_saving};
use crate::shell::ports::Ports;

/// Returns whether the migration was done or attempted. `save` stores unsaved edits first, so that none applies to a
/// record of an older format.
#[hook]
pub(crate) fn use_migration(state: &UseReducerHandle<DealBook>, ports: &Ports, save: &Callback<()>) -> bool {
    let migrate = use_saving(state, ports, migrate);
    let done = use_state_eq(|| false);
    let deps = (ports.clone(), state.is_loaded(), save.clone(), migrate, done.setter());
    use_effect_with(deps, |(ports, is_loaded, save, migrate, done)| {
        if *is_loaded {
            let (save, migrate, done) = (save.clone(), migrate.clone(), done.clone());
            ports.store.with_lock(sync_task(move || {
                save.emit(());
                migrate.emit(());
                done.set(true);
            }));
        }
    });
    *done
}

/// The demo has nothing to migrate.
pub fn migrate(state: &DealBook, ports: &Ports) -> DealBook {
    if ports.host.is_demo() {
        return state.clone();
    }
    state.with_vault(|vault| abacus_deals::migrate(vault, ports.host.today(), &*ports.store)).0
}
