//! One deal in several versions: one answer for all of them, as a whole or field by field.

use std::collections::BTreeMap;

use abacus_deals::transfer::{Conflict, Resolution, Side};
use proptest::prelude::*;

use super::properties::{any_deal, contents};
use super::several::{colleagues, places, verdicts};
use super::*;

const FILES: [&str; 3] = [
    r#"{"schema":2,"id":"a","revision":2,"customer":"华东","amount":"5","notes":"一","people":[{"id":"p1","name":"王芳"}]}"#,
    r#"{"schema":2,"id":"a","revision":7,"customer":"华东","amount":"7","stage":"trust"}"#,
    r#"{"schema":2,"id":"a","revision":4,"customer":"华北","amount":"7","notes":"三"}"#,
];

/// Three colleagues' files, each from its own book.
fn three() -> [String; 3] {
    let mut number = 0;
    FILES.map(|deal| {
        number += 1;
        file(&[deal]).replace(r#""version":1"#, &format!(r#""version":1,"book":"b{number}""#))
    })
}

/// The fields of a conflict; for each version, the first version with the same value.
fn fields(preview: &Preview, conflict: &Conflict) -> Vec<(String, Vec<usize>)> {
    conflict.differences(preview.items()).into_iter().map(|it| (it.field, it.same_as)).collect()
}

fn content(deal: &Deal) -> String {
    let mut deal = Deal { revision: 0, ..deal.clone() };
    deal.extra.remove("imported");
    encode(&deal)
}

/// A version of the deal `a` that differs from others in parts of every kind.
fn any_version() -> impl Strategy<Value = Deal> {
    let part = |all: &'static [&'static str]| prop::sample::select(all);
    let stage = part(&["", r#""stage":"trust""#, r#""stage":"value","end":"lost""#, r#""stage":"trust","end":"lost""#]);
    let reached = part(&["", r#""reached":{"trust":"2026-02-01"}"#, r#""reached":{"trust":"2026-02-02"}"#]);
    let people =
        part(&["", r#""people":[{"id":"p1","name":"王芳"}]"#, r#""people":[{"id":"p1","name":"李雷","note":"x"}]"#]);
    let log = part(&["", r#""log":[{"id":"c1","date":"2026-03-02"}]"#]);
    let close = part(&["", r#""expected_close":"2026-06-30""#, r#""unread":{"expected_close":"六月"}"#]);
    let invoice = part(&["", r#""invoice":{"due":"2026-05-01","x":1}"#, r#""invoice":{"number":"7","x":2}"#]);
    (any_deal(), stage, reached, people, log, close, invoice).prop_map(
        |(deal, stage, reached, people, log, close, invoice)| {
            let parts = [r#""schema":2"#, stage, reached, people, log, close, invoice];
            let text = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(",");
            let Deal { revision, customer, amount, next_step, deleted, extra, .. } = deal;
            Deal {
                revision,
                customer,
                amount,
                next_step,
                deleted,
                extra,
                ..decode("a", &format!("{{{text}}}")).unwrap()
            }
        },
    )
}

/// Files of different books, with a version each.
fn files_of(versions: &[Deal]) -> Vec<String> {
    let file = |(place, deal): (usize, &Deal)| {
        file(&[&encode(deal)]).replace(r#""version":1"#, &format!(r#""version":1,"book":"b{place}""#))
    };
    versions.iter().enumerate().map(file).collect()
}

#[test]
fn a_new_deal_of_three_files_is_one_conflict_and_one_deal() {
    let mut book = Browser::new("mine");
    let mut preview = book.preview_all(&three());
    assert_eq!(verdicts(&preview), [Verdict::Conflict; 3]);
    assert_eq!(places(preview.items()), [(0, &[1, 2][..]), (1, &[0]), (2, &[0])]);
    assert_eq!((preview.count(Verdict::Conflict), preview.conflicts().len()), (1, 1));
    let conflict = preview.conflicts()[0].clone();
    assert_eq!(conflict.versions.iter().map(|it| it.side).collect::<Vec<_>>(), [0, 1, 2].map(Side::File));
    let told = fields(&preview, &conflict);
    let told: Vec<_> = told.iter().map(|(field, same)| (field.as_str(), &same[..])).collect();
    assert_eq!(
        told,
        [
            ("customer", &[0, 0, 2][..]),
            ("stage", &[0, 1, 0]),
            ("amount", &[0, 1, 1]),
            ("notes", &[0, 1, 2]),
            ("people", &[0, 1, 1]),
        ]
    );
    assert_eq!(preview.resolution(0), Some(Resolution::Combine), "the user is asked; no copy is made");
    assert_eq!((preview.open_fields(0), preview.open_conflicts().count()), (5, 1));
    assert_eq!(preview.writes(), [], "nothing is written before the last answer");

    let answers = [("customer", 2), ("stage", 1), ("amount", 1), ("notes", 0), ("people", 0)];
    for (open, (field, place)) in (0..5).rev().zip(answers) {
        assert_eq!((preview.side(0, field), preview.writes().len()), (None, 0));
        preview.choose_field(0, field, Side::File(place));
        assert_eq!((preview.side(0, field), preview.open_fields(0)), (Some(Side::File(place)), open), "{field}");
    }
    assert_eq!((preview.write_count(), preview.open_conflicts().count()), (1, 0));
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["华北"]);
    let deal = book.deal("a").unwrap();
    assert_eq!((deal.amount, deal.stage.code(), &*deal.notes), (Some(7.into()), "trust", "一"));
    assert_eq!((deal.people.len(), deal.revision), (1, 8));

    // Every file is recorded as an ancestor, also when imported alone.
    let before = book.clone();
    for file in three() {
        assert_eq!(book.verdicts(&file), [Verdict::BookNewer]);
    }
    book.import_all(&three());
    assert_eq!(book, before);
    // A later version of one of them is a conflict again.
    let later = three()[1].replace(r#""revision":7"#, r#""revision":8"#).replace("trust", "needs");
    assert_eq!(book.verdicts(&later), [Verdict::Conflict]);
    // In the book of that file, the combined deal is a newer version of theirs.
    let mut theirs = Browser::new("b2");
    theirs.stored.insert(key("a"), FILES[1].to_owned());
    assert_eq!(theirs.verdicts(&book.export()), [Verdict::FileNewer]);
}

#[test]
fn a_new_deal_of_several_files_can_be_kept_apart() {
    let mut book = Browser::new("mine");
    let mut preview = book.preview_all(&three());
    assert_eq!(preview.resolutions(0), [Resolution::KeepAll, Resolution::Combine, Resolution::Leave]);
    preview.choose_field(0, "notes", Side::File(0));
    preview.resolve(0, Resolution::KeepAll);
    assert_eq!((preview.open_fields(0), preview.side(0, "notes"), preview.write_count()), (0, None, 3));
    let mut left = preview.clone();
    left.resolve(0, Resolution::Leave);
    assert_eq!(left.writes(), []);
    let mut again = preview.clone();
    again.resolve(0, Resolution::Combine);
    assert_eq!((again.open_fields(0), again.side(0, "notes")), (4, Some(Side::File(0))), "earlier choices are kept");
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["华东", "华东", "华北"]);
    assert!(book.deal("a").is_some(), "one of them has the id");
    let before = book.clone();
    book.import_all(&three());
    assert_eq!(book, before);
}

#[test]
fn choosing_a_whole_version_answers_every_field() {
    let mut book = Browser::new("mine");
    let mut preview = book.preview_all(&three());
    preview.choose_version(0, Side::File(2));
    assert_eq!(preview.open_fields(0), 0);
    preview.choose_version(0, Side::Book);
    preview.choose_version(0, Side::File(9));
    assert_eq!(preview.side(0, "notes"), Some(Side::File(2)), "there is no such version");
    book.carry_out(&preview);
    assert_eq!(content(&book.deal("a").unwrap()), content(&decode("a", FILES[2]).unwrap()));
    assert_eq!(book.verdicts(&three()[2]), [Verdict::Identical]);
    assert_eq!(book.verdicts(&three()[0]), [Verdict::BookNewer]);
}

#[test]
fn a_stored_deal_changed_by_two_files_waits_for_an_answer() {
    let (manager, files) = colleagues("华南", "华北");
    let mut preview = manager.preview_all(&files);
    assert_eq!(verdicts(&preview), [Verdict::Conflict, Verdict::Conflict]);
    assert_eq!((preview.resolution(0), preview.write_count()), (Some(Resolution::Combine), 0));
    assert_eq!((preview.open_fields(0), preview.side(0, "customer")), (1, None), "both descend from the one here");
    let imported = |preview: &Preview| {
        let mut book = manager.clone();
        book.carry_out(preview);
        (book.customers(), book.deal("a").unwrap().customer)
    };
    assert_eq!(imported(&preview).0, ["华东"], "it is not written without an answer");
    for (place, customer) in [(0, "华南"), (1, "华北")] {
        let mut answered = preview.clone();
        answered.choose_field(0, "customer", Side::File(place));
        assert_eq!(imported(&answered), (vec![customer.to_owned()], customer.to_owned()));
        let mut book = manager.clone();
        book.carry_out(&answered);
        let before = book.clone();
        book.import_all(&files);
        assert_eq!(book, before, "both files are its ancestors");
    }
    let both = ["华北", "华南"].map(str::to_owned).to_vec();
    for (place, customer) in [(0, "华南"), (1, "华北"), (0, "华南")] {
        preview.resolve(0, Resolution::Take(place));
        assert_eq!(preview.resolution(0), Some(Resolution::Take(place)));
        assert_eq!(preview.choices()[1 - place], ImportChoice::KeepBoth, "the other is not lost");
        assert_eq!(imported(&preview), (both.clone(), customer.to_owned()));
    }
    preview.choose_all(Verdict::Conflict, ImportChoice::KeepBoth);
    assert_eq!(imported(&preview).0.len(), 3);
    preview.choose_all(Verdict::Conflict, ImportChoice::Take);
    assert_eq!(preview.resolution(0), Some(Resolution::KeepAll), "it is ambiguous which to take");
    preview.choose_all(Verdict::Conflict, ImportChoice::Leave);
    assert_eq!(imported(&preview).0, ["华东"]);
}

#[test]
fn an_identical_change_in_all_files_is_not_a_question() {
    let mut manager = Browser::new("manager");
    manager.write("a", |deal| (deal.customer, deal.notes) = ("华东".to_owned(), "旧".to_owned()));
    let start = manager.export();
    let files: Vec<String> = [("one", "周芸"), ("two", "何嘉")]
        .into_iter()
        .map(|(name, seller)| {
            let mut rep = Browser::new(name);
            rep.import(&start);
            rep.write("a", |deal| (deal.notes, deal.salesperson) = ("新".to_owned(), seller.to_owned()));
            rep.export()
        })
        .collect();
    let mut preview = manager.preview_all(&files);
    assert_eq!(preview.open_fields(0), 1);
    assert!(matches!(preview.side(0, "notes"), Some(Side::File(_))));
    preview.choose_field(0, "salesperson", Side::Book);
    assert_eq!(preview.side(0, "salesperson"), Some(Side::Book), "the one here can be kept, too");
    manager.carry_out(&preview);
    let deal = manager.deal("a").unwrap();
    assert_eq!((&*deal.customer, &*deal.notes, &*deal.salesperson), ("华东", "新", ""));
}

#[test]
fn a_stored_deal_is_combined_with_several_files() {
    let mut book = Browser::new("mine");
    book.write("a", |deal| (deal.customer, deal.notes) = ("华东".to_owned(), "本机".to_owned()));
    let mut preview = book.preview_all(&three());
    let conflict = &preview.conflicts()[0];
    let sides: Vec<_> = conflict.versions.iter().map(|it| it.side).collect();
    assert_eq!(sides, [Side::Book, Side::File(0), Side::File(1), Side::File(2)]);
    assert_eq!(preview.choices(), [ImportChoice::Combine; 3], "until a choice is made");
    assert_eq!(preview.side(0, "notes"), None);
    preview.choose_version(0, Side::Book);
    preview.choose_field(0, "amount", Side::File(1));
    preview.choose_field(0, "people", Side::File(0));
    assert_eq!((preview.resolution(0), preview.open_fields(0)), (Some(Resolution::Combine), 0));
    book.carry_out(&preview);
    let deal = book.deal("a").unwrap();
    assert_eq!((book.customers().len(), deal.amount, &*deal.notes), (1, Some(7.into()), "本机"));
    assert_eq!((deal.people.len(), deal.stage.code()), (1, "analyse"));
    let before = book.clone();
    book.import_all(&three());
    assert_eq!(book, before);
}

#[test]
fn identical_versions_are_grouped() {
    let mut book = Browser::new("mine");
    book.stored.insert(key("a"), FILES[0].to_owned());
    let [one, two, three] = three();
    let preview = book.preview_all(&[two.clone(), one, two, three]);
    let versions: Vec<_> = preview.conflicts()[0].versions.iter().map(|it| (it.side, &it.equals[..])).collect();
    assert_eq!(versions, [(Side::Book, &[1][..]), (Side::File(0), &[2]), (Side::File(3), &[])]);
}

#[test]
fn taking_an_older_version_replaces_a_combination() {
    let mut book = Browser::new("mine");
    book.customer("a", "华东");
    let old = book.export();
    book.customer("a", "华东机床");
    let mut preview = book.preview_all(&[old, three()[2].clone()]);
    assert_eq!(verdicts(&preview), [Verdict::BookNewer, Verdict::Conflict]);
    assert_eq!(preview.replaced_by(0), None);
    preview.choose_field(0, "customer", Side::File(1));
    assert_eq!(preview.replaced_by(0), Some(1), "so that it can be reported");
    preview.choose(0, ImportChoice::Take);
    assert_eq!(preview.choices(), [ImportChoice::Take, ImportChoice::KeepBoth]);
    assert_eq!(preview.replaced_by(1), Some(0));
    preview.resolve(0, Resolution::Combine);
    assert_eq!(preview.choices(), [ImportChoice::Leave, ImportChoice::Combine]);
    preview.choose_all(Verdict::BookNewer, ImportChoice::Take);
    assert_eq!(preview.choices(), [ImportChoice::Leave, ImportChoice::Combine], "individual choices are not undone");
}

#[test]
fn a_deal_in_very_many_versions_is_kept_in_each() {
    let versions: Vec<_> = (0..21).map(|number| with_id("a", &format!("{number:03}"))).collect();
    let text = file(&versions.iter().map(String::as_str).collect::<Vec<_>>());
    for here in [None, Some("华东")] {
        let mut book = Browser::new("mine");
        here.iter().for_each(|customer| book.customer("a", customer));
        let mut preview = book.preview(&text);
        assert_eq!(preview.resolutions(0), [Resolution::KeepAll, Resolution::Leave]);
        preview.choose_version(0, Side::File(3));
        assert_eq!(preview.resolution(0), Some(Resolution::KeepAll));
        book.carry_out(&preview);
        assert_eq!(book.customers().len(), 21 + here.iter().count());
    }
}

#[test]
fn deals_deleted_in_every_version_are_not_a_question() {
    let deleted = |customer: &str| {
        file(&[&format!(r#"{{"schema":2,"id":"a","revision":1,"customer":"{customer}","deleted":true}}"#)])
    };
    let mut book = Browser::new("mine");
    let preview = book.preview_all(&[deleted("华东"), deleted("华北")]);
    assert_eq!((preview.open_conflicts().count(), preview.write_count()), (0, 1), "one deletion is enough");
    book.carry_out(&preview);
    assert!(book.deal("a").unwrap().deleted);
    // Not so if one version is not deleted.
    let alive = Browser::new("other").preview_all(&[deleted("华东"), file(&[&with_id("a", "华东")])]);
    let told = fields(&alive, &alive.conflicts()[0]);
    assert_eq!((told, alive.open_fields(0)), (vec![("deleted".to_owned(), vec![0, 1])], 1));
}

#[test]
fn a_damaged_mark_is_ignored_and_the_others_count() {
    let mut book = Browser::new("mine");
    let mark = r#"{"book":"b3","id":"z","print":"p","revision":4}"#;
    let also = format!(r#"[7,{{"id":"y"}},null,{mark}]"#);
    let text = format!(
        r#"{{"schema":2,"id":"a","revision":3,"customer":"甲","imported":{{"id":"a","book":"b1","revision":2,"print":"p","also":{also}}}}}"#
    );
    book.stored.insert(key("a"), text);
    let from = |book: &str, id: &str, revision: u64| {
        let deal = format!(r#"{{"schema":2,"id":"{id}","revision":{revision},"customer":"乙"}}"#);
        file(&[&deal]).replace(r#""version":1"#, &format!(r#""version":1,"book":"{book}""#))
    };
    for (file, verdict) in [
        (from("b1", "a", 1), Verdict::BookNewer),
        (from("b3", "z", 3), Verdict::BookNewer),
        (from("b3", "z", 5), Verdict::New),
        (from("b2", "a", 1), Verdict::Conflict),
    ] {
        assert_eq!(book.verdicts(&file), [verdict], "{file}");
    }
    assert!(book.export().contains(&also), "unreadable marks are kept");
}

#[test]
fn a_deal_combined_twice_still_descends_from_every_file() {
    let mut book = Browser::new("mine");
    let mut preview = book.preview_all(&three());
    for (field, place) in [("customer", 2), ("stage", 0), ("amount", 1), ("notes", 0), ("people", 0)] {
        preview.choose_field(0, field, Side::File(place));
    }
    book.carry_out(&preview);
    // A week later the first colleague has another note, and it is taken.
    let later = r#"{"schema":2,"id":"a","revision":9,"customer":"华东","amount":"5","notes":"四","title":"新"}"#;
    let later = file(&[later]).replace(r#""version":1"#, r#""version":1,"book":"b1""#);
    let mut preview = book.preview_all(std::slice::from_ref(&later));
    assert_eq!(verdicts(&preview), [Verdict::Conflict]);
    preview.choose_field(0, "notes", Side::File(0));
    book.carry_out(&preview);
    assert_eq!(&*book.deal("a").unwrap().notes, "四");
    // The other files, and the new one, contain nothing undecided.
    let [_, second, third] = three();
    let again = book.preview_all(&[second, third, later]);
    assert_eq!(again.writes(), [], "{:?}", verdicts(&again));
}

proptest! {
    /// Two versions are combined as the book's version with the chosen fields of the file.
    #[test]
    fn of_two_versions_each_field_is_as_chosen(ours in any_deal(), theirs in any_deal(), picks in prop::collection::vec(any::<bool>(), 20)) {
        let [ours, theirs] = [ours, theirs].map(|deal| Deal { id: "a".to_owned(), deleted: false, ..deal });
        let mut book = Browser::new("mine");
        book.stored.insert(key("a"), encode(&ours));
        let mut preview = book.preview(&file(&[&encode(&theirs)]));
        if let Some(conflict) = preview.conflicts().first().cloned() {
            let mut expected = theirs.clone();
            for ((field, _), is_theirs) in fields(&preview, &conflict).into_iter().zip(picks) {
                preview.choose_field(0, &field, if is_theirs { Side::File(0) } else { Side::Book });
                if is_theirs {
                    continue;
                }
                match field.as_str() {
                    "customer" => expected.customer.clone_from(&ours.customer),
                    "amount" => expected.amount = ours.amount,
                    "next_step.action" => expected.next_step.action.clone_from(&ours.next_step.action),
                    name => {
                        expected.extra.remove(name);
                        expected.extra.extend(ours.extra.get(name).map(|value| (name.to_owned(), value.clone())));
                    }
                }
            }
            let written = decode("a", &preview.writes()[0].after).unwrap();
            prop_assert_eq!(content(&written), content(&expected));
            prop_assert_eq!(written.revision, ours.revision.saturating_add(1).max(theirs.revision) + 1);
        }
    }

    /// Neither the order of the files nor that of the answers matters.
    #[test]
    fn the_order_of_the_files_changes_no_choice_and_no_result(
        here in prop::option::of(any_version()),
        there in prop::collection::vec(any_version(), 2..5),
        order in Just(vec![0_usize, 1, 2, 3]).prop_shuffle(),
        picks in prop::collection::vec(0..5_usize, 20),
    ) {
        let mut book = Browser::new("mine");
        book.stored.extend(here.map(|deal| (key("a"), encode(&deal))));
        let files = files_of(&there);
        let order: Vec<usize> = order.into_iter().filter(|place| *place < files.len()).collect();
        let shuffled: Vec<String> = order.iter().map(|place| files[*place].clone()).collect();

        // The choices that are offered, by content, and the result of making the same ones.
        let outcome = |files: &[String]| {
            let mut preview = book.preview_all(files);
            let mut offered = BTreeMap::new();
            for place in 0..preview.conflicts().len() {
                let conflict = preview.conflicts()[place].clone();
                let items = preview.items().to_vec();
                let deals = conflict.deals(&items);
                let mut sides: Vec<(String, Side)> = conflict.versions.iter().zip(&deals).map(|(it, deal)| (content(deal), it.side)).collect();
                sides.sort_by(|one, other| one.0.cmp(&other.0));
                for ((field, same), pick) in fields(&preview, &conflict).into_iter().zip(&picks) {
                    let mut classes: Vec<Vec<String>> = (0..same.len()).map(|first| {
                        let of = same.iter().zip(&deals).filter(|(it, _)| **it == first);
                        let mut contents: Vec<String> = of.map(|(_, deal)| content(deal)).collect();
                        contents.sort();
                        contents
                    }).filter(|class| !class.is_empty()).collect();
                    classes.sort();
                    preview.choose_field(place, &field, sides[pick % sides.len()].1);
                    offered.insert(field, classes);
                }
            }
            let mut after = book.clone();
            after.carry_out(&preview);
            // It does not matter which of two equal files is marked as the origin.
            let mut after = contents(&after);
            after.sort();
            (offered, preview.write_count(), after)
        };
        let (first, second) = (outcome(&files), outcome(&shuffled));
        prop_assert_eq!(&first, &second);
    }

    /// Each chosen value is in the record. Without a stored version there is one record, or none while a question is
    /// open.
    #[test]
    fn every_chosen_value_is_in_the_one_record(there in prop::collection::vec(any_version(), 2..5), picks in prop::collection::vec(0..5_usize, 20)) {
        let files = files_of(&there);
        let mut book = Browser::new("mine");
        let mut preview = book.preview_all(&files);
        prop_assert!(preview.writes().len() <= 1, "no copy is made without an answer");
        // Deals deleted in every version are not a question.
        if let Some(conflict) = preview.conflicts().first().filter(|it| it.can_combine()).cloned() {
            let told = fields(&preview, &conflict);
            let mut chosen = BTreeMap::new();
            for ((field, _), pick) in told.iter().zip(&picks) {
                let side = conflict.versions[pick % conflict.versions.len()].side;
                preview.choose_field(0, field, side);
                chosen.insert(field.clone(), side);
            }
            prop_assert_eq!(preview.open_fields(0), 0);
            let items = preview.items().to_vec();
            let written = decode("a", &preview.writes()[0].after).unwrap();
            for (field, side) in chosen {
                let version = conflict.deal(side, &items).unwrap();
                let found = abacus_deals::transfer::differences(&[version, &written]);
                prop_assert!(found.iter().all(|it| it.field != field), "{} is not that of {:?}", field, side);
            }
        }
        book.carry_out(&preview);
        prop_assert_eq!(book.stored.keys().filter(|key| id_of(key).is_some()).count(), 1);
        let before = book.clone();
        book.import_all(&files);
        prop_assert_eq!(book, before, "the same files again change nothing");
    }
}
