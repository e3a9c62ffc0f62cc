//! The licences of all Rust code in the wasm, for `xtask/licences.mjs`, which adds those from npm and writes
//! `licences.txt`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use spdx::{Expression, Licensee, ParseMode};

use crate::{
    dependencies,
    process::{cargo, command, output_of, root, run_quiet},
    setup::WASM,
};

/// Phrases that identify the text of a licence among others in the same package.
const MARKS: [(&str, &str); 5] = [
    ("MIT", "Permission is hereby granted, free of charge"),
    ("Apache-2.0", "Apache License"),
    ("Unicode-3.0", "UNICODE LICENSE V3"),
    ("CC0-1.0", "CC0 1.0 Universal"),
    ("Zlib", "provided 'as-is', without any express"),
];

/// Third-party data in the wasm, and its licence: the table of simplified and traditional characters.
const DATA: [(&str, &str, &str); 1] = [("OpenCC (the data of its dictionary)", "1.4.2", "Apache-2.0")];

/// The dependencies of the standard library on wasm; its own notice lists the crates of all systems.
const BELOW_STD: [&str; 5] = ["cfg-if", "dlmalloc", "foldhash", "hashbrown", "rustc-demangle"];

/// A list of `{name, version, licence, text}`, sorted.
pub fn collect() -> Result<String> {
    let allowed = dependencies::licences()?;
    let packages = packages()?;
    let mut entries = vec![entry("Sales Abacus", "", "MIT", &texts(&root())?)?];
    for (name, version) in linked()? {
        let (folder, stated) =
            packages.get(&(name.clone(), version.clone())).with_context(|| format!("no package {name} {version}"))?;
        let texts = texts(folder)?;
        for licence in chosen(stated, &allowed).with_context(|| name.clone())? {
            entries.push(entry(&name, &version, &licence, &texts)?);
        }
    }
    for (name, version, licence) in DATA {
        entries.push(entry(name, version, licence, &[])?);
    }
    entries.extend(standard_library()?);
    Ok(serde_json::to_string(&entries)?)
}

/// Name and version of each third-party crate linked into a bundle. Macros run only at build time.
fn linked() -> Result<BTreeSet<(String, String)>> {
    let packages = ["--package", "sales-abacus", "--package", "abacus-sheet", "--features", "sales-abacus/split"];
    let edges =
        ["--edges", "normal,no-proc-macro", "--target", WASM, "--prefix", "none", "--format", "{p}", "--locked"];
    let tree = run_quiet(cargo().arg("tree").args(packages).args(edges))?;
    Ok(tree.lines().filter_map(named).collect())
}

/// A line such as `yew v0.23.0`. Our own have a path after the version.
fn named(line: &str) -> Option<(String, String)> {
    let (name, rest) = line.trim_end_matches(" (*)").split_once(" v")?;
    (!rest.contains('(')).then(|| (name.to_owned(), rest.to_owned()))
}

type Packages = BTreeMap<(String, String), (PathBuf, String)>;

/// The folder of each package, and its declared licence.
fn packages() -> Result<Packages> {
    let metadata = dependencies::metadata()?;
    let packages = metadata["packages"].as_array().context("cargo metadata names no packages")?;
    let package = |package: &Value| {
        let text = |key: &str| package[key].as_str().map(str::to_owned);
        let folder = PathBuf::from(text("manifest_path")?).parent()?.to_owned();
        Some(((text("name")?, text("version")?), (folder, text("license")?)))
    };
    Ok(packages.iter().filter_map(package).collect())
}

/// The licences under which we use a package: of several alternatives, the first in `deny.toml`.
fn chosen(stated: &str, allowed: &[Licensee]) -> Result<Vec<String>> {
    let expression = Expression::parse_mode(stated, ParseMode::LAX).map_err(|error| error.reason);
    let expression = expression.map_err(|reason| anyhow::anyhow!("the licence {stated:?}: {reason}"))?;
    let needed = expression.minimized_requirements(allowed).with_context(|| format!("the licence {stated}"))?;
    Ok(needed.iter().map(ToString::to_string).collect())
}

/// The texts of licences in a package.
fn texts(folder: &Path) -> Result<Vec<String>> {
    let mut texts = Vec::new();
    let mut files: Vec<_> = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    for file in files {
        let name = file.file_name().to_string_lossy().to_lowercase();
        if file.path().is_file() && ["license", "licence", "copying", "notice"].iter().any(|word| name.contains(word)) {
            texts.push(fs::read_to_string(file.path()).with_context(|| file.path().display().to_string())?);
        }
    }
    Ok(texts)
}

/// For a package without a licence text the general one is used, without copyright holders.
fn entry(name: &str, version: &str, licence: &str, texts: &[String]) -> Result<Value> {
    let Some((_, mark)) = MARKS.iter().find(|(id, _)| *id == licence) else {
        bail!("{name}: by which words is the text of {licence} known? xtask/src/licences.rs has to tell");
    };
    let text = match texts.iter().find(|text| text.contains(mark)) {
        Some(text) => text.clone(),
        None => general(licence, name)?,
    };
    Ok(json!({ "name": name, "version": version, "licence": licence, "text": text }))
}

