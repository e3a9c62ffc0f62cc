//! Loading scenarios from a store and saving them, including a failing store.

use std::rc::Rc;

use abacus_scenarios::{Direction, decode, deleted, key, list};
use abacus_vault::Problem;
use sales_abacus::calculator::scenarios::state::saving::{follow, load, refresh, save};
use sales_abacus::calculator::scenarios::state::{Scenarios, ScenariosAction};
use sales_abacus::shell::ports::{Ports, StoreError};
use yew::Reducible;

use super::faulty_store::FaultyStore;
use super::support::{FixedHost, NoInbox, NoOutbox};
use super::{inputs, tool};

/// One tab, driven as the hook drives it.
struct Tab {
    state: Rc<Scenarios>,
    store: Rc<FaultyStore>,
    ports: Ports,
}

impl Tab {
    fn at(store: &Rc<FaultyStore>) -> Self {
        let host = Rc::new(FixedHost::at(""));
        let ports = Ports { store: store.clone(), host, outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
        Self { state: Rc::new(load(tool(), &**store)), store: store.clone(), ports }
    }

    /// Applies an action and saves.
    fn dispatch(&mut self, action: ScenariosAction) {
        self.state = self.state.clone().reduce(action);
        self.save();
    }

    fn keep(&mut self, id: &str, name: &str) {
        self.dispatch(ScenariosAction::Keep(id.to_owned(), tool(), name.to_owned(), inputs("loss=700")));
    }

    fn rename(&mut self, id: &str, name: &str) {
        self.dispatch(ScenariosAction::Rename(id.to_owned(), name.to_owned()));
    }

    fn save(&mut self) {
        self.state = Rc::new(save(&self.state, &self.ports));
    }

    fn follow(&mut self, key: Option<&str>) {
        self.state = Rc::new(follow(&self.state, &*self.store, key.map(str::to_owned)));
    }

    fn names(&self) -> Vec<&str> {
        list(self.state.book(), tool()).into_iter().map(|scenario| scenario.name.as_str()).collect()
    }

    fn is_saved(&self) -> bool {
        self.state.problem().is_none() && !self.state.is_unsaved()
    }
}

fn store() -> Rc<FaultyStore> {
    Rc::new(FaultyStore::default())
}

fn text(store: &FaultyStore, id: &str) -> Option<String> {
    store.memory.records.borrow().get(&key(id)).cloned()
}

fn put(store: &FaultyStore, id: &str, text: &str) {
    store.memory.records.borrow_mut().insert(key(id), text.to_owned());
}

#[test]
fn saved_scenarios_survive_a_reload() {
    let store = store();
    let mut tab = Tab::at(&store);
    tab.keep("a", "one");
    tab.keep("b", "two");
    tab.rename("a", "一");
    tab.dispatch(ScenariosAction::Shift("b".to_owned(), Direction::Up));
    assert!(tab.is_saved());
    assert_eq!((Tab::at(&store).names(), tab.state.changes()), (vec!["two", "一"], 4));
    let writes = store.writes.get();
    tab.save();
    assert_eq!(store.writes.get(), writes, "nothing changed");
}

#[test]
fn a_deletion_can_be_undone_after_a_reload() {
    let store = store();
    let mut tab = Tab::at(&store);
    tab.keep("a", "one");
    tab.dispatch(ScenariosAction::Delete("a".to_owned()));
    assert_eq!(tab.state.deleted().map(|scenario| scenario.name.as_str()), Some("one"));
    assert!(text(&store, "a").is_some_and(|text| text.contains("deleted=1")));
    tab.dispatch(ScenariosAction::Dismiss);
    assert_eq!(tab.state.deleted(), None);

    let mut later = Tab::at(&store);
    assert_eq!((later.names().len(), deleted(later.state.book(), tool()).len()), (0, 1));
    later.dispatch(ScenariosAction::Restore("a".to_owned()));
    assert_eq!((later.names(), later.is_saved()), (vec!["one"], true));
}

#[test]
fn a_refused_write_is_reported_and_retried() {
    for error in [StoreError::Full, StoreError::Denied, StoreError::NotKept] {
        let store = store();
        let mut tab = Tab::at(&store);
        tab.keep("a", "one");
        let before = text(&store, "a");
        store.refuses.set(Some(error));
        tab.rename("a", "new");
        tab.keep("b", "two");
        let problem = if error == StoreError::Denied { Problem::Withdrawn } else { Problem::Store(error) };
        assert_eq!((tab.state.problem(), tab.state.is_unsaved()), (Some(problem), true));
        assert_eq!((text(&store, "a"), tab.names()), (before, vec!["new", "two"]), "still on the page");
        assert_eq!(tab.state.book().entries().len(), 2, "and in the file");
        store.refuses.set(None);
        tab.save();
        assert!(tab.is_saved());
        assert_eq!(Tab::at(&store).names(), ["new", "two"]);
    }
}

#[test]
fn nothing_is_written_before_the_store_is_read() {
    let store = store();
    Tab::at(&store).keep("a", "before");
    let writes = store.writes.get();
    store.denied.set(true);
    let mut tab = Tab::at(&store);
    assert_eq!((tab.state.problem(), tab.state.is_unsaved()), (Some(Problem::Store(StoreError::Denied)), false));
    tab.keep("b", "new");
    assert_eq!((store.writes.get(), tab.names()), (writes, vec!["new"]));
    store.denied.set(false);
    tab.save();
    assert!(tab.is_saved());
    assert_eq!(tab.names(), ["before", "new"]);
}

#[test]
fn changes_by_another_tab_are_never_overwritten() {
    let store = store();
    let (mut one, mut two) = (Tab::at(&store), Tab::at(&store));
    one.keep("a", "kept");
    two.follow(Some("another-app"));
    assert_eq!(two.names().len(), 0);
    two.follow(Some(&key("a")));
    assert_eq!((two.names(), two.state.changes()), (vec!["kept"], 0));

    // The second tab is frozen and does not follow the change.
    one.rename("a", "one");
    two.dispatch(ScenariosAction::Delete("a".to_owned()));
    let merged = decode("a", &text(&store, "a").expect("a record")).expect("readable");
    assert_eq!((merged.name.as_str(), merged.deleted, two.state.has_conflict()), ("one", true, false));

    two.dispatch(ScenariosAction::Restore("a".to_owned()));
    one.state = Rc::new(refresh(&one.state, &*store));
    one.rename("a", "mine");
    two.rename("a", "yours");
    assert!(two.state.has_conflict() && two.is_saved());
    let mut names = Tab::at(&store).names().into_iter().map(str::to_owned).collect::<Vec<_>>();
    names.sort();
    assert_eq!(names, ["mine", "yours"]);
}

#[test]
fn an_unreadable_record_is_never_touched() {
    let store = store();
    put(&store, "odd", "clv?schema=9#?");
    let mut tab = Tab::at(&store);
    tab.keep("odd", "new");
    tab.rename("odd", "new");
    tab.dispatch(ScenariosAction::Delete("odd".to_owned()));
    tab.keep("a", "one");
    assert_eq!(text(&store, "odd").as_deref(), Some("clv?schema=9#?"));
    assert_eq!(tab.state.book().unreadable().count(), 1);
}

#[test]
fn a_cleared_store_is_reported_and_refilled_on_demand() {
    let store = store();
    put(&store, "odd", "?");
    let mut tab = Tab::at(&store);
    tab.keep("a", "one");
    store.memory.records.borrow_mut().clear();
    tab.follow(None);
    assert_eq!((tab.state.problem(), tab.names()), (Some(Problem::Cleared), vec!["one"]));
    assert_eq!(store.memory.records.borrow().len(), 0, "not without a request");
    tab.save();
    assert!(tab.is_saved());
    assert_eq!((text(&store, "odd").as_deref(), Tab::at(&store).names()), (Some("?"), vec!["one"]));
}

#[test]
fn a_store_that_recovers_is_read_when_the_page_is_shown() {
    let store = store();
    Tab::at(&store).keep("a", "one");
    store.denied.set(true);
    let mut tab = Tab::at(&store);
    assert_eq!(tab.names().len(), 0);
    store.denied.set(false);
    tab.state = Rc::new(refresh(&tab.state, &*store));
    assert_eq!((tab.names(), tab.state.problem()), (vec!["one"], None));
}
