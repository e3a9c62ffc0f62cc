//! Encoding journals, and comparing records with their entries.

use abacus_core::date::Date;
use abacus_core::pace::{NeverYield, run_to_end};
use abacus_vault::journal::{Cause, EntryState, Journal, Write};

fn day() -> Date {
    "2026-03-02".parse().unwrap()
}

fn in_pieces(text: &str) -> Option<Journal> {
    run_to_end(Journal::decode_with(text, &NeverYield)).unwrap().unwrap()
}

fn write(key: &str, before: Option<&str>, after: &str) -> Write {
    Write { key: key.to_owned(), before: before.map(str::to_owned), after: after.to_owned() }
}

#[test]
fn a_journal_round_trips() {
    let [a, b, c] = ["sales-abacus:a", "sales-abacus:deal:b", "sales-abacus:usual"];
    let writes = [write(a, None, "1"), write(b, Some(""), "2"), write(c, Some("\u{202E}\"\0"), "3")];
    let journal = Journal::of(&writes, "deals.json", day());
    assert_eq!((journal.file.as_str(), journal.day), ("deals.json", Some(day())));
    let before: Vec<_> = journal.entries.iter().map(|entry| (entry.key.as_str(), entry.before.as_deref())).collect();
    assert_eq!(before, [(a, None), (b, Some("")), (c, Some("\u{202E}\"\0"))]);
    assert_eq!(in_pieces(&journal.encode()), Some(journal.clone()));
    assert_eq!(Journal::decode(&journal.encode()), Some(journal));
    let undated = Journal { day: None, ..Journal::of(&[], "", day()) };
    assert_eq!(Journal::decode(&undated.encode()), Some(undated));
}

#[test]
fn an_invalid_journal_is_refused() {
    let whole = r#"{"schema":1,"records":[{"key":"sales-abacus:a","after":"h","before":"x"}]}"#;
    let journal = Journal::decode(whole).unwrap();
    assert_eq!((journal.file.as_str(), journal.day, journal.entries.len()), ("", None, 1));
    for text in [
        "",
        "null",
        "[]",
        &whole[..whole.len() - 1],
        r#"{"records":[]}"#,
        r#"{"schema":1}"#,
        r#"{"schema":1,"records":{}}"#,
        r#"{"schema":2,"records":[]}"#,
        r#"{"schema":"1","records":[]}"#,
        r#"{"schema":1,"records":[{"key":"sales-abacus:a"}]}"#,
        r#"{"schema":1,"records":[{"after":"h"}]}"#,
        // The whole journal is refused, not only the foreign entry.
        r#"{"schema":1,"records":[{"key":"sales-abacus:a","after":"h"},{"key":"another-app","after":"h"}]}"#,
        r#"{"schema":1,"records":[{"key":"","after":"h"}]}"#,
        r#"{"schema":1,"records":[{"key":"sales-abacus:undo:import","after":"h"}]}"#,
        r#"{"schema":1,"records":[{"key":"sales-abacus:journal","after":"h"}]}"#,
        r#"{"schema":1,"records":[{"key":"sales-abacus:a","after":"h"},7]}"#,
        r#"{"schema":1,"records":[{"key":"sales-abacus:a","after":"h","before":null}]}"#,
    ] {
        assert_eq!((Journal::decode(text), in_pieces(text)), (None, None), "{text}");
    }
    // With fields in the order of other versions, and with spaces.
    for text in [
        r#"{"file":"\"records\":[","records":[{"after":"h","key":"sales-abacus:a"}],"schema":1,"undone":true}"#,
        r#"{ "schema": 1, "records": [ { "key": "sales-abacus:a", "after": "h" } ] }"#,
        r#"{"schema":1,"records":[ {"key":"sales-abacus:a","after":"h"} , {"key":"sales-abacus:b","after":"h"} ]}"#,
        r#"{"records":[],"schema":1}"#,
    ] {
        assert!(Journal::decode(text).is_some(), "{text}");
        assert_eq!(in_pieces(text), Journal::decode(text), "{text}");
    }
    let odd_day = Journal::decode(r#"{"schema":1,"day":"soon","records":[]}"#);
    assert_eq!(odd_day.map(|journal| journal.day), Some(None), "an invalid day is ignored");
}

#[test]
fn a_later_change_is_recognised() {
    for (key, before, after, stored, standing) in [
        ("a".to_owned(), None, "new".to_owned(), None, EntryState::Before),
        ("a".to_owned(), Some("old".to_owned()), "new".to_owned(), Some("old".to_owned()), EntryState::Before),
        ("a".to_owned(), Some("old".to_owned()), "new".to_owned(), Some("new".to_owned()), EntryState::Written),
        ("a".to_owned(), Some("new".to_owned()), "new".to_owned(), Some("new".to_owned()), EntryState::Written),
        ("a".to_owned(), Some("old".to_owned()), "new".to_owned(), None, EntryState::Changed),
        ("a".to_owned(), None, "new".to_owned(), Some("newer".to_owned()), EntryState::Changed),
        ("a".to_owned(), None, "new".to_owned(), Some("{".to_owned()), EntryState::Changed),
        ("sales-abacus:lang".to_owned(), None, "en".to_owned(), Some("zh-CN".to_owned()), EntryState::Changed),
    ] {
        let entry = &Journal::of(&[write(&key, before.as_deref(), &after)], "", day()).entries[0];
        assert_eq!(entry.state(stored.as_deref()), standing, "{key}: {stored:?}");
    }
}

#[test]
fn every_cause_has_its_own_journal_key() {
    for (cause, code) in [(Cause::Import, "import"), (Cause::Migration, "migration")] {
        assert_eq!((cause.code(), Cause::from_code(code)), (code, Some(cause)));
        assert_eq!(cause.key(), format!("sales-abacus:undo:{code}"));
    }
    assert_eq!(Cause::from_code("else"), None);
}

#[test]
fn a_journal_of_a_newer_format_is_recognised() {
    for (text, is_newer) in [
        (r#"{"schema":2,"records":7}"#, true),
        (r#"{"schema":1,"records":7}"#, false),
        (r#"{"schema":0}"#, false),
        (r#"{"schema":"2"}"#, false),
        (r#"{"schema":2"#, false),
        ("", false),
    ] {
        assert_eq!(Journal::is_newer(text), is_newer, "{text}");
    }
}
