//! When the deal book is read and written.

use abacus_deals::Book;
use abacus_vault::sync_task;
use abacus_vault::transaction::is_in_progress;
use yew::prelude::*;

use crate::deals::book::saving::{follow, load, refresh, save, save_all};
use crate::deals::book::{BookAction, DealBook};
use crate::shell::ports::{Ports, Subscription};

/// The pause in typing, in milliseconds, after which changes are saved.
const PAUSE_MS: u32 = 250;
/// The longest time, in milliseconds, that a change waits to be saved, however long the user keeps typing.
const LONGEST_MS: u32 = 400;

/// The time, in milliseconds, during which changes of other tabs are collected before they are read.
const FOLLOW_MS: u32 = 30;

pub struct UseDealBook {
    pub state: UseReducerHandle<DealBook>,
    /// Saves unsaved changes at once. Does nothing if there are none or the store has not been read yet.
    pub save: Callback<()>,
    /// Saves everything as soon as no other tab is writing, including records that someone else removed from the store.
    pub save_all: Callback<()>,
}

/// The deal book, read from the store at once and written back as it changes.
#[hook]
pub fn use_deal_book(ports: &Ports) -> UseDealBook {
    let state = use_reducer_eq(|| load(&*ports.store));
    let open = use_saving(&state, ports, save);
    // Before the first load another tab may be in the middle of writing, so the book is opened only under the lock.
    let save =
        use_saving(&state, ports, |state, ports| if state.is_loaded() { save(state, ports) } else { state.clone() });
    let save_all = use_saving(&state, ports, save_all);
    let (soon, all_soon) = (use_locked(ports, &open), use_locked(ports, &save_all));

    use_effect_with((ports.clone(), open), |(ports, open)| {
        let open = open.clone();
        // Rolls an interrupted import back before anything is shown; see `load`.
        ports.store.with_lock(sync_task(move || open.emit(())));
    });

    use_following(&state, ports);
    use_effect_with((ports.clone(), soon.clone()), {
        let state = state.clone();
        move |(ports, soon)| {
            let (store, soon) = (ports.store.clone(), soon.clone());
            let shown = Callback::from(move |()| {
                let state = state.clone();
                state.dispatch(BookAction::Become(Box::new(refresh(&state, &*store))));
                // A write that failed before may succeed now.
                soon.emit(());
            });
            let subscription = ports.host.on_show(shown);
            move || drop(subscription)
        }
    });

    use_effect_with((ports.clone(), save.clone()), |(ports, save)| {
        let subscription = ports.host.on_hide(save.clone());
        move || drop(subscription)
    });

    // Only while something could be lost: some browsers keep a page with this handler out of the back/forward cache.
    use_effect_with((ports.clone(), state.is_at_risk()), |(ports, is_at_risk)| {
        let asking = is_at_risk.then(|| ports.host.ask_before_leaving());
        move || drop(asking)
    });

    use_timer(ports, PAUSE_MS, (state.changes() > 0).then(|| state.changes()), &soon);
    use_timer(ports, LONGEST_MS, state.is_pending().then_some(0), &soon);

    UseDealBook { state, save, save_all: all_soon }
}

/// The stored deals, updated when another tab changes them. For pages that only show deals: never writes.
#[hook]
pub fn use_stored_deals(ports: &Ports) -> Book {
    let deals = use_state_eq(|| load(&*ports.store).book().clone());
    use_effect_with(ports.clone(), {
        let deals = deals.setter();
        move |ports| {
            let store = ports.store.clone();
            let again = Callback::from(move |()| deals.set(load(&*store).book().clone()));
            let changed = again.reform(|_: Option<String>| ());
            let subscriptions =
                (ports.store.on_change(Box::new(move |key| changed.emit(key))), ports.host.on_show(again));
            move || drop(subscriptions)
        }
    });
    (*deals).clone()
}

/// Follows changes by other tabs. They are collected for a moment, because an import writes thousands of records.
#[hook]
fn use_following(state: &UseReducerHandle<DealBook>, ports: &Ports) {
    let changed_keys = use_mut_ref(Vec::<String>::new);
    let timer = use_mut_ref(|| None::<Subscription>);
    use_effect_with(ports.clone(), {
        let state = state.clone();
        move |ports| {
            let ports = ports.clone();
            let store = ports.store.clone();
            let follow_keys = Callback::from(move |changed: Option<Vec<String>>| {
                let state = state.clone();
                state.dispatch(BookAction::Become(Box::new(follow(&state, &*store, changed.as_deref()))));
            });
            let follow_collected = Callback::from({
                let (ports, follow_keys, changed_keys) = (ports.clone(), follow_keys.clone(), changed_keys.clone());
                move |()| {
                    let (follow_keys, keys) = (follow_keys.clone(), changed_keys.take());
                    // In the middle of a transaction, a record that is being rolled back would look missing.
                    if is_in_progress(&*ports.store) == Ok(true) {
                        ports.store.with_lock(sync_task(move || follow_keys.emit(Some(keys))));
                    } else {
                        follow_keys.emit(Some(keys));
                    }
                }
            });
            let changed = Callback::from({
                let (ports, timer) = (ports.clone(), timer.clone());
                move |key: Option<String>| {
                    let Some(key) = key else { return follow_keys.emit(None) };
                    changed_keys.borrow_mut().push(key);
                    if changed_keys.borrow().len() == 1 {
                        // The previous timer has fired.
                        timer.replace(Some(ports.host.after(FOLLOW_MS, follow_collected.clone())));
                    }
                }
            });
            let subscription = ports.store.on_change(Box::new(move |key| changed.emit(key)));
            let timer = timer.clone();
            move || drop((subscription, timer.take()))
        }
    });
}

/// A callback that replaces the current state with the result of `work`.
#[hook]
pub(crate) fn use_saving(
    state: &UseReducerHandle<DealBook>,
    ports: &Ports,
    work: fn(&DealBook, &Ports) -> DealBook,
) -> Callback<()> {
    use_callback(ports.clone(), {
        let state = state.clone();
        move |(), ports: &Ports| {
            // A clone reads the current state; holding on to the handle would keep every state it has read alive.
            let state = state.clone();
            state.dispatch(BookAction::Become(Box::new(work(&state, ports))));
        }
    })
}

#[hook]
fn use_locked(ports: &Ports, then: &Callback<()>) -> Callback<()> {
    use_callback((ports.clone(), then.clone()), |(), (ports, then)| {
        let then = then.clone();
        ports.store.with_lock(sync_task(move || then.emit(())));
    })
}

/// Calls `then` this many milliseconds after `reason` last changed, unless it is `None`.
#[hook]
fn use_timer(ports: &Ports, milliseconds: u32, reason: Option<u32>, then: &Callback<()>) {
    use_effect_with((ports.clone(), reason, then.clone()), move |(ports, reason, then)| {
        let timer = reason.map(|_| ports.host.after(milliseconds, then.clone()));
        move || drop(timer)
    });
}
