//! Shared test helpers: the texts of a lesson, and its figures.

use abacus_class::lessons::LESSONS;
use abacus_class::{Kind, Lesson, LessonContext, Run, Step, Words};
use abacus_core::calculator::{Evaluation, Inputs, share};
use abacus_core::calculators::find;
use abacus_core::number::format::Style;
use abacus_core::text::Locale;

pub(crate) fn class(lesson: &Lesson) -> LessonContext<'_> {
    LessonContext { lesson, find: &find }
}

/// Every step of every lesson, with its index.
pub(crate) fn steps() -> impl Iterator<Item = (&'static Lesson, usize, &'static Step)> {
    LESSONS.iter().flat_map(|lesson| lesson.steps.iter().enumerate().map(move |(place, step)| (*lesson, place, step)))
}

/// The texts that a step eventually shows to the room.
pub(crate) fn on_screen(step: &Step) -> Vec<&Words> {
    let mut shown = vec![&step.words];
    match &step.kind {
        Kind::Say { lines, .. } | Kind::SumUp { lines } => shown.extend(lines.iter()),
        Kind::Vote { options, .. } => shown.extend(options.iter()),
        Kind::Tally { rows, columns, .. } => shown.extend(rows.iter().chain(columns.iter())),
        Kind::Sort { items, boxes } => shown.extend(items.iter().map(|item| &item.words).chain(boxes.iter())),
        _ => {}
    }
    shown
}

/// The texts that only the trainer reads.
pub(crate) fn for_trainer(step: &Step) -> Vec<&Words> {
    let mut told = vec![&step.notes];
    if let Kind::Ask { wrong, .. } = &step.kind {
        told.extend(wrong.iter().map(|wrong| &wrong.why));
    }
    told
}

/// The inputs and results of a step before anything is moved.
pub(crate) fn figures(lesson: &Lesson, place: usize) -> Option<(Inputs, Vec<Evaluation>)> {
    let run = Run { step: place, ..Run::begin(lesson, 0) };
    Some((run.inputs(class(lesson), place)?, run.results(class(lesson), place)?))
}

/// A result as people read it, in both languages, with and without its currency.
pub(crate) fn written(evaluation: &Evaluation) -> Vec<String> {
    let Ok(value) = evaluation.value else { return Vec::new() };
    let styles = Locale::ALL.map(Style::default_for);
    let figures =
        styles.iter().flat_map(|style| [evaluation.output.figure(value, style), value.normalize().to_string()]);
    figures.map(|figure| figure.trim_end_matches('%').to_owned()).collect()
}

/// The values that a lesson gives its calculators, as people read them; these may appear from the start.
pub(crate) fn given(lesson: &Lesson) -> Vec<String> {
    let mut given = Vec::new();
    for setting in lesson.settings.iter() {
        let Some(calculator) = find(&setting.calculator) else { continue };
        let inputs = share::decode(calculator.spec(), &setting.values).inputs;
        for field in calculator.spec().fields {
            let value = inputs.get(field.key).unwrap_or_default();
            given.extend([field.show(value), value.normalize().to_string()]);
        }
    }
    given
}

/// The numbers in a text: digits with separators.
pub(crate) fn numbers(text: &str) -> Vec<&str> {
    let is_part = |character: char| character.is_ascii_digit() || matches!(character, ',' | '.');
    let parts = text.split(|character| !is_part(character)).map(|part| part.trim_matches([',', '.']));
    parts.filter(|part| part.chars().any(|character| character.is_ascii_digit())).collect()
}
