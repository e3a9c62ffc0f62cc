//! A tab with the deal book open, driven as the hook drives it.

use std::cell::Cell;
use std::rc::Rc;

use abacus_deals::{Edit, TextField};
use abacus_vault::guarded::GuardedStore;
use abacus_vault::journal::{Cause, JOURNAL_KEY};
use sales_abacus::deals::book::Action;
use sales_abacus::deals::book::DealBook;
use sales_abacus::deals::book::saving::follow;
use sales_abacus::deals::book::saving::load;
use sales_abacus::deals::book::saving::migrate;
use sales_abacus::deals::book::saving::refresh;
use sales_abacus::deals::book::saving::save;
use sales_abacus::deals::book::saving::save_all;
use sales_abacus::deals::files::import::carrying::News;
use sales_abacus::deals::files::import::carrying::Work;
use sales_abacus::deals::files::import::carrying::found;
use sales_abacus::deals::files::import::looking::look;
use sales_abacus::deals::files::import::state as transfer;
use sales_abacus::deals::files::import::state::TakenBack;
use sales_abacus::deals::files::import::state::Transfer;
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
    pub(crate) import: Rc<Transfer>,
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
        let import = Rc::new(Transfer::after(&*ports.store));
        Self { state: Rc::new(load(&*ports.store)), view, host, ports, import }
    }

    pub(crate) fn starts(&mut self) {
        self.saves();
        let migrated = migrate(&self.state, &self.ports);
        self.do_all(migrated);
        self.finds();
    }

    pub(crate) fn does(&mut self, action: Action) {
        self.state = self.state.clone().reduce(action);
    }

    fn do_all(&mut self, actions: impl IntoIterator<Item = Action>) {
        actions.into_iter().for_each(|action| self.does(action));
    }

    pub(crate) fn types(&mut self, id: &str, field: TextField, typed: &str) {
        self.does(Action::Edit(id.to_owned(), Box::new(Edit::Text(field, typed.to_owned()))));
    }

    /// Saves; says what was done.
    pub(crate) fn saves(&mut self) -> Vec<Action> {
        let actions = save(&self.state, &self.ports);
        self.do_all(actions.clone());
        actions
    }

    pub(crate) fn saves_all(&mut self) {
        let actions = save_all(&self.state, &self.ports);
        self.do_all(actions);
    }

    pub(crate) fn comes_back(&mut self) {
        let actions = refresh(&self.state, &*self.ports.store);
        self.do_all(actions);
    }

    /// Hears of what other tabs did.
    pub(crate) fn hears(&mut self) {
        let keys = self.view.disk.tell(self.view.tab);
        let actions = follow(&self.state, &*self.ports.store, Some(&keys));
        self.do_all(actions);
        if keys.iter().any(|key| *key == Cause::Import.key() || key == JOURNAL_KEY) {
            self.finds();
        }
    }

    /// Imports a file, with what is usually done with each of its records. Says what was saved before, and whether all
    /// of the file is written.
    pub(crate) fn imports(&mut self, file: &[u8]) -> (Vec<Action>, bool) {
        let mut saved = self.saves();
        let picked = Picked { name: "x.json".to_owned(), bytes: Ok(file.to_vec()) };
        let looked = transfer::Action::Look(look(picked, &self.ports));
        self.learns(News { import: vec![looked], ..News::default() });
        let (more, news) = self.works(Work::Import);
        saved.extend(more);
        (saved, news.iter().any(|action| matches!(action, transfer::Action::Carried(_))))
    }

    /// Takes the import back that is on offer. Says what was saved before, and what came of it; none: nothing was tried.
    pub(crate) fn takes_back(&mut self) -> (Vec<Action>, Option<TakenBack>) {
        let (saved, news) = self.works(Work::TakeBack);
        let taken_back = |action: &transfer::Action| match action {
            transfer::Action::TakenBack(taken_back) => Some(*taken_back),
            _ => None,
        };
        (saved, news.iter().find_map(taken_back))
    }

    /// Does it as the hook does: what was saved before, and what the import is told.
    fn works(&mut self, work: Work) -> (Vec<Action>, Vec<transfer::Action>) {
        match work.clear_the_way(&self.import, &self.state, &*self.ports.store) {
            Ok(news) => drop(self.learns(news)),
            Err(error) => {
                let import = vec![work.refused(&self.import, error)];
                return (Vec::new(), self.learns(News { import, ..News::default() }));
            }
        }
        let saved = self.saves();
        if self.state.is_read_only() {
            return (saved, Vec::new());
        }
        let news = work.carry_out(&self.import, &self.state, &self.ports);
        (saved, self.learns(news))
    }

    /// Says what the import is told.
    fn learns(&mut self, News { book, import }: News) -> Vec<transfer::Action> {
        self.do_all(book);
        for action in import.clone() {
            self.import = self.import.clone().reduce(action);
        }
        import
    }

    /// What the page finds to be on offer.
    fn finds(&mut self) {
        let import = found(&*self.ports.store);
        self.learns(News { import, ..News::default() });
    }
}
