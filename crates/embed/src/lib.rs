//! The contract with other people's pages: how a query arranges a frame, what a frame and its host tell each other, and
//! from whom a message counts.
//!
//! [`Params`] is what stands in the address of a frame. A host's message is a [`Value`], bounded while it is read; the
//! [`Gate`] makes a [`Request`] of it or tells why not. [`message`] makes what the frame says, and [`host`] reads it for a
//! page of ours that shows frames. [`snippet`] is the code for other people's pages. All of it is pure: origins and times
//! are handed in.

pub mod address;
pub mod arrangement;
pub mod color;
pub mod command;
pub mod gate;
pub mod host;
pub mod message;
pub mod origin;
pub mod params;
pub mod part;
pub mod problem;
mod query;
pub mod snippet;
pub mod theme;
pub mod value;
mod ways;
mod words;

pub use arrangement::Arrangement;
pub use command::{Command, Refusal, Request};
pub use gate::{Arrival, Gate, Sender};
pub use params::Params;
pub use part::{Part, Parts};
pub use problem::{Code, Problem};
pub use theme::{Look, Scheme, Theme};
pub use value::{Budget, Entries, TooLarge, Value};
