//! The contract with other people's pages: how a query string arranges a frame, the messages between a frame and its
//! host, and whose messages are accepted.
//!
//! [`Params`] is the query string of a frame's address. A message from a host is a [`Value`], with limits enforced
//! while it is read; the [`Gate`] turns it into a [`Request`] or says why not. [`message`] builds the frame's messages,
//! and [`host`] parses them for our own pages that show frames. [`snippet`] is the code for other people's pages.
//! Everything is pure: origins and times are passed in.

pub mod address;
pub mod arrangement;
pub mod color;
pub mod command;
pub mod gate;
pub mod host;
mod kind;
pub mod message;
pub mod origin;
pub mod params;
pub mod part;
pub mod problem;
mod query;
pub mod snippet;
pub mod theme;
pub mod value;
mod words;

pub use arrangement::Arrangement;
pub use command::{Command, Refusal, Request};
pub use gate::{Gate, GateDecision, Sender};
pub use params::Params;
pub use part::{Part, Parts};
pub use problem::{Code, Problem};
pub use theme::{ResolvedTheme, Scheme, Theme};
pub use value::{Budget, Entries, TooLarge, Value};
