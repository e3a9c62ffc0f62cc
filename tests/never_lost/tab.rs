//! A tab with the deal book open, driven as the hook drives it.

use std::cell::Cell;
use std::rc::Rc;

use abacus_deals::{Deal, Edit, TextField};
use abacus_vault::guarded::GuardedStore;
use abacus_vault::journal::{Cause, JOURNAL_KEY};
use sales_abacus::deals::book::BookAction;
use sales_abacus::deals::book::DealBook;
use sales_abacus::deals::book::saving::follow;
use sales_abacus::deals::book::saving::load;
use sales_abacus::deals::book::saving::migrate;
use sales_abacus::deals::book::saving::refresh;
use sales_abacus::deals::book::saving::save;
use sales_abacus::deals::book::saving::save_all;
use sales_abacus::deals::files::import::inspect::inspect;
use sales_abacus::deals::files::import::run::ImportResult;
use sales_abacus::deals::files::import::run::ImportWork;
use sales_abacus::deals::files::import::run::found;
use sales_abacus::deals::files::import::state::ImportAction;
use sales_abacus::deals::files::import::state::ImportState;
use sales_abacus::deals::files::import::state::UndoneImport;
use sales_abacus::state::inbox::Picked;
use sales_abacus::state::ports::{Ports, Store};
use yew::Reducible;

use super::RECORDS;
use super::disk::{Disk, View};
use super::support::{NoInbox, NoOutbox, StillHost};

pub(crate) struct Tab {
    pub(crate) state: Rc<DealBook>,
    pub(crate) view: Rc<View>,
    pub(crate) host: Rc<StillHost>,
    pub(crate) ports: Ports,
    pub(crate) import: Rc<ImportState>,
}

impl Tab {
    /// Opens a tab, with all that happens then.
    pub(crate) fn open(disk: &Rc<Disk>, ids: &Rc<Cell<u32>>) -> Self {
        let mut tab = Self::opening(disk.open(), ids);
        tab.starts();
        tab
    }

    /// A tab that has not done what happens on opening.
    pub(crate) fn opening(view: Rc<View>, ids: &Rc<Cell<u32>>) -> Self {
        let host = Rc::new(StillHost { ids: ids.clone(), ..StillHost::at("") });
        let store: Rc<dyn Store> = Rc::new(GuardedStore::over(view.clone(), &RECORDS));
        let ports = Ports { store, host: host.clone(), outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
        let import = Rc::new(ImportState::after(&*ports.store));
        Self { state: Rc::new(load(&*ports.store)), view, host, ports, import }
    }

    pub(crate) fn starts(&mut self) {
        self.saves();
        self.becomes(migrate(&self.state, &self.ports));
        self.finds();
    }

    pub(crate) fn does(&mut self, action: BookAction) {
        self.state = self.state.clone().reduce(action);
    }

    fn becomes(&mut self, state: DealBook) {
        self.does(BookAction::Become(Box::new(state)));
    }

    pub(crate) fn types(&mut self, id: &str, field: TextField, typed: &str) {
        self.does(BookAction::Edit(id.to_owned(), Box::new(Edit::Text(field, typed.to_owned()))));
    }

    /// Saves; returns what was written.
    pub(crate) fn saves(&mut self) -> Vec<Deal> {
        let (state, saved) = save(&self.state, &self.ports);
        self.becomes(state);
        saved.written
    }

    pub(crate) fn saves_all(&mut self) {
        self.becomes(save_all(&self.state, &self.ports).0);
    }

    pub(crate) fn comes_back(&mut self) {
        self.becomes(refresh(&self.state, &*self.ports.store));
    }

    /// Hears of what other tabs did.
    pub(crate) fn hears(&mut self) {
        let keys = self.view.disk.notify(self.view.tab);
        self.becomes(follow(&self.state, &*self.ports.store, Some(&keys)));
        if keys.iter().any(|key| *key == Cause::Import.key() || key == JOURNAL_KEY) {
            self.finds();
        }
    }

    /// Imports a file, with what is usually done with each of its records. Says what was saved before, and whether all
    /// of the file is written.
    pub(crate) fn imports(&mut self, file: &[u8]) -> (Vec<Deal>, bool) {
        let mut saved = self.saves();
        let picked = Picked { name: "x.json".to_owned(), bytes: Ok(file.to_vec()) };
        let chosen = ImportAction::Look(inspect(picked, &self.ports));
        self.learns(vec![chosen]);
        let (more, news) = self.works(ImportWork::Import);
        saved.extend(more);
        (saved, news.iter().any(|action| matches!(action, ImportAction::Carried(_))))
    }

    /// Takes the import back that is on offer. Says what was saved before, and what came of it; none: nothing was tried.
    pub(crate) fn takes_back(&mut self) -> (Vec<Deal>, Option<UndoneImport>) {
        let (saved, news) = self.works(ImportWork::Undo);
        let undone_import = |action: &ImportAction| match action {
            ImportAction::UndoneImport(undone_import) => Some(*undone_import),
            _ => None,
        };
        (saved, news.iter().find_map(undone_import))
    }

    /// Does it as the hook does: what was saved before, and what the import is told.
    fn works(&mut self, work: ImportWork) -> (Vec<Deal>, Vec<ImportAction>) {
        match work.prepare(&self.import, &self.state, &*self.ports.store) {
            Ok(state) => self.becomes(state),
            Err(error) => return (Vec::new(), self.learns(vec![work.refused(&self.import, error)])),
        }
        let saved = self.saves();
        if self.state.is_read_only() {
            return (saved, Vec::new());
        }
        let ImportResult { book, import } = work.run(&self.import, &self.state, &self.ports);
        self.becomes(book);
        (saved, self.learns(import))
    }

    /// Returns what the import is told.
    fn learns(&mut self, import: Vec<ImportAction>) -> Vec<ImportAction> {
        for action in import.clone() {
            self.import = self.import.clone().reduce(action);
        }
        import
    }

    /// What the page finds to be on offer.
    fn finds(&mut self) {
        self.learns(found(&*self.ports.store));
    }
}
