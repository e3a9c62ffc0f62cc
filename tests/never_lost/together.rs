//! Records that belong together are written all or not at all, and can be taken back.

use std::cell::Cell;
use std::rc::Rc;

use abacus_core::deals::{Deal, TextField, decode, encode, id_of, key};
use abacus_core::journal::{Cause, JOURNAL_KEY, Journal, Write};
use sales_abacus::state::deal_book::Status;
use sales_abacus::state::guarded_store::GuardedStore;
use sales_abacus::state::ports::StoreError;
use sales_abacus::state::together::{Failure, carry_out, last, take_back, take_back_what_broke_off};
use sales_abacus::state::transfer::Transfer;

use super::disk::{Disk, Fault, Plan, View};
use super::tab::Tab;

fn deal(id: &str, customer: &str, revision: u64) -> Deal {
    Deal { customer: customer.to_owned(), revision, ..Deal::new(id) }
}

/// One deal here, and what an import makes of it: a deal that is new, and one in place of it.
struct Import {
    disk: Rc<Disk>,
    view: Rc<View>,
    store: GuardedStore,
    writes: [Write; 2],
}

fn import() -> Import {
    let old = encode(&deal("a", "华东", 1));
    let disk = Rc::new(Disk::default());
    disk.put(&key("a"), &old);
    let view = disk.open();
    let store = GuardedStore::over(view.clone());
    let writes = [
        Write { key: key("n"), before: None, after: encode(&deal("n", "华北", 1)) },
        Write { key: key("a"), before: Some(old), after: encode(&deal("a", "华东机床", 2)) },
    ];
    Import { disk, view, store, writes }
}

fn carry(import: &Import) -> Result<Journal, Failure> {
    carry_out(Cause::Import, "x.json", "2026-11-21".parse().expect("a day"), &import.writes, &import.store)
}

fn deals(disk: &Disk) -> Vec<(String, String)> {
    let records = disk.records.borrow();
    records
        .iter()
        .filter_map(|(key, text)| Some((id_of(key)?.to_owned(), decode(id_of(key)?, text).ok()?.customer)))
        .collect()
}

fn said(deals: &[(&str, &str)]) -> Vec<(String, String)> {
    deals.iter().map(|(id, customer)| ((*id).to_owned(), (*customer).to_owned())).collect()
}

#[test]
fn everything_is_written_and_the_way_back_is_kept() {
    let import = import();
    let journal = carry(&import).expect("room");
    assert_eq!(deals(&import.disk), said(&[("a", "华东机床"), ("n", "华北")]));
    assert_eq!(last(Cause::Import, &import.store).as_ref(), Some(&journal));
    assert_eq!((journal.file.as_str(), journal.entries.len()), ("x.json", 2));
    assert_eq!(import.disk.get(JOURNAL_KEY), None, "it is done");
    assert_eq!(take_back_what_broke_off(&import.store), Ok(0));
    assert!(Transfer::after(&import.store).earlier().is_some(), "on offer after a reload, too");
}

#[test]
fn nothing_is_written_where_someone_was_quicker() {
    for changed in ["a", "n"] {
        let import = import();
        import.disk.put(&key(changed), &encode(&deal(changed, "别人写的", 2)));
        let before = import.disk.records.borrow().clone();
        assert_eq!(carry(&import), Err(Failure::Changed));
        assert_eq!(*import.disk.records.borrow(), before);
    }
}

#[test]
fn an_import_is_taken_back_except_for_what_was_changed_since() {
    let one = import();
    let journal = carry(&one).expect("room");
    let undone = take_back(Cause::Import, &journal, &one.store);
    assert_eq!((undone.restored, undone.changed, undone.left), (vec![key("n"), key("a")], 0, None));
    assert_eq!(deals(&one.disk), said(&[("a", "华东")]));
    assert_eq!(Transfer::after(&one.store).earlier(), None, "there is nothing more to take back");

    let one = import();
    let journal = carry(&one).expect("room");
    one.disk.put(&key("n"), &encode(&deal("n", "华北二部", 2)));
    let undone = take_back(Cause::Import, &journal, &one.store);
    assert_eq!((undone.restored, undone.changed), (vec![key("a")], 1));
    assert_eq!(deals(&one.disk), said(&[("a", "华东"), ("n", "华北二部")]));
    assert_eq!(Transfer::after(&one.store).earlier(), None);
}

