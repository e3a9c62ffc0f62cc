//! The tests of the lessons: their laws, and the run.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod fixtures;
mod guesses;
mod keys;
mod laws;
mod owns;
mod papers;
mod runs;
mod spoilers;
mod support;
mod texts;
mod walk;
