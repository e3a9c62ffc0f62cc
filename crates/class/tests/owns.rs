//! The user's own lessons: made from values, links, files and records.

use abacus_class::own::{
    MAX_ADDRESS, MAX_CHARACTERS, MAX_LINES, Optional, OwnError, OwnLesson, decode, encode, fits, id_of, key, lesson,
    link, read_file, read_link, to_file,
};
use abacus_class::{Address, Command, Kind, LessonContext, LessonRef, Run};
use abacus_core::calculator::{Calculator, Inputs, share};
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::format::Style;
use abacus_core::number::{dec, int};
use abacus_core::text::Locale;
use abacus_vault::Record;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn made(tool: &str, values: &str) -> OwnLesson {
    let calculator = find(tool).expect("a calculator");
    let inputs = share::decode(calculator.spec(), values).inputs;
    OwnLesson::new(calculator, &inputs).expect("a lesson").with_words("老张的坏账", "要多做多少？", "")
}

fn kinds(own: &OwnLesson) -> Vec<&'static str> {
    let calculator = find(own.calculator.id).expect("a calculator");
    let name = |kind: &Kind| match kind {
        Kind::Say { .. } => "say",
        Kind::Ask { .. } => "ask",
        Kind::Reveal { .. } => "reveal",
        Kind::Result { .. } => "result",
        Kind::Move { .. } => "move",
        Kind::HideTable { .. } => "table",
        Kind::Qr => "qr",
        Kind::SumUp { .. } => "sum up",
        _ => "another",
    };
    lesson(own, calculator).steps.iter().map(|step| name(&step.kind)).collect()
}

#[test]
fn values_become_a_lesson_with_a_question_and_its_working() {
    let own = made("bad-debt", "loss=700&margin=0.03");
    assert_eq!(own.fragment(), "loss=700&margin=0.03");
    assert_eq!(own.moves, Some(("margin".to_owned(), dec(6, 2))));
    assert_eq!(kinds(&own), ["say", "ask", "reveal", "result", "move", "qr", "sum up"]);
    assert_eq!(kinds(&made("loss-to-visits", "")).iter().filter(|kind| **kind == "reveal").count(), 5);
    assert_eq!(kinds(&made("bad-debt", "loss=0"))[1], "say", "zero cannot be guessed on a logarithmic line");
}

#[test]
fn a_lesson_has_the_chosen_steps() {
    let chosen = |steps: &[Optional]| kinds(&OwnLesson { steps: steps.to_vec(), ..made("bad-debt", "loss=700") });
    assert_eq!(chosen(&[]), ["say", "ask", "result", "move", "sum up"]);
    assert_eq!(chosen(&Optional::ALL), ["say", "ask", "reveal", "result", "move", "table", "qr", "sum up"]);
    let still = OwnLesson { moves: None, ..made("bad-debt", "") };
    assert_eq!(kinds(&still), ["say", "ask", "reveal", "result", "qr", "sum up"]);
}

#[test]
fn every_calculator_has_cells_to_hide() {
    for calculator in CATALOG {
        let own = OwnLesson { steps: vec![Optional::Table], ..made(calculator.spec().id, "") };
        let lesson = lesson(&own, *calculator);
        let cells = lesson.steps.iter().find_map(|step| match &step.kind {
            Kind::HideTable { cells } => Some(cells.len()),
            _ => None,
        });
        assert!(cells.is_some_and(|cells| (3..=5).contains(&cells)), "{}: {cells:?}", calculator.spec().id);
    }
}

