//! A source file, its folder, and the paths in the app that it uses.

use std::fs;
use std::path::{Path, PathBuf};

pub(super) struct SourceFile {
    pub(super) path: String,
    pub(super) text: String,
}

impl SourceFile {
    pub(super) fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub(super) fn code(&self) -> String {
        self.text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
    }

    /// The row of the table for this file: `src/deals/list/row.rs` belongs to `deals/list`.
    pub(super) fn folder(&self) -> String {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        folder_of(&path.split('/').collect::<Vec<_>>())
    }

    /// The full paths of this crate that the file names: `use crate::a::{b, c::D}` names `a::b` and `a::c::D`.
    pub(super) fn used(&self) -> Vec<Vec<String>> {
        let code = self.code();
        let roots = ["crate::", "sales_abacus::"];
        roots.iter().flat_map(|root| code.split(root).skip(1).flat_map(|rest| paths(rest, &[]))).collect()
    }
}

/// The paths that a use tree names.
pub(super) fn paths(tree: &str, before: &[String]) -> Vec<Vec<String>> {
    let tree = tree.trim_start();
    if let Some(inside) = tree.strip_prefix('{') {
        let (mut depth, mut begin, mut found) = (0, 0, Vec::new());
        for (at, letter) in inside.char_indices() {
            let ends_item = depth == 0 && matches!(letter, ',' | '}');
            if ends_item {
                found.extend(paths(&inside[begin..at], before));
                begin = at + 1;
            }
            match letter {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                _ => {}
            }
        }
        return found;
    }
    let name: String = tree.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    if name.is_empty() {
        return Vec::new();
    }
    let path: Vec<String> = before.iter().cloned().chain([name.clone()]).collect();
    match tree[name.len()..].strip_prefix("::") {
        Some(rest) if rest.starts_with(|letter: char| letter.is_alphabetic() || letter == '{') => paths(rest, &path),
        _ => vec![path],
    }
}

pub(super) fn folder_of<S: AsRef<str>>(path: &[S]) -> String {
    match path {
        [deals, room, ..] if deals.as_ref() == "deals" && room.as_ref() != "mod" => format!("deals/{}", room.as_ref()),
        [first, ..] => first.as_ref().to_owned(),
        [] => String::new(),
    }
}

pub(super) fn is_module(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_lowercase())
}

pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The source files below a folder, sorted by path.
pub(super) fn sources(folder: &str) -> Vec<SourceFile> {
    let (mut folders, mut found) = (vec![root().join(folder)], Vec::new());
    while let Some(folder) = folders.pop() {
        let entries: Vec<PathBuf> =
            fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()).collect();
        for entry in entries {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                let path = entry.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push(SourceFile { path, text: fs::read_to_string(&entry).expect("a text") });
            }
        }
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}
