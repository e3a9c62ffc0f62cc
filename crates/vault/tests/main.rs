//! All tests of the vault, in one binary.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod disk;
mod guarded;
mod journal;
mod transaction;
mod vault;

/// The prefix of the keys of records.
const RECORDS: [&str; 1] = ["sales-abacus:deal:"];

fn key(id: &str) -> String {
    format!("{}{id}", RECORDS[0])
}
