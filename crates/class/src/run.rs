use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::guess::Guesses;

/// A lesson as it is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The step, from 0.
    pub step: usize,
    /// How much of the step is shown beyond its beginning.
    pub shown: usize,
    /// The guesses, by the result that they are of.
    pub guesses: BTreeMap<String, Guesses>,
    /// Hands for each option, by step.
    pub votes: BTreeMap<usize, Vec<u32>>,
    /// Marks in each cell of a tally, row by row, by step.
    pub marks: BTreeMap<usize, Vec<u32>>,
    /// Inputs that were changed, by setting and key.
    pub values: BTreeMap<(usize, String), Decimal>,
    /// The input that the arrows move, by its place among those of the step.
    pub input: usize,
    /// The clock of the step, if it was started.
    pub clock: Option<Clock>,
    /// Whether the screen is lit.
    pub screen: Screen,
    /// How much larger the type is than usual, in steps.
    pub size: i8,
    /// What lies over the step.
    pub panel: Option<Panel>,
}

/// What the screen is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Screen {
    /// It shows the step.
    #[default]
    Lit,
    /// It is black.
    Black,
    /// It is white.
    White,
}

/// What lies over the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// The guesses.
    Guesses,
    /// The QR code.
    Qr,
    /// The keys.
    Keys,
    /// The question whether to leave.
    Leave,
}

/// A clock, in milliseconds of the browser's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// What ran before it was last stopped.
    pub before: u64,
    /// When it was last started; none while it stands still.
    pub since: Option<u64>,
}
