//! One way down: `core ← state ← text ← components ← pages, embed ← app`; `platform` is wired in by
//! `lib.rs` alone. The compiler guards core, whose manifest names no web crate; this test guards
//! the modules of the app.

use std::fs;
use std::path::Path;

/// Who may use whom: a module, and the modules of this crate that it may name.
const MAY_USE: [(&str, &[&str]); 9] = [
    ("state", &[]),
    ("text", &["state"]),
    ("platform", &["state"]),
    ("components", &["state", "text"]),
    ("pages", &["components", "state", "text"]),
    ("embed", &["components", "state", "text"]),
    ("app", &["components", "embed", "pages", "state", "text"]),
    ("bin", &["app", "mount"]),
    ("lib", &["app", "platform"]),
];

/// The crates that are the browser, and the files that may name them.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "gloo"];
const BROWSER_ALLOWED: [&str; 2] = ["src/platform/", "src/components/event.rs"];

/// What `components` must not know although it lies in modules that they use: storage, address, page.
const NOT_IN_COMPONENTS: [&str; 7] = [
    "abacus_core::page",
    "state::session",
    "state::deal_route",
    "use_deal_book",
    "use_stored_deals",
    "Ports",
    "dyn Host",
];

#[derive(Debug, PartialEq)]
struct Source {
    path: String,
    text: String,
}

/// The forbidden uses in some sources, one line each.
fn violations(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for Source { path, text } in sources {
        let module = path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default();
        let Some((_, may_use)) = MAY_USE.iter().find(|(name, _)| *name == module) else {
            found.push(format!("{path}: no rule says what `{module}` may use"));
            continue;
        };
        let code: String =
            text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for prefix in ["crate::", "sales_abacus::"] {
            for used in code.split(prefix).skip(1) {
                let used: String =
                    used.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect();
                if used != module && !may_use.contains(&used.as_str()) {
                    found.push(format!("{path}: `{module}` may not use `{used}`"));
                }
            }
        }
        for known in NOT_IN_COMPONENTS {
            if module == "components" && code.contains(known) {
                found.push(format!("{path}: `components` may not know `{known}`"));
            }
        }
        for browser in BROWSER {
            if code.contains(&format!("{browser}::"))
                && !BROWSER_ALLOWED.iter().any(|allowed| path.starts_with(allowed))
            {
                found.push(format!("{path}: only `platform` may use `{browser}`"));
            }
        }
    }
    found
}

fn sources() -> Vec<Source> {
    fn visit(folder: &Path, root: &Path, found: &mut Vec<Source>) {
        for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                visit(&entry, root, found);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                let path = entry.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
                found.push(Source { path, text: fs::read_to_string(&entry).expect("a readable file") });
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    visit(&root.join("src"), root, &mut found);
    found
}

#[test]
fn modules_use_only_what_lies_below_them() {
    let sources = sources();
    assert!(sources.len() > 15, "the sources are not where this test looks: {}", sources.len());
    assert_eq!(violations(&sources), Vec::<String>::new());
}

#[test]
fn a_forbidden_use_is_found() {
    for (path, text, expected) in [
        (
            "src/state/form.rs",
            "use crate::components::field::Field;",
            "src/state/form.rs: `state` may not use `components`",
        ),
        (
            "src/components/field.rs",
            "fn f() { crate::platform::start(); }",
            "src/components/field.rs: `components` may not use `platform`",
        ),
        (
            "src/pages/home.rs",
            "use web_sys::window;\nfn f() { web_sys::window(); }",
            "src/pages/home.rs: only `platform` may use `web_sys`",
        ),
        (
            "src/components/row.rs",
            "use crate::state::session::Session;",
            "src/components/row.rs: `components` may not know `state::session`",
        ),
        ("src/embed/mod.rs", "use crate::pages::home::HomePage;", "src/embed/mod.rs: `embed` may not use `pages`"),
        ("src/novelty.rs", "", "src/novelty.rs: no rule says what `novelty` may use"),
    ] {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(violations(&[source]), [expected]);
    }
}

#[test]
fn what_is_allowed_and_what_is_only_talked_about_passes() {
    for (path, text) in [
        ("src/platform/store.rs", "use crate::state::ports::Store;\nuse web_sys::Storage;"),
        ("src/components/event.rs", "use web_sys::HtmlInputElement;"),
        ("src/state/form.rs", "// never crate::platform::store here\nuse crate::state::ports::Ports;"),
        ("src/lib.rs", "use crate::platform;\nuse crate::app::App;"),
    ] {
        let source = Source { path: path.to_owned(), text: text.to_owned() };
        assert_eq!(violations(&[source]), Vec::<String>::new());
    }
}
