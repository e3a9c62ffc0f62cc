//! Skips a step if nothing has changed.

use std::{
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use crate::process::root;

/// Runs `work` unless it last succeeded for the same `key`, and stores the key in the file `stamp`.
pub fn unless_done(stamp: &Path, key: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
    if fs::read_to_string(stamp).is_ok_and(|last| last == key) {
        return Ok(());
    }
    // Removed before the work begins: an interrupted step is not a finished one.
    fs::remove_file(stamp).ok();
    work()?;
    if let Some(parent) = stamp.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(stamp, key).with_context(|| format!("cannot write {}", stamp.display()))
}

/// A fingerprint that changes when a file below `paths` changes, appears or disappears. It covers times and sizes, not
/// contents, so computing it several times a second costs nothing.
pub fn fingerprint<P: AsRef<Path>>(paths: &[P]) -> String {
    let mut hasher = DefaultHasher::new();
    for file in paths.iter().flat_map(|path| files(path.as_ref())) {
        file.hash(&mut hasher);
        if let Ok(meta) = fs::metadata(&file) {
            meta.len().hash(&mut hasher);
            meta.modified().ok().hash(&mut hasher);
        }
    }
    format!("{:016x}", hasher.finish())
}

/// Every file at or below a path, sorted; empty if the path does not exist.
pub fn files(path: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(path) else {
        return if path.is_file() { vec![path.to_owned()] } else { Vec::new() };
    };
    let mut children: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    children.sort();
    children.iter().flat_map(|child| files(child)).collect()
}

/// The sources of the app and of the program that pre-renders its pages.
pub fn app_sources() -> Vec<PathBuf> {
    let app = ["src", "examples", "tests/support", "Cargo.toml", "Cargo.lock"].map(|path| root().join(path));
    let crates = fs::read_dir(root().join("crates")).into_iter().flatten().flatten().map(|entry| entry.path());
    let crates = crates.flat_map(|folder| ["src", "Cargo.toml"].map(|path| folder.join(path)));
    let mut sources: Vec<PathBuf> = app.into_iter().chain(crates).collect();
    // The order of a directory listing is arbitrary; a fingerprint has to be stable.
    sources.sort();
    sources
}
