//! The rules that every lesson follows.

use std::collections::BTreeSet;
use std::mem::discriminant;

use abacus_class::lessons::LESSONS;
use abacus_class::{Kind, Run, Words};
use abacus_core::calculator::sensitivity::Plan;
use abacus_core::calculator::sentence::keys;
use abacus_core::calculator::share;
use abacus_core::calculator::working::workings;
use abacus_core::calculators::find;
use abacus_core::number::format::Style;
use abacus_core::text::Locale::{self, En, Zh};

use crate::support::{class, figures, for_trainer, on_screen, steps};

/// As in the contract, in its order, with the minutes of each.
const PROMISED: [(&str, u32); 10] = [
    ("key-account", 8),
    ("earned", 10),
    ("bank", 8),
    ("target", 10),
    ("listen", 20),
    ("pattern", 15),
    ("advance", 10),
    ("openings", 20),
    ("difficulty", 12),
    ("rhythm", 10),
];

#[test]
fn lessons_and_durations_match_the_contract() {
    let lessons: Vec<_> = LESSONS.iter().map(|lesson| (lesson.id.as_ref(), lesson.minutes())).collect();
    assert_eq!(lessons, PROMISED);
    for lesson in LESSONS {
        assert_eq!(lesson.seconds(), lesson.minutes() * 60, "{}: seconds must add up to whole minutes", lesson.id);
        assert!(lesson.steps.iter().all(|step| step.seconds > 0), "{}: every step takes time", lesson.id);
        assert_eq!(abacus_class::lessons::find(&lesson.id), Some(*lesson));
    }
}

#[test]
fn every_text_exists_in_both_languages() {
    let is_said = |words: &Words, whose: &str| {
        let (zh, en) = (words.get(Zh), words.get(En));
        assert!(!zh.trim().is_empty() && !en.trim().is_empty(), "{whose}: “{zh}” “{en}”");
        assert!(zh != en, "{whose}: “{zh}” is not translated");
        assert!(!en.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character)), "{whose}: “{en}”");
        assert!(zh.chars().any(|character| ('\u{4e00}'..='\u{9fff}').contains(&character)), "{whose}: “{zh}”");
    };
    for lesson in LESSONS {
        for words in [&lesson.title, &lesson.about, &lesson.source] {
            is_said(words, &lesson.id);
        }
    }
    for (lesson, place, step) in steps() {
        for words in on_screen(step).into_iter().chain(for_trainer(step)) {
            is_said(words, &format!("{} {place}", lesson.id));
        }
    }
}

#[test]
fn both_languages_have_the_same_keys_and_all_are_filled() {
    for (lesson, place, step) in steps() {
        let whose = format!("{} {place}", lesson.id);
        let run = Run { step: place, ..Run::begin(lesson, 0) };
        let spec = class(lesson).calculator(place).map(|calculator| calculator.spec());
        for words in on_screen(step).into_iter().chain(for_trainer(step)) {
            let held = Locale::ALL.map(|locale| keys(words.get(locale)).collect::<BTreeSet<_>>());
            assert_eq!(held[0], held[1], "{whose}: the keys of “{}”", words.get(Zh));
            for key in &held[0] {
                let (_, results) = figures(lesson, place).expect("words with keys have a calculator");
                let result = results.iter().find(|result| result.output.key == *key);
                let is_input = spec.is_some_and(|spec| spec.field(key).is_some());
                assert!(is_input || result.is_some_and(|result| result.value.is_ok()), "{whose}: {{{key}}}");
            }
            for locale in Locale::ALL {
                let said = run.fill(class(lesson), place, words, &Style::default_for(locale));
                assert!(!said.is_empty() && !said.contains(['{', '}', '[', ']']), "{whose}: “{said}”");
            }
        }
    }
}

#[test]
fn every_setting_is_canonical_and_used() {
    for lesson in LESSONS {
        for (place, setting) in lesson.settings.iter().enumerate() {
            let spec = find(&setting.calculator).expect("a calculator of the catalogue").spec();
            let linked = share::decode(spec, &setting.values);
            assert_eq!((linked.problems, linked.goal), (vec![], None), "{} {place}", lesson.id);
            let again = share::encode(spec, &linked.inputs, None, share::Reader::Colleague);
            assert_eq!(again, setting.values, "{} {place}: write it as in a link", lesson.id);
            assert!(lesson.steps.iter().any(|step| step.setting == place), "{} {place}: no step uses it", lesson.id);
        }
        let last = lesson.settings.len().max(1);
        assert!(lesson.steps.iter().all(|step| step.setting < last), "{}: there is no such setting", lesson.id);
    }
}

