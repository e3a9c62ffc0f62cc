//! A lesson on paper: the trainer's script, the practice sheet and the answers. All three have the same lines and the
//! same figures as the screen; where the room has to find something, the practice sheet has a blank.

mod lines;
mod words;

use abacus_core::number::format::Style;

use crate::lesson::Kind;
use crate::run::{LessonContext, Run};

/// One of the three papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sheet {
    /// For the trainer: everything.
    Script,
    /// For the room: blanks, and no notes.
    Practice,
    /// For the room, afterwards: no blanks, and no notes.
    Answers,
}

impl Sheet {
    /// All three, in print order.
    pub const ALL: [Self; 3] = [Self::Script, Self::Practice, Self::Answers];
}

/// A lesson on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Its title.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// The source of its facts; empty for a user's own lesson.
    pub source: String,
    /// Its steps.
    pub steps: Vec<PrintedStep>,
}

/// A step on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedStep {
    /// Its index.
    pub step: usize,
    /// The text on the screen.
    pub words: String,
    /// The lines that the room sees.
    pub lines: Vec<Line>,
    /// The part that only the trainer has.
    pub script: Option<Script>,
}

/// The part of a step that only the trainer has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Script {
    /// What to say and do.
    pub notes: String,
    /// Its planned duration, in seconds.
    pub seconds: u32,
    /// Common wrong guesses. They are our experience, and must be marked as such.
    pub wrong: Vec<PrintedGuess>,
}

/// A common wrong guess.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedGuess {
    /// The range of values.
    pub range: String,
    /// How people arrive at it.
    pub why: String,
}

/// A line of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// Words.
    Words(String),
    /// Something to be found: its name and the answer; none is a blank. Without a name it is a whole line to be
    /// written.
    Blank {
        /// What is to be found.
        name: String,
        /// The answer.
        answer: Option<String>,
    },
    /// A line of the working: the page draws the formula with its figures; the answer is its result, none is a blank.
    Working {
        /// The key of the result.
        result: String,
        /// The answer.
        answer: Option<String>,
    },
    /// An option, and whether it is right; none leaves it open.
    Choice {
        /// The option.
        words: String,
        /// Whether it is right.
        right: Option<bool>,
    },
    /// A table.
    Table(Table),
    /// The code that opens the calculator of the step.
    Qr,
}

/// A table; none is an empty cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows, down the side and across the top; empty if the columns say so.
    pub caption: String,
    /// The column headers, without the corner.
    pub columns: Vec<String>,
    /// The row headers, and the cells of each row.
    pub rows: Vec<(String, Vec<Option<String>>)>,
}

/// A lesson as one of the papers; none while one of its calculators is not loaded.
pub fn paper(class: LessonContext<'_>, sheet: Sheet, style: &Style) -> Option<Paper> {
    let lesson = class.lesson;
    let steps = (0..lesson.steps.len()).map(|step| printed_step(class, step, sheet, style));
    Some(Paper {
        title: lesson.title.get(style.locale).to_owned(),
        about: lesson.about.get(style.locale).to_owned(),
        source: lesson.source.get(style.locale).to_owned(),
        steps: steps.collect::<Option<_>>()?,
    })
}

/// What the room has to find in a step by looking, sorting or voting, each with its answer. A figure that is asked for
/// is a separate result. The values are those of the run.
pub fn answers(class: LessonContext<'_>, run: &Run, style: &Style) -> Vec<Answer> {
    let place = run.step;
    let Some(step) = class.step(place) else { return Vec::new() };
    let writer = lines::Writer { class, place, style, run, is_blank: false };
    let answers: Vec<(String, String)> = match &step.kind {
        Kind::HideTable { cells } => writer.cells(cells),
        Kind::Vote { right: Some(_), .. } | Kind::Hunt { .. } | Kind::Sort { .. } => {
            writer.lines(step).into_iter().filter_map(answered).collect()
        }
        Kind::Deal { .. } => {
            writer.lines(step).into_iter().flat_map(|line| tested(&line).into_iter().chain(answered(line))).collect()
        }
        _ => Vec::new(),
    };
    let is_shown = |place: usize| match &step.kind {
        Kind::Vote { right, .. } => run.shown > 0 && *right == Some(place),
        _ => place < run.shown,
    };
    let answer = |(place, (name, answer))| Answer { name, answer, is_shown: is_shown(place) };
    answers.into_iter().enumerate().map(answer).collect()
}

/// Something that the room has to find, and whether the screen already shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What is to be found.
    pub name: String,
    /// The answer; empty for an option that is not right.
    pub answer: String,
    /// Whether the screen shows it.
    pub is_shown: bool,
}

fn answered(line: Line) -> Option<(String, String)> {
    match line {
        Line::Blank { name, answer } => Some((name, answer?)),
        Line::Choice { words, right } => Some((words, if right == Some(true) { "✓" } else { "" }.to_owned())),
        _ => None,
    }
}

/// The tests in a table of people, and how each person did.
fn tested(line: &Line) -> Vec<(String, String)> {
    let Line::Table(Table { columns, rows, .. }) = line else { return Vec::new() };
    let people = |test: usize| {
        let people = rows.iter().filter_map(|(name, cells)| Some(format!("{name}: {}", cells.get(test)?.as_ref()?)));
        people.collect::<Vec<_>>().join("; ")
    };
    columns.iter().enumerate().map(|(test, name)| (name.clone(), people(test))).collect()
}

fn printed_step(class: LessonContext<'_>, place: usize, sheet: Sheet, style: &Style) -> Option<PrintedStep> {
    let step = class.step(place)?;
    if class.lesson.setting(step).is_some() && class.calculator(place).is_none() {
        return None;
    }
    let run = Run { step: place, ..Run::default() };
    let writer = lines::Writer { class, place, style, run: &run, is_blank: sheet == Sheet::Practice };
    let wrong = match &step.kind {
        Kind::Ask { wrong, .. } => wrong.iter().map(|wrong| writer.wrong(wrong)).collect(),
        _ => Vec::new(),
    };
    let script = || Script { notes: writer.full(&step.notes), seconds: step.seconds, wrong };
    Some(PrintedStep {
        step: place,
        words: writer.say(&step.words),
        lines: writer.lines(step),
        script: (sheet == Sheet::Script).then(script),
    })
}
