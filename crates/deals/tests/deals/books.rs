//! The book: order, conflicts, the export file.

use super::*;

fn customer(name: &str) -> Edit {
    Edit::Text(TextField::Deal(&fields::CUSTOMER), name.to_owned())
}

fn stored(id: &str, revision: u64, customer: &str) -> Deal {
    Deal { revision, customer: customer.to_owned(), ..Deal::new(id) }
}

fn book_of(deals: &[Deal]) -> Book {
    let mut book = Book::default();
    for deal in deals {
        book.read(&key(&deal.id), &encode(deal));
    }
    book
}

fn unsaved(book: &Book) -> Vec<&str> {
    book.unsaved().collect()
}

#[test]
fn ids_and_keys_convert_both_ways() {
    for id in ["a", "0", "-", "7f3-q", "abcdefghijklmnopqrstuvwxyz012345"] {
        assert!(valid_id(id), "{id}");
        assert_eq!(key(id), format!("sales-abacus:deal:{id}"));
        assert_eq!(id_of(&key(id)), Some(id));
    }
    for id in ["", "A", "a_b", "a:b", "é", "abcdefghijklmnopqrstuvwxyz0123456"] {
        assert!(!valid_id(id), "{id}");
    }
    for other in ["", "sales-abacus:prefs", "sales-abacus:deals:a", "deal:a", "Sales-abacus:deal:a"] {
        assert_eq!(id_of(other), None, "{other}");
    }
}

#[test]
fn deals_are_listed_by_closing_day_customer_and_id() {
    let closing =
        |id: &str, name: &str, day: Option<&str>| Deal { expected_close: day.map(date), ..stored(id, 1, name) };
    let book = book_of(&[
        closing("a", "Zeta", None),
        closing("b", "Alpha", Some("2026-05-01")),
        closing("c", " Zeta", Some("2026-04-01")),
        closing("e", "Beta", Some("2026-04-01")),
        closing("d", "Beta", Some("2026-04-01")),
        Deal { deleted: true, ..closing("f", "Beta", Some("2026-01-01")) },
    ]);
    let order: Vec<_> = listing(&book, date(TODAY)).iter().map(|row| row.deal.id.clone()).collect();
    assert_eq!(order, ["d", "e", "c", "b", "a"]);
    let first = &listing(&book, date(TODAY))[0];
    assert_eq!(first.coverage.notation(), "0+0/4+0");
    assert_eq!(first.attention.as_ref().map(Advice::id), Some("no-next-step"));
    assert_eq!(book.records().count(), 6);
}

#[test]
fn deals_that_need_attention_come_latest_first() {
    let due = |id: &str, action: &str, day: Option<&str>| Deal { next_step: step(action, day), ..Deal::new(id) };
    let book = book_of(&[
        due("undated", "Call", None),
        due("none", "", None),
        due("today", "Call", Some(TODAY)),
        due("late", "Call", Some("2026-03-01")),
        due("later", "Call", Some("2026-02-01")),
        due("future", "Call", Some("2026-03-03")),
        Deal { deleted: true, ..due("gone", "", None) },
    ]);
    let order: Vec<_> = needing_attention(&book, date(TODAY)).iter().map(|(deal, _)| deal.id.as_str()).collect();
    assert_eq!(order, ["later", "late", "today", "none", "undated"]);
}

#[test]
fn unreadable_records_are_kept_and_reserve_their_id() {
    let mut book = Book::default();
    for (key, text) in [
        ("sales-abacus:deal:a", "{\"schema\":9}"),
        ("sales-abacus:deal:NOT AN ID", "\0 anything"),
        ("sales-abacus:prefs", "{}"),
        ("someone else's", "{}"),
    ] {
        book.read(key, text);
    }
    let kept: Vec<_> = book.unreadable().map(|k| (k.key.as_str(), k.text.as_str(), k.reason.clone())).collect();
    let expected = [
        ("sales-abacus:deal:NOT AN ID", "\0 anything", DealError::BadId),
        ("sales-abacus:deal:a", "{\"schema\":9}", DealError::NewerSchema { schema: 9 }),
    ];
    assert_eq!(kept, expected);
    assert_eq!(book.create(Deal::new("a")), Err(BookError::Taken));
    assert_eq!(apply(&mut book, "a", customer("x")), Err(BookError::NotFound));
    book.read("sales-abacus:deal:a", &encode(&stored("a", 1, "Li")));
    assert_eq!(book.unreadable().count(), 1, "a readable record replaces the unreadable one");
    assert_eq!(book.get("a").map(|deal| deal.revision), Some(1));
    book.read("sales-abacus:deal:a", "{\"schema\":3}");
    assert_eq!((book.get("a"), book.unreadable().count()), (None, 2));
}

