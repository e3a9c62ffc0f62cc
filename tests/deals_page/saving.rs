//! Loading the deal book from a store and saving it, including a failing store.

use std::rc::Rc;

use abacus_deals::{Edit, TextField, decode, encode, fields, id_of, key};
use abacus_vault::{Problem, Status};
use sales_abacus::deals::book::saving::{follow, load, refresh, save, save_all};
use sales_abacus::deals::book::{BookAction, DealBook};
use sales_abacus::shell::ports::{Ports, StoreError};
use yew::Reducible;

use super::faulty_store::FaultyStore;
use super::support::{FixedHost, MemoryStore, NoInbox, NoOutbox};
use super::{complete, holding};

pub(super) fn faulty(memory: MemoryStore) -> Rc<FaultyStore> {
    Rc::new(FaultyStore { memory, ..FaultyStore::default() })
}

pub(super) fn stored(store: &FaultyStore, id: &str) -> Option<String> {
    store.memory.records.borrow().get(&key(id)).cloned()
}

pub(super) fn put(store: &FaultyStore, id: &str, text: &str) {
    store.memory.records.borrow_mut().insert(key(id), text.to_owned());
}

/// A deal book with its store, driven as the hook drives it.
pub(super) struct Tab {
    pub(super) state: Rc<DealBook>,
    pub(super) store: Rc<FaultyStore>,
    ports: Ports,
}