/// The text of a licence from our own copy, without our copyright line.
fn general(licence: &str, name: &str) -> Result<String> {
    let file = match licence {
        "MIT" => "LICENSE-MIT",
        "Apache-2.0" => "LICENSE-APACHE",
        _ => bail!("{name} ships no text of {licence}"),
    };
    let text = fs::read_to_string(root().join(file))?;
    let lines = text.lines().filter(|line| !line.starts_with("Copyright (c)"));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

/// The standard library and its dependencies, from the notice that comes with the compiler.
fn standard_library() -> Result<Vec<Value>> {
    let sysroot = output_of(command("rustc").args(["--print", "sysroot"])).context("rustc is missing")?;
    let version = output_of(command("rustc").arg("--version")).context("rustc is missing")?;
    let version = version.split(' ').nth(1).unwrap_or_default().to_owned();
    let notice = Path::new(&sysroot).join("share/doc/rust/COPYRIGHT-library.html");
    let notice = fs::read_to_string(&notice).with_context(|| format!("{}", notice.display()))?;
    let general =
        format!("Copyright The Rust Project Developers, https://thanks.rust-lang.org\n\n{}", general("MIT", "")?);
    let mut entries =
        vec![json!({"name": "the Rust standard library", "version": version, "licence": "MIT", "text": general})];
    for name in BELOW_STD {
        let (version, texts) = noticed(&notice, name).with_context(|| format!("{name} in the notice of std"))?;
        entries.push(entry(name, &version, "MIT", &texts)?);
    }
    Ok(entries)
}

/// The version of a crate in that notice, and the texts under its name.
fn noticed(notice: &str, name: &str) -> Option<(String, Vec<String>)> {
    let (_, rest) = notice.split_once(&format!("<h3>📦 {name}-"))?;
    let (version, rest) = rest.split_once("</h3>")?;
    let own = rest.split("<h3>").next()?;
    let texts = own.split("<pre>").skip(1).filter_map(|part| Some(unescaped(part.split_once("</pre>")?.0)));
    Some((version.to_owned(), texts.collect()))
}

fn unescaped(html: &str) -> String {
    let marks = [
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
    ];
    let text = marks.iter().fold(html.to_owned(), |text, (mark, sign)| text.replace(mark, sign));
    text.replace("&#38;", "&").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn third_party_crates_are_listed() {
        assert_eq!(named("yew v0.23.0"), Some(("yew".to_owned(), "0.23.0".to_owned())));
        assert_eq!(named("yew v0.23.0 (*)"), Some(("yew".to_owned(), "0.23.0".to_owned())));
        assert_eq!(named("abacus-core v0.1.0 (/somewhere/crates/core)"), None);
        assert_eq!(named(""), None);
    }

    #[test]
    fn of_several_licences_the_first_allowed_is_taken() {
        let allowed = ["MIT", "Apache-2.0", "Unicode-3.0"].map(|licence| Licensee::parse(licence).unwrap());
        for (stated, expected) in [
            ("Apache-2.0 OR MIT", vec!["MIT"]),
            ("MIT/Apache-2.0", vec!["MIT"]),
            ("Apache-2.0 OR BSL-1.0", vec!["Apache-2.0"]),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", vec!["MIT", "Unicode-3.0"]),
        ] {
            assert_eq!(chosen(stated, &allowed).unwrap(), expected, "{stated}");
        }
        assert!(chosen("GPL-3.0-only", &allowed).is_err());
    }

    #[test]
    fn the_text_of_the_licence_is_found_among_others() {
        let texts =
            ["Apache License\nVersion 2.0", "Permission is hereby granted, free of charge, …"].map(str::to_owned);
        assert_eq!(entry("a", "1", "MIT", &texts).unwrap()["text"], texts[1]);
        assert_eq!(entry("a", "1", "Apache-2.0", &texts).unwrap()["text"], texts[0]);
        let general = entry("a", "1", "MIT", &[]).unwrap()["text"].to_string();
        assert!(general.contains("free of charge") && !general.contains("Copyright (c)"), "{general}");
        assert!(entry("a", "1", "Zlib", &[]).is_err());
        assert!(entry("a", "1", "0BSD", &texts).is_err());
    }

    #[test]
    fn the_notice_of_the_standard_library_is_read() {
        let notice = "<h3>📦 a-1.0.0</h3><pre>no</pre><h3>📦 cfg-if-1.0.4</h3><pre>&#34;x&#34; &#38; y</pre><h3>📦 z-1</h3><pre>no</pre>";
        assert_eq!(noticed(notice, "cfg-if"), Some(("1.0.4".to_owned(), vec!["\"x\" & y".to_owned()])));
        assert_eq!(noticed(notice, "other"), None);
    }

    /// The text of every allowed licence must be identifiable.
    #[test]
    fn every_allowed_licence_has_a_recognisable_phrase() {
        for licence in dependencies::licences().unwrap() {
            assert!(MARKS.iter().any(|(id, _)| *id == licence.to_string()), "{licence}");
        }
    }
}
