//! The app rendered natively, and its architecture, in one binary.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod architecture;
mod builder;
mod class;
mod contract;
mod deals_page;
mod element;
mod embedding;
mod faulty_store;
mod form;
mod frame;
mod never_lost;
mod offline;
mod own_figures;
mod pages;
mod paper;
mod parsers;
mod scenarios;
mod styles;
#[allow(dead_code, reason = "examples/prerender.rs uses the rest of it")]
mod support;
mod transfer;
mod what_if;
