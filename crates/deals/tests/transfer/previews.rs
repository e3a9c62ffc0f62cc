//! What an import would do, and the user's choices.

use abacus_core::calculators::find;
use abacus_core::text::Locale;
use abacus_deals::transfer::{Resolution, differences};

use super::*;

#[test]
fn each_record_gets_its_verdict() {
    let mut book = Browser::new("mine");
    book.customer("same", "华东");
    book.customer("other", "华北");
    let text = file(&[&with_id("same", "华东"), &with_id("other", "华南"), &with_id("new", "华中")]);
    assert_eq!(book.verdicts(&text), [Verdict::Identical, Verdict::Conflict, Verdict::New]);
    let preview = book.preview(&text);
    assert_eq!(preview.choices(), [ImportChoice::Leave, ImportChoice::KeepBoth, ImportChoice::Take]);
    assert_eq!(preview.count(Verdict::Conflict), 1);
    assert_eq!(preview.items()[1].here.as_ref().and_then(FileRecord::deal).map(|deal| &*deal.customer), Some("华北"));
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["华东", "华中", "华北", "华南"]);
    assert_eq!(book.deal("other").unwrap().customer, "华北", "a conflict leaves ours under its id");
}

#[test]
fn only_possible_choices_are_offered() {
    let mut book = Browser::new("mine");
    book.customer("same", "华东");
    book.customer("other", "华北");
    let text = file(&[&with_id("same", "华东"), &with_id("other", "华南"), &with_id("new", "华中")]);
    let mut preview = book.preview(&text);
    let choices: Vec<Vec<_>> = preview.items().iter().map(|item| item.choices().collect()).collect();
    assert_eq!(choices[0], [ImportChoice::Leave]);
    assert_eq!(
        preview.resolutions(0),
        [Resolution::KeepAll, Resolution::Take(1), Resolution::Combine, Resolution::Leave],
        "the choices of a conflict cover all its versions"
    );
    assert_eq!(choices[2], [ImportChoice::Take, ImportChoice::Leave]);
    preview.choose(0, ImportChoice::Take);
    preview.choose(2, ImportChoice::KeepBoth);
    preview.choose(9, ImportChoice::Leave);
    preview.choose(1, ImportChoice::Leave);
    preview.resolve(9, Resolution::Leave);
    preview.resolve(0, Resolution::Take(2));
    assert_eq!(preview.choices(), [ImportChoice::Leave, ImportChoice::KeepBoth, ImportChoice::Take]);
    preview.resolve(0, Resolution::Take(1));
    preview.choose_all(Verdict::New, ImportChoice::Leave);
    assert_eq!(preview.common_choice(Verdict::Conflict), Some(ImportChoice::Take));
    assert_eq!(preview.common_choice(Verdict::Repeated), None);
    assert_eq!(preview.choices(), [ImportChoice::Leave, ImportChoice::Take, ImportChoice::Leave]);
    book.carry_out(&preview);
    assert_eq!(book.customers(), ["华东", "华南"]);
    assert_eq!(book.deal("other").unwrap().revision, 2, "another tab sees the write");
}

#[test]
fn writes_need_a_choice_and_state_what_they_replace() {
    let mut book = Browser::new("mine");
    book.customer("a", "华北");
    let text = file(&[&with_id("a", "华南")]);
    let mut preview = book.preview(&text);
    preview.resolve(0, Resolution::Take(0));
    let writes = preview.writes();
    assert_eq!(writes.len(), 1);
    assert_eq!(writes[0].before.as_ref(), book.stored.get(&key("a")), "so that it can be restored");
    preview.resolve(0, Resolution::Leave);
    assert_eq!(preview.writes(), []);
}