#[test]
fn table_and_curve_cover_the_values_of_a_lesson() {
    for values in ["", "loss=700", "loss=1234567", "loss=1234567&margin=0.5", "loss=3&margin=0.001"] {
        let own = OwnLesson { steps: Optional::ALL.to_vec(), ..made("bad-debt", values) };
        let lesson = lesson(&own, find("bad-debt").expect("a calculator"));
        let class = LessonContext { lesson: &lesson, find: &find };
        for (place, step) in lesson.steps.iter().enumerate() {
            let run = Run { step: place, shown: step.stops(), ..Run::default() };
            let inputs = run.inputs(class, place).expect("a calculator");
            let plan = match &step.kind {
                Kind::Move { .. } => class.curve(place),
                Kind::HideTable { .. } => class.table(place),
                _ => continue,
            };
            let plan = plan.expect("a plan");
            for side in [plan.rows, plan.columns] {
                let now = inputs.get(side.field.key).expect("a value");
                let (least, most) = (side.values.iter().min(), side.values.iter().max());
                assert!(least <= Some(&now) && Some(&now) <= most, "{values}: {now} is beyond {:?}", side.values);
                assert!(side.values.len() > 2, "{values}: {:?}", side.values);
            }
        }
    }
    let declared = made("bad-debt", "loss=700");
    let lesson =
        lesson(&OwnLesson { steps: Optional::ALL.to_vec(), ..declared }, find("bad-debt").expect("a calculator"));
    let table = LessonContext { lesson: &lesson, find: &find }.table(0).expect("a table");
    assert!(table.is_declared(), "700 is within its values");
}

#[test]
fn the_line_of_guesses_starts_below_likely_guesses() {
    let lowest = |values| {
        let own = made("bad-debt", values);
        let lesson = lesson(&own, find("bad-debt").expect("a calculator"));
        lesson.steps.iter().find_map(|step| match step.kind {
            Kind::Ask { lowest, .. } => Some(lowest),
            _ => None,
        })
    };
    assert_eq!(lowest("loss=700"), Some(int(100)));
    assert_eq!(lowest("loss=100"), Some(int(100)));
    assert_eq!(lowest("loss=99"), Some(int(10)));
}

#[test]
fn the_usual_steps_are_not_written() {
    let own = made("bad-debt", "loss=700");
    assert!(!encode(&own).contains("steps="), "a record of the first version");
    let few = OwnLesson { steps: vec![Optional::Phones], ..own.clone() };
    assert!(encode(&few).contains(";steps=phones;"));
    let none = OwnLesson { steps: vec![], ..own };
    assert!(encode(&none).contains(";steps=;"));
}

#[test]
fn stored_words_are_truncated_and_round_trip() {
    let long = format!(" \u{7}{} ", "长".repeat(200));
    let own = made("bad-debt", "").with_words(&long, &long, &format!("one\n\n  two\u{0} \r\n{}", "x\n".repeat(9)));
    assert_eq!(own.lines, ["one", "two", "x", "x", "x"]);
    assert_eq!(own.title.chars().count(), 120);
    assert_eq!(decode("a", &encode(&own)).map(|read| (read.title, read.lines)), Ok((own.title, own.lines)));
}

#[test]
fn typed_text_is_shown_as_typed() {
    let mut own = made("bad-debt", "");
    own.title = "{extra_sales} [x:1]".to_owned();
    let tool = find("bad-debt").expect("a calculator");
    let lesson = lesson(&own, tool);
    let class = LessonContext { lesson: &lesson, find: &find };
    let said = Run::begin(&lesson, 0).fill(class, 0, &lesson.steps[0].words, &Style::default_for(Locale::En));
    assert_eq!(said, "｛extra_sales｝ ［x:1］");
}

#[test]
fn every_calculator_makes_a_walkable_lesson() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        let own = OwnLesson::new(*calculator, &Inputs::defaults(spec)).expect("a lesson").with_words("t", "q", "");
        let lesson = lesson(&own, *calculator);
        let class = LessonContext { lesson: &lesson, find: &find };
        assert!(own.moves.is_some(), "{}: there is something to move", spec.id);
        for (place, step) in lesson.steps.iter().enumerate() {
            if let Kind::Ask { lowest, highest, .. } = step.kind {
                let value = calculator.evaluate(&Inputs::defaults(spec))[0].value.expect("the example has a result");
                assert!(lowest < value && value < highest, "{} {lowest} {value} {highest}", spec.id);
            }
            if matches!(step.kind, Kind::Ask { .. } | Kind::Result { .. } | Kind::Reveal { .. }) {
                assert!(class.output(place).is_some(), "{} {place}", spec.id);
            }
        }
        let mut run = Run::begin(&lesson, 0);
        for _ in 0..100 {
            run.apply(class, &Command::Next, 0);
        }
        assert_eq!(run.step, lesson.steps.len() - 1, "{}", spec.id);
        for _ in 0..100 {
            run.apply(class, &Command::Back, 0);
        }
        assert_eq!(run, Run::begin(&lesson, 0), "{}", spec.id);
    }
}

