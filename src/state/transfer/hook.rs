//! When files are looked at, imported and taken back.

use abacus_core::deals::transfer::Column;
use yew::prelude::*;

use super::carrying::{carry_out, news, take_back};
use super::looking::{look, look_again, look_otherwise};
use super::{Action, Done, Failure, Stage, Transfer};
use crate::state::deal_book::DealBook;
use crate::state::inbox::Picked;
use crate::state::ports::Ports;

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
    let state = use_reducer_eq(Transfer::default);

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
    let import = use_callback((ports.clone(), book.clone(), save.clone()), {
        let state = state.clone();
        move |(), (ports, book, save): &(Ports, UseReducerDispatcher<DealBook>, Callback<()>)| {
            let state = state.clone();
            let Stage::Looking(looked) = state.stage() else { return };
            save.emit(());
            let writes = looked.preview.writes();
            let carried = carry_out(&writes, &*ports.store);
            book.dispatch(news(&writes, &*ports.store));
            match carried {
                Ok(()) => {
                    state.dispatch(Action::Carried(Done { file: looked.file.clone(), writes: writes.into() }));
                }
                Err(failure) => {
                    if failure == Failure::Changed {
                        state.dispatch(Action::Look(look_again(looked, ports)));
                    }
                    state.dispatch(Action::Failed(failure));
                }
            }
        }
    });
    let undo = use_callback((ports.clone(), book.clone(), save.clone()), {
        let state = state.clone();
        move |(), (ports, book, save): &(Ports, UseReducerDispatcher<DealBook>, Callback<()>)| {
            let state = state.clone();
            let Some(done) = state.done() else { return };
            save.emit(());
            let taken = take_back(&done.writes, &*ports.store);
            taken.news.into_iter().for_each(|action| book.dispatch(action));
            let left = (!taken.left.is_empty()).then(|| Done { writes: taken.left.into(), ..done.clone() });
            // What is looked at meanwhile was judged by what has just gone.
            if let Stage::Looking(looked) = state.stage() {
                state.dispatch(Action::Look(look_again(looked, ports)));
            }
            state.dispatch(Action::TakenBack(taken.count, left));
        }
    });
    UseTransfer { state, pick, map, import, undo }
}
