//! Backups and their reminders, deleted deals, storage on this device, deleting everything.

use std::rc::Rc;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::upkeep::{BACKUP_KEY, Backup, TRASH_KEY, Trash, Usage};
use abacus_deals::{Book, Deal, encode, key};
use abacus_vault::UnreadableRecord;
use abacus_vault::journal::{Journal, Write};
use abacus_vault::space::{CEILING, WARNING};
use sales_abacus::deals::book::saving::load;
use sales_abacus::deals::files::import::state::CompletedImport;
use sales_abacus::deals::upkeep::{
    PendingChanges, RemovalResult, open_trash, remove_deleted, remove_everything, remove_unreadable, stored_backup,
    words,
};
use sales_abacus::shell::ports::{Persistence, Ports, StoreError};

use super::faulty_store::FaultyStore;
use super::support::{FixedHost, MemoryStore, NoInbox, NoOutbox, render};
use super::{complete, holding};

const OTHER: (&str, &str) = ("another-app", "{\"sales-abacus:deal:a\":1}");

fn gone(id: &str) -> Deal {
    Deal { deleted: true, revision: 2, ..complete(id) }
}

fn ports_over(memory: MemoryStore) -> (Rc<FaultyStore>, Ports) {
    let store = Rc::new(FaultyStore { memory, ..FaultyStore::default() });
    let host = Rc::new(FixedHost::at(""));
    let ports = Ports { store: store.clone(), host, outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
    (store, ports)
}

fn put(store: &FaultyStore, key: &str, text: &str) {
    store.memory.records.borrow_mut().insert(key.to_owned(), text.to_owned());
}

fn stored(store: &FaultyStore, key: &str) -> Option<String> {
    store.memory.records.borrow().get(key).cloned()
}

fn keys(store: &FaultyStore) -> Vec<String> {
    store.memory.records.borrow().keys().cloned().collect()
}

fn imported(count: usize) -> CompletedImport {
    let write = |number| Write { key: key(&format!("d{number}")), before: None, after: "{}".to_owned() };
    let scenario = Write { key: "sales-abacus:scenario:s".to_owned(), before: None, after: "clv".to_owned() };
    let writes: Vec<Write> = (0..count).map(write).chain([scenario]).collect();
    CompletedImport { journal: Rc::new(Journal::of(&writes, "x.json", "2026-11-21".parse().expect("a day"))) }
}

/// The deal was in the trash on this many days of use before the next opening.
fn used(store: &FaultyStore, id: &str, revision: u64, days: u64) {
    put(store, TRASH_KEY, &format!(r#"{{"days":{days},"deals":{{"{id}":[{revision},1]}},"last":"2026-11-20"}}"#));
}

#[test]
fn an_edited_deal_counts_once_per_visit() {
    let (store, ports) = ports_over(holding(&[complete("a")]));
    let mut pending_changes = PendingChanges::default();
    for edits in 1..10 {
        pending_changes.note(0, edits, ["a"].into_iter());
    }
    pending_changes.note(1, 9, ["a"].into_iter());
    assert_eq!(store.writes.get(), 0, "an edit writes the deal and nothing else");
    assert_eq!(pending_changes.write(&ports, |_| ()).changes(), 1, "a new visit without an edit is not counted");
    pending_changes.note(1, 10, ["a", "b"].into_iter());
    assert_eq!(pending_changes.write(&ports, |_| ()).changes(), 3);
    assert_eq!((stored_backup(&*store).changes(), store.writes.get()), (3, 2));
    let _same = pending_changes.write(&ports, |_| ());
    assert_eq!(store.writes.get(), 2, "no change, no write");
}

#[test]
fn an_import_into_an_empty_book_is_not_counted() {
    let (_, ports) = ports_over(MemoryStore::default());
    let mut pending_changes = PendingChanges::default();
    pending_changes.import(&imported(5), 5);
    let backup = pending_changes.write(&ports, |_| ());
    assert_eq!((backup.changes(), backup.last()), (0, None), "the file is a backup");
    assert!(Backup::default().is_due(ports.host.today()) && !backup.is_due(ports.host.today()));
    pending_changes.import(&imported(5), 6);
    assert_eq!(pending_changes.write(&ports, |_| ()).changes(), 5);
}

#[test]
fn a_backup_includes_uncounted_changes() {
    let (store, ports) = ports_over(MemoryStore::default());
    let today = ports.host.today();
    let mut pending_changes = PendingChanges::default();
    pending_changes.note(0, 1, ["a"].into_iter());
    pending_changes.clear();
    let backup = pending_changes.write(&ports, |backup| backup.record_backup(today));
    assert_eq!((backup.last(), backup.changes()), (Some(today), 0));
    pending_changes.note(0, 2, ["a"].into_iter());
    assert_eq!(pending_changes.write(&ports, |_| ()).changes(), 1, "changed again since");
    assert_eq!(stored_backup(&*store).last(), Some(today));
}

#[test]
fn changes_that_could_not_be_counted_are_counted_later() {
    let (store, ports) = ports_over(MemoryStore::default());
    let mut pending_changes = PendingChanges::default();
    pending_changes.note(0, 1, ["a"].into_iter());
    store.refuses.set(Some(StoreError::Full));
    assert_eq!(pending_changes.write(&ports, |_| ()).changes(), 1, "the page shows it");
    store.refuses.set(None);
    assert_eq!((pending_changes.write(&ports, |_| ()).changes(), stored_backup(&*store).changes()), (1, 1));
}

#[test]
fn persistent_storage_is_requested_only_once() {
    let (store, ports) = ports_over(MemoryStore::default());
    let mut pending_changes = PendingChanges::default();
    assert!(pending_changes.request() && !pending_changes.request());
    assert!(pending_changes.write(&ports, |_| ()).is_asked() && stored_backup(&*store).is_asked());
}

#[test]
fn days_of_use_are_counted_while_the_trash_is_not_empty() {
    let (store, ports) = ports_over(holding(&[complete("a")]));
    let (_, removed) = open_trash(load(&*store).book(), &ports);
    assert_eq!((removed, store.writes.get()), (RemovalResult::default(), 0), "an empty trash writes nothing");

    put(&store, &key("b"), &encode(&gone("b")));
    let (trash, removed) = open_trash(load(&*store).book(), &ports);
    assert_eq!((removed, trash.days_left("b"), store.writes.get()), (RemovalResult::default(), 30, 1));
    let _again = open_trash(load(&*store).book(), &ports);
    assert_eq!(store.writes.get(), 1, "still the same day");
    assert_eq!(stored(&store, TRASH_KEY).map(|text| Trash::read(&text)), Some(trash));
}

#[test]
fn a_deleted_deal_is_removed_after_thirty_days_of_use() {
    let (store, ports) = ports_over(holding(&[complete("a"), gone("b"), gone("c")]));
    used(&store, "b", 2, 29);
    let (trash, removed) = open_trash(load(&*store).book(), &ports);
    assert_eq!((removed, trash.days_left("b")), (RemovalResult::default(), 1));

    used(&store, "b", 2, 30);
    let (trash, removed) = open_trash(load(&*store).book(), &ports);
    assert_eq!(removed.gone, ["b"]);
    assert_eq!((stored(&store, &key("b")), trash.days_left("c")), (None, 30));
    assert!(stored(&store, &key("a")).is_some() && stored(&store, &key("c")).is_some());
}

#[test]
fn a_deal_restored_or_changed_elsewhere_is_not_removed() {
    for theirs in [Deal { deleted: false, revision: 3, ..complete("b") }, Deal { revision: 3, ..gone("b") }] {
        let (store, ports) = ports_over(holding(&[gone("b")]));
        used(&store, "b", 2, 30);
        let before = load(&*store);
        put(&store, &key("b"), &encode(&theirs));
        let (_, removed) = open_trash(before.book(), &ports);
        assert_eq!(stored(&store, &key("b")), Some(encode(&theirs)));
        assert_eq!(removed.changed, [(key("b"), encode(&theirs))], "the page gets the new record");
    }
}

#[test]
fn a_failed_removal_is_retried_the_next_time() {
    let (store, ports) = ports_over(holding(&[gone("b")]));
    used(&store, "b", 2, 30);
    let before = load(&*store);
    store.denied.set(true);
    let (_, removed) = open_trash(before.book(), &ports);
    assert_eq!(removed, RemovalResult::default());
    store.denied.set(false);
    assert!(stored(&store, &key("b")).is_some());
}

#[test]
fn only_deleted_deals_at_their_revision_are_removed() {
    let (store, _) = ports_over(holding(&[complete("a"), gone("b"), gone("c")]));
    put(&store, &key("odd"), "?");
    let meant = ["a", "b", "c", "odd", "none"].map(|id| (id.to_owned(), if id == "c" { 1 } else { 2 }));
    let removed = remove_deleted(&meant, &*store);
    assert_eq!(removed.gone, ["b", "none"]);
    assert_eq!(removed.changed.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>(), ["a", "c", "odd"].map(key));
    assert_eq!(keys(&store), ["a", "c", "odd"].map(key));
    assert_eq!(words::removed(&removed, Locale::Zh), "已彻底删除 2 条。3 条刚刚有改动，没有删。");
    assert_eq!(
        words::removed(&removed, Locale::En),
        "2 records were deleted for good. 3 were changed just now and stay."
    );
}

#[test]
fn an_unreadable_record_is_removed_only_if_unchanged() {
    let (store, _) = ports_over(MemoryStore::default());
    put(&store, &key("odd"), "?");
    let book = load(&*store).book().clone();
    let shown: &UnreadableRecord<Deal> = book.unreadable_record("odd").expect("an unreadable record");
    put(&store, &key("odd"), "??");
    assert_eq!(remove_unreadable(shown, &*store).changed, [(key("odd"), "??".to_owned())]);
    put(&store, &key("odd"), "?");
    assert_eq!(remove_unreadable(shown, &*store).gone, ["odd"]);
    assert_eq!(stored(&store, &key("odd")), None);
}

#[test]
fn removing_everything_leaves_other_apps_alone() {
    let (store, _) = ports_over(holding(&[complete("a"), gone("b")]));
    put(&store, OTHER.0, OTHER.1);
    for name in [
        "lang",
        "last:clv",
        "usual",
        "scenario:s",
        "reserve",
        "journal",
        "undo:1",
        "backup",
        "trash",
        "book",
        "deal:Odd Key",
        "",
    ] {
        put(&store, &format!("sales-abacus:{name}"), "?");
    }
    let removed = remove_everything(&*store);
    assert_eq!((removed.gone.len(), removed.refused), (3, None));
    assert_eq!(keys(&store), [OTHER.0]);
    assert_eq!(stored(&store, OTHER.0).as_deref(), Some(OTHER.1));

    store.denied.set(true);
    let refused = RemovalResult { refused: Some((1, StoreError::Denied)), ..RemovalResult::default() };
    assert_eq!(remove_everything(&*store), refused);
    assert!(words::removed(&refused, Locale::En).starts_with("1 could not be deleted"));
}

#[track_caller]
fn assert_shows(html: &str, expected: &[&str]) {
    for text in expected {
        assert!(html.contains(text), "{text:?} is missing in:\n{html}");
    }
}

fn page(locale: Locale, fragment: &str, records: &[(&str, String)]) -> String {
    let store = holding(&[complete("a")]);
    store.records.borrow_mut().extend(records.iter().map(|(key, text)| ((*key).to_owned(), text.clone())));
    render(Page::Deals, locale, fragment, store)
}

fn backup(text: &str) -> [(&'static str, String); 1] {
    [(BACKUP_KEY, text.to_owned())]
}

#[test]
fn a_due_backup_is_requested_on_the_list_and_in_the_views() {
    let due = backup(r#"{"last":"2026-11-01","from":"2026-11-01","changes":3}"#);
    for fragment in ["", "view=today", "view=list&status=all"] {
        let zh = page(Locale::Zh, fragment, &due);
        assert_shows(&zh, &["该备份了", "上次备份：2026-11-01，之后有 3 处改动。", "完整备份（JSON）", "以后再说"]);
        let en = page(Locale::En, fragment, &due);
        assert_shows(&en, &["Time for a backup", "Last backup: 2026-11-01, with 3 changes since.", "Later"]);
    }
    let off = r#"{"last":"2026-11-01","from":"2026-11-01","changes":3,"later":{"day":"2026-11-20","changes":3}}"#;
    for (fragment, known) in [("a", &due), ("view=files", &due), ("", &backup(off))] {
        assert!(!page(Locale::En, fragment, known).contains("Time for a backup"), "{fragment} {known:?}");
    }
    let none = render(Page::Deals, Locale::En, "", MemoryStore::default());
    assert!(!none.contains("Time for a backup"), "there is nothing to back up: {none}");
    assert_shows(&page(Locale::En, "", &[]), &["No backup yet."]);
}

#[test]
fn the_list_warns_when_storage_is_nearly_full() {
    let filled = |units: usize| [("sales-abacus:x", "长".repeat(units))];
    let zh = page(Locale::Zh, "", &filled(WARNING));
    assert_shows(&zh, &["本机空间已用 80%", "怎么腾出空间", "href=\"#view=files\""]);
    assert_shows(&page(Locale::En, "", &filled(CEILING)), &["100% of the space", "Nothing new can be saved"]);
    assert!(!page(Locale::En, "", &filled(WARNING / 2)).contains("of the space"));
}

#[test]
fn the_files_page_shows_storage_use_and_how_to_free_it() {
    let records = [
        ("sales-abacus:deal:b", encode(&gone("b"))),
        ("sales-abacus:deal:odd", "?".to_owned()),
        ("sales-abacus:lang", "en".to_owned()),
        ("sales-abacus:reserve", " ".repeat(1_000)),
        ("sales-abacus:undo:1", "?".to_owned()),
    ];
    let zh = page(Locale::Zh, "view=files", &records);
    assert_shows(&zh, &["本机空间", "<meter", "/ 2,500,000 个字符", "还很宽裕", "最近删除", "1 条 · 1,020 个字符"]);
    assert_shows(&zh, &["href=\"#view=trash\"", "安全副本", "预留", "7 天没有打开", "删除我的全部数据…"]);
    let en = page(Locale::En, "view=files", &records);
    assert_shows(
        &en,
        &["Space on this device", "&lt;1% used:", "plenty of room", "Reserved", "7 days without a visit"],
    );
    assert_shows(&en, &["Delete all my data…", "Recently deleted", "Empty it", "Records that cannot be read"]);
    assert!(!en.contains("data-kind=\"scenarios\""), "there are none: {en}");
}

#[test]
fn deleting_everything_lists_what_will_be_deleted() {
    let entry = |key: String, text: String| (key, text);
    let usage = Usage::of(&[
        entry(key("a"), encode(&complete("a"))),
        entry(key("b"), encode(&gone("b"))),
        entry(key("odd"), "?".to_owned()),
        entry("sales-abacus:scenario:s".to_owned(), "clv?name=A#spend=1".to_owned()),
    ]);
    assert_eq!(
        words::delete_all(&usage, Locale::Zh),
        "将要删除：1 笔商机、1 笔已删除的商机、1 条读不出来的记录、1 个计算方案、全部设置。删除之后找不回来。"
    );
    assert_eq!(
        words::delete_all(&usage, Locale::En),
        "This will be deleted: 1 deal, 1 deleted deal, 1 unreadable record, 1 scenario, all settings. It cannot be brought back."
    );
    assert_eq!(words::delete_all(&Usage::default(), Locale::Zh), "将要删除：全部设置。删除之后找不回来。");
}

#[test]
fn each_answer_of_the_browser_has_its_own_sentence() {
    let answers = [Persistence::Promised, Persistence::NotPromised, Persistence::Unknown].map(words::lasting);
    for (at, answer) in answers.iter().enumerate() {
        assert!(answer.zh.ends_with('。') && answer.en.ends_with('.'));
        assert!(answers.iter().skip(at + 1).all(|other| other.zh != answer.zh && other.en != answer.en));
    }
}

#[test]
fn a_read_only_book_removes_nothing_and_shows_no_reminder() {
    let newer = || [("sales-abacus:deal:f", "{\"schema\":99}".to_owned()), ("sales-abacus:deal:b", encode(&gone("b")))];
    let en = page(Locale::En, "", &newer());
    assert!(!en.contains("Time for a backup"), "{en}");
    let en = page(Locale::En, "view=trash", &newer());
    let fieldset =
        en.split("<fieldset").nth(1).and_then(|rest| rest.split('>').next()).expect("a fieldset around the deals");
    assert_shows(fieldset, &["disabled", "deals__locked"]);
    assert_shows(&page(Locale::En, "view=files", &newer()), &["Full backup (JSON)", "Delete all my data…"]);
}

#[test]
fn the_empty_book_offers_to_restore_a_backup() {
    for (locale, expected) in [(Locale::Zh, "从备份恢复…"), (Locale::En, "Restore from a backup…")] {
        assert_shows(&render(Page::Deals, locale, "", MemoryStore::default()), &[expected]);
    }
}

#[test]
fn a_book_without_deals_counts_no_days() {
    let (store, ports) = ports_over(MemoryStore::default());
    let _nothing = open_trash(&Book::default(), &ports);
    assert_eq!((keys(&store), store.writes.get()), (vec![], 0));
}
