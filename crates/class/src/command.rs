use rust_decimal::Decimal;

use crate::lesson::{Lesson, Step};
use crate::run::{Panel, Run, Screen};

/// What can be done with a lesson on the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Shows what comes next: more of this step, or the next step. Over a panel it closes the panel.
    Next,
    /// Takes back what was shown last. Over a panel it closes the panel.
    Back,
    /// Makes the screen black.
    Black,
    /// Makes the screen white.
    White,
    /// Goes to the first step.
    First,
    /// Goes to the last step.
    Last,
    /// Goes to a step, from 0.
    Jump(usize),
    /// Shows all of the step.
    All,
    /// Restores the lesson's values.
    Values,
    /// Makes the text larger.
    Larger,
    /// Makes the text smaller.
    Smaller,
    /// Enters or leaves full screen.
    FullScreen,
    /// Opens or closes the guesses. While they are open, digits are entered as guesses; in a step that takes hands or
    /// marks, digits count those.
    Guesses,
    /// Starts, stops or resumes the clock.
    Clock,
    /// Shows the QR code over the step, or closes it.
    Qr,
    /// Opens the presenter's window.
    Presenter,
    /// Selects the next input.
    NextInput,
    /// Selects the previous input.
    PreviousInput,
    /// Selects an input by its key.
    Choose(String),
    /// Sets the selected input to a value.
    Set(Decimal),
    /// Raises the selected input by a step.
    Increase,
    /// Lowers the selected input by a step.
    Decrease,
    /// Shows or closes the list of keys.
    Keys,
    /// Closes the open panel; with none open, asks whether to leave, then leaves.
    Close,
    /// Adds a character to the guess that is being typed.
    Type(char),
    /// Parses the typed guess and adds it.
    Add,
    /// Adds a guess from the room.
    Guess(Decimal),
    /// Deletes the last character, or else the last guess, hand or mark.
    TakeBack,
    /// Adds a hand to an option or a mark to a cell, by index; cells are counted row by row.
    Mark(usize),
}

/// What a command asks of the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Enters or leaves full screen.
    FullScreen,
    /// Opens the presenter's window.
    Presenter,
    /// Returns to the list of lessons.
    Leave,
}

/// A key as the browser names it (`KeyboardEvent.key`), with its modifiers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key<'a> {
    /// Its name: `PageDown`, `b`, `.`.
    pub name: &'a str,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Ctrl, Alt or Meta was held: such a key is left to the browser.
    pub chord: bool,
}

/// The command for a key in the current state; none for a key that is left to the browser.
///
/// Any key restores a black or white screen. The page must not call this for keys pressed in a text field.
pub fn command(key: Key<'_>, lesson: &Lesson, run: &Run) -> Option<Command> {
    if key.chord || is_browsers(key.name) {
        return None;
    }
    if run.screen != Screen::Lit {
        return Some(if run.screen == Screen::Black { Command::Black } else { Command::White });
    }
    let guessed = if run.panel == Some(Panel::Guesses) { guessing(key.name, lesson.steps.get(run.step)) } else { None };
    guessed.or_else(|| plain(key))
}

/// Keys with which the browser reloads, searches and shows its tools, and those that do nothing on their own.
fn is_browsers(name: &str) -> bool {
    let function = name.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok());
    function || matches!(name, "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "Process" | "Dead")
}

/// The meaning of a key while the guesses are open.
fn guessing(name: &str, step: Option<&Step>) -> Option<Command> {
    let places = step.map_or(0, Step::places);
    match (name, digit(name)) {
        ("Backspace", _) => Some(Command::TakeBack),
        ("Enter", _) if places == 0 => Some(Command::Add),
        // A digit without an option does nothing: a mistyped key must not change the step. 0 is the tenth.
        (_, Some(digit)) if places > 0 => Some(Command::Mark(digit.checked_sub(1).unwrap_or(9))),
        _ if places == 0 => single(name).filter(|typed| is_numeral(*typed)).map(Command::Type),
        _ => None,
    }
}

fn plain(key: Key<'_>) -> Option<Command> {
    Some(match key.name {
        "ArrowRight" | "PageDown" | " " | "Enter" => Command::Next,
        "ArrowLeft" | "PageUp" => Command::Back,
        "b" | "B" | "." => Command::Black,
        "w" | "W" => Command::White,
        "Home" => Command::First,
        "End" => Command::Last,
        "r" | "R" => Command::All,
        "+" | "=" => Command::Larger,
        "-" | "_" => Command::Smaller,
        "f" | "F" => Command::FullScreen,
        "g" | "G" => Command::Guesses,
        "t" | "T" => Command::Clock,
        "q" | "Q" => Command::Qr,
        "n" | "N" => Command::Presenter,
        "Tab" if key.shift => Command::PreviousInput,
        "Tab" => Command::NextInput,
        "ArrowUp" => Command::Increase,
        "ArrowDown" => Command::Decrease,
        "?" | "？" => Command::Keys,
        "Escape" => Command::Close,
        name => match digit(name)? {
            0 => Command::Values,
            digit => Command::Jump(digit.checked_sub(1)?),
        },
    })
}

fn single(name: &str) -> Option<char> {
    let mut characters = name.chars();
    characters.next().filter(|_| characters.next().is_none())
}

fn digit(name: &str) -> Option<usize> {
    usize::try_from(single(name)?.to_digit(10)?).ok()
}

/// The characters of numbers that core parses, as far as a key can type them.
fn is_numeral(character: char) -> bool {
    matches!(character, '0'..='9' | '.' | ',' | '%' | 'k' | 'K' | 'w' | 'W' | '千' | '万' | '亿' | '０'..='９' | '．' | '，' | '％')
}
