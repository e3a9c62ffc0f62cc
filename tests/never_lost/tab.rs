//! A tab with the deal book open, driven as the hook drives it.

use std::cell::Cell;
use std::rc::Rc;

use abacus_deals::{Deal, Edit, TextField};
use abacus_vault::guarded::GuardedStore;
use abacus_vault::journal::{Cause, JOURNAL_KEY};
use sales_abacus::deals::book::saving::{follow, load, refresh, save, save_all};
use sales_abacus::deals::book::{BookAction, DealBook};
use sales_abacus::deals::files::import::inspect::inspect;
use sales_abacus::deals::files::import::run::{ImportWork, undo_offer};
use sales_abacus::deals::files::import::state::{ImportAction, ImportState, UndoneImport};
use sales_abacus::deals::upkeep::migrate;
use sales_abacus::shell::inbox::PickedFile;
use sales_abacus::shell::ports::{Ports, Store};
use yew::Reducible;

use super::RECORDS;
use super::disk::{Disk, View};
use super::support::{FixedHost, NoInbox, NoOutbox};

pub(crate) struct Tab {
    pub(crate) state: Rc<DealBook>,
    pub(crate) view: Rc<View>,
    pub(crate) host: Rc<FixedHost>,
    pub(crate) ports: Ports,
    pub(crate) import: Rc<ImportState>,
}

impl Tab {
    /// Opens a tab and runs what happens on opening.
    pub(crate) fn open(disk: &Rc<Disk>, ids: &Rc<Cell<u32>>) -> Self {
        let mut tab = Self::new(disk.open(), ids);
        tab.start();
        tab
    }

    /// A tab before [`start`](Self::start).
    pub(crate) fn new(view: Rc<View>, ids: &Rc<Cell<u32>>) -> Self {
        let host = Rc::new(FixedHost { ids: ids.clone(), ..FixedHost::at("") });
        let store: Rc<dyn Store> = Rc::new(GuardedStore::over(view.clone(), &RECORDS));
        let ports = Ports { store, host: host.clone(), outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
        let import = opened(&*ports.store);
        Self { state: Rc::new(load(&*ports.store)), view, host, ports, import }
    }

    pub(crate) fn start(&mut self) {
        self.save();
        self.set_state(migrate(&self.state, &self.ports));
        self.update_offer();
    }

    pub(crate) fn dispatch(&mut self, action: BookAction) {
        self.state = self.state.clone().reduce(action);
    }

    fn set_state(&mut self, state: DealBook) {
        self.dispatch(BookAction::Become(Box::new(state)));
    }

    pub(crate) fn type_text(&mut self, id: &str, field: TextField, typed: &str) {
        self.dispatch(BookAction::edit(self.state.shown(id), Edit::Text(field, typed.to_owned())));
    }

    /// Saves and returns the deals that count as saved now and did not before.
    pub(crate) fn save(&mut self) -> Vec<Deal> {
        let before = self.state.book().clone();
        self.set_state(save(&self.state, &self.ports));
        let book = self.state.book();
        let was_unsaved = |deal: &Deal| before.is_unsaved(&deal.id) || before.get(&deal.id) != Some(deal);
        book.records().filter(|deal| !book.is_unsaved(&deal.id) && was_unsaved(deal)).cloned().collect()
    }

    pub(crate) fn save_all(&mut self) {
        self.set_state(save_all(&self.state, &self.ports));
    }

    pub(crate) fn refresh(&mut self) {
        self.set_state(refresh(&self.state, &*self.ports.store));
    }

    pub(crate) fn follow(&mut self) {
        let keys = self.view.disk.notify(self.view.tab);
        self.set_state(follow(&self.state, &*self.ports.store, Some(&keys)));
        if keys.iter().any(|key| *key == Cause::Import.key() || key == JOURNAL_KEY) {
            self.update_offer();
        }
    }

    /// Imports a file with the suggested choices. Returns what was saved before, and whether the import was completed.
    pub(crate) fn import_file(&mut self, file: &[u8]) -> (Vec<Deal>, bool) {
        let mut saved = self.save();
        let picked = vec![PickedFile { name: "x.json".to_owned(), bytes: Ok(file.to_vec()) }];
        let chosen = ImportAction::Inspected(inspect(picked, &self.ports));
        self.dispatch_import(vec![chosen]);
        let (more, news) = self.run_import_work(ImportWork::Import);
        saved.extend(more);
        (saved, news.iter().any(|action| matches!(action, ImportAction::Completed(_))))
    }

    /// Undoes the import that is offered. Returns what was saved before, and the result; `None` if nothing was tried.
    pub(crate) fn undo_import(&mut self) -> (Vec<Deal>, Option<UndoneImport>) {
        let (saved, news) = self.run_import_work(ImportWork::Undo);
        let undone_import = |action: &ImportAction| match action {
            ImportAction::UndoneImport(undone_import) => Some(*undone_import),
            _ => None,
        };
        (saved, news.iter().find_map(undone_import))
    }

    /// Runs the work as the hook does. Returns what was saved before, and the actions for the import.
    fn run_import_work(&mut self, work: ImportWork) -> (Vec<Deal>, Vec<ImportAction>) {
        let pieces = match work.prepare(&self.import, &self.state, &*self.ports.store) {
            Ok((state, pieces)) => {
                self.set_state(state);
                pieces
            }
            Err(error) => return (Vec::new(), self.dispatch_import(vec![work.refused(&self.import, error)])),
        };
        for piece in pieces {
            self.set_state(follow(&self.state, &*self.ports.store, Some(&piece)));
        }
        let saved = self.save();
        if self.state.is_read_only() {
            return (saved, Vec::new());
        }
        let result = work.run(&self.import, &self.ports);
        for step in result.steps() {
            self.set_state(step(&self.state, &*self.ports.store));
        }
        (saved, self.dispatch_import(result.import.clone()))
    }

    fn dispatch_import(&mut self, import: Vec<ImportAction>) -> Vec<ImportAction> {
        for action in import.clone() {
            self.import = self.import.clone().reduce(action);
        }
        import
    }

    fn update_offer(&mut self) {
        self.dispatch_import(undo_offer(&*self.ports.store));
    }
}

/// What a freshly opened page reports about the last import.
pub(crate) fn opened(store: &dyn Store) -> Rc<ImportState> {
    undo_offer(store).into_iter().fold(Rc::default(), ImportState::reduce)
}