impl Tab {
    pub(super) fn at(store: Rc<FaultyStore>) -> Self {
        let host = Rc::new(FixedHost::at(""));
        let ports = Ports { store: store.clone(), host, outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
        Self { state: Rc::new(load(&*store)), store, ports }
    }

    pub(super) fn dispatch(&mut self, action: BookAction) {
        self.state = self.state.clone().reduce(action);
    }

    pub(super) fn set_state(&mut self, state: DealBook) {
        self.dispatch(BookAction::Become(Box::new(state)));
    }

    pub(super) fn type_customer(&mut self, id: &str, customer: &str) {
        self.dispatch(BookAction::edit(
            self.state.shown(id),
            Edit::Text(TextField::Deal(&fields::CUSTOMER), customer.to_owned()),
        ));
    }

    pub(super) fn save(&mut self) {
        self.set_state(save(&self.state, &self.ports));
    }

    pub(super) fn save_all(&mut self) {
        self.set_state(save_all(&self.state, &self.ports));
    }

    pub(super) fn refresh(&mut self) {
        self.set_state(refresh(&self.state, &*self.store));
    }

    pub(super) fn follow(&mut self, key: Option<&str>) {
        let keys = key.map(|key| vec![key.to_owned()]);
        self.set_state(follow(&self.state, &*self.store, keys.as_deref()));
    }

    pub(super) fn status(&self) -> Status {
        self.state.status()
    }
}

pub(super) fn stored_ids(store: &FaultyStore) -> Vec<String> {
    store.memory.records.borrow().keys().filter_map(|key| id_of(key)).map(str::to_owned).collect()
}

pub(super) fn customer(store: &FaultyStore, id: &str) -> Option<String> {
    Some(decode(id, &stored(store, id)?).ok()?.customer)
}

#[test]
fn an_edit_writes_its_deal_and_nothing_else() {
    let mut tab = Tab::at(faulty(holding(&[complete("a"), complete("b")])));
    assert_eq!(tab.status(), Status::Saved);
    tab.save();
    assert_eq!(tab.store.writes.get(), 0, "nothing changed");

    tab.type_customer("a", "新客户");
    assert_eq!((tab.status(), tab.state.changes()), (Status::Saving, 1));
    tab.save();
    assert_eq!(tab.status(), Status::Saved);
    assert_eq!((tab.store.writes.get(), customer(&tab.store, "a").as_deref()), (1, Some("新客户")));
    assert_eq!(tab.state.book().get("a").map(|deal| deal.revision), Some(2));
    assert!(load(&*tab.store).book().records().eq(tab.state.book().records()), "a reload shows the same");
}

#[test]
fn a_new_deal_is_stored_after_its_first_edit() {
    let mut tab = Tab::at(faulty(MemoryStore::default()));
    tab.dispatch(BookAction::Begin("n".to_owned(), "2026-11-21".parse().expect("a day")));
    assert!(tab.state.deal("n").is_some());
    tab.save();
    assert_eq!((tab.status(), tab.store.writes.get()), (Status::Saved, 0));
    assert_eq!(tab.state.book().records().count(), 0, "an untouched deal is not in the book");

    tab.type_customer("n", "晨光医院");
    tab.save();
    assert_eq!(customer(&tab.store, "n").as_deref(), Some("晨光医院"));
    assert!(
        stored(&tab.store, "n").is_some_and(|text| text.contains(r#""reached":{"analyse":"2026-11-21"}"#)),
        "its first stage has a day"
    );
}

#[test]
fn a_refused_write_is_reported_and_retried() {
    for error in [StoreError::Full, StoreError::Ceiling, StoreError::Denied, StoreError::Corrupted, StoreError::NotKept]
    {
        let problem = if error == StoreError::Denied { Problem::Withdrawn } else { Problem::Store(error) };
        let mut tab = Tab::at(faulty(holding(&[complete("a")])));
        let before = stored(&tab.store, "a");
        tab.store.refuses.set(Some(error));
        tab.type_customer("a", "一");
        tab.save();
        assert_eq!(tab.status(), Status::NotSaved(problem));
        assert_eq!(stored(&tab.store, "a"), before);
        assert_eq!(tab.state.deal("a").map(|deal| deal.customer.as_str()), Some("一"), "still on the page");
        assert!(tab.state.is_at_risk());

        tab.store.refuses.set(None);
        tab.type_customer("a", "二");
        assert_eq!(tab.status(), Status::NotSaved(problem), "until a write succeeds");
        tab.save();
        assert_eq!((tab.status(), customer(&tab.store, "a").as_deref()), (Status::Saved, Some("二")));
        assert!(!tab.state.is_at_risk());
    }
}

#[test]
fn only_edits_that_cannot_be_saved_are_at_risk() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    tab.type_customer("a", "一");
    assert!(!tab.state.is_at_risk(), "it is about to be saved");
    put(&tab.store, "b", r#"{"schema":99,"id":"b"}"#);
    tab.follow(Some(&key("b")));
    tab.save();
    assert_eq!(tab.status(), Status::ReadOnly { format: 99, unsaved: true });
    assert!(tab.state.is_at_risk());

    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    put(&tab.store, "b", r#"{"schema":99,"id":"b"}"#);
    tab.follow(Some(&key("b")));
    assert!(!tab.state.is_at_risk(), "nothing was typed");
}

#[test]
fn nothing_is_written_before_the_store_is_read() {
    let store = faulty(holding(&[complete("a")]));
    store.denied.set(true);
    let mut tab = Tab::at(store);
    assert_eq!(tab.status(), Status::NotSaved(Problem::Store(StoreError::Denied)));
    tab.dispatch(BookAction::Begin("n".to_owned(), "2026-11-21".parse().expect("a day")));
    tab.type_customer("n", "新");
    tab.save();
    assert_eq!(tab.store.writes.get(), 0);

    tab.store.denied.set(false);
    tab.save();
    assert_eq!((tab.status(), tab.store.writes.get()), (Status::Saved, 1));
    assert_eq!(tab.state.book().records().count(), 2, "with the deal stored before");
}

#[test]
fn deleting_and_undeleting_are_saved() {
    let mut tab = Tab::at(faulty(holding(&[complete("a"), complete("b")])));
    tab.dispatch(BookAction::Delete(tab.state.shown("a")));
    tab.save();
    assert_eq!(tab.state.deleted().map(|deal| deal.id.as_str()), Some("a"));
    assert!(stored(&tab.store, "a").is_some_and(|text| text.contains("\"deleted\":true")));

    tab.dispatch(BookAction::Delete(tab.state.shown("b")));
    assert_eq!(tab.state.deleted().map(|deal| deal.id.as_str()), Some("b"));
    tab.dispatch(BookAction::Undelete("a".to_owned()));
    assert_eq!(tab.state.deleted().map(|deal| deal.id.as_str()), Some("b"), "undo is offered for the last one");
    tab.dispatch(BookAction::DismissDeleted);
    assert_eq!(tab.state.deleted(), None);
    tab.save();
    assert!(stored(&tab.store, "a").is_some_and(|text| text.contains("\"deleted\":false")));
    assert!(stored(&tab.store, "b").is_some_and(|text| text.contains("\"deleted\":true")));
}

#[test]
fn changes_by_another_tab_are_followed() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    let mut theirs = complete("a");
    (theirs.revision, theirs.customer) = (2, "他们".to_owned());
    put(&tab.store, "a", &encode(&theirs));
    tab.follow(Some("another-app"));
    assert_eq!(tab.state.deal("a").map(|deal| deal.revision), Some(1));
    tab.follow(Some(&key("a")));
    assert_eq!(tab.state.deal("a"), Some(&theirs));
    assert_eq!(tab.state.changes(), 0, "not a change by this tab");

    theirs.revision = 3;
    put(&tab.store, "a", &encode(&theirs));
    tab.refresh();
    assert_eq!(tab.state.deal("a").map(|deal| deal.revision), Some(3));
}

#[test]
fn conflicting_changes_become_two_versions() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    tab.type_customer("a", "我们");
    let mut theirs = complete("a");
    (theirs.revision, theirs.customer) = (2, "他们".to_owned());
    put(&tab.store, "a", &encode(&theirs));
    tab.follow(Some(&key("a")));
    tab.save();
    let conflict = tab.state.conflicts().last().expect("a conflict").clone();
    assert_eq!((conflict.theirs.as_str(), conflict.ours.as_str()), ("a", "fresh"));
    assert_eq!(customer(&tab.store, "a").as_deref(), Some("他们"));
    assert_eq!(customer(&tab.store, "fresh").as_deref(), Some("我们"));
    assert_eq!(tab.status(), Status::Saved);
    assert!(load(&*tab.store).book().records().eq(tab.state.book().records()), "a reload shows the same");
}

#[test]
fn text_typed_before_a_rerender_is_in_the_users_version() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    tab.type_customer("a", "我们");
    let drawn = tab.state.shown("a");
    let theirs = abacus_deals::Deal { revision: 2, customer: "他们".to_owned(), ..complete("a") };
    put(&tab.store, "a", &encode(&theirs));
    tab.follow(Some(&key("a")));
    let person = tab.state.deal("a").and_then(|deal| deal.people.first()).expect("a person").id.clone();
    tab.dispatch(BookAction::edit(drawn.clone(), Edit::RemovePerson(person.clone())));
    tab.save();
    let typed = Edit::Text(TextField::Deal(&fields::TITLE), "项目".to_owned());
    let people = |tab: &Tab, id: &str| tab.state.deal(id).map(|deal| deal.people.len());
    assert!(people(&tab, "fresh") < people(&tab, "a"));
    tab.dispatch(BookAction::Restore);
    assert_eq!(people(&tab, "fresh"), people(&tab, "a"), "a removal is undone in the version in which it was made");
    tab.dispatch(BookAction::edit(drawn.clone(), typed.clone()));
    let title = |tab: &Tab, id: &str| tab.state.deal(id).map(|deal| deal.title.clone());
    assert_eq!(title(&tab, "fresh").as_deref(), Some("项目"));
    assert_eq!(title(&tab, "a"), Some(theirs.title));
    tab.dispatch(BookAction::edit(tab.state.shown("a"), typed));
    assert_eq!(title(&tab, "a").as_deref(), Some("项目"), "the other version can be edited, too");
    tab.dispatch(BookAction::Delete(drawn));
    let deleted = |id: &str| tab.state.deal(id).map(|deal| deal.deleted);
    assert_eq!((deleted("fresh"), deleted("a")), (Some(true), Some(false)));
}

#[test]
fn changes_of_different_fields_are_merged() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    tab.type_customer("a", "我们");
    let theirs = abacus_deals::Deal { revision: 2, title: "他们".to_owned(), ..complete("a") };
    put(&tab.store, "a", &encode(&theirs));
    tab.follow(Some(&key("a")));
    tab.save();
    assert_eq!(
        (tab.status(), tab.state.conflicts(), stored_ids(&tab.store)),
        (Status::Saved, &[][..], vec!["a".into()])
    );
    let deal = tab.state.deal("a").expect("a deal");
    assert_eq!((deal.customer.as_str(), deal.title.as_str(), deal.revision), ("我们", "他们", 3));
}

