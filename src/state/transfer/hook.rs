//! When files are looked at, imported and taken back.

use std::collections::BTreeSet;
use std::rc::Rc;

use abacus_core::deals::id_of;
use abacus_core::deals::transfer::Column;
use abacus_core::journal::{Cause, JOURNAL_KEY, Journal};
use yew::prelude::*;

use super::looking::{look, look_again, look_otherwise};
use super::{Action, Done, Failure, Stage, TakenBack, Transfer, way_back};
use crate::state::deal_book::saving::refresh;
use crate::state::deal_book::{self, DealBook};
use crate::state::inbox::Picked;
use crate::state::ports::{Ports, Store};
use crate::state::together::{Undone, carry_out, last, take_back, take_back_what_broke_off};

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
pub fn use_transfer(ports: &Ports, book: &UseReducerHandle<DealBook>, save: &Callback<()>) -> UseTransfer {
    let state = use_reducer_eq(|| Transfer::after(&*ports.store));
    use_finding(ports, &state, book.is_loaded());

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
        let Some(undone) = take_back(Cause::Import, &done.journal, &*ports.store) else {
            state.dispatch(Action::TakenBack(TakenBack { restored: 0, changed: 0, left: 0 }));
            state.dispatch(Action::Found(way_back(&*ports.store)));
            return;
        };
        book.dispatch(news(&done.journal, &*ports.store));
        book.dispatch(deal_book::Action::Forget(gone(&done.journal, &undone, book)));
        // What is looked at meanwhile was judged by what has just gone.
        if let Stage::Looking(looked) = state.stage() {
            state.dispatch(Action::Look(look_again(looked, ports)));
        }
        let left = undone.left.map_or(0, |(left, _)| left.max(1));
        let (restored, changed) = (undone.restored.len(), undone.changed);
        state.dispatch(Action::TakenBack(TakenBack { restored, changed, left }));
    });
    UseTransfer { state, pick, map, import, undo }
}

/// Looks for the last import again, when what had broken off was taken back and when another tab imports or takes back.
#[hook]
fn use_finding(ports: &Ports, state: &UseReducerHandle<Transfer>, is_loaded: bool) {
    use_effect_with((ports.clone(), state.dispatcher(), is_loaded), |(ports, dispatcher, _)| {
        let (store, dispatcher) = (ports.store.clone(), dispatcher.clone());
        dispatcher.dispatch(Action::Found(way_back(&*store)));
        let subscription = ports.store.clone().on_change(Callback::from(move |key: Option<String>| {
            if key.is_none_or(|key| key == Cause::Import.key() || key == JOURNAL_KEY) {
                if let Some(undone) = last(Cause::Import, &*store).filter(|journal| journal.undone) {
                    dispatcher.dispatch(Action::Undone(Journal { undone: false, ..undone }));
                }
                dispatcher.dispatch(Action::Found(way_back(&*store)));
            }
        }));
        move || drop(subscription)
    });
}

/// A callback that does so while no other tab writes, after what is typed was stored. Not where a newer version has
/// written meanwhile.
#[hook]
fn use_alone(
    ports: &Ports,
    book: &UseReducerHandle<DealBook>,
    save: &Callback<()>,
    state: &UseReducerHandle<Transfer>,
    work: fn(&UseReducerHandle<Transfer>, &Ports, &UseReducerHandle<DealBook>),
) -> Callback<()> {
    use_callback((ports.clone(), save.clone()), {
        let (state, book) = (state.clone(), book.clone());
        move |(), (ports, save): &(Ports, Callback<()>)| {
            let (ports, save, state, book) = (ports.clone(), save.clone(), state.clone(), book.clone());
            ports.clone().store.alone(Callback::from(move |()| {
                // First what somebody else's work has left, so that the book hears of it.
                match take_back_what_broke_off(&*ports.store) {
                    Ok(0) => {}
                    Ok(taken_back) => book.dispatch(deal_book::Action::TookBack(taken_back)),
                    Err(error) => return state.dispatch(Action::Failed(Failure::Store(error))),
                }
                // A clone reads the state of now.
                refresh(&book.clone(), &*ports.store).into_iter().for_each(|action| book.dispatch(action));
                save.emit(());
                // Where it is of a newer version now, the page says so.
                if !book.clone().is_read_only() {
                    work(&state.clone(), &ports, &book.clone());
                }
            }));
        }
    })
}

/// What the deal book is to know: what is stored now under the keys of a journal.
fn news(journal: &Journal, store: &dyn Store) -> deal_book::Action {
    let stored = |key: &String| Some((key.clone(), store.read(key).ok()??));
    deal_book::Action::Read(journal.entries.iter().filter_map(|entry| stored(&entry.key)).collect())
}

/// The deals that are gone, because an import had added them; not those with changes that are not stored yet, which
/// will be.
fn gone(journal: &Journal, undone: &Undone, state: &DealBook) -> Vec<String> {
    let restored: BTreeSet<&String> = undone.restored.iter().collect();
    let unsaved: BTreeSet<&str> = state.book().unsaved().collect();
    let added = journal.entries.iter().filter(|entry| entry.before.is_none() && restored.contains(&entry.key));
    let ids = added.filter_map(|entry| id_of(&entry.key)).filter(|id| !unsaved.contains(id));
    ids.map(str::to_owned).collect()
}
