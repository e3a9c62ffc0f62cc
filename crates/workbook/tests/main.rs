//! Workbooks of other programs, valid and broken.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod harmful;
mod parts;
mod read;
mod written;

use std::cell::Cell;

use abacus_core::pace::{NeverYield, run_to_end};
use abacus_workbook::{Limits, Workbook, WorkbookError, read};

fn limits() -> Limits {
    Limits { rows: 20_001, columns: 500, unpacked: Cell::new(100_000_000) }
}

fn reading_within(bytes: &[u8], limits: &Limits) -> Result<Workbook, WorkbookError> {
    run_to_end(read(bytes, limits, &NeverYield)).expect("it ends at once without breaks")
}

fn reading(bytes: &[u8]) -> Result<Workbook, WorkbookError> {
    reading_within(bytes, &limits())
}

/// The cells of the only sheet, row by row.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let workbook = reading(bytes).expect("a workbook");
    assert_eq!(workbook.sheets.len(), 1, "{workbook:?}");
    let rows = workbook.sheets[0].rows.clone().expect("rows");
    rows.rows.into_iter().map(|row| row.cells).collect()
}
