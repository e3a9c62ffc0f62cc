//! When files are inspected, imported and undone.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::rc::Rc;

use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};
use abacus_vault::Lock;
use abacus_vault::journal::{Cause, JOURNAL_KEY};
use yew::events::DragEvent;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::deals::book::{BookAction, DealBook, follow};
use crate::deals::files::import::inspect::{Part, ReadContext, Reading, inspect_with, read_as_with};
use crate::deals::files::import::run::{ImportWork, Watches, undo_offer_with};
use crate::deals::files::import::state::{ChosenFiles, ImportAction, ImportStage, ImportState};
use crate::deals::files::import::workbook::WorkbookReader;
use crate::shell::chunk::Chunk;
use crate::shell::inbox::PickedFile;
use crate::shell::ports::Ports;
use crate::shell::slices::{CancelToken, Progress, TimeSlices};

#[derive(Clone, PartialEq)]
pub struct UseImport {
    pub state: UseReducerHandle<ImportState>,
    /// Opens the file dialog.
    pub pick: Callback<()>,
    /// Reads the dropped files.
    pub drop: Callback<DragEvent>,
    /// Reads the table at an index among the chosen files in another way.
    pub read_as: Callback<(usize, Reading)>,
    /// The progress of long-running work.
    pub progress: Option<Progress<Part>>,
    /// Stops reading, comparing and writing, and leaves everything as it was before.
    pub stop: Callback<()>,
    /// How often work was stopped: controls then reset to what they showed before.
    pub stops: u32,
    pub import: Callback<()>,
    pub undo: Callback<()>,
}

/// Runs work in slices, one piece of work at a time.
struct Worker {
    wanted: CancelToken,
    /// How the shown tables are to be read. Further changes may arrive before the first is done.
    readings: RefCell<Vec<(usize, Reading)>>,
    progress: UseStateSetter<Option<Progress<Part>>>,
    /// The search for an import that can be undone.
    offers: Rc<CancelToken>,
    dispatcher: UseReducerDispatcher<ImportState>,
    /// Nothing else starts until the store is consistent again.
    is_writing: Cell<bool>,
}

impl Worker {
    /// Starts work, replacing the current work. Its result is the stage of the import.
    fn begin<W>(self: &Rc<Self>, ports: &Ports, work: impl FnOnce(TimeSlices<Part>) -> W)
    where
        W: Future<Output = (TimeSlices<Part>, Result<ImportStage, Stopped>)> + 'static,
    {
        if self.is_writing.get() {
            return;
        }
        self.progress.set(None);
        let work = work(self.slices(ports, &self.wanted));
        let worker = self.clone();
        spawn_local(async move {
            let (slices, stage) = work.await;
            if let Some(stage) = stage.ok().filter(|_| slices.is_current()) {
                worker.stop();
                worker.dispatcher.dispatch(ImportAction::Inspected(stage));
            }
        });
    }

    fn slices(&self, ports: &Ports, wanted: &CancelToken) -> TimeSlices<Part> {
        let progress = self.progress.clone();
        let reported = Callback::from(move |reported: Progress<Part>| progress.set(Some(reported)));
        TimeSlices::begin(&ports.host, wanted, Part::Comparing, reported)
    }

