//! Lessons as data, and the state of the screen while one is taught.
//!
//! A [`Lesson`] is a list of steps in both languages. It contains no results: every computed figure is a key in braces,
//! which its calculator fills in when it is shown. [`Run`] is a lesson being taught: the current step, how much of it
//! is shown, and the room's guesses. It changes only by [`Command`]s, to which keys are mapped, so going back undoes
//! what was shown.

mod address;
mod apply;
mod clock;
mod command;
pub mod deal;
mod fill;
mod guess;
mod lesson;
pub mod lessons;
mod move_stops;
pub mod own;
pub mod paper;
mod plan;
mod run;
mod text;
mod words;

pub use address::{Address, LessonRef};
pub use apply::movable;
pub use clock::Clock;
pub use command::{Command, Effect, Key, command};
pub use guess::{Guesses, nearest, place, quote as quote_guess, read as read_guess};
pub use lesson::{Cell, DealPart, Item, Kind, Lesson, Setting, Step, WrongGuess};
pub use plan::caption;
pub use run::{LessonContext, Panel, Run, Screen};
pub use words::Words;
