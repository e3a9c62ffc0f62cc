//! A deal that was changed on both sides, combined field by field.

use abacus_core::text::Locale;
use abacus_deals::decode;
use abacus_deals::transfer::{Resolution, Side, difference_texts, differences};
use proptest::prelude::*;

use super::properties::any_deal;
use super::*;

const OURS: &str = r#"{"schema":2,"id":"a","revision":3,"customer":"华东","amount":"5","stage":"needs","notes":"我们",
    "reached":{"needs":"2026-03-01"},"people":[{"id":"p1","name":"王芳"}],"next_step":{"action":"送样","x":1},
    "unread":{"expected_close":"六月"}}"#;
const THEIRS: &str = r#"{"schema":2,"id":"a","revision":9,"customer":"华东机床","amount":"7","stage":"trust","end":"lost",
    "reached":{"trust":"2026-02-01"},"expected_close":"2026-06-30","log":[{"id":"c1","date":"2026-03-02"}],
    "next_step":{"date":"2026-03-05","x":2},"unread":{"people.p1.next_step.date":"?"},"later":[1.10]}"#;

/// A book with [`OURS`], and the import of [`THEIRS`] into it.
fn conflict() -> (Browser, Preview, String) {
    let mut book = Browser::new("mine");
    book.stored.insert(key("a"), OURS.to_owned());
    let text = file(&[THEIRS]);
    let preview = book.preview(&text);
    assert_eq!(preview.items()[0].verdict, Verdict::Conflict);
    (book, preview, text)
}

fn fields(preview: &Preview) -> Vec<String> {
    preview.conflicts()[0].differences(preview.items()).into_iter().map(|it| it.field).collect()
}

