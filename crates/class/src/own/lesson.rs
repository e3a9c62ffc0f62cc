//! The steps of a user's own lesson: figures, question, working, result, a move, the table, the phones, the takeaways.

use std::borrow::Cow;

use abacus_core::calculator::axis::is_possible;
use abacus_core::calculator::field::{Field, Kind as FieldKind};
use abacus_core::calculator::sensitivity::CellIndex;
use abacus_core::calculator::working::workings;
use abacus_core::calculator::{Calculator, Inputs, Output, share};
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::expr::Expr;
use abacus_core::text::{Text, text};
use rust_decimal::Decimal;

use super::{Optional, OwnLesson};
use crate::apply::used;
use crate::lesson::{Cell, Kind, Lesson, Setting, Step};
use crate::plan::table;
use crate::words::Words;

/// The lesson of these words and values, built from its calculator.
pub fn lesson(own: &OwnLesson, calculator: &'static dyn Calculator) -> Lesson {
    let spec = calculator.spec();
    let values = own.fragment();
    let inputs = share::decode(spec, &values).inputs;
    let has = |optional| own.steps.contains(&optional);
    let mut steps = vec![step(
        Kind::Say { lines: given(calculator, &inputs, own).into(), found: 0 },
        Words::typed(&own.title),
        text("先把数念一遍，别说结果。", "Read out the figures, but not the result."),
        40,
    )];
    if let Some(headline) = spec.outputs.first() {
        let result = || Cow::Borrowed(headline.key);
        let question = || Words::typed(&own.question);
        let value = calculator.evaluate(&inputs).first().and_then(|evaluation| evaluation.value.ok());
        steps.push(match value.and_then(|value| range(value, least_amount(calculator, &inputs, headline))) {
            Some((lowest, highest)) => step(
                Kind::Ask { result: result(), lowest, highest, wrong: Cow::Borrowed(&[]) },
                question(),
                text(
                    "先写下来，再报数；报一个记一个，不评论。",
                    "Write it down first; note each guess and comment on none.",
                ),
                60,
            ),
            // A result that is not above zero cannot be placed on the line of guesses.
            None => step(
                Kind::Say { lines: Cow::Borrowed(&[]), found: 0 },
                question(),
                text("请学员先说，再翻。", "Let the room say before you show it."),
                60,
            ),
        });
        let lines = if has(Optional::Working) { lines(calculator, &inputs, headline.key) } else { Vec::new() };
        steps.extend(lines.into_iter().map(|(key, label)| {
            step(
                Kind::Reveal { line: Cow::Borrowed(key) },
                Words::both(label),
                text("先看算式，再翻出结果。", "First the figures, then what they come to."),
                20,
            )
        }));
        steps.push(step(
            Kind::Result { result: result() },
            Words::both(headline.label),
            text("谁猜得最近？夸一句，别笑话远的。", "Name the nearest guess, and make no joke of the far ones."),
            40,
        ));
    }
    if let Some(((field, to), headline)) = moved(own, calculator, &inputs).zip(spec.outputs.first()) {
        steps.push(step(
            Kind::Move { input: Cow::Borrowed(field.key), to, result: Cow::Borrowed(headline.key) },
            Words::both(spec.label(field, &inputs)),
            text("每翻一下之前先问：会变成多少？", "Before each stop ask what it will come to."),
            50,
        ));
    }
    let cells = if has(Optional::Table) { cells(calculator, &inputs) } else { Vec::new() };
    if !cells.is_empty() {
        steps.push(step(
            Kind::HideTable { cells: cells.into() },
            Words::both(text("盖住的几格是多少？", "What is in the covered cells?")),
            text("一格一格问，写下来再翻。", "Ask for one cell at a time; write it down, then show it."),
            60,
        ));
    }
    if has(Optional::Phones) {
        steps.push(step(
            Kind::Qr,
            Words::both(text("用自己的数算一遍", "Now with your own figures")),
            text("扫码，先猜，再看。", "Scan it; guess first, then look."),
            60,
        ));
    }
    let lines = if own.lines.is_empty() {
        vec![Words::both(spec.wording(&inputs).sentence)]
    } else {
        own.lines.iter().map(|line| Words::typed(line)).collect()
    };
    steps.push(step(
        Kind::SumUp { lines: lines.into() },
        Words::both(text("带走", "Takeaways")),
        text("一句一句翻。", "One line at a time."),
        40,
    ));
    Lesson {
        id: if own.id.is_empty() { Cow::Borrowed("own") } else { Cow::Owned(own.id.clone()) },
        title: Words::typed(&own.title),
        about: Words::typed(&own.question),
        source: Words::both(Text { zh: "", en: "" }),
        settings: vec![Setting { calculator: Cow::Borrowed(spec.id), values: Cow::Owned(values) }].into(),
        steps: steps.into(),
    }
}

