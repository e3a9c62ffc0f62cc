//! Tables of the allowed dependencies between crates, and between folders of the app. Cargo enforces those of crates,
//! because a crate uses only what its manifest names; this test enforces those of folders.
//!
//! A folder may use what its row names, and a row names only folders above it. So all dependencies go one way, without
//! a cycle: `shell ← the rooms: calculator, deals, home ← app`. Inside a crate there is no table, only the rule that
//! modules have no dependency cycles: see `circles`.

mod cycles;
mod siblings;
mod source;

use std::collections::BTreeSet;
use std::fs;

use source::{SourceFile, folder_of, is_module, root, sources};

/// The crates, and which others each may use.
const CRATES: &[(&str, &[&str])] = &[
    ("core", &[]),
    ("embed", &["core"]),
    ("vault", &["core"]),
    ("class", &["core", "vault"]),
    ("scenarios", &["core", "vault"]),
    ("deals", &["class", "core", "scenarios", "vault"]),
    ("sheet", &["core"]),
    ("workbook", &["core"]),
    ("the app", &["class", "core", "deals", "embed", "scenarios", "vault", "workbook"]),
];

/// The folders of `src/`, or single files in it, and which others each may use.
const FOLDERS: &[(&str, &[&str])] = &[
    // What surrounds every page, and the ports to the browser.
    ("shell", &[]),
    // Implements the ports of `shell`; only the entry points use it.
    ("platform", &["shell"]),
    // The rooms do not use each other.
    ("calculator", &["shell"]),
    // May be used by every room of the deal book.
    ("deals/words", &[]),
    ("deals/route", &["shell"]),
    ("deals/demo_store", &[]),
    ("deals/book", &["shell"]),
    ("deals/controls", &["deals/words", "shell"]),
    ("deals/saving", &["deals/book", "deals/controls", "deals/words", "shell"]),
    // The rooms.
    ("deals/assessment", &["deals/controls", "shell"]),
    ("deals/people", &["deals/controls", "deals/words", "shell"]),
    ("deals/meetings", &["deals/controls", "deals/people", "deals/words", "shell"]),
    ("deals/paper", &["deals/assessment", "deals/controls", "deals/meetings", "deals/people", "deals/words", "shell"]),
    ("deals/views", &["deals/assessment", "deals/controls", "deals/route", "deals/words", "shell"]),
    ("deals/files", &["deals/book", "deals/controls", "deals/saving", "deals/words", "shell"]),
    (
        "deals/upkeep",
        &["deals/book", "deals/controls", "deals/files", "deals/route", "deals/saving", "deals/words", "shell"],
    ),
    // Combine the rooms.
    (
        "deals/list",
        &[
            "deals/assessment",
            "deals/book",
            "deals/controls",
            "deals/paper",
            "deals/route",
            "deals/saving",
            "deals/upkeep",
            "deals/views",
            "deals/words",
            "shell",
        ],
    ),
    (
        "deals/editor",
        &[
            "deals/assessment",
            "deals/book",
            "deals/controls",
            "deals/files",
            "deals/meetings",
            "deals/paper",
            "deals/people",
            "deals/route",
            "deals/saving",
            "deals/words",
            "shell",
        ],
    ),
    // Loaded after the list.
    (
        "deals/chunks",
        &["deals/editor", "deals/files", "deals/list", "deals/paper", "deals/upkeep", "deals/views", "shell"],
    ),
    (
        "deals/page",
        &[
            "deals/book",
            "deals/chunks",
            "deals/controls",
            "deals/editor",
            "deals/files",
            "deals/list",
            "deals/route",
            "deals/saving",
            "deals/upkeep",
            "deals/views",
            "deals/words",
            "shell",
        ],
    ),
    // The home page shows what is due, so it reads the book.
    ("home", &["deals/book", "deals/words", "shell"]),
    // The class shows parts of calculators, and beads.
    ("class", &["calculator", "deals/controls", "shell"]),
    // The embed code builder.
    ("builder", &["shell"]),
    ("app", &["builder", "deals/chunks", "deals/page", "home", "shell"]),
    // A calculator as an element of another page.
    ("inside", &["calculator", "platform", "shell"]),
    // All pages in one program.
    (
        "single",
        &[
            "app",
            "calculator",
            "class",
            "deals/chunks",
            "deals/demo_store",
            "deals/editor",
            "deals/files",
            "deals/list",
            "deals/paper",
            "deals/upkeep",
            "deals/views",
            "home",
            "platform",
            "shell",
        ],
    ),
    // The entry points.
    ("lib", &["app", "calculator", "class", "platform", "shell"]),
    (
        "bin",
        &[
            "app",
            "builder",
            "calculator",
            "calculator_chunks",
            "chunk",
            "class",
            "deals/chunks",
            "deals/demo_store",
            "deals/editor",
            "deals/files",
            "deals/list",
            "deals/paper",
            "deals/upkeep",
            "deals/views",
            "home",
            "inside",
            "mount",
            "mount_calculator",
            "mount_class",
            "mount_with",
            "platform",
            "shell",
            "single",
        ],
    ),
];

