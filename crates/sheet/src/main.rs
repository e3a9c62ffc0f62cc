//! The bundle that makes workbooks.

use abacus_core::sheet::Request;
use wasm_bindgen::prelude::wasm_bindgen;

/// The bytes of the workbook that a request asks for; none where it cannot be read.
#[wasm_bindgen]
#[must_use]
pub fn workbook(request: &str) -> Option<Vec<u8>> {
    abacus_sheet::workbook(&Request::decode(request)?).ok()
}

fn main() {}
