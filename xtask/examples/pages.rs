//! Prints the catalogue of pages as JSON, for staging and for the browser tests.
//!
//! An example rather than a part of xtask: `cargo xtask serve` keeps running while `abacus-core` changes,
//! and cargo builds this one anew from the current sources; and xtask itself, which does not depend on
//! core, can still start and report when core does not compile.

use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculator::{Calculator, Case, Inputs};
use abacus_core::calculators::find;
use abacus_core::number::format::machine;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use serde_json::{Map, Value, json};

fn main() {
    let pages: Value = Page::all().into_iter().map(describe).collect();
    println!("{pages:#}");
}

fn describe(page: Page) -> Value {
    json!({
        "path": page.path(),
        "bundle": page.bundle().name(),
        "styles": match page {
            Page::Home => "home",
            Page::Deals => "deals",
            Page::Class => "class",
            Page::Builder => "builder",
            Page::Calculator(_) => "calculator",
            Page::Embed(_) => "widget",
        },
        "title": in_both(|locale| page.title(locale)),
        "description": in_both(|locale| page.description(locale).to_string()),
        "calculator": match page {
            Page::Calculator(listing) | Page::Embed(listing) => find(listing.id).map_or(Value::Null, examples),
            Page::Home | Page::Deals | Page::Class | Page::Builder => Value::Null,
        },
    })
}

/// A calculator's worked cases as links, with the results as decimals.
fn examples(calculator: &dyn Calculator) -> Value {
    let spec = calculator.spec();
    let case = |case: &Case| {
        let mut inputs = Inputs::defaults(spec);
        for (key, value) in case.inputs {
            let set = spec.field(key).map(|field| inputs.set(field, *value));
            assert!(matches!(set, Some(Ok(()))), "{}: {key}", case.source);
        }
        // Computed, because a case may give a non-terminating result rounded for display; core tests its correctness.
        let outcomes = calculator.evaluate(&inputs);
        let results = case.outputs.iter().filter_map(|(key, _)| {
            let outcome = outcomes.iter().find(|outcome| outcome.output.key == *key)?;
            Some(((*key).to_owned(), machine(outcome.value.ok()?).into()))
        });
        json!({
            "fragment": share::encode(spec, &inputs, None, Reader::Colleague),
            "results": results.collect::<Map<_, _>>(),
        })
    };
    json!({ "id": spec.id, "cases": spec.cases.iter().map(case).collect::<Vec<_>>() })
}

fn in_both(text: impl Fn(Locale) -> String) -> Value {
    let entries = Locale::ALL.into_iter().map(|locale| (locale.tag().to_owned(), text(locale).into()));
    entries.collect::<Map<_, _>>().into()
}