/// The crates that access the browser, and where they may be named.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo"];
const BROWSER_ALLOWED: [&str; 2] = ["src/platform/", "src/shell/event.rs"];

/// A longer file has to be split.
const MAX_LINES: usize = 400;

/// The violations in some sources, each with what to do about it.
fn complaints(sources: &[SourceFile]) -> Vec<String> {
    sources
        .iter()
        .flat_map(|source| [uses(source), bypassed_modules(source), browser(source), length(source)].concat())
        .collect()
}

fn uses(source: &SourceFile) -> Vec<String> {
    let (path, folder) = (&source.path, source.folder());
    if path == "src/deals/mod.rs" {
        return Vec::new();
    }
    let Some((_, may_use)) = FOLDERS.iter().find(|(name, _)| *name == folder) else {
        return vec![format!("{path}: the table FOLDERS has no row for `{folder}`; add one that says what it may use")];
    };
    let used: BTreeSet<String> = source.used().iter().map(|path| folder_of(path)).collect();
    let forbidden = used.iter().filter(|used| **used != folder && !may_use.contains(&used.as_str()));
    let found: Vec<String> = forbidden
        .map(|used| {
            format!(
                "{path}: `{folder}` may not use `{used}`; move what both need to a folder above both rows, or hand it in"
            )
        })
        .collect();
    found
}

/// A room is used through its `mod.rs`: no other room names `deals::room::child::Item`.
fn bypassed_modules(source: &SourceFile) -> Vec<String> {
    let inside = source.folder();
    let complaint = |path: &Vec<String>| match path.as_slice() {
        [deals, room, child, _, ..] if deals == "deals" && is_module(child) && inside != format!("deals/{room}") => {
            let path = path.join("::");
            Some(format!(
                "{}: `{path}` reaches into a room; let src/deals/{room}/mod.rs offer it with `pub use`",
                source.path
            ))
        }
        _ => None,
    };
    source.used().iter().filter_map(complaint).collect()
}

fn browser(source: &SourceFile) -> Vec<String> {
    let (path, code) = (&source.path, source.code());
    if BROWSER_ALLOWED.iter().any(|allowed| path.starts_with(allowed)) {
        return Vec::new();
    }
    let named = BROWSER.iter().filter(|browser| code.contains(&format!("{browser}::")));
    named
        .map(|browser| format!("{path}: `{browser}` is the browser; ask for it through a port of `shell::ports`"))
        .collect()
}

fn length(source: &SourceFile) -> Vec<String> {
    let lines = source.text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")).count();
    let too_long = lines > MAX_LINES;
    let complaint = || format!("{}: {lines} lines; split it in two, of at most {MAX_LINES}", source.path);
    too_long.then(complaint).into_iter().collect()
}

