//! The list of a calculator, and two tabs with one store.

use super::*;

fn three() -> Shelf {
    shelf_of(&[
        Scenario { place: 2, ..scenario("a", "third") },
        Scenario { place: 0, ..scenario("c", "first") },
        Scenario { place: 0, ..scenario("d", "second") },
    ])
}

fn unsaved(shelf: &Shelf) -> Vec<&str> {
    shelf.unsaved().collect()
}

#[test]
fn kept_renamed_moved_deleted_and_restored() {
    let mut shelf = three();
    assert_eq!((names(&shelf), unsaved(&shelf)), (vec!["first", "second", "third"], vec![]));
    shelf.keep("n", tool("bad-debt"), "new", inputs("bad-debt", ""));
    shelf.keep("n", tool("bad-debt"), "an id in use is left alone", inputs("bad-debt", ""));
    shelf.keep("other", tool("clv"), "elsewhere", inputs("clv", ""));
    assert_eq!(names(&shelf), ["first", "second", "third", "new"]);
    shelf.rename("a", "last");
    shelf.shift("n", Direction::Down);
    shelf.shift("c", Direction::Up);
    assert_eq!(names(&shelf), ["first", "second", "last", "new"], "the ends of the list stay");
    shelf.shift("n", Direction::Up);
    assert_eq!(names(&shelf), ["first", "second", "new", "last"]);
    shelf.set_deleted("d", true);
    assert_eq!(names(&shelf), ["first", "new", "last"]);
    assert_eq!(shelf.deleted(tool("bad-debt")).len(), 1);
    shelf.set_deleted("d", false);
    assert_eq!(names(&shelf), ["first", "second", "new", "last"]);
    for id in ["nobody", ""] {
        shelf.rename(id, "x");
        shelf.set_deleted(id, true);
        shelf.shift(id, Direction::Up);
        assert_eq!(shelf.to_write(id, None, "z"), None);
    }
    assert_eq!(names(&shelf), ["first", "second", "new", "last"]);
}

#[test]
fn the_same_records_make_the_same_shelf_in_whatever_order_they_are_read() {
    let mut records: Vec<_> = ["a", "b", "c"].map(|id| (key(id), encode(&scenario(id, id)))).into();
    records.extend(["d", "e", "f"].map(|id| (key(id), id.to_owned())));
    let read = |records: &mut dyn Iterator<Item = &(String, String)>| {
        let mut shelf = Shelf::default();
        records.for_each(|(key, text)| shelf.read(key, text));
        shelf
    };
    let forwards = read(&mut records.iter());
    assert_eq!(forwards.records(), records);
    assert_eq!(read(&mut records.iter().rev()), forwards);
}

#[test]
fn only_what_moved_is_written() {
    let mut shelf = shelf_of(
        &["a", "b", "c", "d"].map(|id| Scenario { place: u32::from(id.as_bytes()[0] - b'a'), ..scenario(id, id) }),
    );
    shelf.shift("b", Direction::Down);
    assert_eq!((names(&shelf), unsaved(&shelf)), (vec!["a", "c", "b", "d"], vec!["b", "c"]));
}

#[test]
fn written_once_with_the_next_revision() {
    let mut shelf = three();
    assert_eq!(shelf.to_write("a", None, "z"), None, "nothing changed");
    let before = encode(shelf.get("a").unwrap());
    shelf.rename("a", "new");
    let written = shelf.to_write("a", Some(&before), "z").unwrap();
    assert_eq!((written.revision, written.name.as_str(), written.id.as_str()), (2, "new", "a"));
    assert_eq!(unsaved(&shelf), ["a"], "not before it is known to be kept");
    shelf.saved(written.clone());
    assert_eq!((unsaved(&shelf), shelf.get("a")), (vec![], Some(&written)));
}

