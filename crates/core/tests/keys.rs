//! The public keys of calculators. Links, embeds and files rely on them, so a change here changes the public contract,
//! which allows additions only. docs/LINKS.md is the list; `ABACUS_ACCEPT=1` adds new calculators to it.

use std::fs;

use abacus_core::calculator::field::{Field, Kind, Part};
use abacus_core::calculator::{Inputs, Spec};
use abacus_core::calculators::{CATALOG, LISTINGS, Listing, TILES, each};
use abacus_core::number::format::Style;
use abacus_core::text::Locale;
use abacus_core::with_catalog;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/LINKS.md");
const ACCEPT: &str = "run `ABACUS_ACCEPT=1 cargo test -p abacus-core keys`";
const CHANGED: &str =
    "in docs/LINKS.md: restore what is gone; write a new key at its place in the row, an input with its default";

fn accepts() -> bool {
    std::env::var_os("ABACUS_ACCEPT").is_some()
}

#[test]
fn public_keys_match_the_documented_ones() {
    let mut document = fs::read_to_string(DOCUMENT).unwrap();
    for tool in CATALOG {
        let spec = tool.spec();
        let begins = format!("| `{}` |", spec.id);
        if accepts() && !document.contains(&begins) {
            document = with_row(&document, &row(spec));
            fs::write(DOCUMENT, &document).unwrap();
        }
        let row = document.lines().find(|line| line.starts_with(&begins));
        let row = row.unwrap_or_else(|| panic!("add a row for `{}` to docs/LINKS.md: {ACCEPT}", spec.id));
        let [_, _, inputs, results, _] = row.split('|').collect::<Vec<_>>()[..] else { panic!("three cells: {row}") };
        let keys: Vec<_> = spec.fields.iter().flat_map(named).collect();
        assert_eq!(names(inputs), keys, "{} {CHANGED}", spec.id);
        for field in spec.fields.iter().filter(|field| !matches!(field.kind, Kind::Choice(_))) {
            let item = inputs.split([',', ';']).find(|item| item.contains(&format!("`{}`", field.key))).unwrap();
            let default = item.split_whitespace().skip_while(|word| *word == "*p*").nth(1);
            assert_eq!(default, Some(field.link(field.default).as_str()), "{}, {}: {CHANGED}", spec.id, field.key);
        }
        let extra_outputs = tool.extra_outputs(&Inputs::defaults(spec));
        let keys = spec.outputs.iter().chain(extra_outputs.iter().map(|figure| figure.output)).map(|output| output.key);
        assert_eq!(names(results), keys.collect::<Vec<_>>(), "{} {CHANGED}", spec.id);
    }
    let rows = document.split_once("## Keys").unwrap().1.split_once("\n## ").unwrap().0.matches("\n| `").count();
    assert_eq!(rows, CATALOG.len(), "docs/LINKS.md lists a removed calculator: it is public and must stay");
    assert!(document.contains("`solve`"));
}

/// The names in a cell.
fn names(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

/// The key of an input and the names of its choices, the default first.
fn named(field: &'static Field) -> Vec<&'static str> {
    let mut names = vec![field.key];
    if let Kind::Choice(choices) = field.kind {
        let (default, others): (Vec<_>, Vec<_>) =
            choices.iter().map(|choice| choice.name).partition(|name| *name == field.link(field.default));
        names.extend(default.into_iter().chain(others));
    }
    names
}

/// The row of a new calculator: its inputs with their defaults, its results, *p* before the
/// professional ones.
fn row(spec: &'static Spec) -> String {
    let list = |items: Vec<(Part, String)>| {
        let [slide, detail] = [Part::Slide, Part::Detail].map(|part| {
            let items = items.iter().filter(|(of, _)| *of == part).map(|(_, item)| item.as_str());
            items.collect::<Vec<_>>().join(", ")
        });
        if detail.is_empty() { slide } else { format!("{slide}; *p* {detail}") }
    };
    let input = |field: &'static Field| match field.kind {
        Kind::Choice(_) => format!("`{}`", named(field).join("` `")),
        _ => format!("`{}` {}", field.key, field.link(field.default)),
    };
    let inputs = spec.fields.iter().map(|field| (field.part, input(field)));
    let outputs = spec.outputs.iter().map(|output| (output.part, format!("`{}`", output.key)));
    format!("| `{}` | {} | {} |", spec.id, list(inputs.collect()), list(outputs.collect()))
}

/// The document with another row at the end of its table of calculators.
fn with_row(document: &str, row: &str) -> String {
    let ids: Vec<_> = CATALOG.iter().map(|tool| format!("| `{}` |", tool.spec().id)).collect();
    let mut lines: Vec<_> = document.lines().collect();
    let last = lines.iter().rposition(|line| ids.iter().any(|id| line.starts_with(id))).unwrap();
    lines.insert(last + 1, row);
    lines.join("\n") + "\n"
}

#[test]
fn a_listing_shows_what_its_calculator_computes() {
    assert_eq!((LISTINGS.len(), TILES.len()), (CATALOG.len(), CATALOG.len()));
    for (listing, tool) in LISTINGS.iter().zip(CATALOG) {
        let tile = listing.tile().unwrap();
        let (spec, example) = (tool.spec(), tool.evaluate(&Inputs::defaults(tool.spec()))[0]);
        assert_eq!((listing.id, listing.title, tile.purpose), (spec.id, spec.title, spec.purpose));
        assert_eq!(tile.headline, example.output, "{}", listing.id);
        for style in Locale::ALL.map(Style::default_for) {
            let [shown, computed] = [tile.example, example.value.unwrap()];
            let message = "the first worked case must be the example, and give the headline first";
            let [shown, computed] = [shown, computed].map(|value| example.output.quote(value, &style));
            assert_eq!(shown, computed, "{}: {message}", listing.id);
        }
    }
}

#[test]
fn a_module_has_the_public_name_of_its_calculator() {
    macro_rules! modules {
        ($($module:ident::$model:ident,)+) => { [$((stringify!($module), each::$module())),+] };
    }
    for (module, calculator) in with_catalog!(modules) {
        assert_eq!(calculator.spec().id.replace('-', "_"), module);
        assert_eq!(Listing::find(calculator.spec().id).unwrap().title, calculator.spec().title);
    }
}