#[test]
fn each_field_is_taken_from_the_chosen_side() {
    let (mut book, mut preview, text) = conflict();
    assert_eq!(preview.choices(), [ImportChoice::KeepBoth], "until a choice is made");
    assert_eq!(preview.side(0, "customer"), None);
    for (field, side) in [
        ("customer", Side::File(0)),
        ("amount", Side::File(0)),
        ("amount", Side::Book),
        ("stage", Side::File(0)),
        ("expected_close", Side::File(0)),
        ("next_step", Side::File(0)),
        ("log", Side::File(0)),
        ("later", Side::File(0)),
    ] {
        preview.choose_field(0, field, side);
        assert_eq!(preview.side(0, field), Some(side), "{field}");
    }
    assert_eq!((preview.choices(), preview.write_count()), (&[ImportChoice::Combine][..], 1));
    book.carry_out(&preview);
    let deal = book.deal("a").unwrap();
    assert_eq!((&*deal.customer, deal.amount, &*deal.notes), ("华东机床", Some(5.into()), "我们"));
    assert_eq!(
        (deal.stage.code(), deal.end.map(|end| end.code())),
        ("trust", Some("lost")),
        "the end goes with the stage"
    );
    let text_of = &book.stored[&key("a")];
    for part in [r#""reached":{"trust":"2026-02-01"}"#, r#""expected_close":"2026-06-30""#, r#""later":[1.10]"#, "王芳"]
    {
        assert!(text_of.contains(part), "{part} is missing in {text_of}");
    }
    assert!(!text_of.contains("六月"), "unread text is replaced with its field");
    assert!(text_of.contains(r#""action":"送样""#) && text_of.contains(r#""x":2"#), "{text_of}");
    assert_eq!(deal.revision, 10);

    // Both versions are recorded as its ancestors.
    assert_eq!(book.verdicts(&text), [Verdict::BookNewer]);
    let before = book.clone();
    book.import(&text);
    assert_eq!(book, before);
}

#[test]
fn a_deal_of_the_same_book_is_combined_once() {
    let mut book = Browser::new("mine");
    book.stored.insert(key("a"), r#"{"schema":2,"id":"a","revision":9,"customer":"华东"}"#.to_owned());
    let theirs = r#"{"schema":2,"id":"a","revision":9,"customer":"华北"}"#;
    let text = file(&[theirs]).replace(r#""version":1"#, r#""version":1,"book":"mine""#);
    let mut preview = book.preview(&text);
    preview.choose_field(0, "customer", Side::File(0));
    preview.choose_field(0, "customer", Side::Book);
    book.carry_out(&preview);
    assert_eq!(book.deal("a").map(|deal| (deal.customer, deal.revision)), Some(("华东".to_owned(), 11)));
    assert_eq!(book.verdicts(&text), [Verdict::BookNewer]);
}

#[test]
fn only_a_deal_changed_on_both_sides_is_combined() {
    let mut book = Browser::new("mine");
    book.customer("same", "华东");
    book.stored.insert(key("bad"), "{".to_owned());
    let text = file(&[&with_id("same", "华东"), &with_id("new", "华北"), &with_id("bad", "华南")]);
    let before = book.preview(&text);
    let mut preview = before.clone();
    for index in 0..9 {
        preview.choose(index, ImportChoice::Combine);
        preview.resolve(index, Resolution::Combine);
        preview.choose_version(index, Side::File(0));
        preview.choose_field(index, "customer", Side::File(0));
    }
    assert_eq!(preview, before);
    preview.choose_all(Verdict::Conflict, ImportChoice::Combine);
    assert_eq!(preview, before);
}

#[test]
fn the_salesperson_and_the_day_of_a_file_are_read() {
    let mut book = Browser::new("mine");
    book.stored.insert(abacus_deals::SALESPERSON_KEY.to_owned(), " 陈晨 ".to_owned());
    let told = |text: &str| {
        let export = read_export(text.as_bytes()).unwrap();
        (export.salesperson, export.day.map(|day| day.to_string()))
    };
    assert_eq!(told(&book.export()), (Some("陈晨".to_owned()), Some("2026-11-29".to_owned())));
    assert_eq!(told(&file(&[])), (None, None), "older files have neither");
    for day in ["7", r#""2026-02-30""#, "null", "[]"] {
        let text = file(&[&with_id("a", "华东")]).replace(r#""version":1"#, &format!(r#""version":1,"day":{day}"#));
        assert_eq!(told(&text), (None, None), "{day}");
        assert_eq!(book.verdicts(&text), [Verdict::New], "{day} does not prevent the import");
    }
}

proptest! {
    #[test]
    fn all_fields_of_one_side_are_that_version(ours in any_deal(), theirs in any_deal()) {
        let mut book = Browser::new("mine");
        book.stored.insert(key("a"), encode(&Deal { id: "a".to_owned(), ..ours }));
        let mut preview = book.preview(&file(&[&encode(&Deal { id: "a".to_owned(), ..theirs })]));
        let content = |deal: &Deal| {
            let mut deal = Deal { revision: 0, ..deal.clone() };
            deal.extra.remove("imported");
            encode(&deal)
        };
        if preview.items()[0].verdict == Verdict::Conflict {
            for side in [Side::File(0), Side::Book] {
                for field in fields(&preview) {
                    preview.choose_field(0, &field, side);
                }
                let expected = preview.conflicts()[0].deal(side, preview.items()).unwrap();
                let written = decode("a", &preview.writes()[0].after).unwrap();
                prop_assert_eq!(content(&written), content(expected));
                let one_by_one = preview.clone();
                preview.choose_version(0, side);
                prop_assert_eq!(&preview, &one_by_one);
            }
        }
    }
}

#[test]
fn versions_that_differ_only_in_a_day_show_that_day() {
    let deal = |text: &str| decode("a", &format!(r#"{{"schema":2,"id":"a","customer":"华东"{text}}}"#)).unwrap();
    let log = |day: &str, note: &str| {
        deal(&format!(r#","log":[{{"id":"c1","date":"2026-03-01"}},{{"id":"c2","date":"{day}","note":"{note}"}}]"#))
    };
    let told = |file: &Deal, here: &Deal, field: &str| difference_texts(&[file, here], field, Locale::En);
    assert_eq!(
        told(&log("2026-03-02", "x"), &log("2026-03-03", "x"), "log"),
        ["2026-03-02", "2026-03-03"],
        "what both have is left out"
    );
    assert_eq!(
        told(&log("2026-03-02", "x"), &log("2026-03-03", "y"), "log"),
        ["2026-03-02 · x", "2026-03-03 · y"],
        "the note differs, too"
    );
    assert_eq!(told(&log("2026-03-02", "x"), &log("2026-03-02", "y"), "log"), ["2026-03-02: x", "2026-03-02: y"]);
    assert_eq!(told(&log("2026-03-02", "x"), &log("2026-03-02", "x"), "log"), ["", ""]);
    let reached = |days: &str| deal(&format!(r#","stage":"needs","reached":{{{days}}}"#));
    assert_eq!(
        told(&reached(r#""trust":"2026-02-01","ended":"2026-04-01""#), &reached(r#""trust":"2026-02-02""#), "reached"),
        ["2026-04-01 · 2026-02-01", "– · 2026-02-02"]
    );
    let invoice = |due: &str| deal(&format!(r#","invoice":{{"due":"{due}"}}"#));
    assert_eq!(told(&invoice("2026-05-01"), &deal(""), "invoice"), ["2026-05-01", "–"]);
    // A day that has a column is shown in the column.
    let close = |day: &str| deal(&format!(r#","expected_close":"{day}""#));
    let closes = [close("2026-06-01"), close("2026-06-02"), close("2026-06-01")];
    let versions: Vec<&Deal> = closes.iter().collect();
    let found = differences(&versions);
    let shown: Vec<_> = found.iter().map(|it| (it.texts(&versions, Locale::En), &*it.same_as)).collect();
    let texts = ["2026-06-01", "2026-06-02", "2026-06-01"].map(str::to_owned).to_vec();
    assert_eq!(shown, [(Some(texts), &[0, 1, 0][..])]);
}

#[test]
fn parts_without_a_column_show_what_differs_in_them() {
    let deal = |part: &str| decode("a", &format!(r#"{{"schema":2,"id":"a","customer":"华东",{part}}}"#)).unwrap();
    let told = |field: &str, one: &str, other: &str, locale: Locale| {
        let [one, other] = [one, other].map(|part| deal(&format!(r#""{field}":{part}"#)));
        difference_texts(&[&one, &other], field, locale)
    };
    let person = |more: &str| format!(r#"[{{"id":"p1","name":"王芳"{more}}},{{"id":"p2","name":"李雷"}}]"#);
    assert_eq!(
        told("people", &person(r#","stance":"supports""#), &person(r#","stance":"opposes""#), Locale::Zh),
        ["王芳: 支持", "王芳: 反对"]
    );
    assert_eq!(
        told("people", r#"[{"id":"p1","name":"王芳"}]"#, r#"[{"id":"p9","name":"赵敏"}]"#, Locale::Zh),
        ["王芳", "赵敏"]
    );
    assert_eq!(told("assessment", r#"{"grade":"A"}"#, r#"{"grade":"C"}"#, Locale::En), ["A", "C"]);
    let log = |outcome: &str| format!(r#"[{{"id":"c1","date":"2026-03-02","outcome":"{outcome}"}}]"#);
    assert_eq!(told("log", &log("order"), &log("no-sale"), Locale::En), ["2026-03-02: Order", "2026-03-02: No sale"]);
    let met = |id: &str, name: &str| {
        deal(&format!(
            r#""people":[{{"id":"{id}","name":"{name}"}}],"log":[{{"id":"c-{id}","date":"2026-03-02","people":["{id}"]}}]"#
        ))
    };
    assert_eq!(
        difference_texts(&[&met("p1", "王芳"), &met("p9", "赵敏")], "log", Locale::Zh),
        ["2026-03-02、王芳", "2026-03-02、赵敏"]
    );
    let goal = |goal: &str| format!(r#"[{{"id":"v1","goal":"{goal}"}}]"#);
    assert_eq!(told("visits", &goal("看样机"), &goal("谈价"), Locale::Zh), ["看样机", "谈价"]);
    let fab = |feature: &str| format!(r#"[{{"id":"f1","feature":"{feature}"}}]"#);
    assert_eq!(told("fab", &fab("steel"), &fab("glass"), Locale::En), ["steel", "glass"]);
}

#[test]
fn stages_with_equal_labels_are_distinguished() {
    let deal = |text: &str| decode("a", &format!(r#"{{"schema":2,"id":"a",{text}}}"#)).unwrap();
    let told = |deals: &[Deal]| {
        let versions: Vec<&Deal> = deals.iter().collect();
        let found = differences(&versions);
        let texts = found.iter().map(|it| it.texts(&versions, Locale::En).unwrap_or_default());
        found.iter().map(|it| it.field.clone()).zip(texts).collect::<Vec<_>>()
    };
    let (lost, later) = (deal(r#""stage":"trust","end":"lost""#), deal(r#""stage":"value","end":"lost""#));
    assert_eq!(
        told(&[lost, later]),
        [("stage".to_owned(), vec!["Lost · Build trust".to_owned(), "Lost · Show value".to_owned()])]
    );
    let trust = |day: &str| deal(&format!(r#""stage":"trust","reached":{{"trust":"{day}"}}"#));
    let days = |deals: &[Deal]| told(deals).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    assert_eq!(days(&[trust("2026-02-01"), trust("2026-02-02")]), ["reached"], "the stage is the same");
    let three = [trust("2026-02-01"), trust("2026-02-02"), deal(r#""stage":"value""#)];
    assert_eq!(days(&three), ["stage"], "the days go with the stage");
    assert_eq!(told(&three)[0].1, ["Build trust · 2026-02-01", "Build trust · 2026-02-02", "Show value"],);
}

#[test]
fn people_met_are_imported_with_their_meetings() {
    let file = |book: &str, person: &str, name: &str| {
        format!(
            r#"{{"format":"sales-abacus","version":1,"book":"{book}","deals":[{{"schema":2,"id":"a","revision":1,"customer":"华东",
            "people":[{{"id":"{person}","name":"{name}"}}],"log":[{{"id":"c-{person}","date":"2026-03-02","people":["{person}"]}}]}}]}}"#
        )
    };
    let mut book = Browser::new("mine");
    let mut preview = book.preview_all(&[file("one", "p1", "王芳"), file("two", "p9", "赵敏")]);
    preview.choose_field(0, "people", Side::File(0));
    preview.choose_field(0, "log", Side::File(1));
    assert_eq!(preview.open_fields(0), 0);
    book.carry_out(&preview);
    let deal = book.deal("a").unwrap();
    let names: Vec<&str> = deal.people.iter().map(|person| &*person.name).collect();
    assert_eq!((names, &*deal.log[0].people), (vec!["王芳", "赵敏"], &["p9".to_owned()][..]));
}