#[test]
fn a_link_opens_the_same_lesson_or_is_too_long() {
    let mut own = made("bad-debt", "loss=700");
    let address = link(&own, "https://example.org/class/").expect("short enough");
    let (_, fragment) = address.split_once('#').expect("a fragment");
    let Some(Address { lesson: LessonRef::Linked(text), step: 0 }) = Address::read(fragment) else {
        panic!("{fragment}")
    };
    assert_eq!(read_link(&text), Ok(own.clone()));
    own.lines = vec!["带走这一句".repeat(20); 5];
    assert_eq!(link(&own, "https://example.org/class/"), None);
    assert!(MAX_ADDRESS < encode(&own).len());
}

#[test]
fn the_same_link_is_the_same_lesson() {
    let own = made("bad-debt", "loss=700&margin=0.03");
    let linked = read_link(&encode(&own)).expect("a lesson");
    let kept = OwnLesson { id: "k".to_owned(), revision: 3, ..linked.clone() };
    assert!(linked.has_same_content(&kept) && kept.has_same_content(&linked));
    assert!(!OwnLesson { title: "别的".to_owned(), ..linked.clone() }.has_same_content(&kept));
    assert!(!made("bad-debt", "loss=800&margin=0.03").has_same_content(&kept));
}

#[test]
fn malformed_lessons_are_refused() {
    let bad = |part: &str| OwnError::BadPart(part.to_owned());
    for (text, error) in [
        ("", OwnError::UnknownCalculator(String::new())),
        ("abacus;title=t;question=q", OwnError::UnknownCalculator("abacus".to_owned())),
        ("bad-debt;title=t", OwnError::Incomplete),
        ("bad-debt;title=%20;question=q", OwnError::Incomplete),
        ("bad-debt;title=t;title=t;question=q", bad("title")),
        ("bad-debt;title=%ff;question=q", bad("title")),
        ("bad-debt;title=a%0Ab;question=q", bad("title")),
        ("bad-debt;title=t;question=q;v.loss=%3Cb%3E", bad("v.loss")),
        ("bad-debt;title=t;question=q;v.%3C=1", bad("v.%3C")),
        ("bad-debt;title=t;question=q;v.loss=1;v.loss=2", bad("v.loss")),
        ("bad-debt;title=t;question=q;move.loss=x", bad("move.loss")),
        ("bad-debt;title=t;question=q;move.loss=1;move.margin=1", bad("move.margin")),
        ("bad-debt;title=t;question=q;steps=song", bad("steps")),
        ("bad-debt;title=t;question=q;steps=table.table", bad("steps")),
        ("bad-debt;title=t;question=q;steps=.table", bad("steps")),
        ("bad-debt;title=t;question=q;revision=-1", bad("revision")),
        ("bad-debt;title=t;question=q;id=5", bad("id")),
        ("bad-debt;title=t;question=q;x=\u{e9}", bad("x")),
        ("bad-debt;schema=2;title=t;title=t", OwnError::NewerSchema("2".to_owned())),
    ] {
        assert_eq!(read_link(text), Err(error.clone()), "{text}");
        assert!(Locale::ALL.into_iter().all(|locale| !error.message(locale).is_empty()));
    }
    let lines = ";line=x".repeat(6);
    assert_eq!(read_link(&format!("bad-debt;title=t;question=q{lines}")), Err(bad("line")));
    let long = "x".repeat(121);
    assert_eq!(read_link(&format!("bad-debt;title={long};question=q")), Err(bad("title")));
    assert_eq!(read_link(&"x".repeat(20_000)), Err(OwnError::TooLong));
    assert_eq!(decode("Not An Id", "bad-debt;title=t;question=q"), Err(OwnError::BadId));
}

#[test]
fn a_lesson_with_invalid_values_still_runs() {
    let own = read_link("bad-debt;title=t;question=q;v.margin=0;v.colour=red;move.margin=9").expect("it can be read");
    let tool = find("bad-debt").expect("a calculator");
    assert!(!share::decode(tool.spec(), &own.fragment()).problems.is_empty(), "the page can say so");
    assert_eq!(kinds(&own), ["say", "ask", "reveal", "result", "qr", "sum up"], "9 is not an allowed margin");
}

