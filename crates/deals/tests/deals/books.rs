//! The book: order, missing records, the export file.

use std::rc::Rc;

use super::*;

pub(super) fn customer(name: &str) -> Edit {
    Edit::Text(TextField::Deal(&fields::CUSTOMER), name.to_owned())
}

pub(super) fn stored(id: &str, revision: u64, customer: &str) -> Deal {
    Deal { revision, customer: customer.to_owned(), ..Deal::new(id) }
}

pub(super) fn book_of(deals: &[Deal]) -> Book {
    let mut book = Book::default();
    for deal in deals {
        book.read(&key(&deal.id), &encode(deal));
    }
    book
}

pub(super) fn unsaved(book: &Book) -> Vec<&str> {
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

fn day() -> Date {
    "2026-11-29".parse().unwrap()
}

#[test]
fn the_export_file_contains_everything() {
    let empty = json!({"format": "sales-abacus", "version": 1, "day": "2026-11-29", "deals": [], "scenarios": [], "lessons": [], "prefs": {}});
    let parsed = |book: &Book| serde_json::from_str::<Value>(&export(book, &[], day())).unwrap();
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

    book.restore_missing();
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
fn scenarios_lessons_preferences_and_own_figures_are_exported() {
    let stored = [
        ("sales-abacus:scenario:a", "bad-debt?name=%E8%80%81%E5%AE%A2&place=2&revision=3&colour=red#loss=700&bonus=5"),
        ("sales-abacus:scenario:b", "receivables?name=b&deleted=1"),
        ("sales-abacus:scenario:c", "nothing\0"),
        (
            "sales-abacus:lesson:l",
            "bad-debt;title=%E8%80%81%E5%AE%A2;question=q;line=x;v.loss=700;revision=2;colour=red",
        ),
        ("sales-abacus:lesson:m", "bad-debt;title=t"),
        ("sales-abacus:currency", "CNY"),
        ("sales-abacus:lang", "en"),
        ("sales-abacus:last:bad-debt", "loss=700"),
        ("sales-abacus:last:clv", "what is this?"),
        ("sales-abacus:usual", "net_margin=0.02"),
        ("sales-abacus:sliders:clv", "spend=0,5"),
        ("sales-abacus:deal:x", "the book has it"),
        ("sales-abacus:later", "of a version to come"),
    ]
    .map(|(key, text)| (key.to_owned(), text.to_owned()));
    let mut book = Book::default();
    book.read("sales-abacus:deal:d", "?");
    let file: Value = serde_json::from_str(&export(&book, &stored, day())).unwrap();
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
    let lesson = json!({
        "id": "l", "revision": 2, "deleted": false, "tool": "bad-debt", "title": "老客", "question": "q", "lines": ["x"],
        "inputs": {"loss": "700"}, "colour": "red",
    });
    assert_eq!(file["lessons"], json!([lesson]));
    let prefs = json!({
        "currency": "CNY", "lang": "en",
        "last:bad-debt": "loss=700", "last:clv": "what is this?", "usual": "net_margin=0.02",
    });
    assert_eq!(file["prefs"], prefs, "the user's own figures too, readable or not");
    let unreadable = json!([
        {"key": "sales-abacus:deal:d", "text": "?"}, {"key": "sales-abacus:scenario:c", "text": "nothing\0"},
        {"key": "sales-abacus:lesson:m", "text": "bad-debt;title=t"},
    ]);
    assert_eq!(file["unreadable"], unreadable);
}

#[test]
fn a_book_read_again_shares_unchanged_records() {
    let mut book = Book::default();
    for id in ["a", "b"] {
        book.insert(Deal::new(id));
    }
    let mut again = book.clone();
    again.read(&key("a"), &encode(&Deal::new("a")));
    assert!(again.shares_records_with(&book));
    again.read(&key("b"), &encode(&Deal { title: "x".to_owned(), ..Deal::new("b") }));
    let changed = book.shared().zip(again.shared()).map(|(one, other)| !Rc::ptr_eq(one, other));
    assert_eq!(changed.collect::<Vec<_>>(), [false, true]);
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
