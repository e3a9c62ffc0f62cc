//! A calculator: *parts*, each a function of [`Parts`], which *stages* arrange: its page, and the widget for other
//! people's pages. [`CalculatorView`] is the one component; it holds the state and takes every event.
//!
//! What answers a key is in the main file. What is below it, or comes with a click, is in [`Chunks`].

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
mod grip;
mod inputs;
mod keys;
pub mod lecture;
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
pub mod solve;
mod stages;
mod title;
mod view;
pub mod what_if;
pub mod words;
pub mod working;

pub use crate::calculator::chunks::Chunks;
pub use crate::calculator::parts::{Parts, Shipped};
pub use crate::calculator::view::{CalculatorView, CalculatorViewProps, SLIDERS};
