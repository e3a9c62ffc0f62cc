//! Staging: the folder that Vite serves or bundles, with one HTML file for every page.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::{
    libstd::Libstd,
    licences,
    prerender::{self, Piece, Prerendered},
    process::{root, run_quiet, step},
    setup,
    stamp::{app_sources, files},
    vectors,
    wasm::{self, Profile, target_dir},
};

/// The sources of the staged site: the app, and the files of the pages. `serve` watches them.
pub fn sources() -> Vec<PathBuf> {
    let pages = ["styles", "static", "index.html", "package-lock.json"].map(|path| root().join(path));
    app_sources().into_iter().chain(pages).collect()
}

/// The language of the page before the app has chosen one.
const LANG: &str = "zh-CN";

/// Contents by path below the staged folder, with `/` on every system.
type Staged = BTreeMap<String, Vec<u8>>;

/// The folder in which the site of a profile is staged.
pub fn dir(profile: Profile) -> PathBuf {
    target_dir().join("site").join(profile.name())
}

/// Prepares the machine, compiles the app and stages the site. Unchanged files are left alone. When the folder is
/// complete, a marker file beside it is rewritten, which makes Vite reload the page. Returns which standard library
/// [`wasm::compile`] used.
pub fn build(profile: Profile, libstd: Libstd) -> Result<Libstd> {
    let (compiled, libstd) = setup::while_preparing(|| wasm::compile(profile, libstd))?;
    let pkg = wasm::package(profile, &compiled)?;
    wasm::package_host(profile, &compiled)?;
    // During development, only the app itself is shown.
    let (prerendered, vectors) = match profile {
        Profile::Dev => (None, None),
        _ => (Some(prerender::build()?), Some(vectors::build()?)),
    };
    step("stage the pages", || {
        let mut staged = Staged::new();
        add_tree(&mut staged, "styles", &root().join("styles"))?;
        add_tree(&mut staged, "src/pkg", &pkg)?;
        for script in files(&root().join("src")).iter().filter(|file| file.extension().is_some_and(|ext| ext == "js")) {
            let below = script.strip_prefix(root())?.to_string_lossy().replace('\\', "/");
            staged.insert(below, fs::read(script)?);
        }
        add_pages(&mut staged, prerendered.as_ref())?;
        if profile != Profile::Dev {
            staged.insert("licences.json".to_owned(), licences::collect()?.into_bytes());
        }
        if let Some(vectors) = &vectors {
            add_tree(&mut staged, "vectors", vectors)?;
        }
        if sync(&staged, &dir(profile))? {
            fs::write(dir(profile).with_extension("staged"), "")?;
        }
        Ok(libstd)
    })
}

fn add_tree(staged: &mut Staged, prefix: &str, from: &Path) -> Result<()> {
    for file in files(from) {
        let below = file.strip_prefix(from)?.to_string_lossy().replace('\\', "/");
        staged.insert(format!("{prefix}/{below}"), fs::read(&file)?);
    }
    Ok(())
}

/// One HTML file for each page, and `pages.json`, over which the browser tests loop.
fn add_pages(staged: &mut Staged, prerendered: Option<&Prerendered>) -> Result<()> {
    let list = wasm::example(&wasm::XTASK, "pages")
        .and_then(|mut pages| run_quiet(&mut pages))
        .context("the list of pages")?;
    let template = fs::read_to_string(root().join("index.html")).context("index.html")?;
    let pages: Vec<Value> = serde_json::from_str(&list)?;
    for page in &pages {
        let path = page["path"].as_str().context("a page without a path")?;
        let piece = prerendered.map(|pages| pages.piece(path)).transpose()?.flatten().unwrap_or_default();
        staged.insert(format!("{path}index.html"), html(&template, page, &piece)?.into_bytes());
    }
    staged.insert("pages.json".to_owned(), list.into_bytes());
    Ok(())
}

