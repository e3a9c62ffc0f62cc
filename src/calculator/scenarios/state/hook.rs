//! Reading and writing the scenarios at the right moments.

use abacus_core::calculator::Calculator;
use yew::prelude::*;

use crate::calculator::scenarios::state::saving::{follow, load, refresh, save};
use crate::calculator::scenarios::state::{Scenarios, ScenariosAction};
use crate::shell::ports::Ports;

pub struct UseScenarios {
    pub state: UseReducerHandle<Scenarios>,
    /// Stores unsaved changes, and records that someone else removed from the store.
    pub save: Callback<()>,
}

/// The scenarios of a calculator, read at the start and written with every change.
#[hook]
pub fn use_scenarios(calculator: &'static dyn Calculator, ports: &Ports) -> UseScenarios {
    let state = use_reducer_eq(|| load(calculator, &*ports.store));

    let save = use_callback(ports.clone(), {
        let state = state.clone();
        move |(), ports: &Ports| {
            // A clone reads the current state; holding on to the handle would keep every state it has read alive.
            let state = state.clone();
            state.dispatch(ScenariosAction::Become(save(&state, ports)));
        }
    });

    use_effect_with((state.changes(), save.clone()), |(changes, save)| {
        if *changes > 0 {
            save.emit(());
        }
    });

    use_effect_with(ports.clone(), {
        let state = state.clone();
        move |ports| {
            let (changed, shown) = (ports.store.clone(), ports.store.clone());
            let other = state.clone();
            let changed = Box::new(move |key: Option<String>| {
                let state = state.clone();
                state.dispatch(ScenariosAction::Become(follow(&state, &*changed, key)));
            });
            let shown = Callback::from(move |()| {
                let state = other.clone();
                state.dispatch(ScenariosAction::Become(refresh(&state, &*shown)));
            });
            let subscriptions = (ports.store.on_change(changed), ports.host.on_show(shown));
            move || drop(subscriptions)
        }
    });

    UseScenarios { state, save }
}
