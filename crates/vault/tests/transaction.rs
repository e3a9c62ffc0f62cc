use std::cell::Cell;
use std::future::{pending, ready};
use std::rc::Rc;

use abacus_core::pace::{NeverYield, Pace, Rest, Stopped, run_to_end};
use abacus_vault::guarded::GuardedStore;
use abacus_vault::journal::{Cause, JOURNAL_KEY, Journal, Write};
use abacus_vault::space::units;
use abacus_vault::transaction::{
    CommitError, Paces, commit, commit_with, last_journal, roll_back_interrupted, undo, undo_with,
};
use abacus_vault::{Store, StoreError};

use crate::disk::{Disk, Fault, Plan, View};
use crate::{RECORDS, key};

fn record(customer: &str, revision: u64) -> String {
    format!("{revision} {customer}")
}

/// Ids and customers.
fn deals(disk: &Disk) -> Vec<(String, String)> {
    let records = disk.records.borrow();
    let parts = |(key, text): (&String, &String)| {
        Some((key.strip_prefix(RECORDS[0])?.to_owned(), text.split_once(' ')?.1.to_owned()))
    };
    records.iter().filter_map(parts).collect()
}

/// A stored deal, and an import that adds one deal and replaces the stored one.
struct Import {
    disk: Rc<Disk>,
    view: Rc<View>,
    store: GuardedStore,
    writes: [Write; 2],
}

fn import() -> Import {
    let old = record("华东", 1);
    let disk = Rc::new(Disk::default());
    disk.put(&key("a"), &old);
    let view = disk.open();
    let store = GuardedStore::over(view.clone(), &RECORDS);
    let writes = [
        Write { key: key("n"), before: None, after: record("华北", 1) },
        Write { key: key("a"), before: Some(old), after: record("华东机床", 2) },
    ];
    Import { disk, view, store, writes }
}

fn commit_import(import: &Import) -> Result<Journal, CommitError> {
    commit(Cause::Import, "x.json", "2026-11-21".parse().expect("a day"), &import.writes, &import.store)
}

/// What happens during a break.
#[derive(Clone, Copy)]
enum Break {
    /// The user stops the work.
    Stop,
    /// The page is closed.
    Close,
}

/// The breaks in an import of two records: while making and encoding the journal, checking the records, reading the
/// existing journals, and writing the records.
const BREAKS: usize = 10;

/// Takes every break; in the one after `left` others, `then` happens.
struct Eager {
    left: Cell<usize>,
    then: Break,
}

impl Eager {
    fn after(breaks: usize, then: Break) -> Self {
        Self { left: Cell::new(breaks), then }
    }
}

impl Pace for Eager {
    fn is_due(&self) -> bool {
        true
    }

    fn rest(&self, done: u64, total: u64) -> Rest<'_> {
        assert!(done < total, "{done} of {total}");
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        match (left, self.then) {
            (1.., _) => Box::pin(ready(Ok(()))),
            (0, Break::Stop) => Box::pin(ready(Err(Stopped))),
            (0, Break::Close) => Box::pin(pending()),
        }
    }
}

/// Commits in pieces; `None` if the page was closed meanwhile.
fn commit_in_pieces(import: &Import, commit: &Eager, roll_back: &dyn Pace) -> Option<Result<Journal, CommitError>> {
    let day = "2026-11-21".parse().expect("a day");
    let paces = Paces { commit: commit as &dyn Pace, roll_back };
    run_to_end(commit_with(Cause::Import, "x.json", day, &import.writes, &import.store, paces))
}

fn expected(deals: &[(&str, &str)]) -> Vec<(String, String)> {
    deals.iter().map(|(id, customer)| ((*id).to_owned(), (*customer).to_owned())).collect()
}

/// Runs `happens` before each operation of an import in turn, as another tab may do without locks.
fn meanwhile(happens: impl Fn(&Rc<Disk>) + Copy + 'static, check: impl Fn(&Disk, Result<Journal, CommitError>)) {
    let operations = {
        let import = import();
        commit_import(&import).expect("room");
        import.view.operations.get()
    };
    for at in 1..=operations {
        let import = import();
        let disk = import.disk.clone();
        *import.view.then.borrow_mut() = Some((at, Box::new(move || happens(&disk))));
        let committed = commit_import(&import);
        check(&import.disk, committed);
    }
}

#[test]
fn a_record_changed_meanwhile_aborts_the_commit() {
    for changed in ["a", "n"] {
        let import = import();
        import.disk.put(&key(changed), &record("别人写的", 2));
        let before = import.disk.records.borrow().clone();
        assert_eq!(commit_import(&import), Err(CommitError::Changed));
        assert_eq!(*import.disk.records.borrow(), before);
    }
}

