//! A vault of small records, with a failing store and other tabs that write at the same time.

use std::cell::Cell;
use std::rc::Rc;

use abacus_vault::guarded::GuardedStore;
use abacus_vault::{Problem, Record, Status, Store, StoreError, Vault};

use crate::disk::{Disk, Fault, Plan, View};
use crate::{RECORDS, key};

/// A record with two texts: `revision deleted first second`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Note {
    id: String,
    revision: u64,
    deleted: bool,
    texts: [String; 2],
}

fn note(id: &str, revision: u64, first: &str, second: &str) -> Note {
    Note { id: id.to_owned(), revision, deleted: false, texts: [first.to_owned(), second.to_owned()] }
}

impl Record for Note {
    type Error = &'static str;
    type Context = ();

    const PREFIX: &'static str = "sales-abacus:deal:";
    const ROLLS_BACK: bool = true;

    abacus_vault::record_accessors!();

    fn encode(&self) -> String {
        let [first, second] = &self.texts;
        format!("{} {} {first} {second}", self.revision, self.deleted)
    }

    fn decode((): &(), id: &str, text: &str) -> Result<Self, &'static str> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [revision, deleted, first, second] = *parts.as_slice() else { return Err("damaged") };
        let revision = revision.parse().map_err(|_| "newer")?;
        Ok(Self { deleted: deleted == "true", ..note(id, revision, first, second) })
    }

    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Option<Self> {
        let mut merged = theirs.clone();
        for (index, text) in merged.texts.iter_mut().enumerate() {
            let (was, is) = (&base?.texts[index], &ours.texts[index]);
            if *text == *was {
                text.clone_from(is);
            } else if is != was && is != text {
                return None;
            }
        }
        merged.deleted = ours.deleted && theirs.deleted;
        Some(merged)
    }

    fn second_version(&self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self.clone() }
    }

    fn is_damage(error: &&'static str) -> bool {
        *error == "damaged"
    }

    fn newer_format(error: &&'static str) -> Option<u64> {
        (*error == "newer").then_some(9)
    }
}

struct Tab {
    vault: Vault<Note>,
    view: Rc<View>,
    store: GuardedStore,
    ids: Cell<u32>,
}

impl Tab {
    fn open(disk: &Rc<Disk>) -> Self {
        Self::with(disk.open())
    }

    fn with(view: Rc<View>) -> Self {
        let store = GuardedStore::over(view.clone(), &RECORDS);
        let mut tab = Self { vault: Vault::load(&store), view, store, ids: Cell::new(0) };
        tab.saves();
        tab
    }

    fn saves(&mut self) {
        let fresh_id = || {
            self.ids.set(self.ids.get() + 1);
            format!("fresh-{}-{}", self.view.tab, self.ids.get())
        };
        self.vault.save(&self.store, &fresh_id);
    }

    fn saves_all(&mut self) {
        let fresh_id = || format!("fresh-{}", self.view.tab);
        self.vault.save_all(&self.store, &fresh_id);
    }

    fn types(&mut self, id: &str, index: usize, text: &str) {
        let _unknown = self.vault.book_mut().change(id, |note| text.clone_into(&mut note.texts[index]));
    }

    fn texts(&self, id: &str) -> Option<[&str; 2]> {
        let [first, second] = &self.vault.book().get(id)?.texts;
        Some([first, second])
    }
}

fn disk(notes: &[Note]) -> Rc<Disk> {
    let disk = Rc::new(Disk::default());
    notes.iter().for_each(|note| disk.put(&key(&note.id), &note.encode()));
    disk
}

fn stored(disk: &Disk) -> Vec<Note> {
    let records = disk.records.borrow();
    records.iter().filter_map(|(key, text)| Note::decode(&(), key.strip_prefix(RECORDS[0])?, text).ok()).collect()
}

#[test]
fn only_the_edited_record_is_written() {
    let disk = disk(&[note("a", 1, "x", "y"), note("b", 1, "", "")]);
    let mut tab = Tab::open(&disk);
    let before = disk.records.borrow().clone();
    tab.saves();
    assert_eq!(*disk.records.borrow(), before);
    tab.types("a", 0, "new");
    assert_eq!(tab.vault.status(), Status::Saving);
    tab.saves();
    assert_eq!(
        (tab.vault.status(), stored(&disk)),
        (Status::Saved, vec![note("a", 2, "new", "y"), note("b", 1, "", "")])
    );
}

#[test]
fn different_fields_are_merged_and_a_conflict_keeps_both() {
    let disk = disk(&[note("a", 1, "x", "y")]);
    let (mut one, mut other) = (Tab::open(&disk), Tab::open(&disk));
    one.types("a", 0, "one");
    other.types("a", 1, "other");
    one.saves();
    other.saves();
    assert_eq!(stored(&disk), [note("a", 3, "one", "other")]);

    one.vault.refresh(&one.store);
    one.types("a", 0, "mine");
    other.types("a", 0, "yours");
    one.saves();
    let fresh_id = || "z".to_owned();
    let saved = other.vault.save(&other.store, &fresh_id);
    assert_eq!(saved.conflicts.iter().map(|one| (&*one.theirs, &*one.ours)).collect::<Vec<_>>(), [("a", "z")]);
    assert_eq!(stored(&disk), [note("a", 4, "mine", "other"), note("z", 1, "yours", "other")]);
}

