//! Prerenders the pages: for each page, writes `start.txt` and `body.html` below the folder given as argument, to be
//! inserted into its HTML.
//!
//! The deal book has no body of its own: it shows this device's own records. See docs/adr/0006.

#![allow(clippy::expect_used, reason = "the stand-ins are written for tests, which fail by panicking")]

#[allow(dead_code, reason = "the tests use the rest of it")]
#[path = "../tests/support/mod.rs"]
mod support;

use std::env;
use std::fs;
use std::io::{Error, Result};
use std::path::PathBuf;

use abacus_core::calculator::{Inputs, last, usual_figures};
use abacus_core::calculators::{Listing, find};
use abacus_core::page::{Bundle, Page};
use abacus_core::text::Locale;
use sales_abacus::shell::locale;
use support::prerendered;

/// The controls that a visitor could use. They are disabled until the app runs.
const CONTROLS: [&str; 4] = ["button", "input", "select", "textarea"];

fn main() -> Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or(Error::other("no folder named"))?);
    for page in Page::all() {
        let folder = folder.join(page.path());
        fs::create_dir_all(&folder)?;
        fs::write(folder.join("start.txt"), start(page))?;
        let body = if page.bundle() == Bundle::Book { String::new() } else { body(page) };
        fs::write(folder.join("body.html"), body)?;
    }
    Ok(())
}

/// The data for the script in the head, as attributes of its tag, to check whether the page suits this visitor.
fn start(page: Page) -> String {
    let languages = Locale::ALL.map(Locale::tag).join(" ");
    let saved = locale::key(page).map(|key| format!(" data-saved=\"{key}\"")).unwrap_or_default();
    // For a page that is not a widget: the key of its last values, and the names of the usual figures it uses.
    let own = match page {
        Page::Calculator(listing) => format!(" data-last=\"{}\"{}", last::key(listing.id), usual(listing)),
        Page::Home | Page::Deals | Page::Class | Page::Builder | Page::Embed(_) => String::new(),
    };
    let lang = Locale::default().tag();
    format!(" data-lang=\"{lang}\" data-languages=\"{languages}\"{saved}{own}")
}

fn usual(listing: Listing) -> String {
    let calculator = find(listing.id).expect("a calculator of the catalogue");
    let inputs = Inputs::defaults(calculator.spec());
    let names: Vec<_> =
        usual_figures::figure_inputs(calculator.spec(), &inputs).map(|input| input.figure.key).collect();
    if names.is_empty() { String::new() } else { format!(" data-usual=\"{}\"", names.join(" ")) }
}

/// The page with the slide's example in the default language, hidden until it is known to be the right one.
fn body(page: Page) -> String {
    let mut html = prerendered(page, Locale::default());
    for control in CONTROLS {
        html = disable(&html, &format!("<{control} "));
    }
    format!("<div class=\"prerendered\" hidden>{html}</div>")
}

/// Disables every control whose tag starts like this, unless it is disabled already.
fn disable(html: &str, tag: &str) -> String {
    let is_enabled = |rest: &&str| !rest.split('>').next().is_some_and(|attributes| attributes.contains(" disabled="));
    let mut parts = html.split(tag);
    let mut disabled = parts.next().unwrap_or_default().to_owned();
    for rest in parts {
        disabled.push_str(tag);
        disabled.push_str(if is_enabled(&rest) { "disabled " } else { "" });
        disabled.push_str(rest);
    }
    disabled
}
