//! When deleted deals are removed for good.

use abacus_deals::Book;
use abacus_deals::upkeep::{TRASH_KEY, Trash};
use abacus_vault::sync_task;
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook};
use crate::deals::upkeep::removal::{RemovalResult, remove_deleted};
use crate::shell::ports::{Ports, Store};

pub fn stored_trash(store: &dyn Store) -> Trash {
    store.read(TRASH_KEY).ok().flatten().map(|text| Trash::read(&text)).unwrap_or_default()
}

/// Counts the day on which the book is opened, and removes deals that were in the trash for thirty days of use. Nothing
/// is written if nothing is deleted. Returns the count and the removal result.
#[must_use]
pub fn open_trash(book: &Book, ports: &Ports) -> (Trash, RemovalResult) {
    let before = stored_trash(&*ports.store);
    if !book.records().any(|deal| deal.deleted) {
        return (before, RemovalResult::default());
    }
    let mut trash = before.clone();
    trash.opened(ports.host.today());
    trash.follow(book.records());
    let due: Vec<(String, u64)> = trash.due().map(|(id, revision)| (id.to_owned(), revision)).collect();
    let removed = remove_deleted(&due, &*ports.store);
    let is_left = |id: &str| !removed.gone.iter().any(|gone| gone == id);
    trash.follow(book.records().filter(|deal| is_left(&deal.id)));
    if trash != before {
        // If the count cannot be stored, it continues from the last one that was: deals are kept longer.
        let _not_kept = ports.store.write(TRASH_KEY, &trash.write());
    }
    (trash, removed)
}

/// The count of days, increased once on each day on which the book is opened.
#[hook]
pub fn use_trash(ports: &Ports, state: &UseReducerHandle<DealBook>) -> UseStateHandle<Trash> {
    let trash = use_state_eq(Trash::default);
    use_effect_with((ports.clone(), state.is_loaded()), {
        let (state, trash) = (state.clone(), trash.setter());
        move |(ports, is_loaded)| {
            if *is_loaded && !ports.host.is_demo() {
                let ports = ports.clone();
                ports.store.clone().with_lock(sync_task(move || {
                    // A clone reads the current state.
                    let state = state.clone();
                    if !state.is_read_only() {
                        let (opened, removed) = open_trash(state.book(), &ports);
                        trash.set(opened);
                        let (next, ()) = state.with_vault(|vault| removed.apply(vault));
                        state.dispatch(BookAction::Become(Box::new(next)));
                    }
                }));
            }
        }
    });
    trash
}
