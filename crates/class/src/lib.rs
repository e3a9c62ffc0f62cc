//! Lessons as data, and what is on the screen of a class.
//!
//! A [`Lesson`] is a list of steps in both languages. It holds no result: whatever a calculator computes is a key in
//! braces, filled by that calculator when it is shown. [`Run`] is a lesson as it is given: the step, what is shown of it,
//! what the room guessed. It changes by [`Command`]s only, which keys stand for, so going back undoes what was shown.

mod address;
mod apply;
mod clock;
mod command;
pub mod deal;
mod guess;
mod lesson;
pub mod lessons;
mod moving;
pub mod own;
pub mod paper;
mod plan;
mod run;
mod say;
mod text;
mod words;

pub use address::{Address, Which};
pub use apply::movable;
pub use clock::Clock;
pub use command::{Command, Effect, Key, command};
pub use guess::{Guesses, nearest, place, quote as quote_guess, read as read_guess};
pub use lesson::{Cell, DealPart, Item, Kind, Lesson, Setting, Step, Wrong};
pub use plan::caption;
pub use run::{Class, Panel, Run, Screen};
pub use words::Words;