#[test]
fn changes_in_two_tabs_are_merged_and_a_contradiction_keeps_both() {
    let base = scenario("a", "before");
    let theirs = |name: &str, place, deleted| {
        encode(&Scenario { name: name.to_owned(), place, deleted, revision: 2, ..base.clone() })
    };
    let ours = |change: &dyn Fn(&mut Shelf), stored: &str| {
        let mut shelf = shelf_of(std::slice::from_ref(&base));
        change(&mut shelf);
        shelf.read(&key("a"), stored);
        let written = shelf.to_write("a", Some(stored), "z");
        (shelf, written)
    };
    let rename = |shelf: &mut Shelf| shelf.rename("a", "ours");
    let delete = |shelf: &mut Shelf| shelf.set_deleted("a", true);

    let (_, written) = ours(&rename, &theirs("before", 7, true));
    let written = written.unwrap();
    assert_eq!((written.name.as_str(), written.place, written.deleted, written.revision), ("ours", 7, true, 3));
    let down = |shelf: &mut Shelf| {
        shelf.keep("b", tool("bad-debt"), "other", inputs("bad-debt", ""));
        shelf.shift("a", Direction::Down);
    };
    let (_, written) = ours(&down, &theirs("theirs", 0, false));
    let written = written.unwrap();
    assert_eq!((written.name.as_str(), written.place), ("theirs", 1));
    let (_, written) = ours(&delete, &theirs("theirs", 0, false));
    let written = written.unwrap();
    assert_eq!((written.name.as_str(), written.deleted), ("theirs", true));
    let (shelf, written) = ours(&rename, &theirs("ours", 0, false));
    assert_eq!((written, unsaved(&shelf).len(), shelf.get("a").unwrap().revision), (None, 0, 2), "the same in both");

    let (mut shelf, written) = ours(&rename, &theirs("theirs", 0, false));
    let written = written.unwrap();
    assert_eq!((written.id.as_str(), written.name.as_str(), written.revision), ("z", "ours", 1));
    assert_eq!((shelf.get("a").unwrap().name.as_str(), unsaved(&shelf)), ("theirs", vec!["z"]));
    assert_eq!(shelf.to_write("z", None, "y"), Some(written.clone()), "if writing failed, it can be tried again");
    shelf.saved(written);
    assert_eq!(unsaved(&shelf), Vec::<&str>::new());

    let (shelf, written) = ours(&rename, "clv?schema=2");
    assert_eq!((written.unwrap().id.as_str(), shelf.get("a")), ("z", None));
    assert_eq!(shelf.unreadable().map(|kept| kept.text.as_str()).collect::<Vec<_>>(), ["clv?schema=2"]);
}

#[test]
fn a_record_that_is_gone_is_written_again_and_one_unread_is_told() {
    let mut shelf = shelf_of(&[scenario("a", "kept")]);
    shelf.read(&key("odd"), "?");
    shelf.read("sales-abacus:deal:x", "not ours");
    assert_eq!(shelf.records(), [(key("a"), encode(&scenario("a", "kept"))), (key("odd"), "?".to_owned())]);
    assert!(shelf.lost("a") && shelf.lost("odd") && !shelf.lost("x"));
    assert!(!shelf.lost("a"), "once");
    let written = shelf.to_write("a", None, "z").unwrap();
    assert_eq!((written.id.as_str(), written.revision), ("a", 2));
    shelf.read(&key("odd"), &encode(&scenario("odd", "read")));
    assert_eq!((shelf.unreadable().count(), names(&shelf)), (0, vec!["kept", "read"]));
}

proptest! {
    #[test]
    fn moving_about_keeps_all_and_moves_by_one(
        places in prop::collection::vec(0_u32..4, 1..9),
        moves in prop::collection::vec((0_usize..9, any::<bool>()), 0..20),
    ) {
        let id = |index: usize| format!("s{index}");
        let all: Vec<_> = places.iter().enumerate().map(|(index, place)| Scenario { place: *place, ..scenario(&id(index), &id(index)) }).collect();
        let mut shelf = shelf_of(&all);
        for (index, down) in moves.into_iter().filter(|(index, _)| *index < all.len()) {
            let before: Vec<_> = names(&shelf).into_iter().map(str::to_owned).collect();
            shelf.shift(&id(index), if down { Direction::Down } else { Direction::Up });
            let mut expected = before.clone();
            let from = expected.iter().position(|name| *name == id(index)).unwrap();
            let to = if down { (from + 1).min(all.len() - 1) } else { from.saturating_sub(1) };
            expected.swap(from, to);
            prop_assert_eq!(names(&shelf), expected);
        }
    }

    #[test]
    fn whatever_two_tabs_do_no_name_is_lost(
        ours in ("[ab]", any::<bool>(), 0_u32..3), theirs in ("[ab]", any::<bool>(), 0_u32..3),
    ) {
        let mut shelf = shelf_of(&[scenario("s", "base")]);
        shelf.rename("s", &ours.0);
        shelf.set_deleted("s", ours.1);
        let (name, deleted, place) = theirs;
        let stored = encode(&Scenario { name: name.clone(), deleted, place, revision: 2, ..scenario("s", "") });
        let written = shelf.to_write("s", Some(&stored), "z");
        if let Some(written) = written {
            // What is overwritten is only what ours holds as well.
            prop_assert!(written.id == "z" || written.name == name);
            shelf.saved(written);
        }
        let kept: Vec<_> = ["s", "z"].iter().filter_map(|id| shelf.get(id)).map(|kept| kept.name.clone()).collect();
        prop_assert!(kept.contains(&name) && kept.contains(&ours.0));
        prop_assert_eq!(shelf.unsaved().count(), 0);
    }
}
