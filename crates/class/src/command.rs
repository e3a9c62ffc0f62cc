use rust_decimal::Decimal;

use crate::run::Run;

/// What can be done with a lesson on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Shows what comes next: more of this step, or the next step.
    Next,
    /// Takes back what was shown last.
    Back,
    /// Makes the screen black, or lights it again.
    Black,
    /// Makes the screen white, or lights it again.
    White,
    /// Goes to the first step.
    First,
    /// Goes to the last step.
    Last,
    /// Goes to a step, from 0.
    Jump(usize),
    /// Shows all of the step.
    All,
    /// Puts the lesson's values back.
    Values,
    /// Makes the type larger.
    Larger,
    /// Makes the type smaller.
    Smaller,
    /// Fills the screen, or leaves it.
    FullScreen,
    /// Opens the guesses, or closes them. While they are open, digits belong to them.
    Guesses,
    /// Starts the clock, stops it, goes on.
    Clock,
    /// Shows the QR code over the step, or closes it.
    Qr,
    /// Opens the presenter's window.
    Presenter,
    /// Chooses the next input.
    NextInput,
    /// Chooses the input before.
    PreviousInput,
    /// Raises the chosen input by a step.
    Increase,
    /// Lowers the chosen input by a step.
    Decrease,
    /// Shows the keys, or closes them.
    Keys,
    /// Closes what is open; with nothing open, asks whether to leave, then leaves.
    Close,
    /// Adds a guess of the room.
    Guess(Decimal),
    /// Takes the last guess back.
    TakeBack,
    /// Adds a hand to an option, from 0.
    Vote(usize),
    /// Adds a mark to a cell of a tally: row, column.
    Mark(usize, usize),
}

/// What a command asks of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Fills the screen, or leaves it.
    FullScreen,
    /// Opens the presenter's window.
    Presenter,
    /// Goes back to the list of lessons.
    Leave,
}

/// A key as the browser names it (`KeyboardEvent.key`), and whether Shift was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key<'a> {
    /// Its name: `PageDown`, `b`, `.`.
    pub name: &'a str,
    /// Whether Shift was held.
    pub shift: bool,
}

/// The command that a key stands for, as things stand; none for a key that the browser keeps.
#[must_use]
pub fn command(key: Key<'_>, run: &Run) -> Option<Command> {
    let _ = run;
    match key.name {
        "ArrowRight" | "PageDown" | " " | "Enter" => Some(Command::Next),
        "ArrowLeft" | "PageUp" => Some(Command::Back),
        _ => None,
    }
}
