//! The origins of an imported deal are kept, whatever replaces it.

use abacus_deals::transfer::Resolution;
use proptest::prelude::*;
use serde_json::Value;

use super::*;

/// The import marks of a browser's deals, each with the key of its deal.
fn marks(browser: &Browser) -> Vec<(String, Value)> {
    let of = |(key, text): (&String, &String)| {
        let record: Value = serde_json::from_str(text).ok().filter(|_| id_of(key).is_some())?;
        let first = record.get("imported")?.clone();
        let others = first.get("also").and_then(Value::as_array).cloned().unwrap_or_default();
        Some([vec![first], others].concat().into_iter().map(|mark| (key.clone(), mark)).collect::<Vec<_>>())
    };
    browser.stored.iter().filter_map(of).flatten().collect()
}

/// Whether a mark covers an earlier one: the same version, or a later one of the same book.
fn says(mark: &Value, earlier: &Value) -> bool {
    let place = |of: &Value| (of["book"].clone(), of["id"].clone());
    let revision = |of: &Value| of["revision"].as_u64();
    place(mark) == place(earlier) && (mark["print"] == earlier["print"] || revision(mark) > revision(earlier))
}

/// The earlier marks that are no longer covered.
fn forgotten(before: &Browser, after: &Browser) -> Vec<(String, Value)> {
    let known = marks(after);
    let is_lost = |(key, mark): &(String, Value)| !known.iter().any(|(other, later)| other == key && says(later, mark));
    marks(before).into_iter().filter(is_lost).collect()
}

fn two_reps() -> (Browser, Browser, Browser) {
    let (mut first, mut second) = (Browser::new("first"), Browser::new("second"));
    first.customer("a", "华东");
    second.import(&first.export());
    second.customer("a", "华东机床");
    let mut manager = Browser::new("manager");
    manager.import(&first.export());
    (first, second, manager)
}

#[test]
fn a_newer_file_keeps_the_marks_of_the_version_here() {
    let (first, second, mut manager) = two_reps();
    assert_eq!(manager.verdicts(&second.export()), [Verdict::FileNewer]);
    manager.import(&second.export());
    let books: Vec<Value> = marks(&manager).iter().map(|(_, mark)| mark["book"].clone()).collect();
    assert_eq!(books, ["second", "first"], "the first mark is that of the file, as earlier versions expect");
    manager.customer("a", "华东机床厂");
    assert_eq!(manager.verdicts(&first.export()), [Verdict::BookNewer], "it was imported before");
    assert_eq!(manager.verdicts(&second.export()), [Verdict::BookNewer]);
}

#[test]
fn a_later_version_of_the_same_book_replaces_its_mark() {
    let (mut first, _, mut manager) = two_reps();
    for customer in ["一", "二", "三"] {
        first.customer("a", customer);
        manager.import(&first.export());
    }
    assert_eq!(marks(&manager).len(), 1);
}

#[test]
fn a_version_taken_whole_in_a_conflict_keeps_the_marks_here() {
    let (mut first, second, mut manager) = two_reps();
    manager.import(&second.export());
    manager.customer("a", "经理的");
    first.customer("a", "代表的");
    let before = manager.clone();
    let mut preview = manager.preview(&first.export());
    assert_eq!(preview.items()[0].verdict, Verdict::Conflict);
    preview.resolve(0, Resolution::Take(0));
    manager.carry_out(&preview);
    assert_eq!(manager.customers(), ["代表的"]);
    assert_eq!(forgotten(&before, &manager), []);
    assert_eq!(manager.verdicts(&second.export()), [Verdict::BookNewer], "it was seen before");
}

#[test]
fn a_deal_that_comes_back_keeps_its_marks() {
    let (first, second, mut manager) = two_reps();
    manager.import(&second.export());
    manager.customer("a", "经理的");
    let backup = manager.export();
    // A device that was reset to an older backup, and then imported another file.
    let mut set_back = Browser::new("manager");
    set_back.import(&first.export());
    let before = set_back.clone();
    set_back.import(&backup);
    assert_eq!(set_back.customers(), ["经理的"]);
    assert_eq!(forgotten(&before, &set_back), []);
}

#[test]
fn equal_content_does_not_confuse_two_deals() {
    let (mut rep, mut colleague) = (Browser::new("rep"), Browser::new("colleague"));
    rep.customer("a", "华东");
    colleague.customer("a", "华北");
    let mut preview = colleague.preview(&rep.export());
    preview.resolve(0, Resolution::KeepAll);
    colleague.carry_out(&preview);
    let second = marks(&colleague)[0].0.clone();
    let mut manager = Browser::new("manager");
    manager.import(&colleague.export());
    // The two deals swap their contents.
    colleague.customer("a", "华东");
    colleague.customer(id_of(&second).expect("a deal"), "华北");
    assert_eq!(manager.verdicts(&colleague.export()), [Verdict::FileNewer, Verdict::FileNewer]);
    manager.import(&colleague.export());
    assert_eq!(manager.verdicts(&colleague.export()), [Verdict::Identical, Verdict::Identical]);
}

/// A step in a simulation of three books that exchange files.
#[derive(Clone, Debug)]
enum Step {
    /// One of them changes a deal.
    Change(usize, String, String),
    /// One imports the export of another, with these choices.
    Import(usize, usize, Vec<usize>),
}

fn any_step() -> impl Strategy<Value = Step> {
    prop_oneof![
        (0..3_usize, "[ab]", "[x-z]{1,3}").prop_map(|(who, id, customer)| Step::Change(who, id, customer)),
        (0..3_usize, 0..3_usize, prop::collection::vec(0..4_usize, 2))
            .prop_map(|(to, from, turns)| Step::Import(to, from, turns)),
    ]
}

proptest! {
    #[test]
    fn no_mark_is_lost_and_a_second_import_changes_nothing(steps in prop::collection::vec(any_step(), 1..30)) {
        let mut books = ["first", "second", "third"].map(Browser::new);
        for step in steps {
            match step {
                Step::Change(who, id, customer) => books[who].customer(&id, &customer),
                Step::Import(to, from, turns) => {
                    let text = books[from].export();
                    let before = books[to].clone();
                    let mut preview = before.preview(&text);
                    for (place, turn) in (0..preview.conflicts().len()).zip(&turns) {
                        let possible = preview.resolutions(place);
                        preview.resolve(place, possible[turn % possible.len()]);
                    }
                    books[to].carry_out(&preview);
                    prop_assert_eq!(forgotten(&before, &books[to]), vec![]);
                    books[to].import(&text);
                    let once = books[to].clone();
                    books[to].import(&text);
                    prop_assert_eq!(&books[to], &once);
                }
            }
        }
    }
}