#[test]
fn a_deal_is_created_edited_written_deleted_and_restored() {
    let mut book = Book::default();
    for (id, result) in
        [("a", Ok(())), ("a", Err(BookError::Taken)), ("", Err(BookError::BadId)), ("B", Err(BookError::BadId))]
    {
        assert_eq!(book.create(Deal::new(id)), result);
    }
    apply(&mut book, "a", customer("Li")).unwrap();
    assert_eq!(
        (unsaved(&book), book.get("a").unwrap().revision),
        (vec!["a"], 0),
        "an edit does not change the revision"
    );

    let first = book.to_write("a", None, "z").unwrap().unwrap();
    assert_eq!(first, stored("a", 1, "Li"));
    book.saved(&first);
    assert_eq!((unsaved(&book), book.get("a")), (vec![], Some(&first)));
    assert_eq!(book.to_write("a", Some(&encode(&first)), "z"), Ok(None), "an unchanged record is not written");

    book.set_deleted("a", true).unwrap();
    assert!(listing(&book, date(TODAY)).is_empty());
    let second = book.to_write("a", Some(&encode(&first)), "z").unwrap().unwrap();
    assert!(second.deleted && second.revision == 2);
    apply(&mut book, "a", customer("Li Lei")).unwrap();
    book.saved(&second);
    assert_eq!(unsaved(&book), ["a"], "an edit made after the write is still unsaved");

    book.set_deleted("a", false).unwrap();
    let third = book.to_write("a", Some(&encode(&second)), "z").unwrap().unwrap();
    assert_eq!(third, stored("a", 3, "Li Lei"));
    for result in [book.set_deleted("b", true), book.set_deleted("b", false), apply(&mut book, "b", customer(""))] {
        assert_eq!(result, Err(BookError::NotFound));
    }
    assert_eq!(book.to_write("b", None, "z"), Err(BookError::NotFound));
}

#[test]
fn a_concurrent_write_is_not_overwritten() {
    let (base, ours) = (stored("a", 3, "before"), stored("a", 3, "ours"));
    let moved = Deal { copy_of: Some("a".to_owned()), ..stored("z", 1, "ours") };
    let titled = |customer: &str, revision| Deal { title: "theirs".to_owned(), ..stored("a", revision, customer) };
    let theirs = |revision| titled("before", revision);
    for (stored, outcome) in [
        (None, Resolution::Write(stored("a", 4, "ours"))),
        (Some(Ok(base.clone())), Resolution::Write(stored("a", 4, "ours"))),
        (Some(Ok(stored("a", 9, "before"))), Resolution::Write(stored("a", 10, "ours"))),
        (Some(Ok(stored("a", 4, "theirs"))), Resolution::KeepBoth(moved.clone())),
        (Some(Ok(stored("a", 3, "theirs"))), Resolution::KeepBoth(moved.clone())),
        (Some(Ok(stored("a", 4, "ours"))), Resolution::Adopt(stored("a", 4, "ours"))),
        (Some(Ok(titled("before", 4))), Resolution::Merge { both: titled("ours", 5), theirs: theirs(4) }),
        (Some(Ok(titled("before", 3))), Resolution::Merge { both: titled("ours", 4), theirs: theirs(3) }),
        (Some(Err(DealError::NewerSchema { schema: 9 })), Resolution::KeepBoth(moved.clone())),
    ] {
        assert_eq!(reconcile(&ours, Some(&base), stored.as_ref(), "z"), outcome, "{stored:?}");
    }
    let late = Deal { revision: 9, ..ours.clone() };
    let both = reconcile(&late, Some(&base), Some(&Ok(titled("before", 4))), "z");
    assert_eq!(
        both,
        Resolution::Merge { both: titled("ours", 10), theirs: theirs(4) },
        "the merged revision is the highest plus one"
    );
    let new = reconcile(&ours, None, Some(&Ok(stored("a", 1, "theirs"))), "z");
    assert_eq!(new, Resolution::KeepBoth(moved), "two new deals with the same id");
}