#[test]
fn a_journal_undoes_only_its_own_import() {
    let one = import();
    let first = commit_import(&one).expect("room");
    let more = [Write { key: key("m"), before: None, after: record("西北", 1) }];
    let day = "2026-11-22".parse().expect("a day");
    let second = commit(Cause::Import, "y.json", day, &more, &one.store).expect("room");
    let before = one.disk.records.borrow().clone();
    assert_eq!(undo(Cause::Import, &first, &one.store), None, "from a tab opened earlier");
    assert_eq!(*one.disk.records.borrow(), before);
    assert_eq!(roll_back_interrupted(&one.store), Ok(0));

    assert!(undo(Cause::Import, &second, &one.store).is_some_and(|undone| undone.left.is_none()));
    assert_eq!(undo(Cause::Import, &second, &one.store), None, "once");
    assert_eq!(deals(&one.disk), expected(&[("a", "华东机床"), ("n", "华北")]));
}

#[test]
fn a_tab_that_knows_an_evicted_journal_can_undo() {
    let one = import();
    let journal = commit_import(&one).expect("room");
    one.store.remove(&Cause::Import.key()).expect("the key is removed");
    assert!(undo(Cause::Import, &journal, &one.store).is_some_and(|undone| undone.left.is_none()));
    assert_eq!(deals(&one.disk), expected(&[("a", "华东")]));
    assert_eq!(one.disk.get(JOURNAL_KEY), None);
}

#[test]
fn undo_waits_for_a_transaction_of_a_newer_version() {
    let one = import();
    let journal = commit_import(&one).expect("room");
    one.disk.put(JOURNAL_KEY, "something-else");
    let undone = undo(Cause::Import, &journal, &one.store).expect("the stored journal");
    assert_eq!(undone.left, Some((2, StoreError::Newer)));
    assert_eq!(one.disk.get(JOURNAL_KEY).as_deref(), Some("something-else"));
    assert_eq!(deals(&one.disk), expected(&[("a", "华东机床"), ("n", "华北")]));
}

#[test]
fn a_failed_import_keeps_the_previous_journal() {
    let one = import();
    let first = commit_import(&one).expect("room");
    one.disk.room.set(Some(40_000));
    let long = record(&"长".repeat(50_000), 0);
    let writes = [Write { key: key("l"), before: None, after: long }];
    let day = "2026-11-22".parse().expect("a day");
    let committed = commit(Cause::Import, "y.json", day, &writes, &one.store);
    assert_eq!(committed, Err(CommitError::Store(StoreError::Full)));
    assert_eq!(last_journal(Cause::Import, &one.store).as_ref(), Some(&first));
    assert!(undo(Cause::Import, &first, &one.store).is_some_and(|undone| undone.left.is_none()));
    assert_eq!(deals(&one.disk), expected(&[("a", "华东")]));
}

#[test]
fn a_failed_undo_is_resumed() {
    let import = import();
    let journal = commit_import(&import).expect("room");
    import.view.plan.set(Some(Plan { fault: Fault::Full, from: import.view.operations.get() + 5, count: u32::MAX }));
    let undone = undo(Cause::Import, &journal, &import.store).expect("the stored journal");
    assert_eq!((undone.restored, undone.left), (vec![key("n")], Some((1, StoreError::Full))));
    import.view.plan.set(None);
    let undone = undo(Cause::Import, &journal, &import.store).expect("the stored journal");
    assert_eq!((undone.restored, undone.left), (vec![key("a")], None));
    assert_eq!(deals(&import.disk), expected(&[("a", "华东")]));
}

#[test]
fn transactions_of_a_newer_version_are_left_alone() {
    let import = import();
    import.disk.put(JOURNAL_KEY, "something-else");
    assert_eq!(roll_back_interrupted(&import.store), Err(StoreError::Newer));
    assert_eq!(commit_import(&import), Err(CommitError::Store(StoreError::Newer)));
    assert_eq!(import.disk.get(JOURNAL_KEY).as_deref(), Some("something-else"));
    import.disk.put(JOURNAL_KEY, "import");
    import.disk.put(&Cause::Import.key(), "{\"schema\":2}");
    assert_eq!(roll_back_interrupted(&import.store), Err(StoreError::Newer));
}

#[test]
fn a_mark_without_a_journal_means_nothing_was_written() {
    let import = import();
    import.disk.put(JOURNAL_KEY, "import");
    assert_eq!(roll_back_interrupted(&import.store), Ok(0));
    assert_eq!(import.disk.get(JOURNAL_KEY), None);
    import.disk.put(JOURNAL_KEY, "import");
    import.disk.put(&Cause::Import.key(), "{\"schema\":1,\"rec");
    assert_eq!(roll_back_interrupted(&import.store), Err(StoreError::NoJournal), "a truncated journal is refused");
}

#[test]
fn an_edit_during_an_import_is_not_overwritten() {
    let happens = |disk: &Rc<Disk>| disk.put(&key("a"), &record("别人写的", 2));
    meanwhile(happens, |disk, committed| {
        // Only a lock can guard the moment between the read and the write.
        let written = deals(disk).iter().any(|(_, customer)| customer == "华东机床");
        assert!(committed.is_err() || written || deals(disk).iter().any(|(_, customer)| customer == "别人写的"));
        if committed == Err(CommitError::Changed) {
            assert_eq!(deals(disk), expected(&[("a", "别人写的")]));
        }
    });
}