#[test]
fn a_file_is_an_export_with_only_lessons() {
    let own = OwnLesson { id: "a1".to_owned(), revision: 3, ..made("bad-debt", "loss=700") };
    let file = to_file(&[&own]);
    assert_eq!(
        file,
        concat!(
            r#"{"format":"sales-abacus","lessons":[{"deleted":false,"id":"a1","inputs":{"loss":"700"},"lines":[],"#,
            r#""move":{"margin":"0.04"},"question":"要多做多少？","revision":3,"title":"老张的坏账","tool":"bad-debt"}],"version":1}"#
        )
    );
    assert_eq!(read_file(&file), Ok(vec![Ok(own)]));
    for (text, error) in [
        ("", OwnError::NotAFile),
        ("[]", OwnError::NotAFile),
        (r#"{"format":"other","version":1,"lessons":[]}"#, OwnError::NotAFile),
        (r#"{"format":"sales-abacus","version":2,"lessons":[]}"#, OwnError::NewerSchema("2".to_owned())),
        (r#"{"format":"sales-abacus","version":1}"#, OwnError::NotAFile),
    ] {
        assert_eq!(read_file(text), Err(error), "{text}");
    }
    let one = |fields: &str| {
        let file = format!(r#"{{"format":"sales-abacus","version":1,"lessons":[{{{fields}}}]}}"#);
        read_file(&file).expect("a file").remove(0)
    };
    let bad = |part: &str| Err(OwnError::BadPart(part.to_owned()));
    assert_eq!(one(r#""title":"t","question":"q""#), bad("tool"));
    assert_eq!(one(r#""tool":"bad-debt;title=x","question":"q""#), bad("tool"));
    assert_eq!(one(r#""tool":"bad-debt","title":7,"question":"q""#), bad("title"));
    assert_eq!(one(r#""tool":"bad-debt","title":"t","question":"q","lines":[1]"#), bad("lines"));
    assert_eq!(one(r#""tool":"bad-debt","title":"t","question":"q","inputs":{"a;b":"1"}"#), bad("inputs"));
    assert_eq!(one(r#""tool":"bad-debt","title":"t","question":"q","colour":{}"#), bad("colour"));
    let later = one(r#""tool":"bad-debt","title":"t","question":"q","colour":"red""#).expect("a lesson");
    assert_eq!((later.unknown, later.id.as_str()), (vec!["colour=red".to_owned()], "file"));
}

#[test]
fn the_documented_examples_are_parsed() {
    let formats = include_str!("../../../docs/FORMATS.md");
    let text = formats.lines().find(|line| line.starts_with("bad-debt;title=")).expect("an example of a record");
    let own = decode("a", text).expect("it can be read");
    assert_eq!((own.title.as_str(), own.fragment().as_str(), own.revision), ("老张", "loss=700", 3));
    let (_, section) = formats.split_once("## A lesson\n").expect("a section");
    let file = section.split("```").nth(3).expect("an example of a file").trim_start_matches("json");
    let read = read_file(&file.replace('…', "")).expect("a file of lessons");
    assert_eq!(read, [Ok(OwnLesson { id: "k3q".to_owned(), question: "要多做多少".to_owned(), ..own })]);
}

#[test]
fn two_tabs_are_merged_or_both_versions_kept() {
    let base = OwnLesson { id: "a".to_owned(), ..made("bad-debt", "") };
    let ours = OwnLesson { title: "ours".to_owned(), ..base.clone() };
    let theirs = OwnLesson { question: "theirs".to_owned(), deleted: true, revision: 2, ..base.clone() };
    let merged = OwnLesson { title: "ours".to_owned(), ..theirs.clone() };
    assert_eq!(OwnLesson::merge(Some(&base), &ours, &theirs), Some(merged));
    assert_eq!(OwnLesson::merge(Some(&base), &ours, &OwnLesson { title: "theirs".to_owned(), ..base.clone() }), None);
    assert_eq!(OwnLesson::merge(None, &ours, &ours), None, "two that were made separately are not merged");
    assert_eq!(
        (key("a").as_str(), id_of(&key("a")), id_of("sales-abacus:deal:a")),
        ("sales-abacus:lesson:a", Some("a"), None)
    );
}

fn own() -> impl Strategy<Value = OwnLesson> {
    let words = || "[^\\p{Cc}]{1,120}".prop_filter("not blank", |words| !words.trim().is_empty());
    let value = || prop_oneof!["[0-9]{1,12}", "-?[0-9]{1,6}\\.[0-9]{1,6}", "[a-z]{1,8}"];
    let named = prop::collection::btree_map("[a-z_]{1,20}", value(), 0..6);
    let moves = prop::option::of(("[a-z_]{1,20}", (1_u32..=9_999, 0_u32..=4)));
    let unknown = prop::collection::btree_map("[a-z]{3,6}x", "[a-z0-9%]{0,9}", 0..3);
    let steps = subsequence(Optional::ALL.to_vec(), 0..=Optional::ALL.len());
    (
        ("[a-z0-9-]{1,32}", any::<u64>(), any::<bool>(), select(CATALOG)),
        (words(), words(), prop::collection::vec(words(), 0..=5)),
        (named, moves, steps, unknown),
    )
        .prop_map(
            |((id, revision, deleted, calculator), (title, question, lines), (values, moves, steps, unknown))| {
                OwnLesson {
                    id,
                    revision,
                    deleted,
                    calculator: abacus_core::calculators::Listing::find(calculator.spec().id).expect("a listing"),
                    title,
                    question,
                    lines,
                    values: values.into_iter().collect(),
                    moves: moves.map(|(key, (digits, scale))| (key, dec(digits, scale).normalize())),
                    steps,
                    unknown: unknown.into_iter().map(|(key, value)| format!("{key}={value}")).collect(),
                }
            },
        )
}

proptest! {
    #[test]
    fn a_lesson_round_trips_through_record_file_and_link(own in own()) {
        prop_assert_eq!(decode(&own.id, &encode(&own)), Ok(own.clone()));
        prop_assert_eq!(read_file(&to_file(&[&own])), Ok(vec![Ok(own.clone())]));
        if let Some(address) = link(&own, "https://example.org/class/") {
            let read = Address::read(address.split_once('#').map_or("", |(_, fragment)| fragment));
            let Some(Address { lesson: LessonRef::Linked(text), .. }) = read else { panic!("{address}") };
            let shared = OwnLesson { id: String::new(), revision: 0, deleted: false, unknown: vec![], ..own };
            prop_assert_eq!(read_link(&text), Ok(shared));
        }
    }

    #[test]
    fn anything_parsed_round_trips_and_makes_a_lesson(
        text in prop_oneof![
            ".*",
            "bad-debt;title=t;question=q(;(line|steps|v.loss|v.margin|move.loss|deleted|revision|x)=[0-9a-z.%-]{0,9}){0,6}",
        ]
    ) {
        if let Ok(own) = decode("a", &text) {
            prop_assert_eq!(decode("a", &encode(&own)), Ok(own.clone()));
            let tool: &'static dyn Calculator = find(own.calculator.id).expect("a calculator");
            let lesson = lesson(&own, tool);
            let mut run = Run::begin(&lesson, 0);
            for _ in 0..60 {
                run.apply(LessonContext { lesson: &lesson, find: &find }, &Command::Next, 0);
            }
            prop_assert_eq!(run.step, lesson.steps.len() - 1);
        }
    }

    #[test]
    fn any_file_is_parsed_or_refused(text in ".*") {
        let _refused = read_file(&text);
    }
}

#[test]
fn the_proposed_move_is_within_the_slider() {
    assert_eq!(made("bad-debt", "loss=0&margin=0.2").moves, Some(("margin".to_owned(), dec(1, 1))), "it is halved");
    assert_eq!(made("activity", "").moves, Some(("days".to_owned(), int(10))));
}

#[test]
fn lines_that_would_be_truncated_do_not_fit() {
    let long = "字".repeat(MAX_CHARACTERS);
    let lines = |count| vec![long.as_str(); count].join("\n\n");
    assert!(fits("") && fits(&lines(MAX_LINES)), "blank lines do not count");
    assert!(!fits(&lines(MAX_LINES + 1)));
    assert!(!fits(&format!("{long}。")));
    let kept = made("bad-debt", "").with_words("a", "b", &lines(MAX_LINES));
    assert_eq!(kept.lines, vec![long.clone(); MAX_LINES]);
}
