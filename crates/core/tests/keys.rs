//! The public keys of calculators. Links, embeds and files rely on them, so a change here changes the
//! public contract, which allows additions only. `ABACUS_ACCEPT=1` accepts what is new.

use std::fs;

use abacus_core::calculator::field::Part;
use abacus_core::calculator::{Inputs, Spec};
use abacus_core::calculators::{CATALOG, LISTINGS, Listing, TILES, each};
use abacus_core::number::format::Style;
use abacus_core::text::Locale;
use abacus_core::with_catalog;

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/keys.txt");
const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/LINKS.md");
const ACCEPT: &str = "run `ABACUS_ACCEPT=1 cargo test -p abacus-core keys`";

fn accepts() -> bool {
    std::env::var_os("ABACUS_ACCEPT").is_some()
}

#[test]
fn public_keys_equal_the_committed_snapshot() {
    let mut keys = String::new();
    for tool in CATALOG {
        let spec = tool.spec();
        keys.push_str(&format!("{}\n", spec.id));
        for field in spec.fields {
            keys.push_str(&format!("  in  {} = {}\n", field.key, field.default));
        }
        for output in spec.outputs {
            keys.push_str(&format!("  out {}\n", output.key));
        }
    }
    if accepts() {
        fs::write(SNAPSHOT, &keys).unwrap();
    }
    let committed = fs::read_to_string(SNAPSHOT).unwrap();
    for id in CATALOG.iter().map(|tool| tool.spec().id) {
        let is_known = committed.lines().any(|line| line == id);
        assert!(is_known, "add the keys of `{id}` to crates/core/tests/keys.txt: {ACCEPT}");
    }
    assert_eq!(keys, committed, "restore the keys that are gone; to accept new ones, {ACCEPT}");
}

#[test]
fn every_public_key_is_documented_beside_its_calculator() {
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
        let keys = spec.fields.iter().map(|field| field.key).chain(spec.outputs.iter().map(|output| output.key));
        for key in keys {
            assert!(row.contains(&format!("`{key}`")), "name `{key}` in the row of `{}` in docs/LINKS.md", spec.id);
        }
    }
    assert!(document.contains("`solve`"));
}

/// The row of a new calculator: its inputs with their defaults, its results, *p* before the
/// professional ones.
fn row(spec: &Spec) -> String {
    let list = |items: Vec<(Part, String)>| {
        let [slide, detail] = [Part::Slide, Part::Detail].map(|part| {
            let items = items.iter().filter(|(of, _)| *of == part).map(|(_, item)| item.as_str());
            items.collect::<Vec<_>>().join(", ")
        });
        if detail.is_empty() { slide } else { format!("{slide}; *p* {detail}") }
    };
    let inputs = spec.fields.iter().map(|field| (field.part, format!("`{}` {}", field.key, field.link(field.default))));
    let outputs = spec.outputs.iter().map(|output| (output.part, format!("`{}`", output.key)));
    format!("| `{}` | {} | {} |", spec.id, list(inputs.collect()), list(outputs.collect()))
}

/// The document with a further row at the end of its table of calculators.
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
        for style in Locale::ALL.map(Style::usual) {
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
