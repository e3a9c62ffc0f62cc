//! When files are looked at, imported and taken back.

use std::collections::BTreeSet;
use std::rc::Rc;

use abacus_core::deals::id_of;
use abacus_core::deals::transfer::Column;
use abacus_core::journal::{Cause, Journal};
use yew::prelude::*;

use super::looking::{look, look_again, look_otherwise};
use super::{Action, Done, Failure, Stage, TakenBack, Transfer};
use crate::state::deal_book::{self, DealBook};
use crate::state::inbox::Picked;
use crate::state::ports::{Ports, Store};
use crate::state::together::{Undone, carry_out, take_back};

/// The import of a page.
#[derive(Clone, PartialEq)]
pub struct UseTransfer {
    /// Its state.
    pub state: UseReducerHandle<Transfer>,
    /// Lets the user choose a file.
    pub pick: Callback<()>,
    /// The column of the table at this place is this one of ours.
    pub map: Callback<(usize, Option<Column>)>,
    /// Imports what was settled.
    pub import: Callback<()>,
    /// Takes the last import back.
    pub undo: Callback<()>,
}

/// The import into a deal book. `save` stores what is typed there, so that files are held against what is.
#[hook]
pub fn use_transfer(ports: &Ports, book: &UseReducerDispatcher<DealBook>, save: &Callback<()>) -> UseTransfer {
    let state = use_reducer_eq(|| Transfer::after(&*ports.store));

    let pick = use_callback((ports.clone(), state.dispatcher(), save.clone()), |(), (ports, dispatcher, save)| {
        let (for_picked, dispatcher, save) = (ports.clone(), dispatcher.clone(), save.clone());
        ports.inbox.pick(Callback::from(move |picked: Picked| {
            save.emit(());
            dispatcher.dispatch(Action::Look(look(picked, &for_picked)));
        }));
    });
    let map = use_callback(ports.clone(), {
        let state = state.clone();
        move |(index, column), ports: &Ports| {
            // A clone reads the state of now.
            let state = state.clone();
            if let Stage::Looking(looked) = state.stage() {
                state.dispatch(Action::Look(look_otherwise(looked, index, column, ports)));
            }
        }
    });
    let import = use_alone(ports, book, save, &state, |state, ports, book| {
        let Stage::Looking(looked) = state.stage() else { return };
        let (writes, day) = (looked.preview.writes(), ports.host.today());
        match carry_out(Cause::Import, &looked.file, day, &writes, &*ports.store) {
            Ok(journal) => {
                book.dispatch(news(&journal, &*ports.store));
                state.dispatch(Action::Carried(Done { journal: Rc::new(journal) }));
            }
            Err(failure) => {
                book.dispatch(news(&Journal::of(&writes, &looked.file, day), &*ports.store));
                if failure == Failure::Changed {
                    state.dispatch(Action::Look(look_again(looked, ports)));
                }
                state.dispatch(Action::Failed(failure));
            }
        }
    });
    let undo = use_alone(ports, book, save, &state, |state, ports, book| {
        let Some(done) = state.done().or(state.earlier()) else { return };
        let undone = take_back(Cause::Import, &done.journal, &*ports.store);
        book.dispatch(news(&done.journal, &*ports.store));
        book.dispatch(deal_book::Action::Forget(gone(&done.journal, &undone)));
        // What is looked at meanwhile was judged by what has just gone.
        if let Stage::Looking(looked) = state.stage() {
            state.dispatch(Action::Look(look_again(looked, ports)));
        }
        let left = undone.left.map_or(0, |(left, _)| left);
        let (restored, changed) = (undone.restored.len(), undone.changed);
        state.dispatch(Action::TakenBack(TakenBack { restored, changed, left }));
    });
    UseTransfer { state, pick, map, import, undo }
}

/// A callback that does so while no other tab writes, after what is typed was stored.
#[hook]
fn use_alone(
    ports: &Ports,
    book: &UseReducerDispatcher<DealBook>,
    save: &Callback<()>,
    state: &UseReducerHandle<Transfer>,
    work: fn(&UseReducerHandle<Transfer>, &Ports, &UseReducerDispatcher<DealBook>),
) -> Callback<()> {
    use_callback((ports.clone(), book.clone(), save.clone()), {
        let state = state.clone();
        move |(), (ports, book, save): &(Ports, UseReducerDispatcher<DealBook>, Callback<()>)| {
            let (ports, book, save, state) = (ports.clone(), book.clone(), save.clone(), state.clone());
            ports.clone().store.alone(Callback::from(move |()| {
                save.emit(());
                // A clone reads the state of now.
                work(&state.clone(), &ports, &book);
            }));
        }
    })
}

/// What the deal book is to know: what is stored now under the keys of a journal.
fn news(journal: &Journal, store: &dyn Store) -> deal_book::Action {
    let stored = |key: &String| Some((key.clone(), store.read(key).ok()??));
    deal_book::Action::Read(journal.entries.iter().filter_map(|entry| stored(&entry.key)).collect())
}

/// The deals that are gone, because an import had added them.
fn gone(journal: &Journal, undone: &Undone) -> Vec<String> {
    let restored: BTreeSet<&String> = undone.restored.iter().collect();
    let added = journal.entries.iter().filter(|entry| entry.before.is_none() && restored.contains(&entry.key));
    added.filter_map(|entry| id_of(&entry.key)).map(str::to_owned).collect()
}
