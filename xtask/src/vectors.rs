//! The public test vectors, made by `crates/core/examples/vectors.rs`.

use std::{fs, path::PathBuf};

use anyhow::Result;

use crate::{
    process::{root, run, step},
    stamp,
    wasm::{self, target_dir},
};

/// Writes them, unless nothing changed since they last were. Returns their folder.
pub fn build() -> Result<PathBuf> {
    let folder = target_dir().join("vectors");
    let key = stamp::fingerprint(&[root().join("crates/core"), root().join("Cargo.lock")]);
    stamp::unless_done(&folder.with_extension("stamp"), &key, || {
        step("write the test vectors", || {
            fs::remove_dir_all(&folder).ok();
            run(wasm::example(&wasm::PRODUCT, "vectors")?.arg(&folder))
        })
    })?;
    Ok(folder)
}
