//! All tests of deals, in one binary.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod any;
mod books;
mod deals;
mod deals_assessment;
mod deals_contact;
mod declarations;
mod space;
mod transfer;
mod upkeep;
