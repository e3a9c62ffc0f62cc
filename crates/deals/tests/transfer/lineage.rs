//! Which of two versions descends from the other, and what happens if that is unknown.

use super::*;

#[test]
fn changes_by_two_colleagues_are_a_conflict() {
    let mut first = Browser::new("first");
    first.customer("a", "华东");
    let mut second = Browser::new("second");
    second.import(&first.export());
    first.customer("a", "华东一部");
    // The revisions differ but prove nothing: neither side has seen the other's version.
    second.customer("a", "华东二部");
    second.customer("a", "华东二部（改）");
    let mut manager = Browser::new("manager");
    manager.import(&first.export());
    assert_eq!(manager.verdicts(&second.export()), [Verdict::Conflict]);
    manager.import(&second.export());
    assert_eq!(manager.customers(), ["华东一部", "华东二部（改）"]);
    for file in [first.export(), second.export()] {
        assert_eq!(manager.verdicts(&file), [Verdict::Identical]);
    }
}

#[test]
fn a_later_version_replaces_the_imported_one() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "华东");
    let mut manager = Browser::new("manager");
    manager.import(&rep.export());
    let old = rep.export();
    rep.customer("a", "华东机床");
    assert_eq!(manager.verdicts(&rep.export()), [Verdict::FileNewer]);
    manager.import(&rep.export());
    assert_eq!(manager.customers(), ["华东机床"]);
    assert_eq!(manager.verdicts(&old), [Verdict::BookNewer], "an older file does not replace anything");
}

#[test]
fn a_later_version_is_found_beside_our_own() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "华东");
    let mut manager = Browser::new("manager");
    manager.import(&rep.export());
    manager.customer("a", "经理的");
    rep.customer("a", "代表的");
    manager.import(&rep.export());
    assert_eq!(manager.customers(), ["代表的", "经理的"]);
    rep.customer("a", "代表的第二版");
    assert_eq!(manager.verdicts(&rep.export()), [Verdict::FileNewer], "the copy is updated");
    manager.import(&rep.export());
    assert_eq!(manager.customers(), ["代表的第二版", "经理的"]);
}

#[test]
fn an_imported_deal_changed_here_is_not_replaced() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "华东");
    let mut manager = Browser::new("manager");
    manager.import(&rep.export());
    manager.customer("a", "经理改的");
    assert_eq!(manager.verdicts(&rep.export()), [Verdict::BookNewer]);
    rep.customer("a", "代表改的");
    assert_eq!(manager.verdicts(&rep.export()), [Verdict::Conflict]);
}

#[test]
fn a_returning_deal_is_recognised() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "华东");
    let mut manager = Browser::new("manager");
    manager.import(&rep.export());
    assert_eq!(rep.verdicts(&manager.export()), [Verdict::Identical]);
    let unseen = manager.export();
    manager.customer("a", "经理改的");
    assert_eq!(rep.verdicts(&manager.export()), [Verdict::FileNewer]);
    rep.customer("a", "代表改的");
    assert_eq!(rep.verdicts(&unseen), [Verdict::BookNewer]);
    assert_eq!(rep.verdicts(&manager.export()), [Verdict::Conflict]);
}

#[test]
fn a_returning_copy_is_recognised_under_another_id() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "代表的");
    let mut manager = Browser::new("manager");
    manager.customer("a", "经理的");
    manager.import(&rep.export());
    assert_eq!(manager.customers(), ["代表的", "经理的"]);
    let verdicts = rep.verdicts(&manager.export());
    assert_eq!(verdicts.iter().filter(|it| **it == Verdict::Identical).count(), 1, "{verdicts:?}");
    assert_eq!(verdicts.iter().filter(|it| **it == Verdict::Conflict).count(), 1, "{verdicts:?}");
}

#[test]
fn our_own_backup_is_older_or_restores_lost_deals() {
    let mut book = Browser::new("mine");
    book.customer("a", "华东");
    let old = book.export();
    book.customer("a", "华东机床");
    let new = book.export();
    assert_eq!(book.verdicts(&old), [Verdict::BookNewer]);
    let mut set_back = book.clone();
    set_back.import(&old);
    assert_eq!(set_back, book, "older versions are not imported by default");
    let mut preview = book.preview(&old);
    preview.choose(0, ImportChoice::Take);
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["华东"]);
    assert!(book.deal("a").unwrap().revision > 2, "a write has a higher revision than the record it replaces");
    let mut lost = Browser::new("mine");
    lost.import(&new);
    assert_eq!(lost.customers(), ["华东机床"]);
    assert!(!lost.export().contains("imported"), "a deal that returns to its book is not an import");
}

#[test]
fn a_file_without_a_book_id_never_replaces_anything() {
    let mut book = Browser::new("mine");
    book.customer("a", "华东");
    let old = |revision: u32, customer: &str| {
        file(&[&format!(r#"{{"schema":1,"id":"a","revision":{revision},"customer":"{customer}"}}"#)])
    };
    for revision in [0, 1, 9] {
        assert_eq!(book.verdicts(&old(revision, "华北")), [Verdict::Conflict]);
    }
    let mut other = Browser::new("other");
    other.import(&old(3, "华北"));
    other.customer("a", "华北机床");
    assert_eq!(other.verdicts(&old(3, "华北")), [Verdict::BookNewer], "ours was imported from it");
    assert_eq!(other.verdicts(&old(4, "华北二")), [Verdict::Conflict]);
}

#[test]
fn a_changed_copy_is_not_imported_again() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "代表的");
    let mut manager = Browser::new("manager");
    manager.customer("a", "经理的");
    manager.import(&rep.export());
    let copy = manager.stored.keys().filter_map(|key| id_of(key)).find(|id| *id != "a").unwrap().to_owned();
    manager.customer(&copy, "合并了");
    let before = manager.clone();
    manager.import(&rep.export());
    assert_eq!(manager, before);
    // Not even if the file names no book, nor if the copy has become unreadable.
    let nameless = rep.export().replace("\"book\":\"rep\",", "");
    manager.import(&nameless);
    assert_eq!(manager, before);
    manager.stored.insert(key(&copy), "{".to_owned());
    let before = manager.clone();
    manager.import(&rep.export());
    assert_eq!(manager, before);
}

#[test]
fn a_duplicate_revision_proves_nothing() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "华东");
    let mut manager = Browser::new("manager");
    manager.import(&rep.export());
    manager.customer("a", "华东机床");
    // Two tabs without locks can produce this.
    let text = rep.stored[&key("a")].replace("华东", "华南");
    rep.stored.insert(key("a"), text);
    assert_eq!(manager.verdicts(&rep.export()), [Verdict::Conflict]);
}
