//! Inside a crate, modules use each other in one direction.
//!
//! The modules of each folder are compared with their siblings; what is used inside a module's folder counts as used by
//! it. A folder and its contents may use each other: declaring and re-exporting is not a cycle. An item counts as used
//! where it is declared, whoever re-exports it. Only paths are analysed, not methods.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::source::{SourceFile, paths, sources};

/// A module by its path in the crate: `view::row` is `["view", "row"]`, the crate itself is empty.
type Module = Vec<String>;

/// Which of its siblings each module of a folder uses.
type Uses = BTreeMap<String, BTreeSet<String>>;

/// What each module imports from its crate.
type Imports<'a> = BTreeMap<&'a [String], Vec<Module>>;

/// The shortest cycle among the files of one crate, whose sources are below `src`.
fn cycle(src: &str, files: &[SourceFile]) -> Option<String> {
    let files: Vec<(Module, String)> =
        files.iter().filter_map(|file| Some((module(src, file)?, shipped(file)))).collect();
    let imports: Imports<'_> = files.iter().map(|(module, code)| (&module[..], imports(module, code))).collect();
    let mut folders: BTreeMap<&[String], Uses> = BTreeMap::new();
    for (user, code) in &files {
        for named in named(user, code) {
            let used = declared(named, &imports);
            let shared = user.iter().zip(&used).take_while(|(one, other)| one == other).count();
            if let (Some(from), Some(to)) = (user.get(shared), used.get(shared)) {
                let uses = folders.entry(&user[..shared]).or_default();
                uses.entry(from.clone()).or_default().insert(to.clone());
            }
        }
    }
    let cycles = folders.iter().filter_map(|(folder, uses)| Some((folder, shortest(uses)?)));
    let (folder, cycle) = cycles.min_by_key(|(_, cycle)| cycle.len())?;
    let folder = [&[src.to_owned()], *folder].concat().join("/");
    Some(format!("{folder}: {}: move what both need below them", cycle.join(" → ")))
}

/// The module of a file; `None` for a file of tests.
fn module(src: &str, file: &SourceFile) -> Option<Module> {
    let path = file.path.strip_prefix(src)?.trim_start_matches('/').strip_suffix(".rs")?;
    let mut module: Module = path.split('/').map(str::to_owned).collect();
    if module.last().is_some_and(|name| name == "mod") || path == "lib" || path == "main" {
        module.pop();
    }
    module.last().is_none_or(|name| name != "tests").then_some(module)
}

/// The code without comments and without the items under `#[cfg(test)]`.
fn shipped(file: &SourceFile) -> String {
    let code = file.code();
    let mut lines = code.lines();
    let mut kept = Vec::new();
    while let Some(line) = lines.next() {
        if line.trim_start() != "#[cfg(test)]" {
            kept.push(line);
            continue;
        }
        let indent = &line[..line.len() - line.trim_start().len()];
        let item = lines.find(|line| !line.trim_start().starts_with("#["));
        if item.is_some_and(|item| !item.ends_with([';', '}'])) {
            lines.find(|line| line.strip_prefix(indent).is_some_and(|line| line.starts_with('}')));
        }
    }
    kept.join("\n")
}

/// The paths that the code of a module names from `crate` or `super`, in full.
fn named(module: &Module, code: &str) -> Vec<Module> {
    let begins = |at: &usize| !code[..*at].ends_with(|before: char| before.is_alphanumeric() || "_:".contains(before));
    let at = ["crate::", "super::"].into_iter().flat_map(|root| code.match_indices(root)).map(|(at, _)| at);
    at.filter(begins).flat_map(|at| paths(&code[at..], &[])).filter_map(|path| full(module, path)).collect()
}

/// What a module imports, or declares with `pub use`, from its crate, in full.
fn imports(module: &Module, code: &str) -> Vec<Module> {
    let starts = code.match_indices("use ").filter(|(at, _)| {
        let line = code[..*at].rsplit('\n').next().unwrap_or_default().trim();
        line.is_empty() || line == "pub" || line.starts_with("pub(")
    });
    let children: BTreeSet<&str> = code
        .lines()
        .filter_map(|line| line.trim().strip_suffix(';')?.split_once("mod ").map(|(_, name)| name))
        .collect();
    let absolute = |path: Module| match path.first()?.as_str() {
        child if children.contains(child) => Some([module.clone(), path].concat()),
        _ => full(module, path),
    };
    let named = starts.flat_map(|(at, import)| paths(&code[at + import.len()..], &[]));
    named.filter_map(absolute).filter(|path| !path.is_empty()).collect()
}

/// A path from the root of the crate; `None` if it begins outside of it.
fn full(module: &Module, path: Module) -> Option<Module> {
    let (mut base, mut rest) = match path.first()?.as_str() {
        "crate" => (Module::new(), &path[1..]),
        "self" => (module.clone(), &path[1..]),
        "super" => (module.clone(), &path[..]),
        _ => return None,
    };
    while let Some((_, after)) = rest.split_first().filter(|(first, _)| *first == "super") {
        base.pop();
        rest = after;
    }
    base.extend_from_slice(rest);
    Some(base)
}

/// The module in which what a path names is declared.
fn declared(mut path: Module, imports: &Imports<'_>) -> Module {
    // An import may lead to another import, but chains are short.
    for _ in 0..8 {
        let depth = (0..=path.len()).rev().find(|depth| imports.contains_key(&path[..*depth])).unwrap_or(0);
        let mut of_module = imports.get(&path[..depth]).into_iter().flatten();
        match of_module.find(|import| import.last() == path.get(depth)) {
            Some(import) if *import != path => path.clone_from(import),
            _ => {
                path.truncate(depth);
                break;
            }
        }
    }
    path
}