    fn stop(&self) {
        self.wanted.cancel();
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
    let state = use_reducer_eq(ImportState::default);
    let offers = use_memo((), |()| CancelToken::default());
    use_undo_offer(ports, &state, book.is_loaded(), &offers);
    use_deferred_drop(ports, state.stage());
    let progress = use_state_eq(|| None::<Progress<Part>>);
    let worker = use_memo((), |()| Worker {
        wanted: CancelToken::default(),
        readings: RefCell::default(),
        progress: progress.setter(),
        offers: offers.clone(),
        dispatcher: state.dispatcher(),
        is_writing: Cell::new(false),
    });

    let context = ReadContext { ports: ports.clone(), workbooks: workbooks.clone() };
    let picked = use_callback((ports.clone(), save.clone()), {
        let worker = worker.clone();
        move |picked: Vec<PickedFile>, (ports, save): &(Ports, Callback<()>)| {
            save.emit(());
            let context = context.clone();
            worker.begin(ports, |slices| async move {
                let stage = inspect_with(picked, &context, &slices).await;
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
    let import = use_locked_work(ports, book, save, &state, &worker, ImportWork::Import);
    let undo = use_locked_work(ports, book, save, &state, &worker, ImportWork::Undo);
    UseImport { state, pick, drop, read_as, progress: (*progress).clone(), stop, stops: stops.get(), import, undo }
}

/// Looks for the last import again after an interrupted one was rolled back and when another tab imports or undoes.
#[hook]
fn use_undo_offer(ports: &Ports, state: &UseReducerHandle<ImportState>, is_loaded: bool, wanted: &Rc<CancelToken>) {
    use_effect_with((ports.clone(), state.dispatcher(), is_loaded), {
        let wanted = wanted.clone();
        move |(ports, dispatcher, _)| {
            let (store, host, dispatcher) = (ports.store.clone(), ports.host.clone(), dispatcher.clone());
            let offer = move || {
                let (store, dispatcher) = (store.clone(), dispatcher.clone());
                let slices = TimeSlices::begin(&host, &wanted, Part::Updating, Callback::noop());
                spawn_local(async move {
                    let offers = undo_offer_with(&*store, &slices).await;
                    // An import that started meanwhile reports by itself what can be undone.
                    let offers = offers.ok().filter(|_| slices.is_current()).into_iter().flatten();
                    offers.for_each(|action| dispatcher.dispatch(action));
                });
            };
            offer();
            let subscription = ports.store.on_change(Box::new(move |key: Option<String>| {
                if key.is_none_or(|key| key == Cause::Import.key() || key == JOURNAL_KEY) {
                    offer();
                }
            }));
            move || drop(subscription)
        }
    });
}

/// The shown files, compared by how they were read.
#[derive(Clone)]
struct ShownFiles(Option<ChosenFiles>);

impl PartialEq for ShownFiles {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (None, None) => true,
            (Some(one), Some(other)) => one.is_same_reading(other),
            _ => false,
        }
    }
}

/// Frees the content of files that are no longer shown in slices: thousands of records at once would block the page.
#[hook]
fn use_deferred_drop(ports: &Ports, stage: &ImportStage) {
    /// The maximum number of pauses to wait until nothing else holds them.
    const MAX: usize = 1000;
    let shown = match stage {
        ImportStage::Chosen(chosen) => Some(chosen.clone()),
        ImportStage::Waiting | ImportStage::Refused(_) => None,
    };
    let host = ports.host.clone();
    use_effect_with(ShownFiles(shown), move |shown| {
        let shown = shown.0.clone();
        move || {
            let Some(chosen) = shown else { return };
            let slices = TimeSlices::begin(&host, &CancelToken::default(), Part::Updating, Callback::noop());
            spawn_local(async move {
                for _ in 0..MAX {
                    let is_free = chosen.preview.is_alone();
                    if is_free || slices.rest(0, 0).await.is_err() {
                        break;
                    }
                }
                chosen.free_with(&slices).await;
            });
        }
    });
}

/// A callback that does the work under the lock, after unsaved edits were stored. It does nothing if a newer version
/// has written in the meantime; the page then reports that.
#[hook]
fn use_locked_work(
    ports: &Ports,
    book: &UseReducerHandle<DealBook>,
    save: &Callback<()>,
    state: &UseReducerHandle<ImportState>,
    worker: &Rc<Worker>,
    work: ImportWork,
) -> Callback<()> {
    use_callback((ports.clone(), save.clone()), {
        let (state, book, worker) = (state.clone(), book.clone(), worker.clone());
        move |(), (ports, save): &(Ports, Callback<()>)| {
            let context =
                ImportContext { ports: ports.clone(), save: save.clone(), state: state.clone(), book: book.clone() };
            let worker = worker.clone();
            worker.offers.cancel();
            ports.store.with_lock(Box::new(move |lock| {
                if lock == Lock::Missing {
                    return run_to_end(context.run(work, Watches { work: &NeverYield, roll_back: &NeverYield }))
                        .and(None);
                }
                Some(Box::pin(async move {
                    worker.is_writing.set(true);
                    let writing = worker.slices(&context.ports, &worker.wanted);
                    let rolling_back = worker.slices(&context.ports, &CancelToken::default());
                    context.run(work, Watches { work: &writing, roll_back: &rolling_back }).await;
                    worker.is_writing.set(false);
                    worker.stop();
                }))
            }));
        }
    })
}

/// What the work reads and changes. A clone of a handle reads the current state.
struct ImportContext {
    ports: Ports,
    save: Callback<()>,
    state: UseReducerHandle<ImportState>,
    book: UseReducerHandle<DealBook>,
}

impl ImportContext {
    fn become_book(&self, next: DealBook) {
        self.book.dispatch(BookAction::Become(Box::new(next)));
    }

    async fn run(&self, work: ImportWork, watches: Watches<'_>) {
        let store = &*self.ports.store;
        let pieces = match work.prepare(&self.state.clone(), &self.book.clone(), store) {
            Ok((next, pieces)) => {
                self.become_book(next);
                pieces
            }
            Err(error) => return self.state.dispatch(work.refused(&self.state.clone(), error)),
        };
        self.update(pieces.iter().map(|piece| |book: &DealBook| follow(book, store, Some(piece))), watches).await;
        self.save.emit(());
        if self.book.clone().is_read_only() {
            return;
        }
        let state = ImportState::clone(&self.state.clone());
        let result = work.run_with(&state, &self.ports, watches).await;
        self.update(result.steps().map(|step| |book: &DealBook| step(book, store)), watches).await;
        result.import.into_iter().for_each(|action| self.state.dispatch(action));
    }

    /// Applies small steps to the book, each to its current state.
    async fn update(
        &self,
        steps: impl ExactSizeIterator<Item = impl FnOnce(&DealBook) -> DealBook>,
        watches: Watches<'_>,
    ) {
        watches.roll_back.begin(Part::Updating);
        let count = steps.len();
        for (done, step) in steps.enumerate() {
            let _never_stopped = yield_if_due(watches.roll_back, done, count).await;
            self.become_book(step(&self.book.clone()));
        }
    }
}
