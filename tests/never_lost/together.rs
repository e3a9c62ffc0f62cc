//! Records that belong together are written all or not at all, and can be taken back.

use std::cell::Cell;
use std::rc::Rc;

use abacus_deals::fields;
use abacus_deals::{Deal, TextField, decode, encode, id_of, key};
use abacus_vault::guarded::GuardedStore;
use abacus_vault::journal::{Cause, JOURNAL_KEY, Journal, Write};
use abacus_vault::space::units;
use abacus_vault::transaction::{Failure, carry_out, last, take_back, take_back_what_broke_off};
use sales_abacus::deals::book::Problem;
use sales_abacus::deals::book::Status;
use sales_abacus::deals::files::import::state::Transfer;
use sales_abacus::state::ports::{Store, StoreError};

use super::RECORDS;
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
    let store = GuardedStore::over(view.clone(), &RECORDS);
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
    let undone = take_back(Cause::Import, &journal, &one.store).expect("the way back of now");
    assert_eq!((undone.restored, undone.changed, undone.left), (vec![key("n"), key("a")], 0, None));
    assert_eq!(deals(&one.disk), said(&[("a", "华东")]));
    assert_eq!(Transfer::after(&one.store).earlier(), None, "there is nothing more to take back");

    let one = import();
    let journal = carry(&one).expect("room");
    one.disk.put(&key("n"), &encode(&deal("n", "华北二部", 2)));
    let undone = take_back(Cause::Import, &journal, &one.store).expect("the way back of now");
    assert_eq!((undone.restored, undone.changed), (vec![key("a")], 1));
    assert_eq!(deals(&one.disk), said(&[("a", "华东"), ("n", "华北二部")]));
    assert_eq!(Transfer::after(&one.store).earlier(), None);
}

#[test]
fn an_import_is_not_taken_back_by_the_way_back_of_another() {
    let one = import();
    let first = carry(&one).expect("room");
    let more = [Write { key: key("m"), before: None, after: encode(&deal("m", "西北", 1)) }];
    let day = "2026-11-22".parse().expect("a day");
    let second = carry_out(Cause::Import, "y.json", day, &more, &one.store).expect("room");
    let before = one.disk.records.borrow().clone();
    assert_eq!(take_back(Cause::Import, &first, &one.store), None, "from a tab that was open before");
    assert_eq!(*one.disk.records.borrow(), before);
    assert_eq!(take_back_what_broke_off(&one.store), Ok(0));

    assert!(take_back(Cause::Import, &second, &one.store).is_some_and(|undone| undone.left.is_none()));
    assert_eq!(take_back(Cause::Import, &second, &one.store), None, "once");
    assert_eq!(deals(&one.disk), said(&[("a", "华东机床"), ("n", "华北")]));
}

#[test]
fn a_way_back_that_made_room_is_taken_by_whoever_knows_it() {
    let one = import();
    let journal = carry(&one).expect("room");
    one.store.remove(&Cause::Import.key()).expect("a store that works");
    assert!(take_back(Cause::Import, &journal, &one.store).is_some_and(|undone| undone.left.is_none()));
    assert_eq!(deals(&one.disk), said(&[("a", "华东")]));
    assert_eq!(one.disk.get(JOURNAL_KEY), None);
}

#[test]
fn taking_back_begins_nothing_where_a_later_version_has_not_ended() {
    let one = import();
    let journal = carry(&one).expect("room");
    one.disk.put(JOURNAL_KEY, "something-else");
    let undone = take_back(Cause::Import, &journal, &one.store).expect("the way back of now");
    assert_eq!(undone.left, Some((2, StoreError::Newer)));
    assert_eq!(one.disk.get(JOURNAL_KEY).as_deref(), Some("something-else"));
    assert_eq!(deals(&one.disk), said(&[("a", "华东机床"), ("n", "华北")]));
}

#[test]
fn an_import_that_comes_to_nothing_leaves_the_way_back_of_the_one_before() {
    let one = import();
    let first = carry(&one).expect("room");
    one.disk.room.set(Some(40_000));
    let long = Deal { notes: "长".repeat(50_000), ..deal("l", "", 0) };
    let writes = [Write { key: key("l"), before: None, after: encode(&long) }];
    let day = "2026-11-22".parse().expect("a day");
    let carried = carry_out(Cause::Import, "y.json", day, &writes, &one.store);
    assert_eq!(carried, Err(Failure::Store(StoreError::Full)));
    assert_eq!(last(Cause::Import, &one.store).as_ref(), Some(&first));
    assert!(take_back(Cause::Import, &first, &one.store).is_some_and(|undone| undone.left.is_none()));
    assert_eq!(deals(&one.disk), said(&[("a", "华东")]));
}

