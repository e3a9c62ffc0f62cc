//! Records that disappear from the store while the page is open.

use abacus_deals::key;
use abacus_vault::{Problem, Status};
use sales_abacus::deals::book::BookAction;
use sales_abacus::shell::ports::StoreError;

use super::saving::{Tab, customer, faulty, put, stored, stored_ids};
use super::{complete, holding};

/// Three records, one of them unreadable, after the store was cleared.
fn cleared() -> Tab {
    let store = faulty(holding(&[complete("a"), complete("b")]));
    put(&store, "odd", "?");
    let mut tab = Tab::at(store);
    tab.store.memory.records.borrow_mut().clear();
    tab.follow(None);
    tab
}

#[test]
fn a_cleared_store_is_reported_and_not_refilled() {
    let mut tab = cleared();
    assert_eq!(tab.status(), Status::NotSaved(Problem::Cleared));
    assert_eq!((tab.state.book().records().count(), tab.state.changes()), (2, 0), "still shown, not written");

    tab.save();
    tab.refresh();
    tab.save();
    assert_eq!(
        (tab.store.writes.get(), stored_ids(&tab.store)),
        (0, vec![]),
        "hiding and showing the page writes nothing"
    );
    assert_eq!(tab.status(), Status::NotSaved(Problem::Cleared));

    tab.save_all();
    assert_eq!((tab.status(), stored_ids(&tab.store)), (Status::Saved, vec!["a".into(), "b".into(), "odd".into()]));
    assert_eq!(stored(&tab.store, "odd").as_deref(), Some("?"));
}

#[test]
fn after_clearing_only_edited_deals_are_written() {
    let mut tab = cleared();
    tab.type_customer("b", "新");
    tab.save();
    assert_eq!((stored_ids(&tab.store), customer(&tab.store, "b").as_deref()), (vec!["b".into()], Some("新")));
    assert_eq!(tab.status(), Status::NotSaved(Problem::Cleared), "the others are still missing");
    tab.save_all();
    assert_eq!((tab.status(), stored_ids(&tab.store).len()), (Status::Saved, 3));
}

#[test]
fn a_failed_restore_of_a_cleared_store_is_retried() {
    let mut tab = cleared();
    tab.store.refuses.set(Some(StoreError::Full));
    tab.save_all();
    assert_eq!(tab.status(), Status::NotSaved(Problem::Store(StoreError::Full)));
    tab.store.refuses.set(None);
    tab.save_all();
    assert_eq!((tab.status(), stored_ids(&tab.store).len()), (Status::Saved, 3));
}

#[test]
fn restoring_keeps_what_another_tab_stored_since() {
    let mut tab = cleared();
    put(&tab.store, "odd", "??");
    tab.save_all();
    assert_eq!(stored(&tab.store, "odd").as_deref(), Some("??"));
    assert_eq!(tab.state.book().unreadable_record("odd").map(|kept| kept.text.as_str()), Some("??"));
}

#[test]
fn records_missing_after_a_freeze_are_reported() {
    let mut tab = Tab::at(faulty(holding(&[complete("a"), complete("b")])));
    tab.type_customer("b", "新");
    tab.store.memory.records.borrow_mut().clear();
    tab.refresh();
    assert_eq!(tab.status(), Status::NotSaved(Problem::Cleared));
    tab.save();
    assert_eq!(stored_ids(&tab.store), ["b"], "only the edited deal");
}

#[test]
fn a_missing_record_is_reported() {
    let mut tab = Tab::at(faulty(holding(&[complete("a")])));
    tab.store.memory.records.borrow_mut().clear();
    tab.follow(Some(&key("a")));
    assert_eq!(tab.status(), Status::NotSaved(Problem::Cleared));
    tab.save_all();
    assert_eq!((tab.status(), customer(&tab.store, "a").as_deref()), (Status::Saved, Some("华东机床")));
}

#[test]
fn deleted_deals_removed_by_another_tab_are_not_missing() {
    let gone = |id: &str| abacus_deals::Deal { deleted: true, ..complete(id) };
    let mut tab = Tab::at(faulty(holding(&[complete("a"), gone("b"), gone("c")])));
    tab.store.memory.records.borrow_mut().remove(&key("b"));
    tab.follow(Some(&key("b")));
    assert_eq!((tab.status(), tab.state.deal("b")), (Status::Saved, None));
    tab.store.memory.records.borrow_mut().remove(&key("c"));
    tab.refresh();
    assert_eq!((tab.status(), tab.state.deal("c")), (Status::Saved, None));

    tab.dispatch(BookAction::Delete(tab.state.shown("a")));
    tab.store.memory.records.borrow_mut().remove(&key("a"));
    tab.follow(Some(&key("a")));
    assert!(tab.state.deal("a").is_some(), "a deal that was not stored as deleted is missing");
}
