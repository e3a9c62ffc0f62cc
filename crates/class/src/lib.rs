//! Lessons as data, and what is on the screen of a class.
//!
//! A [`Lesson`] is a list of steps in both languages. It holds no result: whatever a calculator computes is a key in
//! braces, filled by that calculator when it is shown. [`Run`] is a lesson as it is given: the step, what is shown of it,
//! what the room guessed. It changes by [`Command`]s only, which keys stand for, so going back undoes what was shown.

mod command;
mod guess;
mod lesson;
pub mod lessons;
mod run;
mod words;

pub use command::{Command, Effect, Key, command};
pub use guess::{Guesses, nearest, place};
pub use lesson::{Cell, DealPart, Item, Kind, Lesson, Setting, Step, Wrong};
pub use run::{Clock, Panel, Run, Screen};
pub use words::Words;
