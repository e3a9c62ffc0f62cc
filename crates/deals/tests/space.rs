//! How much of the browser's storage is filled, and by what.

use abacus_deals::upkeep::{Share, StorageKind, Usage};
use abacus_deals::{Deal, encode, key};
use abacus_scenarios as scenarios;
use abacus_vault::space::{CEILING, Level, RESERVE_KEY, RESERVE_UNITS, WARNING, units};

fn entry(key: &str, text: &str) -> (String, String) {
    (key.to_owned(), text.to_owned())
}

fn deal(id: &str, deleted: bool) -> (String, String) {
    (key(id), encode(&Deal { deleted, ..Deal::new(id) }))
}

fn room(entries: &[(String, String)]) -> usize {
    entries.iter().map(|(key, text)| units(key, text)).sum()
}

#[test]
fn usage_counts_keys_and_texts_in_utf16_units() {
    assert_eq!(units("", ""), 0);
    assert_eq!(units("sales-abacus:lang", "en"), 19);
    assert_eq!(units("k", "华东"), 3);
    assert_eq!(units("k", "𠮷"), 3, "a character outside the BMP has two units");
    assert_eq!(units("k", "e\u{301}"), 3);
}

#[test]
fn each_record_counts_under_its_kind() {
    let entries = [
        deal("a", false),
        deal("b", false),
        deal("gone", true),
        entry(&key("broken"), "{"),
        entry(&key("newer"), "{\"schema\":999}"),
        entry(&key("Bad Id"), "{}"),
        entry(&scenarios::key("s"), "bad-debt?name=A#loss=700"),
        entry(&scenarios::key("odd"), "unknown?name=A"),
        entry("sales-abacus:lesson:l", "bad-debt;title=A;question=B"),
        entry("sales-abacus:lesson:odd", "bad-debt;title=A"),
        entry("sales-abacus:lang", "en"),
        entry("sales-abacus:views", "a?b"),
        entry("sales-abacus:something-of-tomorrow", "?"),
        entry("sales-abacus:undo:1", "old"),
        entry("sales-abacus:journal", "half"),
        entry(RESERVE_KEY, "   "),
    ];
    let usage = Usage::of(&entries);
    let records = StorageKind::ALL.map(|kind| usage.share(kind).records);
    assert_eq!(records, [2, 1, 5, 1, 1, 3, 2, 1]);
    assert_eq!(usage.share(StorageKind::Trash), Share { records: 1, units: room(&entries[2..3]) });
    assert_eq!(usage.total(), room(&entries));
}

#[test]
fn keys_of_other_apps_do_not_count() {
    let entries = [entry("other", "much"), entry("sales-abacusx:deal:a", "{}"), entry("Sales-Abacus:lang", "en")];
    assert_eq!(Usage::of(&entries), Usage::default());
    assert_eq!(Usage::of(&entries).total(), 0);
}

#[test]
fn the_text_of_a_deal_does_not_make_it_deleted() {
    let noted = Deal { notes: "\"deleted\":true".to_owned(), ..Deal::new("a") };
    let usage = Usage::of(&[(key("a"), encode(&noted))]);
    assert_eq!((usage.share(StorageKind::Deals).records, usage.share(StorageKind::Trash).records), (1, 0));
}

#[test]
fn the_warning_comes_before_the_ceiling() {
    let filled = |units: usize| {
        let key = "sales-abacus:x";
        Usage::of(&[entry(key, &" ".repeat(units - key.len()))])
    };
    assert_eq!(Usage::default().level(), Level::Fine);
    assert_eq!(filled(WARNING - 1).level(), Level::Fine);
    assert_eq!(filled(WARNING).level(), Level::Warning);
    assert_eq!(filled(CEILING - 1).level(), Level::Warning);
    assert_eq!(filled(CEILING).level(), Level::Full);
    assert!(Level::Fine < Level::Warning && Level::Warning < Level::Full);
}

#[test]
fn the_reserve_is_small_compared_with_the_warning_margin() {
    const { assert!(RESERVE_UNITS * 10 < CEILING - WARNING) };
}

#[test]
fn storage_kinds_have_unique_codes() {
    let codes = StorageKind::ALL.map(StorageKind::code);
    assert!(codes.iter().enumerate().all(|(at, code)| !codes[..at].contains(code)));
}
