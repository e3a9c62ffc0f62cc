//! Imports and their undo by a page, across a crash, a failed undo and other tabs.

use std::cell::Cell;
use std::rc::Rc;

use abacus_deals::{Deal, TextField, decode, encode, fields, id_of, key};
use abacus_vault::guarded::GuardedStore;
use abacus_vault::journal::{Cause, JOURNAL_KEY, Journal, Write};
use abacus_vault::transaction::{CommitError, commit, last_journal, roll_back_interrupted, undo};
use abacus_vault::{Problem, Status};

use super::RECORDS;
use super::disk::{Disk, Fault, Plan, View};
use super::tab::{Tab, opened};

fn deal(id: &str, customer: &str, revision: u64) -> Deal {
    Deal { customer: customer.to_owned(), revision, ..Deal::new(id) }
}

/// A store with one deal, and an import that adds a deal and replaces that one.
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

fn commit_import(import: &Import) -> Result<Journal, CommitError> {
    commit(Cause::Import, "x.json", "2026-11-21".parse().expect("a day"), &import.writes, &import.store)
}

fn deals(disk: &Disk) -> Vec<(String, String)> {
    let records = disk.records.borrow();
    records
        .iter()
        .filter_map(|(key, text)| Some((id_of(key)?.to_owned(), decode(id_of(key)?, text).ok()?.customer)))
        .collect()
}

fn owned(deals: &[(&str, &str)]) -> Vec<(String, String)> {
    deals.iter().map(|(id, customer)| ((*id).to_owned(), (*customer).to_owned())).collect()
}

/// The page is closed in the middle of an import.
fn interrupt(import: &Import) {
    let (view, from) = (&import.view, import.view.operations.get());
    // Far enough for the first record to be written, but not the second.
    let lasting = |after| Some(Plan { fault: Fault::Denied, from: from + after, count: u32::MAX });
    for after in 1.. {
        view.plan.set(lasting(after));
        let _refused = commit_import(import);
        if import.disk.get(&key("n")).is_some() {
            break;
        }
        view.plan.set(None);
        roll_back_interrupted(&import.store).expect("a store that works");
        view.operations.set(from);
    }
    assert_eq!(deals(&import.disk), owned(&[("a", "华东"), ("n", "华北")]), "interrupted half-way");
}