#[test]
fn differences_between_two_versions_are_listed() {
    let read = |text: &str| decode("a", text).unwrap();
    let ours = read(r#"{"schema":2,"customer":"华东","amount":"5","people":[{"id":"p1","name":"王芳"}]}"#);
    let theirs = read(
        r#"{"schema":2,"customer":"华东","amount":"7.5","stage":"trust","revision":9,"x":1,
            "imported":{"id":"b","revision":1,"print":"p"},"unread":{"expected_close":"soon"}}"#,
    );
    let versions = [&theirs, &ours];
    let found = differences(&versions);
    let columns: Vec<_> = found.iter().filter_map(|it| Some((it.column?, it.texts(&versions, Locale::En)?))).collect();
    let side = |column, file: &str, here: &str| (column, vec![file.to_owned(), here.to_owned()]);
    assert_eq!(
        columns,
        [
            side(column("stage"), "Build trust", "Qualify"),
            side(column("amount"), "CN¥7.50", "CN¥5"),
            side(column("expected_close"), "soon", "")
        ]
    );
    assert_eq!(found[3..].iter().map(|it| it.field.as_str()).collect::<Vec<_>>(), ["people", "x"]);
    assert_eq!(differences(&[&ours, &ours]), []);
    let second = Deal { copy_of: Some("b".to_owned()), ..ours.clone() };
    assert_eq!(differences(&[&ours, &second]), [], "copy_of is not a difference");
    let cents = ["5.001", "5.002", "7"].map(|amount| read(&format!(r#"{{"schema":2,"amount":"{amount}"}}"#)));
    let versions: Vec<&Deal> = cents.iter().collect();
    let texts = differences(&versions)[0].texts(&versions, Locale::En);
    assert_eq!(texts, Some(["5.001", "5.002", "7"].map(str::to_owned).to_vec()), "all are displayed differently");
}

#[test]
fn an_unreadable_stored_record_is_never_replaced() {
    let mut book = Browser::new("mine");
    book.stored.insert(key("a"), "{ not ours".to_owned());
    let preview = book.preview(&file(&[&with_id("a", "华东")]));
    assert_eq!(preview.items()[0].verdict, Verdict::Conflict);
    assert_eq!(preview.resolutions(0), [Resolution::KeepAll, Resolution::Leave]);
    book.carry_out(&preview);
    assert_eq!(book.stored.get(&key("a")).map(String::as_str), Some("{ not ours"));
    assert_eq!(book.customers(), ["华东"]);
}

#[test]
fn a_duplicate_id_in_a_file_loses_neither_record() {
    let twice = file(&[&with_id("a", "华东"), &with_id("a", "华东"), &with_id("a", "华北")]);
    let mut book = Browser::new("mine");
    assert_eq!(book.verdicts(&twice), [Verdict::Conflict, Verdict::Repeated, Verdict::Conflict]);
    let preview = book.preview(&twice);
    assert_eq!(preview.items()[0].elsewhere, [2], "each version names the other");
    assert_eq!((&*preview.items()[1].elsewhere, &*preview.items()[2].elsewhere), (&[0][..], &[0][..]));
    assert_eq!(preview.resolutions(0), [Resolution::KeepAll, Resolution::Combine, Resolution::Leave]);
    assert_eq!((preview.open_fields(0), preview.writes()), (1, Vec::new()), "until a choice is made");
    let mut chosen = preview.clone();
    chosen.resolve(0, Resolution::KeepAll);
    book.carry_out(&chosen);
    assert_eq!(book.customers(), ["华东", "华北"]);
    let before = book.clone();
    book.import(&twice);
    assert_eq!(book, before);
}

#[test]
fn a_deleted_record_is_not_copied_by_default() {
    let mut book = Browser::new("mine");
    book.customer("a", "华东");
    let text = file(&[r#"{"schema":1,"id":"a","revision":9,"customer":"华东","deleted":true}"#]);
    let preview = book.preview(&text);
    assert_eq!((preview.items()[0].verdict, preview.choices()[0]), (Verdict::Conflict, ImportChoice::Leave));
}

#[test]
fn deletions_are_imported() {
    let mut rep = Browser::new("rep");
    rep.customer("a", "华东");
    let mut manager = Browser::new("manager");
    manager.import(&rep.export());
    rep.write("a", |deal| deal.deleted = true);
    assert_eq!(manager.verdicts(&rep.export()), [Verdict::FileNewer]);
    manager.import(&rep.export());
    assert!(manager.deal("a").unwrap().deleted);
}

#[test]
fn unknown_fields_are_imported_exactly() {
    let text = file(&[r#"{"schema":1,"id":"a","revision":1,"x":{"deep":[1.10,null,12345678901234567890.5]}}"#]);
    let mut book = Browser::new("mine");
    book.import(&text);
    assert!(book.stored[&key("a")].contains(r#""x":{"deep":[1.10,null,12345678901234567890.5]}"#));
    assert_eq!(book.verdicts(&text), [Verdict::Identical]);
}

#[test]
fn scenarios_are_imported() {
    let mut there = Browser::new("there");
    for (id, text) in [
        ("a", "clv?name=A&place=0&revision=2#spend=12"),
        ("b", "bad-debt?name=B&place=1&revision=1&deleted=1&x=%20&flag#loss=700&y=1&b"),
    ] {
        let scenario = scenarios::decode(id, text).unwrap();
        there.stored.insert(scenarios::key(id), scenarios::encode(&scenario));
    }
    let mut here = Browser::new("here");
    assert_eq!(here.verdicts(&there.export()), [Verdict::New, Verdict::New]);
    here.import(&there.export());
    assert_eq!(here.verdicts(&there.export()), [Verdict::Identical, Verdict::Identical]);
    assert_eq!(there.verdicts(&here.export()), [Verdict::Identical, Verdict::Identical]);
    assert_eq!(here.stored.get(&scenarios::key("a")), there.stored.get(&scenarios::key("a")));
    let calculator = find("clv").unwrap();
    let moved = scenarios::Scenario { place: 7, ..scenarios::decode("a", "clv?name=A#spend=12").unwrap() };
    there.stored.insert(scenarios::key("a"), scenarios::encode(&moved));
    assert_eq!(here.verdicts(&there.export())[0], Verdict::Identical, "a different place is not worth a copy");
    let renamed = scenarios::Scenario { name: "老客".to_owned(), calculator, ..moved };
    there.stored.insert(scenarios::key("a"), scenarios::encode(&renamed));
    assert_eq!(here.verdicts(&there.export())[0], Verdict::Conflict);
    here.import(&there.export());
    let before = here.clone();
    assert_eq!(before.stored.keys().filter(|key| scenarios::id_of(key).is_some()).count(), 3);
    here.import(&there.export());
    assert_eq!(here, before);
    here.import(&before.export());
    assert_eq!(here, before);
}

#[test]
fn revisions_of_one_book_decide_between_two_scenarios() {
    let written = |name: &str, revision: u64, book: Option<&str>| {
        let mut browser =
            Browser { stored: book.map(|book| (BOOK_KEY.to_owned(), book.to_owned())).into_iter().collect() };
        let text = format!("clv?name={name}&place=0&revision={revision}#spend=12");
        browser.stored.insert(scenarios::key("s"), text);
        browser
    };
    let here = written("now", 3, Some("mine"));
    for (name, revision, book, verdict) in [
        ("other", 2, Some("mine"), Verdict::BookNewer),
        ("other", 4, Some("mine"), Verdict::FileNewer),
        ("other", 3, Some("mine"), Verdict::Conflict),
        ("other", 2, Some("theirs"), Verdict::Conflict),
        ("other", 4, Some("theirs"), Verdict::Conflict),
        ("other", 4, None, Verdict::Conflict),
        ("now", 2, Some("mine"), Verdict::Identical),
        ("now", 9, Some("theirs"), Verdict::Identical),
    ] {
        let file = written(name, revision, book).export();
        assert_eq!(here.verdicts(&file), [verdict], "{name} {revision} {book:?}");
        let mut after = here.clone();
        after.import(&file);
        let expected = match verdict {
            Verdict::FileNewer => ("other".to_owned(), 4),
            _ => ("now".to_owned(), 3),
        };
        let again = match verdict {
            Verdict::FileNewer => Verdict::Identical,
            // Recognised, because it was kept beside ours.
            Verdict::Conflict => Verdict::BookNewer,
            same => same,
        };
        assert_eq!(after.verdicts(&file), [again], "{name} {revision} {book:?}, again");
        let scenario = scenarios::decode("s", &after.stored[&scenarios::key("s")]).unwrap();
        assert_eq!((scenario.name, scenario.revision), expected, "{name} {revision} {book:?}");
    }
    let scenario = r#"{"id":"new","tool":"clv","name":"N","inputs":{"spend":"12"}}"#;
    let twice = format!(r#"{{"format":"sales-abacus","version":1,"scenarios":[{scenario},{scenario}]}}"#);
    assert_eq!(here.verdicts(&twice), [Verdict::New, Verdict::Repeated]);
    let nameless = written("now", 3, None);
    assert_eq!(
        nameless.verdicts(&written("other", 4, None).export()),
        [Verdict::Conflict],
        "a book without an id equals no other"
    );
}

#[test]
fn lessons_are_new_identical_or_kept_beside_ours() {
    let with = |text: &str| {
        let mut browser = Browser::new("theirs");
        browser.stored.insert("sales-abacus:lesson:l".to_owned(), text.to_owned());
        browser.export()
    };
    let (one, other) = ("bad-debt;title=one;question=q;revision=1", "bad-debt;title=other;question=q;revision=5");
    let mut here = Browser::new("mine");
    assert_eq!(here.verdicts(&with(one)), [Verdict::New]);
    here.import(&with(one));
    assert_eq!(here.verdicts(&with(one)), [Verdict::Identical]);
    assert_eq!(here.verdicts(&with(other)), [Verdict::Conflict]);
    here.import(&with(other));
    let titles: Vec<_> = here.stored.iter().filter(|(key, _)| key.starts_with("sales-abacus:lesson:")).collect();
    assert_eq!(titles.len(), 2, "{titles:?}");
    assert_eq!(
        titles.iter().filter(|(_, text)| text.contains("title=other") && text.contains("revision=1")).count(),
        1
    );
    assert_eq!(here.verdicts(&with(other)), [Verdict::BookNewer], "it was kept beside ours");
}

#[test]
fn preferences_are_not_applied() {
    let mut there = Browser::new("there");
    there.stored.insert("sales-abacus:lang".to_owned(), "en".to_owned());
    let mut here = Browser::new("here");
    here.import(&there.export());
    assert_eq!(here, Browser::new("here"));
}

#[test]
fn verdicts_and_choices_have_stable_names() {
    let verdicts = ["conflict", "new", "file-newer", "book-newer", "superseded", "repeated", "total", "identical"];
    assert_eq!(Verdict::ALL.map(Verdict::code), verdicts);
    assert_eq!(ImportChoice::ALL.map(ImportChoice::code), ["keep-both", "take", "combine", "leave"]);
    assert_eq!(ImportChoice::ALL.map(|choice| ImportChoice::from_code(choice.code())), ImportChoice::ALL.map(Some));
    assert_eq!(ImportChoice::from_code("forget"), None);
}

#[test]
fn previews_are_equal_with_the_same_source_and_choices() {
    let mut book = Browser::new("mine");
    book.customer("a", "华东");
    book.customer("b", "华北");
    let text = file(&[&with_id("a", "华南"), &with_id("b", "华中"), &with_id("c", "西北"), "7"]);
    let preview = book.preview(&text);
    assert_eq!(preview.unusable().len(), 1);
    assert_eq!((preview.write_count(), preview.writes().len()), (3, 3));
    assert_eq!(preview, preview.clone());
    assert_ne!(preview, book.preview(&text), "another reading");

    let mut chosen = preview.clone();
    chosen.resolve(0, Resolution::Leave);
    assert_ne!(chosen, preview);
    assert_eq!((chosen.write_count(), chosen.common_choice(Verdict::Conflict)), (2, None));
    assert_eq!(preview.common_choice(Verdict::Conflict), Some(ImportChoice::KeepBoth));
    chosen.resolve(0, Resolution::KeepAll);
    assert_eq!(chosen, preview);
}

#[test]
fn a_second_version_of_a_scenario_starts_at_revision_1() {
    let mut book = Browser::new("mine");
    book.stored.insert(scenarios::key("a"), "clv?name=Ours&place=0&revision=5#spend=12".to_owned());
    let text = r#"{"format":"sales-abacus","version":1,"book":"there","deals":[],
        "scenarios":[{"id":"a","tool":"clv","name":"Theirs","revision":7,"inputs":{"spend":"13"}}]}"#;
    let preview = book.preview(text);
    assert_eq!((preview.items()[0].verdict, preview.choices()[0]), (Verdict::Conflict, ImportChoice::KeepBoth));
    let writes = preview.writes();
    assert_ne!(writes[0].key, scenarios::key("a"));
    let id = scenarios::id_of(&writes[0].key).unwrap();
    let second = scenarios::decode(id, &writes[0].after).unwrap();
    assert_eq!((second.name.as_str(), second.revision), ("Theirs", 1));
}

/// A backup with the user's own figures.
fn with_own_figures() -> String {
    let prefs = r#"{"lang":"en","last:bad-debt":"loss=700","last:clv":"spend=12","usual":"rate=0.08&colour=red",
        "last:dso":"loss=700","last:no-such":"loss=1","last:activity":"","sliders:clv":"spend=0,5"}"#;
    file(&[]).replace(r#""prefs":{}"#, &format!(r#""prefs":{prefs}"#))
}

#[test]
fn own_figures_are_imported_only_where_there_are_none() {
    let mut book = Browser::new("mine");
    book.stored.insert("sales-abacus:last:clv".to_owned(), "spend=3".to_owned());
    let preview = book.preview(&with_own_figures());
    assert_eq!((preview.user_figure_count(), preview.write_count(), preview.items().len()), (2, 0, 0));
    book.carry_out(&preview);
    let stored = |key: &str| book.stored.get(key).map(String::as_str);
    assert_eq!(stored("sales-abacus:last:bad-debt"), Some("loss=700"));
    assert_eq!(stored("sales-abacus:usual"), Some("rate=0.08&colour=red"), "byte for byte");
    assert_eq!(stored("sales-abacus:last:clv"), Some("spend=3"), "nothing here is replaced");
    for key in ["lang", "last:dso", "last:no-such", "last:activity", "sliders:clv"] {
        assert_eq!(stored(&format!("sales-abacus:{key}")), None, "{key}");
    }
    assert_eq!(book.preview(&with_own_figures()).user_figure_count(), 0, "a second time nothing changes");
}

#[test]
fn saved_views_are_imported_by_name() {
    let mut book = Browser::new("mine");
    let key = "sales-abacus:views".to_owned();
    let views = "A?sort=amount\nB?grade=A";
    book.stored.insert(key.clone(), views.to_owned());
    let backup = book.export();
    assert!(backup.contains(r#""views":"A?sort=amount\nB?grade=A""#), "{backup}");
    assert_eq!((book.preview(&backup).views_count(), book.preview(&backup).views_differing()), (0, 0));

    let mut empty = Browser::new("other");
    let preview = empty.preview(&backup);
    assert_eq!((preview.views_count(), preview.user_figure_count(), preview.write_count()), (2, 0, 0));
    empty.carry_out(&preview);
    assert_eq!(empty.stored.get(&key).map(String::as_str), Some(views));

    // Unknown parts of a line are kept, both here and from the file.
    let mut some = Browser::new("third");
    some.stored.insert(key.clone(), "B?grade=B&later=1".to_owned());
    let file = |views: &str| file(&[]).replace(r#""prefs":{}"#, &format!(r#""prefs":{{"views":"{views}"}}"#));
    let files = [file(r"A?sort=amount&new=2\nB?grade=A\nC?tag=x"), file(r"A?sort=amount\nC?tag=y\n?\nnothing")];
    let preview = some.preview_all(&files);
    assert_eq!((preview.views_count(), preview.views_differing()), (1, 2), "B and C both differ");
    some.carry_out(&preview);
    assert_eq!(some.stored.get(&key).map(String::as_str), Some("B?grade=B&later=1\nA?sort=amount&new=2"));
    assert_eq!(some.preview_all(&files).views_count(), 0, "a second time nothing changes");
    assert_eq!(some.preview(&file("nothing")).views_count(), 0);
}

#[test]
fn the_means_plan_is_imported_only_where_there_is_none() {
    let with = |plan: &str| file(&[]).replace(r#""prefs":{}"#, &format!(r#""prefs":{{"means":"{plan}"}}"#));
    let mut book = Browser::new("mine");
    assert_eq!(book.preview(&with("nothing")).user_figure_count(), 0);
    let preview = book.preview(&with("time.attack=60&x"));
    assert_eq!(preview.user_figure_count(), 1);
    book.carry_out(&preview);
    assert_eq!(book.stored.get("sales-abacus:means").map(String::as_str), Some("time.attack=60&x"));
    assert_eq!(book.preview(&with("time.attack=10")).user_figure_count(), 0, "nothing here is replaced");
}

#[test]
fn own_figures_of_the_rescue_file_are_imported() {
    let raw = r#"{"format":"sales-abacus-raw","version":1,"entries":{
        "sales-abacus:last:bad-debt":"loss=700","sales-abacus:usual":"nothing","sales-abacus:last:clv":"?"}}"#;
    let preview = Browser::new("mine").preview(raw);
    let writes = preview.writes();
    assert_eq!(
        writes.iter().map(|write| (&*write.key, &*write.after)).collect::<Vec<_>>(),
        [("sales-abacus:last:bad-debt", "loss=700")]
    );
    assert!(preview.unusable().is_empty(), "they are not records");
}
