//! The pre-rendered pages, made by `examples/prerender.rs`.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use crate::{
    process::{run, step},
    stamp,
    wasm::{self, target_dir},
};

#[derive(Default)]
pub struct Piece {
    /// Attributes of the script that starts the page.
    pub start: String,
    pub body: String,
}

/// The pre-rendered pages, in a folder of the target directory.
pub struct Prerendered(PathBuf);

/// Renders the pages natively, unless nothing changed since they last were.
pub fn build() -> Result<Prerendered> {
    let folder = target_dir().join("prerendered");
    let key = stamp::fingerprint(&stamp::app_sources());
    // Inside the folder, so that it is deleted with it.
    stamp::unless_done(&folder.join("stamp"), &key, || {
        step("pre-render the pages", || {
            fs::remove_dir_all(&folder).ok();
            run(wasm::example(&wasm::PRODUCT, "prerender")?.arg(&folder))
        })
    })?;
    Ok(Prerendered(folder))
}

impl Prerendered {
    /// The pieces of the page at this path; `None` for a page that is not in the catalogue.
    pub fn piece(&self, path: &str) -> Result<Option<Piece>> {
        let folder = self.0.join(path);
        let read = |file: &str| fs::read_to_string(folder.join(file)).with_context(|| format!("{path}{file}"));
        if !folder.join("body.html").exists() {
            return Ok(None);
        }
        Ok(Some(Piece { start: read("start.txt")?, body: read("body.html")? }))
    }
}
