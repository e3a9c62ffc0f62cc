use std::rc::Rc;

use abacus_vault::guarded::GuardedStore;
use abacus_vault::journal::{Cause, JOURNAL_KEY};
use abacus_vault::space::{CEILING, RESERVE_KEY, RESERVE_UNITS, units};
use abacus_vault::{Store, StoreError};

use proptest::prelude::*;

use crate::disk::{Disk, Fault, Plan, View};
use crate::{RECORDS, key};

fn store() -> (Rc<Disk>, Rc<View>, GuardedStore) {
    let disk = Rc::new(Disk::default());
    let view = disk.open();
    (disk.clone(), view.clone(), GuardedStore::over(view, &RECORDS))
}

fn text(units: usize) -> String {
    "x".repeat(units)
}

fn filled(disk: &Disk) -> usize {
    disk.records.borrow().iter().map(|(key, text)| units(key, text)).sum()
}

#[test]
fn entries_come_in_the_order_of_their_keys() {
    let (_, view, store) = store();
    let ids = ["b", "a", "c", "a-b"];
    ids.iter().for_each(|id| store.write(&key(id), id).unwrap());
    let expected = ["a", "a-b", "b", "c"].map(|id| (key(id), id.to_owned()));
    assert_eq!(store.entries(&key("")), Ok(expected.to_vec()));
    assert_ne!(view.keys().unwrap().first(), Some(&key("a")), "the browser lists them in another order");
}

#[test]
fn a_write_that_does_not_read_back_fails() {
    for fault in [Fault::Ignored, Fault::Half, Fault::Nothing] {
        let (_, view, store) = store();
        assert_eq!(store.write(&key("a"), "ab"), Ok(()));
        view.plan.set(Some(Plan { fault, from: view.operations.get() + 1, count: u32::MAX }));
        assert_eq!(store.write(&key("a"), "abcd"), Err(StoreError::NotKept), "{fault:?}");
        view.plan.set(None);
        assert_eq!(store.write(&key("a"), "abcd"), Ok(()), "{fault:?}");
    }
    let (_, view, store) = store();
    assert_eq!(store.write("sales-abacus:x", "ab"), Ok(()));
    view.plan.set(Some(Plan { fault: Fault::Ignored, from: 0, count: u32::MAX }));
    assert_eq!(store.remove("sales-abacus:x"), Err(StoreError::NotKept));
}

#[test]
fn records_hold_a_reserve_and_settings_do_not() {
    let (disk, _, store) = store();
    store.write("sales-abacus:lang", "en").expect("room");
    assert_eq!(disk.get(RESERVE_KEY), None);
    store.write(&key("a"), "{}").expect("room");
    assert_eq!(disk.get(RESERVE_KEY).map(|text| units(RESERVE_KEY, &text)), Some(RESERVE_UNITS));
}

#[test]
fn writes_beyond_the_ceiling_are_refused() {
    let (disk, _, store) = store();
    for number in 0..12 {
        let _full = store.write(&key(&format!("d{number}")), &text(240_000));
    }
    let before = filled(&disk);
    assert!(before <= CEILING && before > CEILING - 240_000, "{before}");
    assert_eq!(store.write("sales-abacus:undo:import", &text(200_000)), Err(StoreError::Ceiling));
    assert_eq!(store.write(&key("d0"), &text(10)), Ok(()), "a smaller record is always accepted");
    assert!(store.write(&key("new"), &text(200_000)).is_ok(), "the smaller record made room");
}

#[test]
fn journals_are_removed_before_the_reserve() {
    let (disk, _, store) = store();
    store.write(&key("a"), &text(100)).expect("room");
    store.write(&Cause::Import.key(), &text(1_000)).expect("room");
    disk.put("another app", &text(1_000));
    let room = |room: usize| {
        disk.room.set(Some(disk.records.borrow().iter().map(|(key, text)| units(key, text)).sum::<usize>() + room))
    };
    room(10);
    assert_eq!(store.write(&key("a"), &text(1_000)), Ok(()));
    assert_eq!((disk.get(&Cause::Import.key()), disk.get(RESERVE_KEY).is_some()), (None, true));
    room(10);
    assert_eq!(store.write(&key("a"), &text(20_000)), Ok(()), "the last edit");
    assert_eq!(disk.get(RESERVE_KEY), None);
    room(10);
    assert_eq!(store.write(&key("a"), &text(50_000)), Err(StoreError::Full));
    assert_eq!(disk.get(&key("a")), Some(text(20_000)), "existing records are unchanged");
    assert_eq!(disk.get("another app"), Some(text(1_000)), "keys of others are unchanged");
    disk.room.set(None);
    store.write(&key("a"), &text(50_000)).expect("room");
    assert!(disk.get(RESERVE_KEY).is_some(), "the reserve is held again once there is room");
}

#[test]
fn a_transaction_evicts_nothing() {
    let (disk, _, store) = store();
    store.write(&key("a"), &text(100)).expect("room");
    store.write(&Cause::Import.key(), &text(1_000)).expect("room");
    store.write(JOURNAL_KEY, "import").expect("room");
    disk.room.set(Some(filled(&disk)));
    assert_eq!(store.write(&key("b"), &text(100)), Err(StoreError::Full));
    assert!(disk.get(RESERVE_KEY).is_some() && disk.get(&Cause::Import.key()).is_some());
}

#[test]
fn writes_of_other_tabs_count() {
    let (disk, view, store) = store();
    store.write(&key("a"), &text(100)).expect("room");
    disk.put(&key("b"), &text(CEILING));
    disk.notify(view.tab);
    assert_eq!(store.write(&key("c"), &text(100)), Err(StoreError::Ceiling));
    disk.put(&key("b"), &text(10));
    disk.notify(view.tab);
    assert_eq!(store.write(&key("c"), &text(100)), Ok(()));
}

#[test]
fn browser_exceptions_map_to_store_errors() {
    for (name, error) in [
        (Some("QuotaExceededError"), StoreError::Full),
        (Some("NS_ERROR_DOM_QUOTA_REACHED"), StoreError::Full),
        (Some("NS_ERROR_FILE_CORRUPTED"), StoreError::Corrupted),
        (Some("NS_ERROR_STORAGE_IOERR"), StoreError::Corrupted),
        (Some("UnknownError"), StoreError::Corrupted),
        (Some("InvalidStateError"), StoreError::Corrupted),
        (Some("SecurityError"), StoreError::Denied),
        (Some("NS_ERROR_DOM_SECURITY_ERR"), StoreError::Denied),
        (None, StoreError::Denied),
    ] {
        assert_eq!(StoreError::from_exception(name), error, "{name:?}");
    }
}

proptest! {
    #[test]
    fn a_record_takes_the_units_that_browsers_count(key in any::<String>(), text in any::<String>()) {
        prop_assert_eq!(units(&key, &text), key.encode_utf16().count() + text.encode_utf16().count());
    }
}

#[test]
fn entries_read_at_once_are_measured() {
    let (disk, _, store) = store();
    disk.records.borrow_mut().extend([(key("b"), "xy".to_owned()), (key("a"), "x".to_owned())]);
    let entries = store.entries(RECORDS[0]).unwrap();
    assert_eq!(entries, [(key("a"), "x".to_owned()), (key("b"), "xy".to_owned())]);
    assert_eq!(store.filled(), filled(&disk));
}