fn title(title: &str) -> Edit {
    Edit::Text(TextField::Deal(&fields::TITLE), title.to_owned())
}

#[test]
fn changes_to_different_fields_are_merged() {
    let mut book = book_of(&[stored("a", 3, "before")]);
    apply(&mut book, "a", customer("ours")).unwrap();
    let theirs = Deal { title: "theirs".to_owned(), ..stored("a", 4, "before") };
    book.read(&key("a"), &encode(&theirs));
    let both = book.to_write("a", Some(&encode(&theirs)), "z").unwrap().unwrap();
    assert_eq!(both, Deal { title: "theirs".to_owned(), ..stored("a", 5, "ours") });
    assert_eq!(unsaved(&book), ["a"]);
    let again = book.to_write("a", Some(&encode(&theirs)), "z");
    assert_eq!(again, Ok(Some(both.clone())), "a failed write can be retried");
    book.saved(&both);
    assert_eq!((unsaved(&book), book.get("a")), (vec![], Some(&both)));
}

#[test]
fn a_record_overwritten_unseen_is_unsaved_again() {
    let mut book = book_of(&[stored("a", 3, "before")]);
    apply(&mut book, "a", customer("ours")).unwrap();
    let ours = book.to_write("a", Some(&encode(&stored("a", 3, "before"))), "z").unwrap().unwrap();
    book.saved(&ours);
    book.read(&key("a"), &encode(&ours));
    assert_eq!(unsaved(&book), [""; 0], "our own write changes nothing");

    let theirs = Deal { title: "theirs".to_owned(), ..stored("a", 4, "before") };
    book.read(&key("a"), &encode(&theirs));
    assert_eq!((unsaved(&book), book.get("a").unwrap().customer.as_str()), (vec!["a"], "ours"));
    let both = book.to_write("a", Some(&encode(&theirs)), "z").unwrap().unwrap();
    assert_eq!(both, Deal { title: "theirs".to_owned(), ..stored("a", 5, "ours") });
    book.saved(&both);

    let next = stored("a", 6, "both seen");
    book.read(&key("a"), &encode(&next));
    assert_eq!((unsaved(&book), book.get("a")), (vec![], Some(&next)), "a later version that has seen ours is adopted");
    book.read(&key("a"), &encode(&stored("a", 4, "old")));
    assert_eq!(
        (unsaved(&book), book.get("a").unwrap().revision),
        (vec![], 4),
        "a later version by others is not restored"
    );
}

#[test]
fn a_record_overwritten_unseen_survives_further_edits() {
    let before = stored("a", 3, "before");
    let mut book = book_of(std::slice::from_ref(&before));
    apply(&mut book, "a", customer("ours")).unwrap();
    let ours = book.to_write("a", Some(&encode(&before)), "z").unwrap().unwrap();
    book.saved(&ours);
    apply(&mut book, "a", Edit::Text(TextField::Deal(&fields::NOTES), "typed on".to_owned())).unwrap();

    let theirs = encode(&Deal { title: "theirs".to_owned(), revision: 4, ..before.clone() });
    book.read(&key("a"), &theirs);
    let both = book.to_write("a", Some(&theirs), "z").unwrap().unwrap();
    let expected = Deal { title: "theirs".to_owned(), notes: "typed on".to_owned(), ..stored("a", 5, "ours") };
    assert_eq!(both, expected);
    assert_eq!(book.to_write("a", Some(&theirs), "z"), Ok(Some(both.clone())), "a failed write can be retried");
    book.saved(&both);
    assert_eq!(unsaved(&book), [""; 0]);
}

#[test]
fn a_write_reported_as_failed_is_recognised() {
    let mut book = Book::default();
    book.create(Deal::new("a")).unwrap();
    apply(&mut book, "a", customer("one")).unwrap();
    let first = book.to_write("a", None, "z").unwrap().unwrap();
    apply(&mut book, "a", customer("one and two")).unwrap();
    let second = book.to_write("a", Some(&encode(&first)), "z").unwrap().unwrap();
    assert_eq!(second, stored("a", 2, "one and two"), "the first write was stored although reported as failed");
    book.saved(&second);
    apply(&mut book, "a", customer("three")).unwrap();
    assert_eq!(book.to_write("a", Some(&encode(&second)), "z"), Ok(Some(stored("a", 3, "three"))));
}

