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
    /// Puts the lesson's values back.
    Values,
    /// Makes the type larger.
    Larger,
    /// Makes the type smaller.
    Smaller,
    /// Fills the screen, or leaves it.
    FullScreen,
    /// Opens the guesses, or closes them. While they are open, digits belong to them; in a step that takes hands or marks
    /// they count those.
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
    /// Chooses an input by its key.
    Choose(String),
    /// Gives the chosen input a value.
    Set(Decimal),
    /// Raises the chosen input by a step.
    Increase,
    /// Lowers the chosen input by a step.
    Decrease,
    /// Shows the keys, or closes them.
    Keys,
    /// Closes what is open; with nothing open, asks whether to leave, then leaves.
    Close,
    /// Adds a character to the guess that is being typed.
    Type(char),
    /// Reads the typed guess and adds it.
    Add,
    /// Adds a guess of the room.
    Guess(Decimal),
    /// Takes the last character back, or else the last guess, hand or mark.
    TakeBack,
    /// Adds a hand to an option or a mark to a cell, by its place; cells are counted row by row.
    Mark(usize),
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

/// A key as the browser names it (`KeyboardEvent.key`), and what was held with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Key<'a> {
    /// Its name: `PageDown`, `b`, `.`.
    pub name: &'a str,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether Ctrl, Alt or Meta was held: then the key is the browser's.
    pub chord: bool,
}

/// The command that a key stands for, as things stand; none for a key that the browser keeps.
///
/// Any key lights a black or white screen. It is the page that must not ask here for keys pressed in a text field.
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

/// Keys by which the browser reloads, searches and shows its tools, and those that do nothing by themselves.
fn is_browsers(name: &str) -> bool {
    let function = name.strip_prefix('F').is_some_and(|number| number.parse::<u8>().is_ok());
    function || matches!(name, "Shift" | "Control" | "Alt" | "AltGraph" | "Meta" | "CapsLock" | "Process" | "Dead")
}

/// What a key means to the guesses.
fn guessing(name: &str, step: Option<&Step>) -> Option<Command> {
    let places = step.map_or(0, Step::places);
    match (name, digit(name)) {
        ("Backspace", _) => Some(Command::TakeBack),
        ("Enter", _) if places == 0 => Some(Command::Add),
        // A digit without an option does nothing: a hand that missed its key must not change the step. 0 is the tenth.
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

/// The characters of the numbers that core reads, as far as a key can type them.
fn is_numeral(character: char) -> bool {
    matches!(character, '0'..='9' | '.' | ',' | '%' | 'k' | 'K' | 'w' | 'W' | '千' | '万' | '亿' | '０'..='９' | '．' | '，' | '％')
}
