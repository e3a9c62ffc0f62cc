//! Prints the catalogue of pages as JSON, for staging and for the browser tests.
//!
//! An example rather than a part of xtask: `cargo xtask serve` keeps running while `abacus-core` changes,
//! and cargo builds this one anew from the current sources; and xtask itself, which does not depend on
//! core, can still start and report when core does not compile.

use abacus_core::{page::Page, text::Locale};
use serde_json::{Map, Value, json};

fn main() {
    let pages: Value = Page::all().into_iter().map(describe).collect();
    println!("{pages:#}");
}

fn describe(page: Page) -> Value {
    json!({
        "path": page.path(),
        "bundle": page.bundle().name(),
        "title": in_both(|locale| page.title(locale)),
        "description": in_both(|locale| page.description(locale).to_string()),
    })
}

fn in_both(text: impl Fn(Locale) -> String) -> Value {
    let entries = Locale::ALL.into_iter().map(|locale| (locale.tag().to_owned(), text(locale).into()));
    entries.collect::<Map<_, _>>().into()
}