#[test]
fn an_import_rolled_back_by_another_tab_fails() {
    let happens = |disk: &Rc<Disk>| {
        let store = GuardedStore::over(disk.open(), &RECORDS);
        let _nothing = roll_back_interrupted(&store);
    };
    meanwhile(happens, |disk, committed| {
        let whole = expected(&[("a", "华东机床"), ("n", "华北")]);
        assert!([expected(&[("a", "华东")]), whole.clone()].contains(&deals(disk)), "{:?}", deals(disk));
        assert_eq!(committed.is_ok(), deals(disk) == whole);
    });
}

#[test]
fn the_other_journal_makes_room_for_an_import() {
    let import = import();
    import.store.write(&Cause::Migration.key(), &"x".repeat(1_000)).expect("room");
    let filled: usize = import.disk.records.borrow().iter().map(|(key, text)| units(key, text)).sum();
    import.disk.room.set(Some(filled + 100));
    assert!(commit_import(&import).is_ok());
    assert_eq!(import.disk.get(&Cause::Migration.key()), None);
}

#[test]
fn an_evicted_journal_can_undo_in_a_full_store() {
    let one = import();
    let journal = commit_import(&one).expect("room");
    one.store.remove(&Cause::Import.key()).expect("the key is removed");
    let filled: usize = one.disk.records.borrow().iter().map(|(key, text)| units(key, text)).sum();
    one.disk.room.set(Some(filled + 10));
    assert!(undo(Cause::Import, &journal, &one.store).is_some_and(|undone| undone.left.is_none()));
    assert_eq!(deals(&one.disk), expected(&[("a", "华东")]));
}

#[test]
fn a_stopped_commit_leaves_nothing() {
    for breaks in 0..BREAKS {
        let import = import();
        let eager = Eager::after(breaks, Break::Stop);
        assert_eq!(commit_in_pieces(&import, &eager, &eager), Some(Err(CommitError::Stopped)), "{breaks}");
        assert_eq!(deals(&import.disk), expected(&[("a", "华东")]), "{breaks}");
        assert_eq!(import.disk.get(JOURNAL_KEY), None, "{breaks}");
    }
    let import = import();
    assert!(
        commit_in_pieces(&import, &Eager::after(BREAKS, Break::Stop), &NeverYield).is_some_and(|done| done.is_ok())
    );
    assert_eq!(deals(&import.disk), expected(&[("a", "华东机床"), ("n", "华北")]));
}

#[test]
fn a_page_closed_in_a_break_is_rolled_back_later() {
    for breaks in 0..BREAKS {
        let import = import();
        assert_eq!(commit_in_pieces(&import, &Eager::after(breaks, Break::Close), &NeverYield), None, "{breaks}");
        let restored = roll_back_interrupted(&import.store);
        // The first record is written before the last break.
        assert_eq!(restored, Ok(usize::from(breaks == BREAKS - 1)), "{breaks}");
        assert_eq!(deals(&import.disk), expected(&[("a", "华东")]), "{breaks}");
    }
}

#[test]
fn a_page_closed_while_rolling_back_is_rolled_back_later() {
    // Breaks while rolling back two records and encoding the journal as undone.
    for breaks in 0..4 {
        let import = import();
        let closed = Eager::after(breaks, Break::Close);
        assert_eq!(commit_in_pieces(&import, &Eager::after(BREAKS - 1, Break::Stop), &closed), None, "{breaks}");
        assert!(roll_back_interrupted(&import.store).is_ok(), "{breaks}");
        assert_eq!(deals(&import.disk), expected(&[("a", "华东")]), "{breaks}");
        assert_eq!(import.disk.get(JOURNAL_KEY), None, "{breaks}");
    }
}

#[test]
fn an_undo_in_pieces_is_not_stopped_and_can_be_resumed() {
    // Breaks while encoding the journal, rolling back two records, and encoding the journal as undone.
    for breaks in 0..6 {
        let one = import();
        let journal = commit_import(&one).expect("room");
        let undone = run_to_end(undo_with(Cause::Import, &journal, &one.store, &Eager::after(breaks, Break::Stop)));
        assert!(undone.flatten().is_some_and(|undone| undone.left.is_none() && undone.restored.len() == 2), "{breaks}");
        assert_eq!(deals(&one.disk), expected(&[("a", "华东")]), "{breaks}");

        let one = import();
        let journal = commit_import(&one).expect("room");
        let closed = Eager::after(breaks, Break::Close);
        assert_eq!(run_to_end(undo_with(Cause::Import, &journal, &one.store, &closed)), None, "{breaks}");
        assert!(roll_back_interrupted(&one.store).is_ok(), "{breaks}");
        let imported: &[_] = &[("a", "华东机床"), ("n", "华北")];
        assert_eq!(deals(&one.disk), expected(if breaks < 2 { imported } else { &[("a", "华东")] }), "{breaks}");
    }
}