#[test]
fn a_simultaneous_write_by_another_tab_is_merged() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    tab.type_customer("a", "我们");
    tab.save();
    let theirs = abacus_deals::Deal { revision: 2, title: "他们".to_owned(), ..complete("a") };
    put(&tab.store, "a", &encode(&theirs));
    tab.follow(Some(&key("a")));
    assert_eq!(tab.status(), Status::Saving, "our saved change was overwritten");
    tab.save();
    let deal = decode("a", &stored(&tab.store, "a").expect("a record")).expect("a deal");
    assert_eq!((deal.customer.as_str(), deal.title.as_str(), deal.revision), ("我们", "他们", 3));
}

#[test]
fn an_unreadable_record_is_never_touched() {
    let store = faulty(holding(&[complete("a")]));
    let text = "{\"schema\":2,\"ours\":";
    put(&store, "odd", text);
    let mut tab = Tab::at(store);
    tab.type_customer("a", "新");
    tab.type_customer("odd", "新");
    tab.dispatch(BookAction::Delete(tab.state.shown("odd")));
    tab.save();
    assert_eq!(stored(&tab.store, "odd").as_deref(), Some(text));
    assert_eq!(tab.state.book().unreadable().map(|kept| kept.text.as_str()).collect::<Vec<_>>(), [text]);
    assert_eq!(customer(&tab.store, "a").as_deref(), Some("新"), "other deals can be saved");
}

