//! When files are inspected, imported and undone.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use abacus_core::pace::Stopped;
use abacus_vault::journal::{Cause, JOURNAL_KEY};
use yew::events::DragEvent;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook};
use crate::deals::files::import::inspect::{Part, Readers, Reading, inspect_with, read_as_with};
use crate::deals::files::import::run::{ImportResult, ImportWork, undo_offer};
use crate::deals::files::import::state::{ImportAction, ImportStage, ImportState};
use crate::deals::files::import::workbook::WorkbookReader;
use crate::shell::chunk::Chunk;
use crate::shell::inbox::Picked;
use crate::shell::ports::Ports;
use crate::shell::slices::{Progress, Slices, Wanted};

#[derive(Clone, PartialEq)]
pub struct UseImport {
    pub state: UseReducerHandle<ImportState>,
    /// Opens the file dialog.
    pub pick: Callback<()>,
    /// Reads the files that were dropped.
    pub drop: Callback<DragEvent>,
    /// Reads the table at a place among the chosen files in another way.
    pub read_as: Callback<(usize, Reading)>,
    /// How far reading and comparing is, while that takes long.
    pub progress: Option<Progress<Part>>,
    /// Stops reading and comparing, and leaves everything as it was before.
    pub stop: Callback<()>,
    /// How often that was done: controls then show again what they showed before.
    pub stops: u32,
    pub import: Callback<()>,
    pub undo: Callback<()>,
}

/// What is done in slices, one piece of work at a time.
struct Worker {
    wanted: Wanted,
    /// How the tables that are shown are to be read. A further wish may come before the first is fulfilled.
    readings: RefCell<Vec<(usize, Reading)>>,
    progress: UseStateSetter<Option<Progress<Part>>>,
    dispatcher: UseReducerDispatcher<ImportState>,
}

impl Worker {
    /// Begins work, in place of what is being done. What comes of it is the stage of the import.
    fn begin<W>(self: &Rc<Self>, ports: &Ports, work: impl FnOnce(Slices<Part>) -> W)
    where
        W: Future<Output = (Slices<Part>, Result<ImportStage, Stopped>)> + 'static,
    {
        let told = {
            let progress = self.progress.clone();
            Callback::from(move |told: Progress<Part>| progress.set(Some(told)))
        };
        self.progress.set(None);
        let work = work(Slices::begin(&ports.host, &self.wanted, Part::Comparing, told));
        let worker = self.clone();
        spawn_local(async move {
            let (slices, stage) = work.await;
            if let Some(stage) = stage.ok().filter(|_| slices.is_wanted()) {
                worker.stop();
                worker.dispatcher.dispatch(ImportAction::Inspected(stage));
            }
        });
    }

    fn stop(&self) {
        self.wanted.stop();
        self.readings.borrow_mut().clear();
        self.progress.set(None);
    }
}

/// `save` stores unsaved edits first, so that a file is compared with the current records.
#[hook]
pub fn use_import(
    ports: &Ports,
    book: &UseReducerHandle<DealBook>,
    save: &Callback<()>,
    workbooks: &Chunk<&'static WorkbookReader>,
) -> UseImport {
    let state = use_reducer_eq(|| ImportState::load(&*ports.store));
    use_undo_offer(ports, &state, book.is_loaded());
    let progress = use_state_eq(|| None::<Progress<Part>>);
    let worker = use_memo((), |()| Worker {
        wanted: Wanted::default(),
        readings: RefCell::default(),
        progress: progress.setter(),
        dispatcher: state.dispatcher(),
    });

    let readers = Readers { ports: ports.clone(), workbooks: workbooks.clone() };
    let picked = use_callback((ports.clone(), save.clone()), {
        let worker = worker.clone();
        move |picked: Vec<Picked>, (ports, save): &(Ports, Callback<()>)| {
            save.emit(());
            worker.stop();
            let readers = readers.clone();
            worker.begin(ports, |slices| async move {
                let stage = inspect_with(picked, &readers, &slices).await;
                (slices, stage)
            });
        }
    });
    let pick = use_callback((ports.clone(), picked.clone()), |(), (ports, picked)| {
        ports.inbox.pick_several(picked.clone());
    });
    let drop = use_callback((ports.clone(), picked), |event: DragEvent, (ports, picked)| {
        ports.inbox.take_dropped(&event, picked.clone());
    });
    let read_as = use_callback(ports.clone(), {
        let (state, worker) = (state.clone(), worker.clone());
        move |(place, reading), ports: &Ports| {
            // A clone reads the current state.
            let state = state.clone();
            if let ImportStage::Chosen(chosen) = state.stage() {
                worker.readings.borrow_mut().push((place, reading));
                let readings = worker.readings.borrow().clone();
                let (chosen, of_work) = (chosen.clone(), ports.clone());
                worker.begin(ports, |slices| async move {
                    let stage = read_as_with(chosen, &readings, &of_work, &slices).await;
                    (slices, stage)
                });
            }
        }
    });
    let stops = use_state(|| Rc::new(Cell::new(0_u32)));
    let stop = use_callback((), {
        let (worker, stops) = (worker.clone(), stops.clone());
        move |(), ()| {
            stops.set({
                stops.replace(stops.get().wrapping_add(1));
                (*stops).clone()
            });
            worker.stop();
        }
    });
    let import = use_work(ports, book, save, &state, ImportWork::Import);
    let undo = use_work(ports, book, save, &state, ImportWork::Undo);
    UseImport { state, pick, drop, read_as, progress: (*progress).clone(), stop, stops: stops.get(), import, undo }
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