#[test]
fn what_the_store_refuses_to_take_back_is_taken_back_later() {
    let import = import();
    let journal = carry(&import).expect("room");
    import.view.plan.set(Some(Plan { fault: Fault::Full, from: import.view.operations.get() + 5, count: u32::MAX }));
    let undone = take_back(Cause::Import, &journal, &import.store).expect("the way back of now");
    assert_eq!((undone.restored, undone.left), (vec![key("n")], Some((1, StoreError::Full))));
    import.view.plan.set(None);
    let undone = take_back(Cause::Import, &journal, &import.store).expect("the way back of now");
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
    assert!(!tab.state.is_loaded() && tab.state.book().deals().next().is_none());
    assert_eq!(tab.state.status(), Status::Saving);
    tab.types("a", TextField::Deal(&fields::CUSTOMER), "新");
    tab.starts();
    assert_eq!(deals(&import.disk), said(&[("a", "华东")]));
}

#[test]
fn what_a_later_version_writes_together_is_left_to_it() {
    let import = import();
    import.disk.put(JOURNAL_KEY, "something-else");
    assert_eq!(take_back_what_broke_off(&import.store), Err(StoreError::Newer));
    assert_eq!(carry(&import), Err(Failure::Store(StoreError::Newer)));
    assert_eq!(import.disk.get(JOURNAL_KEY).as_deref(), Some("something-else"));
    import.disk.put(JOURNAL_KEY, "import");
    import.disk.put(&Cause::Import.key(), "{\"schema\":2}");
    assert_eq!(take_back_what_broke_off(&import.store), Err(StoreError::Newer));
}

