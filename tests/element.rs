//! Input keys are attributes of the element, and names in its form: none may have another meaning there.

use std::fs;
use std::path::Path;

use abacus_core::calculators::{CATALOG, Listing};
use abacus_core::page::Page;
use abacus_core::text::Locale;

use crate::support::{BASE, INSIDE, MemoryStore, render};

/// The attributes that the element's script does not treat as inputs.
fn taken() -> Vec<String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/element/attributes.js");
    let script = fs::read_to_string(script).expect("the element's script");
    let list = |name: &str| {
        let (_, rest) = script.split_once(&format!("const {name} = [")).expect("a list");
        let (list, _) = rest.split_once(']').expect("the end of the list");
        list.split(',').map(|name| name.trim().trim_matches('\'').to_owned()).filter(|name| !name.is_empty()).collect()
    };
    let lists: [Vec<String>; 3] = ["PARAMETERS", "OWN", "GLOBAL"].map(list);
    lists.concat()
}

/// Whether the script treats an attribute of this name as an input.
fn is_key(name: &str) -> bool {
    let letters = name.bytes().all(|letter| letter.is_ascii_lowercase() || letter == b'_');
    letters
        && name.starts_with(|first: char| first.is_ascii_lowercase())
        && !name.starts_with("on")
        && !taken().iter().any(|taken| taken == name)
}

#[test]
fn every_input_can_be_an_attribute_of_the_element() {
    let taken = taken();
    for known in ["lang", "scale", "tool", "readonly", "hidden", "title"] {
        assert!(taken.iter().any(|name| name == known), "{known} is missing in attributes.js");
    }
    for calculator in CATALOG {
        for field in calculator.spec().fields {
            assert!(is_key(field.key), "{}: {} means something else in HTML", calculator.spec().id, field.key);
        }
    }
    assert!(!is_key("title") && !is_key("onclick") && !is_key("data-loss") && !is_key("parts"));
}

#[test]
fn an_embedded_calculator_has_no_landmarks_and_full_links() {
    let widget = |fragment: &str| {
        let page = Page::Embed(Listing::find("bad-debt").expect("a calculator"));
        render(page, Locale::En, fragment, MemoryStore::default())
    };
    let (alone, inside) = (widget("loss=700"), widget(&format!("{INSIDE}loss=700")));
    assert!(alone.contains("<main class=\"widget\"><h1 "), "{alone}");
    assert!(inside.contains("<div class=\"widget\"><h2 ") && !inside.contains("<main"), "{inside}");
    assert!(alone.contains("href=\"../../bad-debt/#loss=700\""), "{alone}");
    assert!(inside.contains(&format!("href=\"{BASE}../../bad-debt/#loss=700\"")), "{inside}");
}
