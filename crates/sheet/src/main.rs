//! The bundle that writes workbooks.

use abacus_core::sheet::{List, Request};
use wasm_bindgen::prelude::wasm_bindgen;

/// The bytes of the workbook for an encoded request or list; `None` for anything else.
#[wasm_bindgen]
pub fn workbook(request: &str) -> Option<Vec<u8>> {
    match List::decode(request) {
        Some(list) => abacus_sheet::list(&list).ok(),
        None => abacus_sheet::workbook(&Request::decode(request)?).ok(),
    }
}

fn main() {}
