//! `cargo xtask reproduce`: whether two builds of the site from scratch give the same bytes.

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::PathBuf,
    process::Command,
};

use anyhow::{Result, bail};

use crate::{
    dist,
    process::run,
    stamp::files,
    wasm::{Profile, target_dir},
};

/// The same sources give the same bytes wherever they are built, so anyone with the sources can verify what a host
/// serves.
pub fn reproduce() -> Result<()> {
    let first = built_from_nothing("first")?;
    let second = built_from_nothing("second")?;
    let differing = differences(&first, &second);
    if !differing.is_empty() {
        bail!("these files of dist/ are not the same in two builds:\n  {}", differing.join("\n  "));
    }
    println!("{} files, byte for byte; their digests are in dist/SHA256SUMS", first.len());
    Ok(())
}

/// The files of a `dist/` that was built in a target directory of its own.
fn built_from_nothing(name: &str) -> Result<BTreeMap<PathBuf, Vec<u8>>> {
    let target = target_dir().join("reproduce").join(name);
    fs::remove_dir_all(&target).ok();
    run(Command::new(env::current_exe()?).arg("dist").env("CARGO_TARGET_DIR", &target))?;
    let dist = dist::dir(Profile::Release);
    let read = |file: PathBuf| Ok((file.strip_prefix(&dist)?.to_owned(), fs::read(&file)?));
    files(&dist).into_iter().map(read).collect()
}

/// The files that differ or exist in one build only.
fn differences(first: &BTreeMap<PathBuf, Vec<u8>>, second: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let all: BTreeSet<&PathBuf> = first.keys().chain(second.keys()).collect();
    let differing = all.into_iter().filter(|file| first.get(*file) != second.get(*file));
    differing.map(|file| file.display().to_string()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_between_builds_are_named() {
        let build = |files: &[(&str, &str)]| {
            files.iter().map(|(file, text)| (PathBuf::from(file), text.as_bytes().to_vec())).collect::<BTreeMap<_, _>>()
        };
        let first = build(&[("a.js", "1"), ("b.js", "1"), ("c.js", "1")]);
        assert_eq!(differences(&first, &first), Vec::<String>::new());
        assert_eq!(
            differences(&first, &build(&[("a.js", "1"), ("b.js", "2"), ("d.js", "1")])),
            ["b.js", "c.js", "d.js"]
        );
    }
}
