//! The lines of each kind of step.

use abacus_core::calculator::sensitivity::Grid;
use abacus_core::calculator::sentence::keys;
use abacus_core::calculator::{Calculator, Evaluation, Inputs, Output, share};
use abacus_core::number::format::Style;
use rust_decimal::Decimal;

use super::words;
use super::{Line, PrintedGuess, Table};
use crate::deal::{PEOPLE, Person, SALESPERSON, Seat};
use crate::guess;
use crate::lesson::{Cell, DealPart, Item, Kind, MOVE_STOPS, Step, WrongGuess};
use crate::plan;
use crate::run::{LessonContext, Run};
use crate::words::Words;

/// The replacement of a result in text with blanks.
const BLANK: &str = "＿＿＿＿";

/// Writes the lines of one step.
pub(super) struct Writer<'a> {
    pub(super) class: LessonContext<'a>,
    pub(super) place: usize,
    pub(super) style: &'a Style,
    pub(super) run: &'a Run,
    /// Whether what the room has to find is left blank.
    pub(super) is_blank: bool,
}

impl Writer<'_> {
    /// Words with all their figures.
    pub(super) fn full(&self, words: &Words) -> String {
        self.run.fill(self.class, self.place, words, self.style)
    }

    /// Words with their figures, except that results the room has to find are blanks.
    pub(super) fn say(&self, words: &Words) -> String {
        if !self.is_blank {
            return self.full(words);
        }
        let spec = self.class.calculator(self.place).map(|calculator| calculator.spec());
        let mut text = words.get(self.style.locale).to_owned();
        let held: Vec<String> = keys(&text).map(str::to_owned).collect();
        for key in held.iter().filter(|key| spec.is_none_or(|spec| spec.field(key).is_none())) {
            text = blanked(&text, key);
        }
        self.full(&Words::composed(text.clone(), text))
    }

    fn open(&self, answer: impl FnOnce() -> Option<String>) -> Option<String> {
        if self.is_blank { None } else { answer() }
    }

    /// Common wrong guesses, and why.
    pub(super) fn wrong(&self, wrong: &WrongGuess) -> PrintedGuess {
        let range = self.class.output(self.place).map_or_else(String::new, |output| {
            let (from, to) = (guess::quote(wrong.from, output, self.style), guess::quote(wrong.to, output, self.style));
            let unit = output.unit.label(self.style.locale);
            format!("{from}–{to} {unit}").trim_end().to_owned()
        });
        PrintedGuess { range, why: self.full(&wrong.why) }
    }

    pub(super) fn lines(&self, step: &Step) -> Vec<Line> {
        let locale = self.style.locale;
        match &step.kind {
            Kind::Say { lines, found } => self.said(lines, *found),
            // The room writes down the takeaways itself.
            Kind::SumUp { lines } => self.said(lines, lines.len()),
            Kind::Ask { .. } => vec![Line::Blank { name: words::MY_GUESS.get(locale).to_owned(), answer: None }],
            Kind::Reveal { line } => {
                vec![Line::Working { result: line.to_string(), answer: self.open(|| self.result(line, self.run)) }]
            }
            Kind::Result { result } => {
                let label = self.class.output(self.place).map(|output| output.label.get(locale)).unwrap_or_default();
                vec![self.blank(label, || self.result(result, self.run))]
            }
            Kind::Move { input, result, .. } => self.moved(input, result),
            Kind::HideTable { cells } => self.grid().map(|grid| self.hidden(&grid, cells)).into_iter().collect(),
            Kind::Hunt { cells } => self.grid().map_or_else(Vec::new, |grid| self.hunted(&grid, cells)),
            Kind::Vote { options, right } => {
                let known = right.filter(|_| !self.is_blank);
                let choice =
                    |(place, words)| Line::Choice { words: self.say(words), right: known.map(|right| right == place) };
                options.iter().enumerate().map(choice).collect()
            }
            Kind::Clock { .. } => Vec::new(),
            Kind::Tally { rows, columns, .. } => {
                let row = |words| (self.say(words), vec![None; columns.len()]);
                let columns = columns.iter().map(|words| self.say(words)).collect();
                vec![Line::Table(Table { caption: String::new(), columns, rows: rows.iter().map(row).collect() })]
            }
            Kind::Sort { items, boxes } => self.sorted(items, boxes),
            Kind::Deal { part } => self.deal(*part),
            Kind::Qr => vec![Line::Qr],
        }
    }

    /// Lines of text, of which the room finds the first ones.
    fn said(&self, lines: &[Words], found: usize) -> Vec<Line> {
        let line = |(place, words)| {
            let is_blank = self.is_blank && place < found;
            if is_blank { Line::Blank { name: String::new(), answer: None } } else { Line::Words(self.say(words)) }
        };
        lines.iter().enumerate().map(line).collect()
    }

    fn blank(&self, name: &str, answer: impl FnOnce() -> Option<String>) -> Line {
        Line::Blank { name: name.to_owned(), answer: self.open(answer) }
    }

    /// A result of the step, or the reason why it has none.
    fn result(&self, key: &str, run: &Run) -> Option<String> {
        let results = run.results(self.class, self.place)?;
        let Evaluation { output, value } = results.iter().find(|result| result.output.key == key)?;
        Some(match value {
            Ok(value) => with_unit(output, *value, self.style),
            Err(reason) => output.none(*reason).get(self.style.locale).to_owned(),
        })
    }

    /// The result at the start of a move, half way, and at its end.
    fn moved(&self, input: &str, result: &str) -> Vec<Line> {
        let Some(calculator) = self.class.calculator(self.place) else { return Vec::new() };
        let Some(field) = calculator.spec().field(input) else { return Vec::new() };
        let line = |shown: usize| {
            let run = Run { shown, ..self.run.clone() };
            let inputs = run.inputs(self.class, self.place)?;
            let label = calculator.spec().label(field, &inputs).get(self.style.locale);
            let name = format!("{label} {}", field.quote(inputs.get(input)?));
            Some(self.blank(&name, || self.result(result, &run)))
        };
        [0, MOVE_STOPS / 2, MOVE_STOPS].into_iter().filter_map(line).collect()
    }

    fn grid(&self) -> Option<Grid> {
        let inputs = self.run.inputs(self.class, self.place)?;
        Some(self.class.table(self.place)?.grid(&inputs))
    }

    /// The cells that contain a result the lesson asks for: the room has the sheet before it has the results.
    fn asked(&self) -> Vec<Cell> {
        let Some(calculator) = self.class.calculator(self.place).filter(|_| self.is_blank) else { return Vec::new() };
        let Some(plan) = self.class.table(self.place) else { return Vec::new() };
        let own = self.run.inputs(self.class, self.place).map(|inputs| plan.around(&inputs));
        let settings = self.class.lesson.settings.iter().filter(|setting| setting.calculator == calculator.spec().id);
        let begins = settings.map(|setting| share::decode(calculator.spec(), &setting.values).inputs);
        let in_table = begins.filter(|inputs| own.as_ref() == Some(&plan.around(inputs)));
        let cell = |inputs: Inputs| {
            Some(Cell { row: inputs.get(plan.rows.field.key)?, column: inputs.get(plan.columns.field.key)? })
        };
        in_table.filter_map(cell).collect()
    }

    /// A table with some of its cells blank.
    fn hidden(&self, grid: &Grid, cells: &[Cell]) -> Line {
        let is_hidden = |row, column| cells.contains(&Cell { row, column });
        self.table(grid, |row, column, value| (!self.is_blank || !is_hidden(row, column)).then_some(value))
    }

    /// Cells by row and column, each with its figure.
    pub(super) fn cells(&self, cells: &[Cell]) -> Vec<(String, String)> {
        let Some(grid) = self.grid() else { return Vec::new() };
        let figure = |cell: &Cell| {
            let value = grid.cell(grid.find((cell.row, cell.column))?)?.ok()?;
            let (row, column) = (grid.rows.field.quote(cell.row), grid.columns.field.quote(cell.column));
            Some((format!("{row} × {column}"), grid.output.figure_to(value, grid.precision, self.style)))
        };
        cells.iter().filter_map(figure).collect()
    }

    /// A table as the slide prints it, followed by the misprints, which are blanks.
    fn hunted(&self, grid: &Grid, cells: &[Cell]) -> Vec<Line> {
        let misprint =
            |row, column| grid.misprints.iter().find(|misprint| (misprint.row, misprint.column) == (row, column));
        let printed = |row, column, value| Some(misprint(row, column).map_or(value, |misprint| misprint.printed));
        let mut lines = vec![self.table(grid, printed)];
        let locale = self.style.locale;
        lines.extend((1..).zip(cells).map(|(number, cell): (u32, _)| {
            let answer = || {
                let place = grid.find((cell.row, cell.column))?;
                let (misprint, value) = (misprint(cell.row, cell.column)?, grid.cell(place)?.ok()?);
                let figure = |value| grid.output.figure_to(value, grid.precision, self.style);
                let (row, column) = (grid.rows.field.quote(cell.row), grid.columns.field.quote(cell.column));
                let (printed, value) = (figure(misprint.printed), figure(value));
                let reason = misprint.reason.get(locale);
                Some(format!("{row} × {column}: {printed} → {value} ({reason})"))
            };
            self.blank(&number.to_string(), answer)
        }));
        lines
    }

    fn table(&self, grid: &Grid, shown: impl Fn(Decimal, Decimal, Decimal) -> Option<Decimal>) -> Line {
        let asked = self.asked();
        let line = |(row, cells): (&Decimal, &Vec<Result<Decimal, _>>)| {
            let cell = |(column, cell): (&Decimal, &Result<Decimal, _>)| {
                let is_asked = asked.contains(&Cell { row: *row, column: *column });
                let value = shown(*row, *column, cell.ok()?).filter(|_| !is_asked)?;
                Some(grid.output.figure_to(value, grid.precision, self.style))
            };
            (grid.rows.field.quote(*row), grid.columns.values.iter().zip(cells).map(cell).collect())
        };
        let locale = self.style.locale;
        let spec = self.class.calculator(self.place).map(Calculator::spec);
        let inputs = self.run.inputs(self.class, self.place);
        let mut caption =
            spec.zip(inputs).map_or_else(String::new, |(spec, inputs)| plan::caption(grid, spec, &inputs, locale));
        let rows: Vec<(String, Vec<Option<String>>)> = grid.rows.values.iter().zip(&grid.cells).map(line).collect();
        let is_asked = asked.iter().any(|cell| grid.find((cell.row, cell.column)).is_some());
        if is_asked && rows.iter().flat_map(|(_, cells)| cells).filter(|cell| cell.is_none()).count() == 1 {
            caption.push_str(words::ASKED.get(locale));
        }
        let columns = grid.columns.values.iter().map(|value| grid.columns.field.quote(*value)).collect();
        Line::Table(Table { caption, columns, rows })
    }

    fn sorted(&self, items: &[Item], boxes: &[Words]) -> Vec<Line> {
        let named: Vec<String> = boxes.iter().map(|words| self.say(words)).collect();
        let all = format!("{}{}", words::BOXES.get(self.style.locale), named.join(" · "));
        let item = |item: &Item| self.blank(&self.say(&item.words), || named.get(item.goes).cloned());
        std::iter::once(Line::Words(all)).chain(items.iter().map(item)).collect()
    }

    fn deal(&self, part: DealPart) -> Vec<Line> {
        let locale = self.style.locale;
        let name = |person: &Person| person.name.get(locale).to_owned();
        match part {
            DealPart::People => PEOPLE.iter().map(|person| Line::Words(person.introduced(locale))).collect(),
            DealPart::Guide => {
                let passed = |passed: bool| (if passed { words::PASSED } else { words::FAILED }).get(locale).to_owned();
                let row = |person: &Person| {
                    let tests = person.tests?.map(|test| self.open(|| Some(passed(test))));
                    Some((name(person), tests.to_vec()))
                };
                let columns = words::TESTS.map(|test| test.get(locale).to_owned()).to_vec();
                vec![Line::Table(Table {
                    caption: String::new(),
                    columns,
                    rows: PEOPLE.iter().filter_map(row).collect(),
                })]
            }
            DealPart::Beads => {
                let seated = PEOPLE.iter().filter(|person| person.seat != Seat::Insider);
                let beads = seated.map(|person| self.blank(person.seat.label().get(locale), || Some(name(person))));
                let ours = self.blank(words::SALESPERSON.get(locale), || Some(SALESPERSON.get(locale).to_owned()));
                beads.chain([ours]).collect()
            }
        }
    }
}

/// A result with its currency and its unit.
fn with_unit(output: &Output, value: Decimal, style: &Style) -> String {
    let (quoted, unit) = (output.quote(value, style), output.unit.label(style.locale));
    if unit.is_empty() { quoted } else { format!("{quoted} {unit}") }
}

/// Replaces a key and everything that belongs to it with a blank.
fn blanked(text: &str, key: &str) -> String {
    let mut written = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((inside, left)) = after.split_once('}') else { break };
        written.push_str(before);
        if keys(&format!("{{{inside}}}")).any(|held| held == key) {
            written.push_str(BLANK);
        } else {
            written.push_str(&format!("{{{inside}}}"));
        }
        rest = left;
    }
    written.push_str(rest);
    written
}
