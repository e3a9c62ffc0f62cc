//! The bundle that makes workbooks.

use abacus_core::sheet::{List, Request};
use wasm_bindgen::prelude::wasm_bindgen;

/// The bytes of the workbook that a request asks for or a list makes; none where it is neither.
#[wasm_bindgen]
#[must_use]
pub fn workbook(request: &str) -> Option<Vec<u8>> {
    match List::decode(request) {
        Some(list) => abacus_sheet::list(&list).ok(),
        None => abacus_sheet::workbook(&Request::decode(request)?).ok(),
    }
}

fn main() {}
