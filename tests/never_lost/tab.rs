//! A tab with the deal book open, driven as the hook drives it.

use std::cell::Cell;
use std::rc::Rc;

use abacus_core::deals::transfer::Preview;
use abacus_core::deals::{Edit, TextField};
use abacus_core::journal::{Cause, Journal};
use sales_abacus::state::deal_book::saving::{follow, load, migrate, refresh, save, save_all};
use sales_abacus::state::deal_book::{Action, DealBook};
use sales_abacus::state::guarded_store::GuardedStore;
use sales_abacus::state::ports::{Ports, Store};
use sales_abacus::state::together::{Failure, Undone, carry_out, last, take_back};
use yew::Reducible;

use super::disk::{Disk, View};
use super::support::{NoInbox, NoOutbox, StillHost};

pub(crate) struct Tab {
    pub(crate) state: Rc<DealBook>,
    pub(crate) view: Rc<View>,
    pub(crate) host: Rc<StillHost>,
    pub(crate) ports: Ports,
    /// What was imported here: another tab may have imported something else since.
    pub(crate) imported: Option<Journal>,
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
        let store: Rc<dyn Store> = Rc::new(GuardedStore::over(view.clone()));
        let ports = Ports { store, host: host.clone(), outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
        Self { state: Rc::new(load(&*ports.store)), view, host, ports, imported: None }
    }

    pub(crate) fn starts(&mut self) {
        self.saves();
        let migrated = migrate(&self.state, &self.ports);
        self.do_all(migrated);
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
    }

    /// Imports a file, with what is usually done with each of its records; what is typed is saved before.
    pub(crate) fn imports(&mut self, file: &[u8]) -> (Vec<Action>, Result<Journal, Failure>) {
        let saved = self.saves();
        let export = abacus_core::deals::transfer::read_export(file).expect("an export file");
        let stored = sales_abacus::state::stored::everything(&*self.ports.store);
        let writes = Preview::of_export(export, &stored, Some("here")).writes();
        let carried = carry_out(Cause::Import, "x.json", self.host.today.get(), &writes, &*self.ports.store);
        self.comes_back();
        if let Ok(journal) = &carried {
            self.imported = Some(journal.clone());
        }
        (saved, carried)
    }

    /// Takes the import back that is on offer.
    pub(crate) fn takes_back(&mut self) -> Option<(Journal, Undone)> {
        self.saves();
        let journal = self.imported.clone().or_else(|| last(Cause::Import, &*self.ports.store))?;
        let undone = take_back(Cause::Import, &journal, &*self.ports.store);
        if undone.as_ref().is_none_or(|undone| undone.left.is_none()) {
            self.imported = None;
        }
        self.comes_back();
        undone.map(|undone| (journal, undone))
    }
}
