//! One module per page.

pub mod calculator;
pub mod deals;
pub mod home;