#[test]
fn a_deal_survives_damage_to_its_record() {
    for damaged in ["{\"schema\":2,\"id\":\"a\",\"cust", "[]", "{}", ""] {
        let mut book = book_of(&[stored("a", 3, "before")]);
        book.read(&key("a"), damaged);
        assert_eq!((unsaved(&book), book.get("a")), (vec!["a"], Some(&stored("a", 3, "before"))), "{damaged}");
        // A single failed read may be wrong.
        let mut healthy = book.clone();
        assert_eq!(healthy.to_write("a", Some(&encode(&stored("a", 3, "before"))), "z"), Ok(None));
        assert_eq!(unsaved(&healthy), [""; 0]);

        let second = book.to_write("a", Some(damaged), "z").unwrap().unwrap();
        assert_eq!(second, Deal { copy_of: Some("a".to_owned()), ..stored("z", 1, "before") });
        book.saved(&second);
        assert_eq!((unsaved(&book), book.get("a")), (vec![], None));
        assert_eq!(book.unreadable_record("a").map(|kept| kept.text.as_str()), Some(damaged), "kept byte for byte");
        book.read(&key("a"), damaged);
        assert_eq!(unsaved(&book), [""; 0], "once");

        // A tab that knows the second version does not create another one.
        let mut other = book_of(&[stored("a", 3, "before")]);
        other.read(&key("a"), damaged);
        other.read(&key("z"), &encode(&second));
        assert_eq!(other.to_write("a", Some(damaged), "y"), Ok(None));
        assert_eq!((unsaved(&other), other.get("a"), other.get("y")), (vec![], None, None));
        assert!(other.unreadable_record("a").is_some());
    }
    // A record written by some version is not damaged, and a deletion is not worth a second version.
    for (text, deal) in [
        (r#"{"schema":2,"id":"a","stage":"later"}"#, stored("a", 3, "before")),
        (r#"{"schema":99}"#, stored("a", 3, "before")),
        ("?", Deal { deleted: true, ..stored("a", 3, "before") }),
    ] {
        let mut book = book_of(&[deal]);
        book.read(&key("a"), text);
        assert_eq!(
            (unsaved(&book), book.get("a"), book.unreadable_record("a").is_some()),
            (vec![], None, true),
            "{text}"
        );
    }
}

#[test]
fn a_record_already_stored_is_not_rewritten() {
    let before = stored("a", 3, "before");
    let mut book = book_of(std::slice::from_ref(&before));
    apply(&mut book, "a", customer("ours")).unwrap();
    let ours = book.to_write("a", Some(&encode(&before)), "z").unwrap().unwrap();
    assert_eq!(book.to_write("a", Some(&encode(&ours)), "z"), Ok(None), "the record is already stored");
    assert_eq!((unsaved(&book), book.get("a")), (vec![], Some(&ours)));
    book.read(&key("a"), &encode(&Deal { title: "theirs".to_owned(), revision: 4, ..before }));
    assert_eq!(
        (unsaved(&book), book.get("a")),
        (vec!["a"], Some(&ours)),
        "a version that has not seen ours makes it unsaved"
    );
}

#[test]
fn an_edit_during_a_write_merges_from_the_written_record() {
    let mut book = book_of(&[stored("a", 1, "before")]);
    apply(&mut book, "a", customer("one")).unwrap();
    let one = book.to_write("a", Some(&encode(&stored("a", 1, "before"))), "z").unwrap().unwrap();
    apply(&mut book, "a", customer("two")).unwrap();
    book.saved(&one);
    assert_eq!(unsaved(&book), ["a"]);
    let theirs = Deal { title: "theirs".to_owned(), revision: 3, ..one };
    let both = book.to_write("a", Some(&encode(&theirs)), "z").unwrap().unwrap();
    assert_eq!(both, Deal { title: "theirs".to_owned(), ..stored("a", 4, "two") });
}

#[test]
fn a_conflict_keeps_both_versions() {
    let mut book = book_of(&[stored("a", 3, "before")]);
    apply(&mut book, "a", customer("ours")).unwrap();
    apply(&mut book, "a", title("ours")).unwrap();
    let theirs = encode(&stored("a", 4, "theirs"));
    book.read(&key("a"), &theirs);
    assert_eq!(book.get("a").unwrap().customer, "ours", "a change by others does not overwrite unsaved work");

    assert_eq!(book.to_write("a", Some(&theirs), "a"), Err(BookError::Taken));
    assert_eq!(book.to_write("a", Some(&theirs), "No"), Err(BookError::BadId));
    let copy = book.to_write("a", Some(&theirs), "z").unwrap().unwrap();
    let second = Deal { title: "ours".to_owned(), copy_of: Some("a".to_owned()), ..stored("z", 1, "ours") };
    assert_eq!(copy, second);
    assert_eq!(book.get("a"), Some(&stored("a", 4, "theirs")));
    assert_eq!(unsaved(&book), ["z"]);
    assert_eq!(book.to_write("z", None, "y"), Ok(Some(copy.clone())), "a failed write can be retried");
    book.saved(&copy);
    assert_eq!((unsaved(&book), book.get("z")), (vec![], Some(&copy)));

    let ids = |id: &str| book.versions(book.get(id).unwrap()).map(|deal| deal.id.clone()).collect::<Vec<_>>();
    assert_eq!((ids("a"), ids("z")), (vec!["z".to_owned()], vec!["a".to_owned()]));
    book.set_deleted("a", true).unwrap();
    assert_eq!(book.versions(book.get("z").unwrap()).count(), 0, "deleted versions are not listed");
}

#[test]
fn a_record_of_a_newer_format_is_reported() {
    let mut book = book_of(&[stored("a", 3, "before")]);
    book.read(&key("b"), "?");
    assert_eq!(book.newer_format(), None);
    book.read(&key("c"), "{\"schema\":9}");
    book.read(&key("d"), "{\"schema\":12}");
    assert_eq!(book.newer_format(), Some(12));
    book.mark_missing("d");
    assert_eq!(book.newer_format(), Some(9), "a missing record does not count");
    book.forget("c");
    assert_eq!(book.newer_format(), None);

    apply(&mut book, "a", customer("ours")).unwrap();
    book.read(&key("a"), "{\"schema\":9}");
    assert_eq!(
        (book.newer_format(), book.get("a").unwrap().customer.as_str()),
        (Some(9), "ours"),
        "beside our unsaved change"
    );
    book.read(&key("a"), &encode(&stored("a", 4, "before")));
    assert_eq!(book.newer_format(), None, "the newer record was replaced");
}

#[test]
fn a_conflict_with_an_unreadable_record_keeps_both() {
    let mut book = book_of(&[stored("a", 3, "before")]);
    apply(&mut book, "a", customer("ours")).unwrap();
    let copy = book.to_write("a", Some("{\"schema\":9}"), "z").unwrap().unwrap();
    assert_eq!((copy.id.as_str(), book.get("a")), ("z", None));
    assert_eq!(book.unreadable().map(|kept| kept.text.as_str()).collect::<Vec<_>>(), ["{\"schema\":9}"]);
}

#[test]
fn identical_edits_in_two_tabs_do_not_conflict() {
    let mut book = book_of(&[stored("a", 3, "before")]);
    apply(&mut book, "a", customer("same")).unwrap();
    let theirs = stored("a", 4, "same");
    assert_eq!(book.to_write("a", Some(&encode(&theirs)), "z"), Ok(None));
    assert_eq!((unsaved(&book), book.get("a")), (vec![], Some(&theirs)));
}

#[test]
fn the_export_file_contains_everything() {
    let empty = json!({"format": "sales-abacus", "version": 1, "deals": [], "scenarios": [], "prefs": {}});
    let parsed = |book: &Book| serde_json::from_str::<Value>(&export(book, &[])).unwrap();
    assert_eq!(parsed(&Book::default()), empty);

    let deals = [stored("a", 2, "Li"), Deal { deleted: true, ..stored("b", 1, "王芳\0") }];
    let mut book = book_of(&deals);
    book.read("sales-abacus:deal:c", "\u{202E}not json\0");
    apply(&mut book, "a", customer("unsaved")).unwrap();
    let file = parsed(&book);
    let read: Vec<_> =
        file["deals"].as_array().unwrap().iter().map(|d| decode(d["id"].as_str().unwrap(), &d.to_string())).collect();
    assert_eq!(read, [Ok(stored("a", 2, "unsaved")), Ok(deals[1].clone())]);
    let unreadable = json!([{"key": "sales-abacus:deal:c", "text": "\u{202E}not json\0"}]);
    assert_eq!(file["unreadable"], unreadable);
}

#[test]
fn a_missing_record_is_rewritten_on_demand_or_when_edited() {
    let lost = |book: &Book| book.missing().map(str::to_owned).collect::<Vec<_>>();
    let mut book = book_of(&[stored("a", 4, "Li"), stored("b", 2, "Wang")]);
    book.read(&key("odd"), "?");
    for id in ["a", "b", "odd"] {
        book.mark_missing(id);
    }
    book.mark_missing("nobody");
    assert_eq!((lost(&book).len(), unsaved(&book)), (3, vec![]));
    assert_eq!(book.to_write("a", None, "new"), Ok(None), "a missing record is only written on demand");

    apply(&mut book, "a", customer("Zhao")).unwrap();
    assert_eq!((lost(&book), unsaved(&book)), (vec!["b".to_owned(), "odd".to_owned()], vec!["a"]));
    let written = book.to_write("a", None, "new").unwrap().unwrap();
    assert_eq!((written.id.as_str(), written.revision), ("a", 5));
    book.saved(&written);

    book.put_back();
    assert_eq!((lost(&book), unsaved(&book)), (vec!["odd".to_owned()], vec!["b"]));
    book.read(&key("odd"), "?");
    book.read(&key("b"), &encode(&stored("b", 2, "Wang")));
    assert_eq!((lost(&book), unsaved(&book)), (vec![], vec!["b"]));
}

#[test]
fn a_record_restored_by_another_tab_is_no_longer_missing() {
    let mut book = book_of(&[stored("a", 4, "Li")]);
    book.mark_missing("a");
    book.read(&key("a"), &encode(&stored("a", 5, "Li")));
    assert_eq!((book.missing().count(), book.get("a").unwrap().revision), (0, 5));
}

#[test]
fn scenarios_and_preferences_are_in_the_export_file() {
    let stored = [
        ("sales-abacus:scenario:a", "bad-debt?name=%E8%80%81%E5%AE%A2&place=2&revision=3&colour=red#loss=700&bonus=5"),
        ("sales-abacus:scenario:b", "receivables?name=b&deleted=1"),
        ("sales-abacus:scenario:c", "nothing\0"),
        ("sales-abacus:currency", "CNY"),
        ("sales-abacus:lang", "en"),
        ("sales-abacus:deal:x", "the book has it"),
        ("sales-abacus:later", "of a version to come"),
    ]
    .map(|(key, text)| (key.to_owned(), text.to_owned()));
    let mut book = Book::default();
    book.read("sales-abacus:deal:d", "?");
    let file: Value = serde_json::from_str(&export(&book, &stored)).unwrap();
    let first = &file["scenarios"][0];
    for (name, value) in [
        ("id", json!("a")),
        ("tool", json!("bad-debt")),
        ("name", json!("老客")),
        ("place", json!(2)),
        ("revision", json!(3)),
        ("deleted", json!(false)),
        ("colour", json!("red")),
    ] {
        assert_eq!(first[name], value, "{name}");
    }
    assert_eq!((&first["inputs"]["loss"], &first["inputs"]["margin"]), (&json!("700"), &json!("0.02")));
    assert_eq!(first["inputs"]["bonus"], json!("5"));
    assert_eq!(file["scenarios"][1]["deleted"], json!(true));
    assert_eq!(file["scenarios"].as_array().unwrap().len(), 2);
    assert_eq!(file["prefs"], json!({"currency": "CNY", "lang": "en"}));
    let unreadable = json!([
        {"key": "sales-abacus:deal:d", "text": "?"}, {"key": "sales-abacus:scenario:c", "text": "nothing\0"},
    ]);
    assert_eq!(file["unreadable"], unreadable);
}

#[test]
fn a_copied_book_shares_deals_until_one_changes() {
    let mut book = Book::default();
    book.insert(Deal::new("a"));
    let mut copy = book.clone();
    assert!(copy.shares_records_with(&book));
    copy.mark_missing("a");
    assert!(copy.shares_records_with(&book), "no deal changed");
    apply(&mut copy, "a", Edit::Text(TextField::Deal(&fields::TITLE), "x".to_owned())).unwrap();
    assert!(!copy.shares_records_with(&book) && copy != book && book.get("a").unwrap().title.is_empty());
}
