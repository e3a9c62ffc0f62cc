//! The scenarios of a calculator, and two tabs over one store.

use abacus_vault::BookError;

use super::*;

fn three() -> Book {
    book_of(&[
        Scenario { place: 2, ..scenario("a", "third") },
        Scenario { place: 0, ..scenario("c", "first") },
        Scenario { place: 0, ..scenario("d", "second") },
    ])
}

fn unsaved(book: &Book) -> Vec<&str> {
    book.unsaved().collect()
}

#[test]
fn scenarios_are_added_renamed_moved_deleted_and_restored() {
    let mut book = three();
    assert_eq!((names(&book), unsaved(&book)), (vec!["first", "second", "third"], vec![]));
    add(&mut book, "n", tool("bad-debt"), "new", inputs("bad-debt", ""));
    add(&mut book, "n", tool("bad-debt"), "an id in use is left alone", inputs("bad-debt", ""));
    add(&mut book, "other", tool("clv"), "elsewhere", inputs("clv", ""));
    assert_eq!(names(&book), ["first", "second", "third", "new"]);
    rename(&mut book, "a", "last");
    shift(&mut book, "n", Direction::Down);
    shift(&mut book, "c", Direction::Up);
    assert_eq!(names(&book), ["first", "second", "last", "new"], "at the ends nothing moves");
    shift(&mut book, "n", Direction::Up);
    assert_eq!(names(&book), ["first", "second", "new", "last"]);
    let _unknown = book.set_deleted("d", true);
    assert_eq!(names(&book), ["first", "new", "last"]);
    assert_eq!(deleted(&book, tool("bad-debt")).len(), 1);
    let _unknown = book.set_deleted("d", false);
    assert_eq!(names(&book), ["first", "second", "new", "last"]);
    for id in ["nobody", ""] {
        rename(&mut book, id, "x");
        let _unknown = book.set_deleted(id, true);
        shift(&mut book, id, Direction::Up);
        assert_eq!(book.to_write(id, None, "z"), Err(BookError::NotFound));
    }
    assert_eq!(names(&book), ["first", "second", "new", "last"]);
}

#[test]
fn the_book_does_not_depend_on_the_reading_order() {
    let mut records: Vec<_> = ["a", "b", "c"].map(|id| (key(id), encode(&scenario(id, id)))).into();
    records.extend(["d", "e", "f"].map(|id| (key(id), id.to_owned())));
    let read = |records: &mut dyn Iterator<Item = &(String, String)>| {
        let mut book = Book::default();
        records.for_each(|(key, text)| book.read(key, text));
        book
    };
    let forwards = read(&mut records.iter());
    assert_eq!(forwards.entries(), records);
    assert_eq!(read(&mut records.iter().rev()), forwards);
}

#[test]
fn only_moved_scenarios_are_written() {
    let mut book = book_of(
        &["a", "b", "c", "d"].map(|id| Scenario { place: u32::from(id.as_bytes()[0] - b'a'), ..scenario(id, id) }),
    );
    shift(&mut book, "b", Direction::Down);
    assert_eq!((names(&book), unsaved(&book)), (vec!["a", "c", "b", "d"], vec!["b", "c"]));
}

#[test]
fn a_change_is_written_once_with_the_next_revision() {
    let mut book = three();
    assert_eq!(book.to_write("a", None, "z"), Ok(None), "nothing changed");
    let before = encode(book.get("a").unwrap());
    rename(&mut book, "a", "new");
    let written = book.to_write("a", Some(&before), "z").unwrap().unwrap();
    assert_eq!((written.revision, written.name.as_str(), written.id.as_str()), (2, "new", "a"));
    assert_eq!(unsaved(&book), ["a"], "unsaved until the write is confirmed");
    book.saved(&written);
    assert_eq!((unsaved(&book), book.get("a")), (vec![], Some(&written)));
}

#[test]
fn changes_of_two_tabs_are_merged_and_conflicts_keep_both() {
    let base = scenario("a", "before");
    let theirs = |name: &str, place, deleted| {
        encode(&Scenario { name: name.to_owned(), place, deleted, revision: 2, ..base.clone() })
    };
    let ours = |change: &dyn Fn(&mut Book), stored: &str| {
        let mut book = book_of(std::slice::from_ref(&base));
        change(&mut book);
        book.read(&key("a"), stored);
        let written = book.to_write("a", Some(stored), "z").unwrap();
        (book, written)
    };
    let rename = |book: &mut Book| rename(book, "a", "ours");
    let delete = |book: &mut Book| book.set_deleted("a", true).unwrap();

    let (_, written) = ours(&rename, &theirs("before", 7, true));
    let written = written.unwrap();
    assert_eq!((written.name.as_str(), written.place, written.deleted, written.revision), ("ours", 7, true, 3));
    let down = |book: &mut Book| {
        add(book, "b", tool("bad-debt"), "other", inputs("bad-debt", ""));
        shift(book, "a", Direction::Down);
    };
    let (_, written) = ours(&down, &theirs("theirs", 0, false));
    let written = written.unwrap();
    assert_eq!((written.name.as_str(), written.place), ("theirs", 1));
    let (_, written) = ours(&delete, &theirs("theirs", 0, false));
    let written = written.unwrap();
    assert_eq!((written.name.as_str(), written.deleted), ("theirs", true));
    let (book, written) = ours(&rename, &theirs("ours", 0, false));
    assert_eq!(
        (written, unsaved(&book).len(), book.get("a").unwrap().revision),
        (None, 0, 2),
        "identical edits do not conflict"
    );

    let (mut book, written) = ours(&rename, &theirs("theirs", 0, false));
    let written = written.unwrap();
    assert_eq!((written.id.as_str(), written.name.as_str(), written.revision), ("z", "ours", 1));
    assert_eq!((book.get("a").unwrap().name.as_str(), unsaved(&book)), ("theirs", vec!["z"]));
    assert_eq!(book.to_write("z", None, "y"), Ok(Some(written.clone())), "a failed write can be retried");
    book.saved(&written);
    assert_eq!(unsaved(&book), Vec::<&str>::new());

    let (book, written) = ours(&rename, "clv?schema=2");
    assert_eq!((written.unwrap().id.as_str(), book.get("a")), ("z", None));
    assert_eq!(book.unreadable().map(|kept| kept.text.as_str()).collect::<Vec<_>>(), ["clv?schema=2"]);
}