/// A file with this many new deals, and one that replaces the deal `a`.
fn file(deals: u32) -> String {
    let new = (0..deals).map(|number| format!(r#"{{"schema":2,"id":"n{number}","revision":1,"customer":"华北"}}"#));
    format!(r#"{{"format":"sales-abacus","version":1,"deals":[{}]}}"#, new.collect::<Vec<_>>().join(","))
}

fn shown(tab: &Tab) -> usize {
    tab.state.book().records().count()
}

#[test]
fn an_import_writes_everything_and_keeps_its_journal() {
    let import = import();
    let journal = commit_import(&import).expect("room");
    assert_eq!(deals(&import.disk), owned(&[("a", "华东机床"), ("n", "华北")]));
    assert_eq!(last_journal(Cause::Import, &import.store).as_ref(), Some(&journal));
    assert_eq!((journal.file.as_str(), journal.entries.len()), ("x.json", 2));
    assert_eq!(import.disk.get(JOURNAL_KEY), None, "the transaction is finished");
    assert_eq!(roll_back_interrupted(&import.store), Ok(0));
    assert!(opened(&import.store).earlier().is_some(), "offered after a reload, too");
}

#[test]
fn undoing_an_import_keeps_records_changed_since() {
    let one = import();
    let journal = commit_import(&one).expect("room");
    let undone = undo(Cause::Import, &journal, &one.store).expect("the current journal");
    assert_eq!((undone.restored, undone.changed, undone.left), (vec![key("n"), key("a")], 0, None));
    assert_eq!(deals(&one.disk), owned(&[("a", "华东")]));
    assert_eq!(opened(&one.store).earlier(), None, "nothing is left to undo");

    let one = import();
    let journal = commit_import(&one).expect("room");
    one.disk.put(&key("n"), &encode(&deal("n", "华北二部", 2)));
    let undone = undo(Cause::Import, &journal, &one.store).expect("the current journal");
    assert_eq!((undone.restored, undone.changed), (vec![key("a")], 1));
    assert_eq!(deals(&one.disk), owned(&[("a", "华东"), ("n", "华北二部")]));
    assert_eq!(opened(&one.store).earlier(), None);
}

#[test]
fn an_interrupted_import_is_rolled_back_on_start_and_reported() {
    let import = import();
    interrupt(&import);
    let tab = Tab::open(&import.disk, &Rc::new(Cell::new(0)));
    assert_eq!(deals(&import.disk), owned(&[("a", "华东")]));
    assert_eq!((tab.state.rolled_back(), tab.state.status()), (1, Status::Saved));
    assert_eq!(tab.state.book().records().count(), 1);
    assert_eq!(import.disk.get(JOURNAL_KEY), None);
}

#[test]
fn nothing_is_shown_or_written_before_the_rollback() {
    let import = import();
    interrupt(&import);
    let ids = Rc::new(Cell::new(0));
    let mut tab = Tab::new(import.disk.open(), &ids);
    assert!(!tab.state.is_loaded() && tab.state.book().records().next().is_none());
    assert_eq!(tab.state.status(), Status::Saving);
    tab.type_text("a", TextField::Deal(&fields::CUSTOMER), "新");
    tab.start();
    assert_eq!(deals(&import.disk), owned(&[("a", "华东")]));
}

#[test]
fn records_of_schema_1_are_migrated_and_their_originals_kept() {
    const OLD: &str = r#"{"schema":1,"id":"old","revision":2,"customer":"老客户","guide":{"name":"王芳"}}"#;
    let disk = Rc::new(Disk::default());
    disk.put(&key("old"), OLD);
    disk.put(&key("odd"), r#"{"schema":1,"id":"odd","guide":7}"#);
    disk.put(&key("new"), &encode(&deal("new", "新客户", 1)));
    let tab = Tab::open(&disk, &Rc::new(Cell::new(0)));
    let migrated = disk.get(&key("old")).expect("a record");
    assert!(migrated.contains("\"schema\":2") && migrated.contains("\"revision\":3"), "{migrated}");
    assert_eq!(tab.state.book().get("old").map(encode), Some(migrated.clone()));
    let journal = last_journal(Cause::Migration, &*tab.ports.store).expect("a safety copy");
    let kept: Vec<_> = journal.entries.iter().map(|one| (one.key.clone(), one.before.clone())).collect();
    assert_eq!(kept, [(key("old"), Some(OLD.to_owned()))]);

    let before = disk.records.borrow().clone();
    let _again = Tab::open(&disk, &Rc::new(Cell::new(0)));
    assert_eq!(*disk.records.borrow(), before, "a second start changes nothing");
}

#[test]
fn an_imported_record_removed_elsewhere_is_missing() {
    let import = import();
    commit_import(&import).expect("room");
    let mut tab = Tab::open(&import.disk, &Rc::new(Cell::new(0)));
    import.disk.records.borrow_mut().remove(&key("n"));
    tab.refresh();
    assert_eq!(tab.state.status(), Status::NotSaved(Problem::Cleared));

    let journal = last_journal(Cause::Import, &import.store).expect("a journal");
    let mut tab = Tab::open(&import.disk, &Rc::new(Cell::new(0)));
    assert_eq!(undo(Cause::Import, &journal, &import.store).map(|undone| undone.left), Some(None));
    tab.refresh();
    assert_eq!(tab.state.status(), Status::Saved, "records removed by the undo are not missing");
}

#[test]
fn a_failed_undo_is_resumed() {
    let mut stuck = 0;
    for after in 1..60 {
        let disk = import().disk;
        let mut tab = Tab::open(&disk, &Rc::new(Cell::new(0)));
        assert!(tab.import_file(file(3).as_bytes()).1);
        tab.view.fail(Fault::Corrupted, after, u32::MAX);
        let begun = tab.undo_import().1;
        tab.view.plan.set(None);
        if begun.is_none_or(|undone_import| undone_import.restored == 0 || undone_import.left == 0) {
            continue;
        }
        stuck += 1;
        let done = tab.undo_import().1.expect("the offer");
        assert_eq!(done.left, 0);
        assert_eq!((tab.state.rolled_back(), tab.state.status(), shown(&tab)), (0, Status::Saved, 1), "{after}");
        assert_eq!(deals(&disk), owned(&[("a", "华东")]));
        assert_eq!(tab.import.on_offer(), None);
    }
    assert!(stuck > 2, "{stuck}");
}

#[test]
fn an_import_first_rolls_back_one_interrupted_elsewhere() {
    let import = import();
    let mut tab = Tab::open(&import.disk, &Rc::new(Cell::new(0)));
    interrupt(&import);
    tab.follow();
    assert_eq!(shown(&tab), 2, "the first half of the import");
    assert!(tab.import_file(file(2).as_bytes()).1);
    assert_eq!(tab.state.rolled_back(), 1);
    let stored: Vec<_> = deals(&import.disk).into_iter().map(|(id, _)| id).collect();
    let shown: Vec<_> = tab.state.book().records().map(|deal| deal.id.clone()).collect();
    assert_eq!(shown, stored);
    assert!(!stored.contains(&"n".to_owned()));
    tab.refresh();
    assert_eq!(tab.state.status(), Status::Saved, "nothing is missing");
}

#[test]
fn a_newer_format_stops_import_and_undo() {
    let disk = import().disk;
    let mut tab = Tab::open(&disk, &Rc::new(Cell::new(0)));
    assert!(tab.import_file(file(2).as_bytes()).1);
    disk.put(&key("of-tomorrow"), r#"{"schema":99,"id":"of-tomorrow"}"#);
    let before = disk.records.borrow().clone();
    assert_eq!(tab.undo_import().1, None);
    assert!(tab.state.is_read_only());
    assert!(!tab.import_file(file(3).as_bytes()).1);
    assert_eq!(*disk.records.borrow(), before);
}

#[test]
fn an_import_undone_elsewhere_is_no_longer_offered() {
    let (disk, ids) = (import().disk, Rc::new(Cell::new(0)));
    let mut one = Tab::open(&disk, &ids);
    assert!(one.import_file(file(2).as_bytes()).1);
    let mut other = Tab::open(&disk, &ids);
    assert!(other.undo_import().1.is_some_and(|undone_import| undone_import.restored == 2));
    assert!(one.import.on_offer().is_some());
    one.follow();
    assert_eq!(one.import.on_offer(), None);
    assert_eq!(one.undo_import().1, None);
    assert_eq!((one.state.status(), shown(&one)), (Status::Saved, 1));
}