/// The shortest cycle, with its first module repeated at the end; of several, the first by name.
fn shortest(uses: &Uses) -> Option<Vec<String>> {
    uses.keys().filter_map(|start| shortest_cycle_through(uses, start)).min_by_key(Vec::len)
}

fn shortest_cycle_through(uses: &Uses, start: &str) -> Option<Vec<String>> {
    let mut paths_to_extend = VecDeque::from([vec![start.to_owned()]]);
    let mut seen = BTreeSet::new();
    while let Some(path) = paths_to_extend.pop_front() {
        for next in uses.get(path.last()?).into_iter().flatten() {
            let longer = [&path[..], std::slice::from_ref(next)].concat();
            if next == start {
                return Some(longer);
            }
            if seen.insert(next) {
                paths_to_extend.push_back(longer);
            }
        }
    }
    None
}

#[test]
fn the_modules_of_a_crate_have_no_cycles() {
    let mut crates: BTreeMap<String, Vec<SourceFile>> = BTreeMap::new();
    for file in sources("crates").into_iter().chain(sources("xtask")) {
        if let Some((name, _)) = file.path.split_once("/src/") {
            crates.entry(format!("{name}/src")).or_default().push(file);
        }
    }
    assert!(crates.len() > 5, "the crates are not where this test looks: {:?}", crates.keys());
    let cycles: Vec<String> = crates.iter().filter_map(|(src, files)| cycle(src, files)).collect();
    assert!(cycles.is_empty(), "\n{}\n", cycles.join("\n"));
}

fn cycle_of(files: &[(&str, &str)]) -> Option<String> {
    let files: Vec<_> =
        files.iter().map(|(path, text)| SourceFile::new(&format!("crates/c/src/{path}"), text)).collect();
    cycle("crates/c/src", &files)
}

#[test]
fn cycles_are_reported() {
    let lib = ("lib.rs", "mod a;\nmod b;\nmod c;\npub use b::B;");
    for (files, expected) in [
        (&[("a.rs", "use crate::b::B;"), ("b.rs", "use super::a::A;")][..], "src: a → b → a: move what both need"),
        (&[("a.rs", "use crate::{x, b::{B, D}};"), ("b.rs", "fn f() { crate::a::f() }")], "src: a → b → a"),
        (&[("a.rs", "use crate::b;"), ("b.rs", "use crate::c;"), ("c.rs", "use crate::a;")], "src: a → b → c → a"),
        // Re-exported by the crate.
        (&[("a.rs", "use crate::B;"), ("b.rs", "use super::a::A;")], "src: a → b → a"),
        // A dependency inside a folder counts as the folder's.
        (&[("a/mod.rs", "mod x;"), ("a/x.rs", "use super::super::b::B;"), ("b.rs", "use crate::a;")], "src: a → b → a"),
        // Inside a folder, through its mod.rs.
        (
            &[
                ("a/mod.rs", "mod x;\nmod y;\npub use self::{x::X, y::Y};"),
                ("a/x.rs", "use super::Y;"),
                ("a/y.rs", "use super::x::X;"),
            ],
            "src/a: x → y → x",
        ),
        // The shortest of several.
        (
            &[
                ("a.rs", "use crate::b;"),
                ("b.rs", "use crate::c;"),
                ("c.rs", "use crate::{a, d};"),
                ("d.rs", "use crate::c;"),
            ],
            "src: c → d → c",
        ),
        // After tests, too.
        (
            &[
                ("a.rs", "#[cfg(test)]\nmod tests {\n    fn f() {\n    }\n}\nuse crate::b;"),
                ("b.rs", "#[cfg(test)]\nmod tests;\nuse crate::a;"),
            ],
            "src: a → b → a",
        ),
    ] {
        let found = cycle_of(&[&[lib], files].concat());
        assert!(found.as_ref().is_some_and(|found| found.contains(expected)), "{files:?}: {found:?}");
    }
}

#[test]
fn one_direction_folders_tests_and_comments_pass() {
    for files in [
        &[("a.rs", "use crate::b::B;\nuse crate::c;"), ("b.rs", "use crate::c;"), ("c.rs", "use std::fs;")][..],
        // A folder and its contents.
        &[("a/mod.rs", "mod x;\npub use x::X;\nuse crate::b;"), ("a/x.rs", "use super::{f, g};"), ("b.rs", "")],
        // The whole crate, which is no particular module.
        &[("lib.rs", "mod a;\nmod b;\npub use a::A;"), ("a.rs", "use crate::*;"), ("b.rs", "use crate::{A, a};")],
        // Two modules of one name.
        &[("a/mod.rs", "mod b;"), ("a/b.rs", "use crate::b::B;"), ("b.rs", "")],
        &[("a.rs", "use crate::b;"), ("b.rs", "/// See [`A`](crate::a::A).\npub struct B;")],
        &[("a.rs", "use crate::b;"), ("b.rs", "#[cfg(test)]\nmod tests {\n    use crate::a::A;\n}")],
        &[("a.rs", "use crate::b;"), ("b/mod.rs", "#[cfg(test)]\nmod tests;"), ("b/tests.rs", "use crate::a;")],
    ] {
        assert_eq!(cycle_of(files), None, "{files:?}");
    }
}
