//! The tests of core, in one binary.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod binomial;
mod compared;
mod curves;
mod extremes;
mod keys;
mod laws;
mod links;
mod oracle;
mod results;
mod round_trip;
mod sheet;
mod sketches;
mod slides;
mod solve;
mod user_figures;
mod vectors;
mod what_if;
mod workings;
