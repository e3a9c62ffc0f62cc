//! All of an import is written or nothing, and it can be taken back.

use sales_abacus::state::deal_book::DealBook;
use sales_abacus::state::deal_book::saving::load;
use sales_abacus::state::ports::StoreError;
use sales_abacus::state::transfer::carrying::{carry_out, news, take_back};
use sales_abacus::state::transfer::{Failure, TakenBack};
use yew::Reducible;

use super::*;

/// One deal here, and what an import makes of it: a deal that is new, and one in place of it.
fn import() -> (Rc<FaultyStore>, [Write; 2]) {
    let old = deal("a", "华东", 1);
    let store = holding(std::slice::from_ref(&old));
    (store, [write("n", None, &deal("n", "华北", 1)), write("a", Some(&old), &deal("a", "华东机床", 2))])
}

#[test]
fn everything_is_written_and_the_book_knows() {
    let (store, writes) = import();
    let book: Rc<DealBook> = Rc::new(load(&*store));
    assert_eq!(carry_out(&writes, &*store), Ok(()));
    let book = book.reduce(news(&writes, &*store));
    assert_eq!(book.deal("n").map(|deal| &*deal.customer), Some("华北"));
    assert_eq!(book.deal("a").map(|deal| &*deal.customer), Some("华东机床"));
    assert_eq!(book.book().unsaved().count(), 0, "it is stored already");
    assert_eq!(*book, load(&*store), "as if it had always been there");
}

#[test]
fn nothing_is_written_where_someone_was_quicker() {
    for changed in ["a", "n"] {
        let (store, writes) = import();
        store.memory.records.borrow_mut().insert(key(changed), encode(&deal(changed, "别人写的", 2)));
        let before = store.memory.records.borrow().clone();
        assert_eq!(carry_out(&writes, &*store), Err(Failure::Changed));
        assert_eq!(*store.memory.records.borrow(), before);
        assert_eq!(store.writes.get(), 0);
    }
}

#[test]
fn what_was_written_is_taken_back_when_the_store_refuses() {
    let (store, writes) = import();
    let before = store.memory.records.borrow().clone();
    for room in 0..2 {
        store.room.set(Some(room));
        assert_eq!(carry_out(&writes, &*store), Err(Failure::Store(StoreError::Full)), "room for {room}");
        assert_eq!(*store.memory.records.borrow(), before);
    }
    store.denied.set(true);
    assert_eq!(carry_out(&writes, &*store), Err(Failure::Store(StoreError::Denied)));
}

#[test]
fn what_cannot_be_taken_back_is_said() {
    let (store, [new, replaced]) = import();
    store.room.set(Some(1));
    // In this order the record that was replaced is to be written again, for which there is no room.
    assert_eq!(carry_out(&[replaced, new], &*store), Err(Failure::Stuck(StoreError::Full, 1)));
}

#[test]
fn an_import_can_be_taken_back() {
    let (store, writes) = import();
    let before = store.memory.records.borrow().clone();
    carry_out(&writes, &*store).expect("room");
    let book: Rc<DealBook> = Rc::new(load(&*store));
    let taken = take_back(&writes, &*store);
    assert_eq!(taken.count, TakenBack { restored: 2, changed: 0 });
    assert_eq!(taken.left, []);
    assert_eq!(*store.memory.records.borrow(), before);
    let book = taken.news.into_iter().fold(book, |book, action| book.reduce(action));
    assert_eq!(*book, load(&*store));
    assert_eq!(book.book().lost().count(), 0, "nobody misses it");
}

#[test]
fn what_was_changed_since_stays() {
    let (store, writes) = import();
    carry_out(&writes, &*store).expect("room");
    let changed = encode(&deal("n", "华北二部", 2));
    store.memory.records.borrow_mut().insert(key("n"), changed.clone());
    let taken = take_back(&writes, &*store);
    assert_eq!(taken.count, TakenBack { restored: 1, changed: 1 });
    assert_eq!(stored(&store, "n"), Some(changed));
    assert_eq!(stored(&store, "a"), Some(encode(&deal("a", "华东", 1))));
}

#[test]
fn what_the_store_will_not_take_back_can_be_tried_again() {
    let (store, writes) = import();
    carry_out(&writes, &*store).expect("room");
    store.refuses.set(Some(StoreError::Full));
    let taken = take_back(&writes, &*store);
    assert_eq!((taken.count.restored, taken.left.len()), (1, 1));
    store.refuses.set(None);
    let taken = take_back(&taken.left, &*store);
    assert_eq!((taken.count.restored, taken.left.len()), (1, 0));
    assert_eq!(stored(&store, "a"), Some(encode(&deal("a", "华东", 1))));
}
