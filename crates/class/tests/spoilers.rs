//! No result is revealed before its step, and none is hard-coded in a lesson.

use std::collections::BTreeMap;

use abacus_class::lessons::LESSONS;
use abacus_class::{Kind, Lesson, Run, Step};
use abacus_core::Decimal;
use abacus_core::calculator::sentence::keys;
use abacus_core::number::format::Style;
use abacus_core::text::Locale;

use crate::support::{class, figures, given, numbers, on_screen, steps, written};

/// The results that a lesson asks for, reveals or shows, by setting, and the first step that reveals each.
fn reveals(lesson: &Lesson) -> BTreeMap<(usize, String), usize> {
    let mut reveals = BTreeMap::new();
    for (place, step) in lesson.steps.iter().enumerate() {
        if let Kind::Reveal { line: key } | Kind::Result { result: key } = &step.kind {
            reveals.entry((step.setting, key.to_string())).or_insert(place);
        }
    }
    reveals
}

/// Everything that a step shows by its end, filled in one language.
fn filled(lesson: &Lesson, place: usize, step: &Step, locale: Locale) -> Vec<String> {
    let run = Run { step: place, ..Run::begin(lesson, 0) };
    let words = on_screen(step).into_iter();
    words.map(|words| run.fill(class(lesson), place, words, &Style::default_for(locale))).collect()
}

#[test]
fn no_text_has_a_results_key_before_its_step() {
    for lesson in LESSONS {
        for ((setting, key), at) in reveals(lesson) {
            for (place, step) in lesson.steps.iter().enumerate().take(at).filter(|(_, step)| step.setting == setting) {
                for words in on_screen(step).into_iter().flat_map(|words| Locale::ALL.map(|locale| words.get(locale))) {
                    assert!(!keys(words).any(|held| held == key), "{} {place}: {{{key}}} appears too early", lesson.id);
                }
            }
        }
    }
}

#[test]
fn no_filled_text_shows_a_result_before_its_step() {
    for lesson in LESSONS {
        let given = given(lesson);
        for ((_, key), at) in reveals(lesson) {
            let Some((_, results)) = figures(lesson, at) else { panic!("{} {at}: no calculator", lesson.id) };
            let result = results.iter().find(|result| result.output.key == key).expect("the result of a step");
            let figures: Vec<_> = written(result).into_iter().filter(|figure| !given.contains(figure)).collect();
            for (place, step) in lesson.steps.iter().enumerate().take(at) {
                for text in Locale::ALL.into_iter().flat_map(|locale| filled(lesson, place, step, locale)) {
                    let held = numbers(&text).into_iter().find(|number| figures.iter().any(|figure| figure == number));
                    assert_eq!(held, None, "{} {place}: “{text}” shows {key} too early", lesson.id);
                }
            }
        }
    }
}

#[test]
fn moves_and_tables_show_only_revealed_results() {
    for lesson in LESSONS {
        let reveals = reveals(lesson);
        for (place, step) in lesson.steps.iter().enumerate() {
            let spec = || class(lesson).calculator(place).expect("a calculator").spec();
            let shows = match &step.kind {
                Kind::Move { result, .. } => result.as_ref(),
                Kind::HideTable { .. } | Kind::Hunt { .. } => spec().what_if.output,
                _ => continue,
            };
            let at = reveals.get(&(step.setting, shows.to_owned()));
            assert!(at.is_some_and(|at| *at < place), "{} {place}: it shows {shows} before its step", lesson.id);
        }
    }
}

/// Every figure that the calculators of a lesson compute, except those that the lesson gives them.
fn results(lesson: &Lesson) -> Vec<(String, Decimal)> {
    let given = given(lesson);
    let places = 0..lesson.steps.len();
    let results = places.filter_map(|place| figures(lesson, place)).flat_map(|(_, results)| results);
    let figures = results.flat_map(|result| {
        let value = result.value.unwrap_or_default();
        written(&result).into_iter().map(move |figure| (figure, value))
    });
    // Zero and one occur in too many texts.
    let tells = |value: &Decimal| !value.is_zero() && *value != Decimal::ONE;
    figures.filter(|(figure, value)| !given.contains(figure) && tells(value)).collect()
}

/// The numbers declared in a step.
fn typed(step: &Step) -> Vec<Decimal> {
    match &step.kind {
        Kind::Ask { lowest, highest, wrong, .. } => {
            [*lowest, *highest].into_iter().chain(wrong.iter().flat_map(|wrong| [wrong.from, wrong.to])).collect()
        }
        Kind::Move { to, .. } => vec![*to],
        _ => Vec::new(),
    }
}

#[test]
fn no_lesson_source_contains_a_result() {
    for lesson in LESSONS {
        let path = format!("{}/src/lessons/{}.rs", env!("CARGO_MANIFEST_DIR"), lesson.id.replace('-', "_"));
        let source = std::fs::read_to_string(&path).expect("each lesson's file is named after it");
        let results = results(lesson);
        // Texts and values are in quotation marks.
        for text in source.split('"').skip(1).step_by(2) {
            for number in numbers(text) {
                let held = results.iter().find(|(figure, _)| figure == number);
                assert_eq!(held, None, "{}: “{text}” holds a result; write its key in braces", lesson.id);
            }
        }
        for number in lesson.steps.iter().flat_map(typed) {
            let held = results.iter().find(|(_, value)| *value == number);
            assert_eq!(held, None, "{}: {number} is a result", lesson.id);
        }
        assert!(lesson.settings.is_empty() || results.len() > 1, "{}: nothing was compared", lesson.id);
    }
}

#[test]
fn no_range_of_a_question_reveals_its_result() {
    for (lesson, place, step) in steps() {
        let Kind::Ask { result, lowest, highest, wrong } = &step.kind else { continue };
        let (_, results) = figures(lesson, place).expect("a question has a calculator");
        let asked = results.iter().find(|known| known.output.key == *result).expect("a question asks for a result");
        let value = asked.value.expect("the result has a value");
        assert!(*lowest > Decimal::ZERO && *lowest < value && value < *highest, "{} {place}: {value}", lesson.id);
        for wrong in wrong.iter() {
            let is_there = lowest <= &wrong.from && wrong.from <= wrong.to && wrong.to <= *highest;
            assert!(is_there, "{} {place}: a common wrong guess is off the line", lesson.id);
            let is_wrong = value < wrong.from || wrong.to < value;
            assert!(is_wrong, "{} {place}: a common wrong guess is right", lesson.id);
        }
        assert!(!wrong.is_empty(), "{} {place}: list common wrong guesses", lesson.id);
    }
}
