//! How the state of the deal book is read from a store and kept in it, also by a store that fails.

use std::rc::Rc;

use abacus_deals::{Edit, TextField, decode, encode, fields, id_of, key};
use abacus_vault::{Problem, Status};
use sales_abacus::deals::book::saving::{follow, load, refresh, save, save_all};
use sales_abacus::deals::book::{BookAction, DealBook};
use sales_abacus::state::ports::{Ports, StoreError};
use yew::Reducible;

use super::faulty_store::FaultyStore;
use super::support::{MemoryStore, NoInbox, NoOutbox, StillHost};
use super::{complete, holding};

/// A store that holds these records.
fn faulty(memory: MemoryStore) -> Rc<FaultyStore> {
    Rc::new(FaultyStore { memory, ..FaultyStore::default() })
}

fn stored(store: &FaultyStore, id: &str) -> Option<String> {
    store.memory.records.borrow().get(&key(id)).cloned()
}

fn put(store: &FaultyStore, id: &str, text: &str) {
    store.memory.records.borrow_mut().insert(key(id), text.to_owned());
}

/// A deal book with its store, driven as the hook drives it.
struct Desk {
    state: Rc<DealBook>,
    store: Rc<FaultyStore>,
    ports: Ports,
}

impl Desk {
    fn at(store: Rc<FaultyStore>) -> Self {
        let host = Rc::new(StillHost::at(""));
        let ports = Ports { store: store.clone(), host, outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
        Self { state: Rc::new(load(&*store)), store, ports }
    }

    fn does(&mut self, action: BookAction) {
        self.state = self.state.clone().reduce(action);
    }

    fn becomes(&mut self, state: DealBook) {
        self.does(BookAction::Become(Box::new(state)));
    }

    fn types(&mut self, id: &str, customer: &str) {
        self.does(BookAction::Edit(
            id.to_owned(),
            Box::new(Edit::Text(TextField::Deal(&fields::CUSTOMER), customer.to_owned())),
        ));
    }

    fn saves(&mut self) {
        self.becomes(save(&self.state, &self.ports).0);
    }

    fn saves_all(&mut self) {
        self.becomes(save_all(&self.state, &self.ports).0);
    }

    fn comes_back(&mut self) {
        self.becomes(refresh(&self.state, &*self.store));
    }

    fn hears(&mut self, key: Option<&str>) {
        let keys = key.map(|key| vec![key.to_owned()]);
        self.becomes(follow(&self.state, &*self.store, keys.as_deref()));
    }

    fn status(&self) -> Status {
        self.state.status()
    }
}

fn customer(store: &FaultyStore, id: &str) -> Option<String> {
    Some(decode(id, &stored(store, id)?).ok()?.customer)
}

#[test]
fn an_edit_is_saved_and_nothing_else_is_written() {
    let mut desk = Desk::at(faulty(holding(&[complete("a"), complete("b")])));
    assert_eq!(desk.status(), Status::Saved);
    desk.saves();
    assert_eq!(desk.store.writes.get(), 0, "nothing changed");

    desk.types("a", "新客户");
    assert_eq!((desk.status(), desk.state.changes()), (Status::Saving, 1));
    desk.saves();
    assert_eq!(desk.status(), Status::Saved);
    assert_eq!((desk.store.writes.get(), customer(&desk.store, "a").as_deref()), (1, Some("新客户")));
    assert_eq!(desk.state.book().get("a").map(|deal| deal.revision), Some(2));
    assert!(load(&*desk.store).book().records().eq(desk.state.book().records()), "a reload shows the same");
}

#[test]
fn a_new_deal_is_stored_once_something_was_typed() {
    let mut desk = Desk::at(faulty(MemoryStore::default()));
    desk.does(BookAction::Begin("n".to_owned()));
    assert!(desk.state.deal("n").is_some());
    desk.saves();
    assert_eq!((desk.status(), desk.store.writes.get()), (Status::Saved, 0));
    assert_eq!(desk.state.book().records().count(), 0, "an untouched deal is none");

    desk.types("n", "晨光医院");
    desk.saves();
    assert_eq!(customer(&desk.store, "n").as_deref(), Some("晨光医院"));
}

#[test]
fn what_a_store_refuses_is_said_and_tried_again() {
    for error in [StoreError::Full, StoreError::Ceiling, StoreError::Denied, StoreError::Corrupted, StoreError::NotKept]
    {
        let problem = if error == StoreError::Denied { Problem::Withdrawn } else { Problem::Store(error) };
        let mut desk = Desk::at(faulty(holding(&[complete("a")])));
        let before = stored(&desk.store, "a");
        desk.store.refuses.set(Some(error));
        desk.types("a", "一");
        desk.saves();
        assert_eq!(desk.status(), Status::NotSaved(problem));
        assert_eq!(stored(&desk.store, "a"), before);
        assert_eq!(desk.state.deal("a").map(|deal| deal.customer.as_str()), Some("一"), "still on the page");
        assert!(desk.state.is_at_risk());

        desk.store.refuses.set(None);
        desk.types("a", "二");
        assert_eq!(desk.status(), Status::NotSaved(problem), "until it is known to work again");
        desk.saves();
        assert_eq!((desk.status(), customer(&desk.store, "a").as_deref()), (Status::Saved, Some("二")));
        assert!(!desk.state.is_at_risk());
    }
}

#[test]
fn what_is_typed_when_a_newer_version_has_written_is_at_risk_and_what_is_about_to_be_saved_is_not() {
    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    desk.types("a", "一");
    assert!(!desk.state.is_at_risk(), "in a moment it is saved");
    put(&desk.store, "b", r#"{"schema":99,"id":"b"}"#);
    desk.hears(Some(&key("b")));
    desk.saves();
    assert_eq!(desk.status(), Status::ReadOnly { format: 99, unsaved: true });
    assert!(desk.state.is_at_risk());

    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    put(&desk.store, "b", r#"{"schema":99,"id":"b"}"#);
    desk.hears(Some(&key("b")));
    assert!(!desk.state.is_at_risk(), "nothing was typed");
}

#[test]
fn nothing_is_written_before_the_store_was_read() {
    let store = faulty(holding(&[complete("a")]));
    store.denied.set(true);
    let mut desk = Desk::at(store);
    assert_eq!(desk.status(), Status::NotSaved(Problem::Store(StoreError::Denied)));
    desk.does(BookAction::Begin("n".to_owned()));
    desk.types("n", "新");
    desk.saves();
    assert_eq!(desk.store.writes.get(), 0);

    desk.store.denied.set(false);
    desk.saves();
    assert_eq!((desk.status(), desk.store.writes.get()), (Status::Saved, 1));
    assert_eq!(desk.state.book().records().count(), 2, "what was stored before is there too");
}

#[test]
fn deletion_and_its_undoing_are_saved() {
    let mut desk = Desk::at(faulty(holding(&[complete("a"), complete("b")])));
    desk.does(BookAction::Delete("a".to_owned()));
    desk.saves();
    assert_eq!(desk.state.deleted().map(|deal| deal.id.as_str()), Some("a"));
    assert!(stored(&desk.store, "a").is_some_and(|text| text.contains("\"deleted\":true")));

    desk.does(BookAction::Delete("b".to_owned()));
    assert_eq!(desk.state.deleted().map(|deal| deal.id.as_str()), Some("b"));
    desk.does(BookAction::Undelete("a".to_owned()));
    assert_eq!(desk.state.deleted().map(|deal| deal.id.as_str()), Some("b"), "the offer is for the last one");
    desk.does(BookAction::DismissDeleted);
    assert_eq!(desk.state.deleted(), None);
    desk.saves();
    assert!(stored(&desk.store, "a").is_some_and(|text| text.contains("\"deleted\":false")));
    assert!(stored(&desk.store, "b").is_some_and(|text| text.contains("\"deleted\":true")));
}

#[test]
fn another_tab_is_followed() {
    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    let mut theirs = complete("a");
    (theirs.revision, theirs.customer) = (2, "他们".to_owned());
    put(&desk.store, "a", &encode(&theirs));
    desk.hears(Some("another-app"));
    assert_eq!(desk.state.deal("a").map(|deal| deal.revision), Some(1));
    desk.hears(Some(&key("a")));
    assert_eq!(desk.state.deal("a"), Some(&theirs));
    assert_eq!(desk.state.changes(), 0, "not a change made here");

    theirs.revision = 3;
    put(&desk.store, "a", &encode(&theirs));
    desk.comes_back();
    assert_eq!(desk.state.deal("a").map(|deal| deal.revision), Some(3));
}

#[test]
fn of_two_changes_at_the_same_time_both_are_kept() {
    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    desk.types("a", "我们");
    let mut theirs = complete("a");
    (theirs.revision, theirs.customer) = (2, "他们".to_owned());
    put(&desk.store, "a", &encode(&theirs));
    desk.hears(Some(&key("a")));
    desk.saves();
    let conflict = desk.state.conflicts().last().expect("a conflict").clone();
    assert_eq!((conflict.theirs.as_str(), conflict.ours.as_str()), ("a", "fresh"));
    assert_eq!(customer(&desk.store, "a").as_deref(), Some("他们"));
    assert_eq!(customer(&desk.store, "fresh").as_deref(), Some("我们"));
    assert_eq!(desk.status(), Status::Saved);
    assert!(load(&*desk.store).book().records().eq(desk.state.book().records()), "a reload shows the same");
}

#[test]
fn of_changes_in_different_fields_one_deal_is_made() {
    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    desk.types("a", "我们");
    let theirs = abacus_deals::Deal { revision: 2, title: "他们".to_owned(), ..complete("a") };
    put(&desk.store, "a", &encode(&theirs));
    desk.hears(Some(&key("a")));
    desk.saves();
    assert_eq!(
        (desk.status(), desk.state.conflicts(), stored_ids(&desk.store)),
        (Status::Saved, &[][..], vec!["a".into()])
    );
    let deal = desk.state.deal("a").expect("a deal");
    assert_eq!((deal.customer.as_str(), deal.title.as_str(), deal.revision), ("我们", "他们", 3));
}

#[test]
fn what_another_tab_wrote_the_very_moment_we_did_is_brought_together() {
    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    desk.types("a", "我们");
    desk.saves();
    let theirs = abacus_deals::Deal { revision: 2, title: "他们".to_owned(), ..complete("a") };
    put(&desk.store, "a", &encode(&theirs));
    desk.hears(Some(&key("a")));
    assert_eq!(desk.status(), Status::Saving, "what was saved is not any more");
    desk.saves();
    let deal = decode("a", &stored(&desk.store, "a").expect("a record")).expect("a deal");
    assert_eq!((deal.customer.as_str(), deal.title.as_str(), deal.revision), ("我们", "他们", 3));
}

#[test]
fn an_unreadable_record_is_never_touched() {
    let store = faulty(holding(&[complete("a")]));
    let text = "{\"schema\":2,\"ours\":";
    put(&store, "odd", text);
    let mut desk = Desk::at(store);
    desk.types("a", "新");
    desk.types("odd", "新");
    desk.does(BookAction::Delete("odd".to_owned()));
    desk.saves();
    assert_eq!(stored(&desk.store, "odd").as_deref(), Some(text));
    assert_eq!(desk.state.book().unreadable().map(|kept| kept.text.as_str()).collect::<Vec<_>>(), [text]);
    assert_eq!(customer(&desk.store, "a").as_deref(), Some("新"), "nor does it keep others from being saved");
}

#[test]
fn a_record_of_a_newer_version_makes_the_whole_book_read_only() {
    let store = faulty(holding(&[complete("a")]));
    put(&store, "odd", "{\"schema\":99}");
    let mut desk = Desk::at(store);
    let before = desk.store.memory.records.borrow().clone();
    assert_eq!(desk.status(), Status::ReadOnly { format: 99, unsaved: false });
    desk.types("a", "新");
    for action in [BookAction::Delete("a".to_owned()), BookAction::Begin("n".to_owned())] {
        desk.does(action);
    }
    desk.saves_all();
    assert_eq!(desk.state.deal("a"), Some(&complete("a")), "nothing changes that could not be kept");
    assert_eq!((desk.store.writes.get(), &*desk.store.memory.records.borrow()), (0, &before));
}

#[test]
fn once_a_newer_version_is_noticed_nothing_more_is_written() {
    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    desk.types("a", "新");
    for id in ["0", "n"] {
        desk.does(BookAction::Begin(id.to_owned()));
        desk.types(id, "新");
    }
    desk.store.refuses.set(Some(StoreError::Full));
    desk.saves();
    desk.store.refuses.set(None);
    put(&desk.store, "later", "{\"schema\":99}");
    desk.hears(Some(&key("later")));
    let writes = desk.store.writes.get();
    desk.saves();
    desk.saves_all();
    assert_eq!(desk.store.writes.get(), writes);
    assert_eq!(desk.status(), Status::ReadOnly { format: 99, unsaved: true });
}

#[test]
fn a_newer_version_that_writes_while_we_type_is_noticed_before_we_write() {
    let mut desk = Desk::at(faulty(holding(&[complete("a"), complete("b")])));
    desk.types("a", "新");
    put(&desk.store, "a", "{\"schema\":99}");
    let before = desk.store.memory.records.borrow().clone();
    desk.saves();
    assert_eq!(desk.status(), Status::ReadOnly { format: 99, unsaved: true });
    assert_eq!((desk.store.writes.get(), &*desk.store.memory.records.borrow()), (0, &before));
    assert_eq!(desk.state.deal("a").map(|deal| deal.customer.as_str()), Some("新"), "still on the page, for a file");

    put(&desk.store, "a", &encode(&complete("a")));
    desk.comes_back();
    desk.saves();
    assert_eq!(
        (desk.status(), customer(&desk.store, "a").as_deref()),
        (Status::Saved, Some("新")),
        "when it has gone back"
    );
}

/// Three records, of which one is unreadable, and then somebody cleared the store.
fn cleared() -> Desk {
    let store = faulty(holding(&[complete("a"), complete("b")]));
    put(&store, "odd", "?");
    let mut desk = Desk::at(store);
    desk.store.memory.records.borrow_mut().clear();
    desk.hears(None);
    desk
}

fn stored_ids(store: &FaultyStore) -> Vec<String> {
    store.memory.records.borrow().keys().filter_map(|key| id_of(key)).map(str::to_owned).collect()
}

#[test]
fn a_cleared_store_is_said_and_stays_cleared_until_asked() {
    let mut desk = cleared();
    assert_eq!(desk.status(), Status::NotSaved(Problem::Cleared));
    assert_eq!((desk.state.book().records().count(), desk.state.changes()), (2, 0), "kept, not yet written");

    desk.saves();
    desk.comes_back();
    desk.saves();
    assert_eq!((desk.store.writes.get(), stored_ids(&desk.store)), (0, vec![]), "hiding and showing writes nothing");
    assert_eq!(desk.status(), Status::NotSaved(Problem::Cleared));

    desk.saves_all();
    assert_eq!((desk.status(), stored_ids(&desk.store)), (Status::Saved, vec!["a".into(), "b".into(), "odd".into()]));
    assert_eq!(stored(&desk.store, "odd").as_deref(), Some("?"));
}

#[test]
fn after_clearing_only_what_is_edited_is_written() {
    let mut desk = cleared();
    desk.types("b", "新");
    desk.saves();
    assert_eq!((stored_ids(&desk.store), customer(&desk.store, "b").as_deref()), (vec!["b".into()], Some("新")));
    assert_eq!(desk.status(), Status::NotSaved(Problem::Cleared), "the others are still not kept");
    desk.saves_all();
    assert_eq!((desk.status(), stored_ids(&desk.store).len()), (Status::Saved, 3));
}

#[test]
fn putting_back_what_was_cleared_can_fail_and_be_tried_again() {
    let mut desk = cleared();
    desk.store.refuses.set(Some(StoreError::Full));
    desk.saves_all();
    assert_eq!(desk.status(), Status::NotSaved(Problem::Store(StoreError::Full)));
    desk.store.refuses.set(None);
    desk.saves_all();
    assert_eq!((desk.status(), stored_ids(&desk.store).len()), (Status::Saved, 3));
}

#[test]
fn putting_back_leaves_alone_what_another_tab_stored_since() {
    let mut desk = cleared();
    put(&desk.store, "odd", "??");
    desk.saves_all();
    assert_eq!(stored(&desk.store, "odd").as_deref(), Some("??"));
    assert_eq!(desk.state.book().unreadable_record("odd").map(|kept| kept.text.as_str()), Some("??"));
}

#[test]
fn what_disappeared_while_the_page_was_frozen_is_said() {
    let mut desk = Desk::at(faulty(holding(&[complete("a"), complete("b")])));
    desk.types("b", "新");
    desk.store.memory.records.borrow_mut().clear();
    desk.comes_back();
    assert_eq!(desk.status(), Status::NotSaved(Problem::Cleared));
    desk.saves();
    assert_eq!(stored_ids(&desk.store), ["b"], "the edit, and nothing else");
}

#[test]
fn a_record_that_disappears_is_said() {
    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    desk.store.memory.records.borrow_mut().clear();
    desk.hears(Some(&key("a")));
    assert_eq!(desk.status(), Status::NotSaved(Problem::Cleared));
    desk.saves_all();
    assert_eq!((desk.status(), customer(&desk.store, "a").as_deref()), (Status::Saved, Some("华东机床")));
}

#[test]
fn deleted_deals_that_another_tab_removed_for_good_are_not_missed() {
    let gone = |id: &str| abacus_deals::Deal { deleted: true, ..complete(id) };
    let mut desk = Desk::at(faulty(holding(&[complete("a"), gone("b"), gone("c")])));
    desk.store.memory.records.borrow_mut().remove(&key("b"));
    desk.hears(Some(&key("b")));
    assert_eq!((desk.status(), desk.state.deal("b")), (Status::Saved, None));
    desk.store.memory.records.borrow_mut().remove(&key("c"));
    desk.comes_back();
    assert_eq!((desk.status(), desk.state.deal("c")), (Status::Saved, None));

    desk.does(BookAction::Delete("a".to_owned()));
    desk.store.memory.records.borrow_mut().remove(&key("a"));
    desk.hears(Some(&key("a")));
    assert!(desk.state.deal("a").is_some(), "what is not stored yet as deleted was removed as something else");
}

#[test]
fn undoing_is_on_offer_only_while_the_deal_is_deleted() {
    let mut desk = Desk::at(faulty(holding(&[complete("a")])));
    desk.does(BookAction::Delete("a".to_owned()));
    desk.saves();
    let restored = complete("a");
    put(&desk.store, "a", &encode(&abacus_deals::Deal { revision: 3, ..restored }));
    desk.hears(Some(&key("a")));
    assert_eq!(desk.state.deleted(), None, "another tab restored it");
}