fn step(kind: Kind, words: Words, notes: Text, seconds: u32) -> Step {
    Step { words, notes: Words::both(notes), seconds, setting: 0, kind }
}

/// The inputs by name and value: those of the slide, and professional ones that differ from the example.
fn given(calculator: &dyn Calculator, inputs: &Inputs, own: &OwnLesson) -> Vec<Words> {
    let moved = own.moves.as_ref().map_or("", |(input, _)| input);
    let line = |field: &Field| {
        let key = field.key;
        Words::composed(format!("{{{key}:label}}：{{{key}}}"), format!("{{{key}:label}}: {{{key}}}"))
    };
    used(calculator, inputs, moved).into_iter().map(line).collect()
}

/// The lines of the working that a result needs, in order, ending with its own.
fn lines(calculator: &dyn Calculator, inputs: &Inputs, key: &str) -> Vec<(&'static str, Text)> {
    let workings = workings(calculator, inputs);
    let formula = workings.iter().find(|line| line.output.key == key).map(|line| &line.formula);
    let needed = formula.map(Expr::steps).unwrap_or_default();
    let is_needed = |line: &str| line == key || needed.iter().any(|(step, _)| *step == line);
    let (own, before): (Vec<_>, Vec<_>) =
        workings.iter().filter(|line| is_needed(line.output.key)).partition(|line| line.output.key == key);
    before.into_iter().chain(own).map(|line| (line.output.key, line.output.label)).collect()
}

/// The cells to hide: a diagonal from the upper right, of those that have a value.
fn cells(calculator: &'static dyn Calculator, inputs: &Inputs) -> Vec<Cell> {
    let grid = table(calculator, inputs).grid(inputs);
    let (rows, columns) = (grid.rows.values.len(), grid.columns.values.len());
    let places = (0..rows.min(columns)).map(|row| (row, columns.saturating_sub(row).saturating_sub(1)));
    let has_value = |place: &CellIndex| matches!(grid.cell(*place), Some(Ok(_)));
    let cell = |place| grid.values(place).map(|(row, column)| Cell { row, column });
    places.filter(has_value).filter_map(cell).take(MAX_CELLS).collect()
}

/// The maximum number of hidden cells.
const MAX_CELLS: usize = 5;

/// The smallest amount given in the lesson, if an amount is asked for: rooms often guess a given one.
fn least_amount(calculator: &dyn Calculator, inputs: &Inputs, headline: &Output) -> Option<Decimal> {
    let given = used(calculator, inputs, "").into_iter().filter(|field| field.kind == FieldKind::Money);
    let amounts = given.filter_map(|field| inputs.get(field.key)).filter(|amount| *amount > Decimal::ZERO);
    amounts.min().filter(|_| headline.kind == FieldKind::Money)
}

/// The ends of the line of guesses: powers of ten, the lower ten to a hundred times below the result, the upper as far
/// above; the lower end is at or below the smallest expected guess. None for a result that is not above zero, or on
/// overflow.
fn range(result: Decimal, least: Option<Decimal>) -> Option<(Decimal, Decimal)> {
    let mut power = Decimal::ONE;
    while power > result && result > Decimal::ZERO {
        power = power.over(Decimal::TEN).filter(|power| !power.is_zero())?;
    }
    while let Some(larger) = power.times(Decimal::TEN).filter(|larger| *larger <= result) {
        power = larger;
    }
    let (mut lowest, highest) = (power.over(Decimal::TEN)?.normalize(), power.times(Decimal::ONE_HUNDRED)?.normalize());
    while least.is_some_and(|least| least < lowest) {
        lowest = lowest.over(Decimal::TEN).filter(|lower| !lower.is_zero())?.normalize();
    }
    (Decimal::ZERO < lowest && lowest < result && result < highest).then_some((lowest, highest))
}

/// The input that is moved and its end, if the calculator has it and allows the value.
fn moved(own: &OwnLesson, calculator: &dyn Calculator, inputs: &Inputs) -> Option<(&'static Field, Decimal)> {
    let (input, to) = own.moves.as_ref()?;
    let field = calculator.spec().field(input)?;
    let moves = field.check(*to).is_ok() && inputs.get(input) != Some(*to);
    (moves && is_possible(field)).then_some((field, *to))
}
