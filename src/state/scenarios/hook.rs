//! When the scenarios are read and written.

use yew::prelude::*;

use crate::state::ports::Ports;
use crate::state::scenarios::saving::{follow, load, refresh, save};
use crate::state::scenarios::{Scenarios, ScenariosAction};

/// The scenarios of a page.
pub struct UseScenarios {
    /// Their state.
    pub state: UseReducerHandle<Scenarios>,
    /// Tries again to store what is not stored.
    pub save: Callback<()>,
}

/// The scenarios, read from the store at once and written back with every change.
#[hook]
pub fn use_scenarios(ports: &Ports) -> UseScenarios {
    let state = use_reducer_eq(|| load(&*ports.store));

    let save = use_callback(ports.clone(), {
        let state = state.clone();
        move |(), ports: &Ports| {
            // A clone reads the state of now; the handle itself would hold on to every one it has read.
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
            let changed = Callback::from(move |key: Option<String>| {
                let state = state.clone();
                state.dispatch(ScenariosAction::Become(follow(&state, &*changed, key.as_deref())));
            });
            let shown = Callback::from(move |()| {
                let state = other.clone();
                state.dispatch(ScenariosAction::Become(refresh(&state, &*shown)));
            });
            let subscriptions =
                (ports.store.on_change(Box::new(move |key| changed.emit(key))), ports.host.on_show(shown));
            move || drop(subscriptions)
        }
    });

    UseScenarios { state, save }
}