/// The template as one page, with its pre-rendered pieces. Addresses in it begin at the site's root; Vite makes them
/// relative.
fn html(template: &str, page: &Value, piece: &Piece) -> Result<String> {
    let word = |key: &str| page[key][LANG].as_str().map(escape).with_context(|| format!("a page without {key}"));
    let name = |key: &str| page[key].as_str().map(escape).with_context(|| format!("a page without {key}"));
    let path = page["path"].as_str().unwrap_or_default();
    let app = format!("<div id=\"app\" data-page=\"{}\">", escape(path));
    let start = format!("{}start.js\" data-page=\"{}\"{}", up(path), escape(path), piece.start);
    let mut html = template.to_owned();
    for (before, after, value) in [
        ("<title>", "</title>", word("title")?),
        ("<meta name=\"description\" content=\"", "\"", word("description")?),
        ("<div id=\"app\" data-page=\"", "\"", escape(path)),
        ("href=\"/styles/", ".css\"", name("styles")?),
        ("src=\"/src/bin/", ".js\"", name("bundle")?),
        // First in the head: the script blocks rendering, and would wait for a stylesheet before it.
        ("<script vite-ignore src=\"", "></script>", start),
        // Last, so that no other mark is looked for inside it.
        (&app, "", piece.body.clone()),
    ] {
        html = fill(&html, before, after, &value)?;
    }
    Ok(html)
}

/// Replaces the text between two marks. The first has to occur exactly once: a broken template must not silently
/// produce ten pages with one title.
fn fill(html: &str, before: &str, after: &str, value: &str) -> Result<String> {
    let parts: Vec<&str> = html.split(before).collect();
    let [head, tail] = parts.as_slice() else {
        bail!("index.html has to contain `{before}` once, not {} times", parts.len().saturating_sub(1));
    };
    let (_, rest) = tail.split_once(after).with_context(|| format!("index.html: no `{after}` after `{before}`"))?;
    Ok(format!("{head}{before}{value}{after}{rest}"))
}

/// From a page to the site's root. Vite does not process the start script, nor its address.
fn up(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Makes the folder contain exactly these files. Returns whether anything changed.
fn sync(staged: &Staged, dir: &Path) -> Result<bool> {
    let mut changed = false;
    for file in files(dir) {
        let below = file.strip_prefix(dir)?.to_string_lossy().replace('\\', "/");
        if !staged.contains_key(&below) {
            fs::remove_file(&file)?;
            changed = true;
        }
    }
    for (below, contents) in staged {
        let file = dir.join(below);
        if fs::read(&file).is_ok_and(|current| current == *contents) {
            continue;
        }
        fs::create_dir_all(file.parent().unwrap_or(dir))?;
        fs::write(&file, contents).with_context(|| format!("cannot write {}", file.display()))?;
        changed = true;
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TEMPLATE: &str = r#"<script vite-ignore src="start.js"></script><title>t</title><meta name="description" content="d"><link href="/styles/s.css"><script src="/src/bin/b.js"><div id="app" data-page=""><p>…"#;

    #[test]
    fn a_page_gets_its_own_title_description_and_address() {
        let page = json!({"path": "clv/", "bundle": "calculators", "styles": "calculator", "title": {"zh-CN": "A & B"}, "description": {"zh-CN": "\"x\""}});
        let expected = r#"<script vite-ignore src="../start.js" data-page="clv/"></script><title>A &amp; B</title><meta name="description" content="&quot;x&quot;"><link href="/styles/calculator.css"><script src="/src/bin/calculators.js"><div id="app" data-page="clv/"><p>…"#;
        assert_eq!(html(TEMPLATE, &page, &Piece::default()).unwrap(), expected);
    }

    #[test]
    fn prerendered_parts_are_placed_in_tag_and_body() {
        let page = json!({"path": "clv/", "bundle": "b", "styles": "s", "title": {"zh-CN": "t"}, "description": {"zh-CN": "d"}});
        let piece = Piece { start: " data-lang=\"x\"".to_owned(), body: "<title>".to_owned() };
        let filled = html(TEMPLATE, &page, &piece).unwrap();
        assert!(filled.contains(r#" data-page="clv/" data-lang="x"></script><title>t"#), "{filled}");
        assert!(filled.ends_with(r#"<div id="app" data-page="clv/"><title><p>…"#), "{filled}");
    }

    #[test]
    fn a_template_without_its_placeholder_is_refused() {
        assert!(fill("<p>no title</p>", "<title>", "</title>", "x").is_err());
        assert!(fill("<title>a</title><title>b</title>", "<title>", "</title>", "x").is_err());
    }
}
