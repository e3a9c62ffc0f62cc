use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::words::Words;

/// A list that is either static or was parsed from a link or a file.
pub(crate) type List<T> = Cow<'static, [T]>;

/// The key of an input or a result.
pub(crate) type Name = Cow<'static, str>;

/// One lesson.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// Its name in addresses: `earned`.
    pub id: Name,
    /// Its title.
    pub title: Words,
    /// What it is about, in one line.
    pub about: Words,
    /// The source of its facts, and which parts are our own; empty in a user's lesson.
    pub source: Words,
    /// The calculators it uses, with their values.
    pub settings: List<Setting>,
    /// Its steps, at least one.
    pub steps: List<Step>,
}

impl Lesson {
    /// Its planned duration, in seconds.
    pub fn seconds(&self) -> u32 {
        self.steps.iter().map(|step| step.seconds).fold(0, u32::saturating_add)
    }

    /// Its planned duration in minutes, rounded up.
    pub fn minutes(&self) -> u32 {
        self.seconds().div_ceil(60)
    }

    /// The setting of a step; none if the step needs none.
    pub fn setting(&self, step: &Step) -> Option<&Setting> {
        self.settings.get(step.setting)
    }

    /// The index of the question that guesses belong to while this step is shown: the last one asked, and for a result
    /// the last one that asked for it.
    pub fn asked(&self, step: usize) -> Option<usize> {
        let wanted = match self.steps.get(step) {
            Some(Step { kind: Kind::Result { result }, setting, .. }) => Some((result, setting)),
            _ => None,
        };
        let asks = |step: &Step| match &step.kind {
            Kind::Ask { result, .. } => wanted.is_none_or(|wanted| wanted == (result, &step.setting)),
            _ => false,
        };
        self.steps.get(..=step)?.iter().rposition(asks)
    }

    /// The index of the last tally before this one that counts the same, for comparing the two.
    pub fn tally_before(&self, step: usize) -> Option<usize> {
        let same = |before: &Step| match (&before.kind, self.steps.get(step).map(|step| &step.kind)) {
            (Kind::Tally { rows, columns, .. }, Some(Kind::Tally { rows: own_rows, columns: own_columns, .. })) => {
                rows == own_rows && columns == own_columns
            }
            _ => false,
        };
        self.steps.get(..step)?.iter().rposition(same)
    }
}

/// A calculator and the values that a lesson starts with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The calculator's public name: `bad-debt`.
    pub calculator: Name,
    /// The values as in a link, without `#`: `loss=700&margin=0.03`. Empty for the example.
    pub values: Name,
}

/// One step: one thing on the screen.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The text on the screen.
    pub words: Words,
    /// What the trainer says and does.
    pub notes: Words,
    /// Its planned duration in seconds.
    pub seconds: u32,
    /// The index of its calculator among the lesson's settings.
    pub setting: usize,
    /// What it does.
    pub kind: Kind,
}

impl Step {
    /// How often *next* reveals more of it before leaving the step.
    pub fn stops(&self) -> usize {
        match &self.kind {
            Kind::Say { lines, .. } | Kind::SumUp { lines } => lines.len(),
            Kind::Ask { .. } | Kind::Result { .. } | Kind::Clock { .. } | Kind::Qr => 0,
            Kind::Reveal { .. } | Kind::Tally { .. } => 1,
            Kind::Move { .. } => MOVE_STOPS,
            Kind::HideTable { cells } | Kind::Hunt { cells } => cells.len(),
            Kind::Vote { right, .. } => usize::from(right.is_some()),
            Kind::Sort { items, .. } => items.len(),
            Kind::Deal { part } => part.stops(),
        }
    }

    /// How many options or cells take hands or marks.
    pub fn places(&self) -> usize {
        match &self.kind {
            Kind::Vote { options, .. } => options.len(),
            Kind::Tally { rows, columns, .. } => rows.len().saturating_mul(columns.len()),
            _ => 0,
        }
    }
}

/// The number of stops of a move.
pub(crate) const MOVE_STOPS: usize = 8;

/// What a step does.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Shows its text, then one line after another.
    Say {
        /// The lines. They may contain figures of results.
        lines: List<Words>,
        /// How many of the first lines the room has to find: they are blanks on the practice sheet.
        found: usize,
    },
    /// Asks for a result; the room's guesses become marks on a logarithmic line.
    Ask {
        /// The requested result.
        result: Name,
        /// The lower end of the line, above zero.
        lowest: Decimal,
        /// The upper end of the line.
        highest: Decimal,
        /// Common wrong guesses, and why.
        wrong: List<WrongGuess>,
    },
    /// Shows one line of the working: first the figures, then the result.
    Reveal {
        /// The result whose line it is.
        line: Name,
    },
    /// Shows a result, with the guesses of the step that asked for it.
    Result {
        /// The result.
        result: Name,
    },
    /// Moves an input in eight stops, with the result following.
    Move {
        /// The input.
        input: Name,
        /// Its last value.
        to: Decimal,
        /// The result that follows.
        result: Name,
    },
    /// Shows the what-if table with hidden cells for the room to find.
    HideTable {
        /// The hidden cells, in the order in which they are revealed.
        cells: List<Cell>,
    },
    /// Shows the what-if table as the slide prints it, for the room to find the misprints.
    Hunt {
        /// The misprints, in the order in which they are marked.
        cells: List<Cell>,
    },
    /// Takes a show of hands.
    Vote {
        /// What can be voted for.
        options: List<Words>,
        /// The index of the right one, if there is one.
        right: Option<usize>,
    },
    /// Runs a countdown of the step's `seconds`, starting when the step is entered.
    Clock {
        /// A tick every so many seconds.
        every: u32,
    },
    /// Counts observations, a mark at every tick, while a clock runs as in `Clock`. Then the shares are compared.
    Tally {
        /// Who is observed.
        rows: List<Words>,
        /// What is counted.
        columns: List<Words>,
        /// A tick every so many seconds.
        every: u32,
    },
    /// Sorts items into boxes.
    Sort {
        /// The items, in the order in which they are asked.
        items: List<Item>,
        /// The boxes.
        boxes: List<Words>,
    },
    /// Shows a part of the demo deal.
    Deal {
        /// The part.
        part: DealPart,
    },
    /// Shows a link to the step's calculator as a QR code, for the phones of the class.
    Qr,
    /// Shows the takeaways, one line after another.
    SumUp {
        /// The lines.
        lines: List<Words>,
    },
}

/// A cell of the what-if table, by the values of its row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The value of the input down the side.
    pub row: Decimal,
    /// The value of the input across the top.
    pub column: Decimal,
}

/// A common wrong guess.
#[derive(Clone, Debug, PartialEq)]
pub struct WrongGuess {
    /// The lowest value guessed.
    pub from: Decimal,
    /// The highest value guessed.
    pub to: Decimal,
    /// How people arrive at it.
    pub why: Words,
}

/// An item to be sorted.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its text.
    pub words: Words,
    /// The index of its box.
    pub goes: usize,
}

/// The part of the demo deal that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealPart {
    /// Its people, introduced one after another.
    People,
    /// The guide's three tests.
    Guide,
    /// The beads of 1+2+1, which fill up.
    Beads,
}

impl DealPart {
    /// The stops: the people of the deal, the tests, the beads.
    const fn stops(self) -> usize {
        match self {
            Self::People | Self::Beads => 6,
            Self::Guide => 3,
        }
    }
}
