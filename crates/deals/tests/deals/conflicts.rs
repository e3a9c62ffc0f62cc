//! Concurrent changes of records: what is merged, and what is kept as a second version.

use super::books::{book_of, customer, stored, unsaved};
use super::*;

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