#[test]
fn every_step_can_be_drawn_from_its_calculator() {
    for (lesson, place, step) in steps() {
        let whose = format!("{} {place}", lesson.id);
        let calculator = || class(lesson).calculator(place).expect("this kind of step needs a calculator");
        let begins = || figures(lesson, place).expect("the step has figures");
        match &step.kind {
            Kind::Ask { .. } | Kind::Result { .. } => {
                assert!(class(lesson).output(place).is_some(), "{whose}: there is no such result");
            }
            Kind::Reveal { line } => {
                let lines = workings(calculator(), &begins().0);
                assert!(lines.iter().any(|known| known.output.key == *line), "{whose}: no line for {line}");
            }
            Kind::Move { input, to, .. } => {
                assert!(class(lesson).output(place).is_some(), "{whose}: no such result follows");
                let run = |shown| Run { step: place, shown, ..Run::begin(lesson, 0) };
                let follows = |shown| {
                    let results = run(shown).results(class(lesson), place).expect("a calculator");
                    let output = class(lesson).output(place).expect("the result");
                    results.iter().find(|result| result.output.key == output.key).map(|result| result.value)
                };
                assert_ne!(follows(0), follows(8), "{whose}: the result does not change");
                let field = calculator().spec().field(input).expect("an input");
                assert_eq!(field.check(*to), Ok(*to), "{whose}");
                assert_ne!(begins().0.get(input), Some(*to), "{whose}: the input does not move");
            }
            Kind::HideTable { cells } | Kind::Hunt { cells } => {
                let grid = Plan::declared(calculator()).grid(&begins().0);
                assert!(!cells.is_empty(), "{whose}");
                for cell in cells.iter() {
                    let at = grid.find((cell.row, cell.column)).expect("a cell of the table");
                    let hunted = matches!(step.kind, Kind::Hunt { .. });
                    assert_eq!(grid.misprint(at).is_some(), hunted, "{whose}: misprints are hunted, others hidden");
                }
                if matches!(step.kind, Kind::Hunt { .. }) {
                    assert_eq!(cells.len(), grid.misprints.len(), "{whose}: all misprints are hunted");
                }
            }
            Kind::Vote { options, right } => {
                assert!((2..=9).contains(&options.len()), "{whose}: a digit for each option");
                assert!(right.is_none_or(|right| right < options.len()), "{whose}");
            }
            Kind::Tally { rows, columns, every } => {
                assert!((2..=9).contains(&step.places()) && rows.len() * columns.len() == step.places(), "{whose}");
                assert!(*every > 0 && step.seconds.is_multiple_of(*every), "{whose}");
            }
            Kind::Clock { every } => assert!(*every > 0 && step.seconds.is_multiple_of(*every), "{whose}"),
            Kind::Sort { items, boxes } => {
                assert!(items.iter().all(|item| item.goes < boxes.len()), "{whose}: there is no such box");
                assert!((2..=9).contains(&boxes.len()) && items.len() > 1, "{whose}");
            }
            Kind::Qr => drop(calculator()),
            Kind::Say { lines, found } => assert!(*found < lines.len(), "{whose}: nothing is given"),
            Kind::SumUp { lines } => assert!(!lines.is_empty(), "{whose}"),
            Kind::Deal { .. } => {}
        }
    }
}

#[test]
fn every_lesson_asks_answers_and_sums_up() {
    for lesson in LESSONS {
        let questions = lesson.steps.iter().filter(|step| matches!(step.kind, Kind::Ask { .. } | Kind::Vote { .. }));
        assert!(questions.count() > 0, "{}: a lesson asks before it tells", lesson.id);
        assert!(
            matches!(lesson.steps.last().map(|step| &step.kind), Some(Kind::SumUp { .. })),
            "{}: a lesson ends with the takeaways",
            lesson.id
        );
    }
    for (lesson, place, step) in steps() {
        if let Kind::Ask { result, .. } = &step.kind {
            let answer = |later: &abacus_class::Step| {
                later.setting == step.setting && matches!(&later.kind, Kind::Result { result: told } if told == result)
            };
            assert!(lesson.steps.iter().skip(place).any(answer), "{} {place}: the question stays open", lesson.id);
        }
    }
}

#[test]
fn every_kind_of_step_occurs() {
    let kinds: BTreeSet<_> = steps().map(|(_, _, step)| format!("{:?}", discriminant(&step.kind))).collect();
    assert_eq!(kinds.len(), 14);
}
