//! When files are inspected, imported and undone.

use abacus_vault::journal::{Cause, JOURNAL_KEY};
use yew::events::DragEvent;
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook};
use crate::deals::files::import::inspect::{Reading, inspect, read_as};
use crate::deals::files::import::run::{ImportResult, ImportWork, undo_offer};
use crate::deals::files::import::state::{ImportAction, ImportStage, ImportState};
use crate::shell::inbox::Picked;
use crate::shell::ports::Ports;

#[derive(Clone, PartialEq)]
pub struct UseImport {
    pub state: UseReducerHandle<ImportState>,
    /// Opens the file dialog.
    pub pick: Callback<()>,
    /// Reads the files that were dropped.
    pub drop: Callback<DragEvent>,
    /// Reads the table at a place among the chosen files in another way.
    pub read_as: Callback<(usize, Reading)>,
    pub import: Callback<()>,
    pub undo: Callback<()>,
}

/// `save` stores unsaved edits first, so that a file is compared with the current records.
#[hook]
pub fn use_import(ports: &Ports, book: &UseReducerHandle<DealBook>, save: &Callback<()>) -> UseImport {
    let state = use_reducer_eq(|| ImportState::load(&*ports.store));
    use_undo_offer(ports, &state, book.is_loaded());

    let picked = use_callback(
        (ports.clone(), state.dispatcher(), save.clone()),
        |picked: Vec<Picked>, (ports, dispatcher, save)| {
            save.emit(());
            dispatcher.dispatch(ImportAction::Inspected(inspect(picked, ports)));
        },
    );
    let pick = use_callback((ports.clone(), picked.clone()), |(), (ports, picked)| {
        ports.inbox.pick_several(picked.clone());
    });
    let drop = use_callback((ports.clone(), picked), |event: DragEvent, (ports, picked)| {
        ports.inbox.take_dropped(&event, picked.clone());
    });
    let read_as = use_callback(ports.clone(), {
        let state = state.clone();
        move |(place, reading), ports: &Ports| {
            // A clone reads the current state.
            let state = state.clone();
            if let ImportStage::Chosen(chosen) = state.stage() {
                state.dispatch(ImportAction::Inspected(read_as(chosen, place, reading, ports)));
            }
        }
    });
    let import = use_work(ports, book, save, &state, ImportWork::Import);
    let undo = use_work(ports, book, save, &state, ImportWork::Undo);
    UseImport { state, pick, drop, read_as, import, undo }
}

/// Looks for the last import again when an interrupted one was rolled back and when another tab imports or undoes.
#[hook]
fn use_undo_offer(ports: &Ports, state: &UseReducerHandle<ImportState>, is_loaded: bool) {
    use_effect_with((ports.clone(), state.dispatcher(), is_loaded), |(ports, dispatcher, _)| {
        let (store, dispatcher) = (ports.store.clone(), dispatcher.clone());
        let offer = move || undo_offer(&*store).into_iter().for_each(|action| dispatcher.dispatch(action));
        offer();
        let subscription = ports.store.on_change(Box::new(move |key: Option<String>| {
            if key.is_none_or(|key| key == Cause::Import.key() || key == JOURNAL_KEY) {
                offer();
            }
        }));
        move || drop(subscription)
    });
}

/// A callback that does the work under the lock, after unsaved edits were stored. It does nothing if a newer version
/// has written in the meantime; the page then shows that.
#[hook]
fn use_work(
    ports: &Ports,
    book: &UseReducerHandle<DealBook>,
    save: &Callback<()>,
    state: &UseReducerHandle<ImportState>,
    work: ImportWork,
) -> Callback<()> {
    use_callback((ports.clone(), save.clone()), {
        let (state, book) = (state.clone(), book.clone());
        move |(), (ports, save): &(Ports, Callback<()>)| {
            let (ports, save, state, book) = (ports.clone(), save.clone(), state.clone(), book.clone());
            ports.clone().store.with_lock(Box::new(move || {
                let become_book = |next: DealBook| book.dispatch(BookAction::Become(Box::new(next)));
                // A clone reads the current state.
                match work.prepare(&state.clone(), &book.clone(), &*ports.store) {
                    Ok(next) => become_book(next),
                    Err(error) => return state.dispatch(work.refused(&state.clone(), error)),
                }
                save.emit(());
                if !book.clone().is_read_only() {
                    let ImportResult { book: next, import } = work.run(&state.clone(), &book.clone(), &ports);
                    become_book(next);
                    import.into_iter().for_each(|action| state.dispatch(action));
                }
            }));
        }
    })
}