#[test]
fn a_record_of_a_newer_format_makes_the_book_read_only() {
    let store = faulty(holding(&[complete("a")]));
    put(&store, "odd", "{\"schema\":99}");
    let mut tab = Tab::at(store);
    let before = tab.store.memory.records.borrow().clone();
    assert_eq!(tab.status(), Status::ReadOnly { format: 99, unsaved: false });
    tab.type_customer("a", "新");
    for action in [
        BookAction::Delete(tab.state.shown("a")),
        BookAction::Begin("n".to_owned(), "2026-11-21".parse().expect("a day")),
    ] {
        tab.dispatch(action);
    }
    tab.save_all();
    assert_eq!(tab.state.deal("a"), Some(&complete("a")), "a read-only book accepts no edit");
    assert_eq!((tab.store.writes.get(), &*tab.store.memory.records.borrow()), (0, &before));
}

#[test]
fn nothing_is_written_after_a_newer_format_is_seen() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    tab.type_customer("a", "新");
    for id in ["0", "n"] {
        tab.dispatch(BookAction::Begin(id.to_owned(), "2026-11-21".parse().expect("a day")));
        tab.type_customer(id, "新");
    }
    tab.store.refuses.set(Some(StoreError::Full));
    tab.save();
    tab.store.refuses.set(None);
    put(&tab.store, "later", "{\"schema\":99}");
    tab.follow(Some(&key("later")));
    let writes = tab.store.writes.get();
    tab.save();
    tab.save_all();
    assert_eq!(tab.store.writes.get(), writes);
    assert_eq!(tab.status(), Status::ReadOnly { format: 99, unsaved: true });
}

#[test]
fn a_newer_format_is_detected_before_writing() {
    let mut tab = Tab::at(faulty(holding(&[complete("a"), complete("b")])));
    tab.type_customer("a", "新");
    put(&tab.store, "a", "{\"schema\":99}");
    let before = tab.store.memory.records.borrow().clone();
    tab.save();
    assert_eq!(tab.status(), Status::ReadOnly { format: 99, unsaved: true });
    assert_eq!((tab.store.writes.get(), &*tab.store.memory.records.borrow()), (0, &before));
    assert_eq!(
        tab.state.deal("a").map(|deal| deal.customer.as_str()),
        Some("新"),
        "still on the page, to be saved as a file"
    );

    put(&tab.store, "a", &encode(&complete("a")));
    tab.refresh();
    tab.save();
    assert_eq!(
        (tab.status(), customer(&tab.store, "a").as_deref()),
        (Status::Saved, Some("新")),
        "after the newer version is gone"
    );
}

#[test]
fn undo_is_offered_only_while_the_deal_is_deleted() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    tab.dispatch(BookAction::Delete(tab.state.shown("a")));
    tab.save();
    let restored = complete("a");
    put(&tab.store, "a", &encode(&abacus_deals::Deal { revision: 3, ..restored }));
    tab.follow(Some(&key("a")));
    assert_eq!(tab.state.deleted(), None, "another tab restored it");
}
