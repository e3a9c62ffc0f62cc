pub(crate) mod browser;
mod combined;
mod conflicts;
mod decimals;
mod field_files;
mod files;
mod lineage;
mod lists;
mod marks;
mod pieces;
mod previews;
mod properties;
mod several;
mod tables;
mod totals;
mod workbooks;

use abacus_deals::fields;
use abacus_deals::transfer::{Column, FileRecord, ImportChoice, Preview, Verdict, read_export};
use abacus_deals::{BOOK_KEY, Deal, decode, encode, id_of, key};
use abacus_scenarios as scenarios;
use browser::Browser;

/// An export file with these records.
fn file(deals: &[&str]) -> String {
    format!(r#"{{"format":"sales-abacus","version":1,"deals":[{}],"scenarios":[],"prefs":{{}}}}"#, deals.join(","))
}

#[track_caller]
fn column(code: &str) -> Column {
    Column::from_code(code).unwrap()
}

fn with_id(id: &str, customer: &str) -> String {
    format!(r#"{{"schema":1,"id":"{id}","revision":1,"customer":"{customer}"}}"#)
}
