//! A calculator: *parts*, each a function of [`Parts`], arranged by *layouts*: its page, and the widget for embedding
//! in other sites. [`CalculatorView`] is the only component; it holds the state and handles every event.
//!
//! Code that responds to a key is in the main file. Code for content further down, or behind a click, is in [`Chunks`].

mod actions;
mod address;
mod bar;
mod chunks;
mod conventions;
mod customer;
pub mod detail;
mod events;
pub mod extras;
mod field;
mod fold;
pub mod form;
mod formula;
pub mod frame;
mod inputs;
mod keys;
mod layouts;
pub mod lesson_view;
mod own;
pub mod paper;
mod parts;
mod picture;
pub mod problems;
mod result;
mod rounding;
pub mod scenarios;
mod settings;
mod share;
mod slider;
mod slider_touch;
pub mod solve;
mod title;
mod view;
pub mod what_if;
pub mod words;
pub mod working;

pub use crate::calculator::chunks::Chunks;
pub use crate::calculator::parts::{Parts, Prerendered};
pub use crate::calculator::view::{CalculatorView, CalculatorViewProps, SLIDERS};
