//! Files on their way in and out: exports, tables, what an import would do, lists.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what should not be"
)]

#[path = "transfer/browser.rs"]
mod browser;
#[path = "transfer/files.rs"]
mod files;
#[path = "transfer/lineage.rs"]
mod lineage;
#[path = "transfer/lists.rs"]
mod lists;
#[path = "transfer/previews.rs"]
mod previews;
#[path = "transfer/properties.rs"]
mod properties;
#[path = "transfer/tables.rs"]
mod tables;

use abacus_core::deals::transfer::{Choice, Preview, Record, Verdict, read_export};
use abacus_core::deals::{BOOK_KEY, Deal, decode, encode, id_of, key};
use abacus_core::scenarios;
use browser::Browser;

/// An export file with these records.
fn file(deals: &[&str]) -> String {
    format!(r#"{{"format":"sales-abacus","version":1,"deals":[{}],"scenarios":[],"prefs":{{}}}}"#, deals.join(","))
}

fn with_id(id: &str, customer: &str) -> String {
    format!(r#"{{"schema":1,"id":"{id}","revision":1,"customer":"{customer}"}}"#)
}