#[test]
fn a_newer_version_makes_all_records_read_only() {
    let disk = disk(&[note("a", 1, "x", "y")]);
    let mut tab = Tab::open(&disk);
    tab.types("a", 0, "new");
    disk.put(&key("b"), "v9 - - -");
    tab.vault.follow(&tab.store, Some(&[key("b")]));
    let before = disk.records.borrow().clone();
    tab.saves();
    tab.saves_all();
    assert_eq!(*disk.records.borrow(), before);
    assert_eq!(tab.vault.status(), Status::ReadOnly { format: 9, unsaved: true });
    assert!(tab.vault.is_at_risk());
}

#[test]
fn cleared_records_are_put_back_on_demand_only() {
    let disk = disk(&[note("a", 1, "x", "y")]);
    disk.put(&key("odd"), "?");
    let mut tab = Tab::open(&disk);
    disk.records.borrow_mut().clear();
    tab.vault.follow(&tab.store, None);
    tab.saves();
    assert_eq!(tab.vault.status(), Status::NotSaved(Problem::Cleared));
    assert_eq!(stored(&disk), []);
    tab.saves_all();
    assert_eq!((tab.vault.status(), stored(&disk)), (Status::Saved, vec![note("a", 2, "x", "y")]));
    assert_eq!(disk.get(&key("odd")).as_deref(), Some("?"));
}

#[test]
fn a_damaged_record_keeps_the_good_copy() {
    let disk = disk(&[note("a", 1, "x", "y")]);
    let mut tab = Tab::open(&disk);
    disk.put(&key("a"), "half");
    tab.vault.follow(&tab.store, Some(&[key("a")]));
    tab.saves();
    assert_eq!(disk.get(&key("a")).as_deref(), Some("half"), "byte for byte");
    assert_eq!(stored(&disk).iter().map(|note| &note.texts).collect::<Vec<_>>(), [&["x", "y"]]);
}

#[test]
fn a_withdrawn_store_differs_from_a_denied_one() {
    let disk = disk(&[note("a", 1, "x", "y")]);
    let mut tab = Tab::open(&disk);
    tab.view.fail(Fault::Denied, 0, u32::MAX);
    tab.types("a", 0, "new");
    tab.saves();
    assert_eq!(tab.vault.status(), Status::NotSaved(Problem::Withdrawn));
    let view = disk.open();
    view.fail(Fault::Denied, 0, u32::MAX);
    assert_eq!(Tab::with(view).vault.status(), Status::NotSaved(Problem::Store(StoreError::Denied)));
}

#[test]
fn after_any_fault_an_edit_is_stored_or_unsaved() {
    for fault in Fault::ALL {
        for from in 1..40 {
            for count in [1, u32::MAX] {
                let disk = disk(&[note("a", 1, "x", "y"), note("b", 1, "", "")]);
                let mut tab = Tab::open(&disk);
                tab.types("a", 0, "new");
                let from = tab.view.operations.get() + from;
                tab.view.plan.set(Some(Plan { fault, from, count }));
                tab.saves();
                let place = format!("{fault:?} from {from}, {count} times");
                let texts: Vec<_> = stored(&disk).into_iter().map(|note| note.texts).collect();
                let is_stored = texts.iter().any(|[first, _]| first == "new");
                assert!(is_stored || tab.vault.status() != Status::Saved, "{place}");
                assert!(texts.iter().any(|[_, second]| second == "y"), "{place}: the record is gone");
                assert_eq!(tab.texts("b"), Some(["", ""]), "{place}");
                tab.view.plan.set(None);
                tab.saves_all();
                assert_eq!(tab.vault.status(), Status::Saved, "{place}");
                assert!(stored(&disk).iter().any(|note| note.texts == ["new", "y"]), "{place}");
            }
        }
    }
}

#[test]
fn a_resumed_tab_reads_what_it_missed() {
    let disk = disk(&[note("a", 1, "x", "y")]);
    let (mut one, mut frozen) = (Tab::open(&disk), Tab::open(&disk));
    disk.disconnect(frozen.view.tab);
    one.types("a", 0, "new");
    one.saves();
    disk.reconnect(frozen.view.tab);
    assert_eq!(disk.notify(frozen.view.tab), Vec::<String>::new());
    frozen.vault.refresh(&frozen.store);
    assert_eq!(frozen.texts("a"), Some(["new", "y"]));
    assert!(frozen.store.keys().is_ok());
}

#[test]
fn our_records_are_put_back_before_those_of_a_newer_version() {
    let disk = disk(&[note("b", 1, "x", "y")]);
    let mut tab = Tab::open(&disk);
    disk.put(&key("a"), "v9 - - -");
    tab.vault.follow(&tab.store, Some(&[key("a")]));
    disk.records.borrow_mut().clear();
    tab.vault.follow(&tab.store, None);
    tab.saves_all();
    assert_eq!(stored(&disk), [note("b", 2, "x", "y")]);
    assert_eq!(disk.get(&key("a")).as_deref(), Some("v9 - - -"));
    assert_eq!(tab.vault.status(), Status::ReadOnly { format: 9, unsaved: false });
}

#[test]
fn a_merge_that_changes_nothing_writes_nothing() {
    let disk = disk(&[note("a", 1, "x", "y")]);
    let mut tab = Tab::open(&disk);
    tab.types("a", 0, "new");
    tab.types("a", 0, "x");
    disk.put(&key("a"), &note("a", 2, "theirs", "y").encode());
    tab.saves();
    assert_eq!((stored(&disk), tab.vault.status()), (vec![note("a", 2, "theirs", "y")], Status::Saved));
}