#[test]
fn what_the_store_refuses_to_take_back_is_taken_back_later() {
    let import = import();
    let journal = carry(&import).expect("room");
    import.view.plan.set(Some(Plan { fault: Fault::Full, from: import.view.operations.get() + 5, count: u32::MAX }));
    let undone = take_back(Cause::Import, &journal, &import.store);
    assert_eq!((undone.restored, undone.left), (vec![key("n")], Some((1, StoreError::Full))));
    import.view.plan.set(None);
    let undone = take_back(Cause::Import, &journal, &import.store);
    assert_eq!((undone.restored, undone.left), (vec![key("a")], None));
    assert_eq!(deals(&import.disk), said(&[("a", "华东")]));
}

/// The page goes away in the middle of an import.
fn broken_off(import: &Import) {
    let (view, from) = (&import.view, import.view.operations.get());
    // Far enough for the first record to be written, not far enough for the second.
    let lasting = |after| Some(Plan { fault: Fault::Denied, from: from + after, count: u32::MAX });
    for after in 1.. {
        view.plan.set(lasting(after));
        let _refused = carry(import);
        if import.disk.get(&key("n")).is_some() {
            break;
        }
        view.plan.set(None);
        take_back_what_broke_off(&import.store).expect("a store that works");
        view.operations.set(from);
    }
    assert_eq!(deals(&import.disk), said(&[("a", "华东"), ("n", "华北")]), "half-way");
}

#[test]
fn an_import_that_broke_off_is_taken_back_on_the_next_start_and_that_is_said() {
    let import = import();
    broken_off(&import);
    let tab = Tab::open(&import.disk, &Rc::new(Cell::new(0)));
    assert_eq!(deals(&import.disk), said(&[("a", "华东")]));
    assert_eq!((tab.state.taken_back(), tab.state.status()), (1, Status::Saved));
    assert_eq!(tab.state.book().deals().count(), 1);
    assert_eq!(import.disk.get(JOURNAL_KEY), None);
}

#[test]
fn nothing_is_shown_or_written_before_what_broke_off_was_taken_back() {
    let import = import();
    broken_off(&import);
    let ids = Rc::new(Cell::new(0));
    let mut tab = Tab::opening(import.disk.open(), &ids);
    assert!(tab.state.is_opening() && tab.state.book().deals().next().is_none());
    assert_eq!(tab.state.status(), Status::Saving);
    tab.types("a", TextField::Customer, "新");
    tab.starts();
    assert_eq!(deals(&import.disk), said(&[("a", "华东")]));
}

#[test]
fn what_a_later_version_writes_together_is_left_to_it() {
    let import = import();
    import.disk.put(JOURNAL_KEY, "something-else");
    assert_eq!(take_back_what_broke_off(&import.store), Err(StoreError::Corrupted));
    assert_eq!(carry(&import), Err(Failure::Store(StoreError::Corrupted)));
    assert_eq!(import.disk.get(JOURNAL_KEY).as_deref(), Some("something-else"));
}

#[test]
fn a_mark_without_a_journal_means_that_nothing_was_written() {
    let import = import();
    import.disk.put(JOURNAL_KEY, "import");
    assert_eq!(take_back_what_broke_off(&import.store), Ok(0));
    assert_eq!(import.disk.get(JOURNAL_KEY), None);
    import.disk.put(JOURNAL_KEY, "import");
    import.disk.put(&Cause::Import.key(), "{\"schema\":1,\"rec");
    assert_eq!(take_back_what_broke_off(&import.store), Err(StoreError::Corrupted), "half a journal is no journal");
}

#[test]
fn records_of_the_first_format_are_migrated_at_the_start_and_kept_as_they_were() {
    const OLD: &str = r#"{"schema":1,"id":"old","revision":2,"customer":"老客户","guide":{"name":"王芳"}}"#;
    let disk = Rc::new(Disk::default());
    disk.put(&key("old"), OLD);
    disk.put(&key("odd"), r#"{"schema":1,"id":"odd","guide":7}"#);
    disk.put(&key("new"), &encode(&deal("new", "新客户", 1)));
    let tab = Tab::open(&disk, &Rc::new(Cell::new(0)));
    let migrated = disk.get(&key("old")).expect("a record");
    assert!(migrated.contains("\"schema\":2") && migrated.contains("\"revision\":3"), "{migrated}");
    assert_eq!(tab.state.book().get("old").map(encode), Some(migrated.clone()));
    let journal = last(Cause::Migration, &*tab.ports.store).expect("a safety copy");
    let kept: Vec<_> = journal.entries.iter().map(|one| (one.key.clone(), one.before.clone())).collect();
    assert_eq!(kept, [(key("old"), Some(OLD.to_owned()))]);

    let before = disk.records.borrow().clone();
    let _again = Tab::open(&disk, &Rc::new(Cell::new(0)));
    assert_eq!(*disk.records.borrow(), before, "once is enough");
}