#[test]
fn a_mark_without_a_journal_means_that_nothing_was_written() {
    let import = import();
    import.disk.put(JOURNAL_KEY, "import");
    assert_eq!(take_back_what_broke_off(&import.store), Ok(0));
    assert_eq!(import.disk.get(JOURNAL_KEY), None);
    import.disk.put(JOURNAL_KEY, "import");
    import.disk.put(&Cause::Import.key(), "{\"schema\":1,\"rec");
    assert_eq!(take_back_what_broke_off(&import.store), Err(StoreError::NoJournal), "half a journal is no journal");
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

/// Something happens right before an operation of an import, as where there are no locks.
fn meanwhile(happens: impl Fn(&Rc<Disk>) + Copy + 'static, check: impl Fn(&Disk, Result<Journal, Failure>)) {
    let operations = {
        let import = import();
        carry(&import).expect("room");
        import.view.operations.get()
    };
    for at in 1..=operations {
        let import = import();
        let disk = import.disk.clone();
        *import.view.then.borrow_mut() = Some((at, Box::new(move || happens(&disk))));
        let carried = carry(&import);
        check(&import.disk, carried);
    }
}

#[test]
fn an_edit_made_while_an_import_is_written_is_not_written_over() {
    let happens = |disk: &Rc<Disk>| disk.put(&key("a"), &encode(&deal("a", "别人写的", 2)));
    meanwhile(happens, |disk, carried| {
        // Between looking and writing there is one moment that only a lock can guard.
        let written = deals(disk).iter().any(|(_, customer)| customer == "华东机床");
        assert!(carried.is_err() || written || deals(disk).iter().any(|(_, customer)| customer == "别人写的"));
        if carried == Err(Failure::Changed) {
            assert_eq!(deals(disk), said(&[("a", "别人写的")]));
        }
    });
}

#[test]
fn an_import_that_another_tab_took_for_one_that_broke_off_is_not_said_to_be_done() {
    let happens = |disk: &Rc<Disk>| {
        let store = GuardedStore::over(disk.open(), &RECORDS);
        let _nothing = take_back_what_broke_off(&store);
    };
    meanwhile(happens, |disk, carried| {
        let whole = said(&[("a", "华东机床"), ("n", "华北")]);
        assert!([said(&[("a", "华东")]), whole.clone()].contains(&deals(disk)), "{:?}", deals(disk));
        assert_eq!(carried.is_ok(), deals(disk) == whole);
    });
}

#[test]
fn what_an_import_added_and_somebody_else_removed_is_missed() {
    let import = import();
    carry(&import).expect("room");
    let mut tab = Tab::open(&import.disk, &Rc::new(Cell::new(0)));
    import.disk.records.borrow_mut().remove(&key("n"));
    tab.comes_back();
    assert_eq!(tab.state.status(), Status::NotSaved(Problem::Cleared));

    let journal = last(Cause::Import, &import.store).expect("the way back");
    let mut tab = Tab::open(&import.disk, &Rc::new(Cell::new(0)));
    assert_eq!(take_back(Cause::Import, &journal, &import.store).map(|undone| undone.left), Some(None));
    tab.comes_back();
    assert_eq!(tab.state.status(), Status::Saved, "but not what was taken back");
}

#[test]
fn a_safety_copy_makes_room_for_an_import() {
    let import = import();
    import.store.write(&Cause::Migration.key(), &"x".repeat(1_000)).expect("room");
    let filled: usize = import.disk.records.borrow().iter().map(|(key, text)| units(key, text)).sum();
    import.disk.room.set(Some(filled + 100));
    assert!(carry(&import).is_ok());
    assert_eq!(import.disk.get(&Cause::Migration.key()), None);
}

/// A file with so many new deals, and one in place of the deal `a`.
fn file(deals: u32) -> String {
    let new = (0..deals).map(|number| format!(r#"{{"schema":2,"id":"n{number}","revision":1,"customer":"华北"}}"#));
    format!(r#"{{"format":"sales-abacus","version":1,"deals":[{}]}}"#, new.collect::<Vec<_>>().join(","))
}

fn shown(tab: &Tab) -> usize {
    tab.state.book().deals().count()
}

#[test]
fn a_taking_back_that_got_stuck_is_gone_on_with_and_not_taken_for_an_import_that_broke_off() {
    let mut stuck = 0;
    for after in 1..60 {
        let disk = import().disk;
        let mut tab = Tab::open(&disk, &Rc::new(Cell::new(0)));
        assert!(tab.imports(file(3).as_bytes()).1);
        tab.view.fail(Fault::Corrupted, after, u32::MAX);
        let begun = tab.takes_back().1;
        tab.view.plan.set(None);
        if begun.is_none_or(|taken_back| taken_back.restored == 0 || taken_back.left == 0) {
            continue;
        }
        stuck += 1;
        let done = tab.takes_back().1.expect("the offer");
        assert_eq!(done.left, 0);
        assert_eq!((tab.state.taken_back(), tab.state.status(), shown(&tab)), (0, Status::Saved, 1), "{after}");
        assert_eq!(deals(&disk), said(&[("a", "华东")]));
        assert_eq!(tab.import.on_offer(), None);
    }
    assert!(stuck > 2, "{stuck}");
}

#[test]
fn a_page_hears_of_what_it_takes_back_for_another_before_it_imports() {
    let import = import();
    let mut tab = Tab::open(&import.disk, &Rc::new(Cell::new(0)));
    broken_off(&import);
    tab.hears();
    assert_eq!(shown(&tab), 2, "half an import, as far as it came");
    assert!(tab.imports(file(2).as_bytes()).1);
    assert_eq!(tab.state.taken_back(), 1);
    let stored: Vec<_> = deals(&import.disk).into_iter().map(|(id, _)| id).collect();
    let shown: Vec<_> = tab.state.book().deals().map(|deal| deal.id.clone()).collect();
    assert_eq!(shown, stored);
    assert!(!stored.contains(&"n".to_owned()));
    tab.comes_back();
    assert_eq!(tab.state.status(), Status::Saved, "and nothing is missed");
}

#[test]
fn nothing_is_imported_or_taken_back_once_a_newer_version_has_written() {
    let disk = import().disk;
    let mut tab = Tab::open(&disk, &Rc::new(Cell::new(0)));
    assert!(tab.imports(file(2).as_bytes()).1);
    disk.put(&key("of-tomorrow"), r#"{"schema":99,"id":"of-tomorrow"}"#);
    let before = disk.records.borrow().clone();
    assert_eq!(tab.takes_back().1, None);
    assert!(tab.state.is_read_only());
    assert!(!tab.imports(file(3).as_bytes()).1);
    assert_eq!(*disk.records.borrow(), before);
}

#[test]
fn an_import_whose_way_back_made_room_is_taken_back_where_there_is_none() {
    let one = import();
    let journal = carry(&one).expect("room");
    one.store.remove(&Cause::Import.key()).expect("a store that works");
    let filled: usize = one.disk.records.borrow().iter().map(|(key, text)| units(key, text)).sum();
    one.disk.room.set(Some(filled + 10));
    assert!(take_back(Cause::Import, &journal, &one.store).is_some_and(|undone| undone.left.is_none()));
    assert_eq!(deals(&one.disk), said(&[("a", "华东")]));
}

#[test]
fn what_was_taken_back_elsewhere_is_no_longer_on_offer() {
    let (disk, ids) = (import().disk, Rc::new(Cell::new(0)));
    let mut one = Tab::open(&disk, &ids);
    assert!(one.imports(file(2).as_bytes()).1);
    let mut other = Tab::open(&disk, &ids);
    assert!(other.takes_back().1.is_some_and(|taken_back| taken_back.restored == 2));
    assert!(one.import.on_offer().is_some());
    one.hears();
    assert_eq!(one.import.on_offer(), None);
    assert_eq!(one.takes_back().1, None);
    assert_eq!((one.state.status(), shown(&one)), (Status::Saved, 1));
}