#[test]
fn a_missing_record_is_put_back_on_demand() {
    let mut book = book_of(&[scenario("a", "kept")]);
    book.read(&key("odd"), "?");
    book.read("sales-abacus:deal:x", "not ours");
    assert_eq!(book.entries(), [(key("a"), encode(&scenario("a", "kept"))), (key("odd"), "?".to_owned())]);
    ["a", "odd", "x"].iter().for_each(|id| book.mark_missing(id));
    assert_eq!((book.missing().collect::<Vec<_>>(), unsaved(&book)), (vec!["a", "odd"], vec![]));
    book.restore_missing();
    assert_eq!((book.missing().collect::<Vec<_>>(), unsaved(&book)), (vec!["odd"], vec!["a"]));
    let written = book.to_write("a", None, "z").unwrap().unwrap();
    assert_eq!((written.id.as_str(), written.revision), ("a", 2));
    book.saved(&written);
    book.read(&key("odd"), &encode(&scenario("odd", "read")));
    assert_eq!((book.unreadable().count(), names(&book)), (0, vec!["kept", "read"]));
}

#[test]
fn scenarios_of_unknown_calculators_are_kept_unread() {
    let mut book = Book::new(KnownCalculators::only(tool("bad-debt")));
    let others = [("x", "clv?name=elsewhere#spend=12"), ("y", "abacus?name=newer")];
    let texts: Vec<_> = others.map(|(id, text)| (key(id), text.to_owned())).into();
    book.read(&key("a"), &encode(&scenario("a", "mine")));
    texts.iter().for_each(|(key, text)| book.read(key, text));
    assert_eq!(names(&book), ["mine"]);
    assert!(texts.iter().all(|text| book.entries().contains(text)), "`entries` includes unread records");
    let elsewhere: Vec<_> = book.unreadable().map(|record| record.reason.is_of_other_calculator()).collect();
    assert_eq!(elsewhere, [true, false], "only calculators this version lacks are reported");
}

proptest! {
    #[test]
    fn moving_keeps_all_scenarios_and_moves_by_one(
        places in prop::collection::vec(0_u32..4, 1..9),
        moves in prop::collection::vec((0_usize..9, any::<bool>()), 0..20),
    ) {
        let id = |index: usize| format!("s{index}");
        let all: Vec<_> = places.iter().enumerate().map(|(index, place)| Scenario { place: *place, ..scenario(&id(index), &id(index)) }).collect();
        let mut book = book_of(&all);
        for (index, down) in moves.into_iter().filter(|(index, _)| *index < all.len()) {
            let before: Vec<_> = names(&book).into_iter().map(str::to_owned).collect();
            shift(&mut book, &id(index), if down { Direction::Down } else { Direction::Up });
            let mut expected = before.clone();
            let from = expected.iter().position(|name| *name == id(index)).unwrap();
            let to = if down { (from + 1).min(all.len() - 1) } else { from.saturating_sub(1) };
            expected.swap(from, to);
            prop_assert_eq!(names(&book), expected);
        }
    }

    #[test]
    fn no_name_is_lost_between_two_tabs(
        ours in ("[ab]", any::<bool>(), 0_u32..3), theirs in ("[ab]", any::<bool>(), 0_u32..3),
    ) {
        let mut book = book_of(&[scenario("s", "base")]);
        rename(&mut book, "s", &ours.0);
        book.set_deleted("s", ours.1).unwrap();
        let (name, deleted, place) = theirs;
        let stored = encode(&Scenario { name: name.clone(), deleted, place, revision: 2, ..scenario("s", "") });
        let written = book.to_write("s", Some(&stored), "z").unwrap();
        if let Some(written) = written {
            // Their record is overwritten only by one that keeps their name.
            prop_assert!(written.id == "z" || written.name == name);
            book.saved(&written);
        }
        let kept: Vec<_> = ["s", "z"].iter().filter_map(|id| book.get(id)).map(|kept| kept.name.clone()).collect();
        prop_assert!(kept.contains(&name) && kept.contains(&ours.0));
        prop_assert_eq!(book.unsaved().count(), 0);
    }
}
