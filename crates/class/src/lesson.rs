use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::words::Words;

/// A list whose length is known when the product is built, or that was read from a link or a file.
pub(crate) type List<T> = Cow<'static, [T]>;

/// A key of a calculator, an input's or a result's.
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
    /// Where its facts come from, and what in it is ours; empty in a lesson of one's own.
    pub source: Words,
    /// The calculators that it uses, with their values.
    pub settings: List<Setting>,
    /// Its steps, at least one.
    pub steps: List<Step>,
}

impl Lesson {
    /// How long it takes as planned, in seconds.
    pub fn seconds(&self) -> u32 {
        self.steps.iter().map(|step| step.seconds).fold(0, u32::saturating_add)
    }

    /// The minutes that it takes as planned, rounded up.
    pub fn minutes(&self) -> u32 {
        self.seconds().div_ceil(60)
    }

    /// The setting of a step; none where the step needs none.
    pub fn setting(&self, step: &Step) -> Option<&Setting> {
        self.settings.get(step.setting)
    }

    /// The place of the question that guesses belong to while this step is shown: the last one asked, and for a result
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

    /// The place of the tally before this one that counts the same, for comparing the two.
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

/// A calculator and the values that a lesson begins with.
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
    /// What stands on the screen.
    pub words: Words,
    /// What the trainer says and does.
    pub notes: Words,
    /// How long it takes as planned.
    pub seconds: u32,
    /// The place of its calculator among the lesson's settings.
    pub setting: usize,
    /// What it does.
    pub kind: Kind,
}

impl Step {
    /// How often *next* shows more of it before it leaves the step.
    pub fn stops(&self) -> usize {
        match &self.kind {
            Kind::Say { lines, .. } | Kind::SumUp { lines } => lines.len(),
            Kind::Ask { .. } | Kind::Result { .. } | Kind::Clock { .. } | Kind::Qr => 0,
            Kind::Reveal { .. } | Kind::Tally { .. } => 1,
            Kind::Move { .. } => MOVES,
            Kind::HideTable { cells } | Kind::Hunt { cells } => cells.len(),
            Kind::Vote { right, .. } => usize::from(right.is_some()),
            Kind::Sort { items, .. } => items.len(),
            Kind::Deal { part } => part.stops(),
        }
    }

    /// How many options or cells take hands and marks.
    pub fn places(&self) -> usize {
        match &self.kind {
            Kind::Vote { options, .. } => options.len(),
            Kind::Tally { rows, columns, .. } => rows.len().saturating_mul(columns.len()),
            _ => 0,
        }
    }
}

/// The stops of a move.
pub(crate) const MOVES: usize = 8;

/// What a step does.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// Says its words, then one line after another.
    Say {
        /// The lines. They may hold the figures of results.
        lines: List<Words>,
        /// How many of the first lines the room has to find: on the practice sheet they are blanks.
        found: usize,
    },
    /// Asks for a result; the room's guesses become marks on a logarithmic line.
    Ask {
        /// The result that is asked for.
        result: Name,
        /// The lower end of the line, above zero.
        lowest: Decimal,
        /// The upper end of the line.
        highest: Decimal,
        /// What rooms usually say, and why.
        wrong: List<Wrong>,
    },
    /// Shows one line of the working: first the figures, then what they come to.
    Reveal {
        /// The result whose line it is.
        line: Name,
    },
    /// Shows a result, with the guesses of the step that asked for it.
    Result {
        /// The result.
        result: Name,
    },
    /// Moves an input in eight stops, and the result follows.
    Move {
        /// The input.
        input: Name,
        /// Its last value.
        to: Decimal,
        /// The result that follows.
        result: Name,
    },
    /// Shows the what-if table with cells that the room has to find.
    HideTable {
        /// The hidden cells, in the order in which they are uncovered.
        cells: List<Cell>,
    },
    /// Shows the what-if table as the slide prints it, and the room hunts what is printed wrongly.
    Hunt {
        /// The misprints, in the order in which they are marked.
        cells: List<Cell>,
    },
    /// Takes a show of hands.
    Vote {
        /// What can be voted for.
        options: List<Words>,
        /// The place of the right one, if one is right.
        right: Option<usize>,
    },
    /// Runs a clock down from the step's `seconds`, from the moment at which the step is entered.
    Clock {
        /// A tick every so many seconds.
        every: u32,
    },
    /// Counts what is observed, a mark at every tick, while a clock runs as in `Clock`. Then the shares are compared.
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
    /// Says what to take home, one line after another.
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

/// A guess that rooms usually make.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    /// The lowest of what is said.
    pub from: Decimal,
    /// The highest of what is said.
    pub to: Decimal,
    /// Where it comes from.
    pub why: Words,
}

/// Something to be sorted.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it says.
    pub words: Words,
    /// The place of its box.
    pub goes: usize,
}

/// What is shown of the demo deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealPart {
    /// Its people come in one after another.
    People,
    /// The guide's three tests.
    Guide,
    /// The beads of 1+2+1 fill.
    Beads,
}

impl DealPart {
    /// The people of the deal, the tests, the beads.
    const fn stops(self) -> usize {
        match self {
            Self::People | Self::Beads => 6,
            Self::Guide => 3,
        }
    }
}