/// The violations in a table: each row that names one not above it.
fn out_of_order<'a>(table: &[(&'a str, &[&'a str])]) -> Vec<String> {
    let above = |at: usize| {
        table[..at]
            .iter()
            .map(|(name, _)| *name)
            .chain(["calculator_chunks", "chunk", "mount", "mount_calculator", "mount_class", "mount_with"])
            .collect::<Vec<_>>()
    };
    let rows = table.iter().enumerate();
    rows.flat_map(|(at, (name, may_use))| {
        let wrong = may_use.iter().filter(|used| !above(at).contains(used)).collect::<Vec<_>>();
        wrong
            .into_iter()
            .map(move |used| format!("`{name}` uses `{used}`, whose row must stand above"))
            .collect::<Vec<_>>()
    })
    .collect()
}

/// Our own crates under `[dependencies]` of a manifest, without dev-dependencies.
fn needed(manifest: &str) -> BTreeSet<String> {
    let section = manifest.split("\n[").find_map(|section| section.strip_prefix("dependencies]")).unwrap_or_default();
    let ours = section.lines().filter_map(|line| line.strip_prefix("abacus-"));
    ours.map(|line| line.chars().take_while(|letter| letter.is_alphanumeric()).collect()).collect()
}

#[test]
fn folders_use_only_what_the_table_allows() {
    let sources = sources("src");
    assert!(sources.len() > 100, "the sources are not where this test looks: {}", sources.len());
    let complaints = complaints(&sources);
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn a_folder_uses_only_rows_above_it() {
    let wrong = [out_of_order(CRATES), out_of_order(FOLDERS)].concat();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert_eq!(
        out_of_order(&[("list", &["page"]), ("page", &["list"])]),
        ["`list` uses `page`, whose row must stand above"],
        "a cycle is found"
    );
}

/// The files that no module declares: nothing compiles them.
fn orphans(sources: &[SourceFile]) -> Vec<&str> {
    let is_root = |path: &str| {
        let mut folders = path.rsplit('/');
        matches!(folders.next(), Some("lib.rs" | "main.rs")) || folders.next() == Some("bin")
    };
    let is_declared = |path: &str| {
        let (folder, name) = path.trim_end_matches("/mod.rs").trim_end_matches(".rs").rsplit_once('/')?;
        let parents = ["mod.rs", "lib.rs", "main.rs"].map(|parent| format!("{folder}/{parent}"));
        let declares = |source: &&SourceFile| {
            // The catalogue declares its modules in a macro, which names each with its type.
            let (module, listed) = (format!("mod {name};"), format!("            {name}::"));
            source.text.contains(&module)
                || source.text.contains("macro_rules! with_catalog") && source.text.contains(&listed)
        };
        sources.iter().filter(|source| parents.contains(&source.path)).find(declares)
    };
    sources
        .iter()
        .map(|source| source.path.as_str())
        .filter(|path| !is_root(path) && is_declared(path).is_none())
        .collect()
}

#[test]
fn every_file_is_a_module() {
    let sources: Vec<SourceFile> = [
        "src",
        "crates/class/src",
        "crates/core/src",
        "crates/deals/src",
        "crates/embed/src",
        "crates/scenarios/src",
        "crates/sheet/src",
        "crates/vault/src",
        "xtask/src",
    ]
    .into_iter()
    .flat_map(sources)
    .collect();
    assert_eq!(
        orphans(&sources),
        [""; 0],
        "no module declares these files, so nothing compiles them; declare or remove them"
    );
    let file = |path: &str, text: &str| SourceFile::new(path, text);
    let left =
        [file("src/lib.rs", "mod a;"), file("src/a/mod.rs", "mod b;"), file("src/a/b.rs", ""), file("src/a/c.rs", "")];
    assert_eq!(orphans(&left), ["src/a/c.rs"], "an orphaned file is found");
}

#[test]
fn every_row_names_an_existing_folder() {
    let there: BTreeSet<String> = sources("src").iter().map(SourceFile::folder).collect();
    let gone: Vec<_> = FOLDERS.iter().map(|(name, _)| *name).filter(|name| !there.contains(*name)).collect();
    assert!(gone.is_empty(), "these rows of FOLDERS name nothing that exists; take them out: {gone:?}");
}

#[test]
fn every_allowed_use_is_needed() {
    let sources = sources("src");
    for (name, may_use) in FOLDERS {
        let of_folder = sources.iter().filter(|source| source.folder() == *name);
        let used: BTreeSet<String> = of_folder.flat_map(SourceFile::used).map(|path| folder_of(&path)).collect();
        let unused: Vec<_> = may_use.iter().filter(|allowed| !used.contains(**allowed) && *name != "lib").collect();
        assert!(unused.is_empty(), "`{name}` no longer uses {unused:?}; take that out of its row in FOLDERS");
    }
}

#[test]
fn crates_need_only_what_the_table_allows() {
    for (name, may_use) in CRATES {
        let folder = if *name == "the app" { root().to_owned() } else { root().join("crates").join(name) };
        let manifest = fs::read_to_string(folder.join("Cargo.toml")).expect("a manifest");
        let allowed: BTreeSet<String> = may_use.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(needed(&manifest), allowed, "{name}: the manifest and the table CRATES must say the same");
    }
    let crates = fs::read_dir(root().join("crates")).expect("the crates").count();
    assert_eq!(
        crates + 1,
        CRATES.len(),
        "the table CRATES needs a row for each folder in crates/, and one for the app"
    );
    assert_eq!(
        needed("[lib]\n[dependencies]\nabacus-core.workspace = true\n[dev-dependencies]\nabacus-deals = {}"),
        ["core".to_owned()].into()
    );
}

#[test]
fn no_file_of_a_crate_is_too_long() {
    let complaints: Vec<String> =
        sources("crates").iter().filter(|source| source.path.contains("/src/")).flat_map(length).collect();
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

#[test]
fn forbidden_uses_are_reported() {
    let long = "\n".repeat(MAX_LINES + 1);
    for (path, text, expected) in [
        ("src/shell/form.rs", "use crate::calculator::form::Form;", "`shell` may not use `calculator`"),
        ("src/calculator/field.rs", "fn f() { crate::platform::start(); }", "`calculator` may not use `platform`"),
        ("src/shell/confirm.rs", "use crate::deals::words;", "`shell` may not use `deals/words`"),
        ("src/calculator/layouts.rs", "use crate::home::HomePage;", "`calculator` may not use `home`"),
        (
            "src/deals/people/chips.rs",
            "use crate::deals::meetings::agreed;",
            "`deals/people` may not use `deals/meetings`",
        ),
        ("src/deals/page.rs", "use crate::{app::App, shell};", "`deals/page` may not use `app`"),
        ("src/deals/list/row.rs", "use crate::deals::{words, paper::{sheet::Sheet, Paper}};", "reaches into a room"),
        (
            "src/home/mod.rs",
            "fn f() { crate::deals::book::saving::load(store) }",
            "`deals::book::saving::load` reaches",
        ),
        ("src/home/mod.rs", "fn f() { web_sys::window(); }", "`web_sys` is the browser"),
        ("src/deals/novelty/mod.rs", "", "no row for `deals/novelty`"),
        ("src/novelty.rs", "", "no row for `novelty`"),
        ("src/shell/long.rs", &long, "401 lines; split it in two"),
    ] {
        let found = complaints(&[SourceFile::new(path, text)]);
        assert!(found.len() == 1 && found[0].contains(expected) && found[0].starts_with(path), "{path}: {found:?}");
    }
}

#[test]
fn allowed_uses_and_comments_pass() {
    for (path, text) in [
        ("src/platform/store.rs", "use crate::shell::ports::Store;\nuse web_sys::Storage;"),
        ("src/shell/event.rs", "use web_sys::HtmlInputElement;"),
        ("src/calculator/form.rs", "// never crate::platform::store here\nuse crate::shell::ports::Ports;"),
        (
            "src/deals/list/deal_list.rs",
            "use crate::deals::list::row::DealRow;\nuse crate::deals::{paper::Paper, words};",
        ),
        ("src/deals/list/row.rs", "fn f() { crate::deals::book::Status::Saved }"),
        ("src/lib.rs", "use crate::platform;\nuse crate::app::App;"),
    ] {
        assert_eq!(complaints(&[SourceFile::new(path, text)]), Vec::<String>::new());
    }
}
