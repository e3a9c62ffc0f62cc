//! When the deal book is read and written.

use yew::prelude::*;

use super::saving::{follow, load, refresh, save};
use super::{DealBook, Status};
use crate::state::ports::Ports;

/// Saving waits until typing has paused for so long …
const PAUSE_MS: u32 = 250;
/// … but never longer than this.
const LONGEST_MS: u32 = 500;

/// The deal book of a page.
pub struct UseDealBook {
    /// Its state.
    pub state: UseReducerHandle<DealBook>,
    /// Saves at once what is not saved; does nothing when all is.
    pub save: Callback<()>,
}

/// The deal book, read from the store at once and written back as it changes.
#[hook]
pub fn use_deal_book(ports: &Ports) -> UseDealBook {
    let state = use_reducer_eq(|| load(&*ports.store));

    let save = use_callback(ports.clone(), {
        let state = state.clone();
        move |(), ports: &Ports| {
            // A clone reads the state of now; the handle itself would hold on to every one it has read.
            let state = state.clone();
            save(&state, ports).into_iter().for_each(|action| state.dispatch(action));
        }
    });

    use_effect_with(ports.clone(), {
        let state = state.clone();
        move |ports| {
            let store = ports.store.clone();
            let changed = Callback::from(move |key: Option<String>| {
                let state = state.clone();
                follow(&state, &*store, key.as_deref()).into_iter().for_each(|action| state.dispatch(action));
            });
            let subscription = ports.store.on_change(changed);
            move || drop(subscription)
        }
    });

    use_effect_with((ports.clone(), save.clone()), {
        let dispatcher = state.dispatcher();
        move |(ports, save)| {
            let (store, save) = (ports.store.clone(), save.clone());
            let hidden = Callback::from(move |()| {
                save.emit(());
                refresh(&*store).into_iter().for_each(|action| dispatcher.dispatch(action));
            });
            let subscription = ports.host.on_hide(hidden);
            move || drop(subscription)
        }
    });

    use_timer(ports, PAUSE_MS, (state.changes() > 0).then(|| state.changes()), &save);
    use_timer(ports, LONGEST_MS, (state.status() == Status::Saving).then_some(0), &save);

    UseDealBook { state, save }
}

/// Calls back so long after `reason` became what it is, unless it changes again or is none.
#[hook]
fn use_timer(ports: &Ports, milliseconds: u32, reason: Option<u32>, then: &Callback<()>) {
    use_effect_with((ports.clone(), reason, then.clone()), move |(ports, reason, then)| {
        let timer = reason.map(|_| ports.host.after(milliseconds, then.clone()));
        move || drop(timer)
    });
}
