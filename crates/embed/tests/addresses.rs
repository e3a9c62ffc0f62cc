//! Pasted addresses, and the builder's own.

use abacus_core::calculators::{CATALOG, Listing};
use abacus_embed::address::Address;
use abacus_embed::params::is_parameter;
use proptest::prelude::*;

fn read(text: &str) -> Option<Address> {
    Address::read(text, |id| Listing::find(id).is_some())
}

fn address(tool: &str, query: &str, values: &str) -> Address {
    Address { tool: tool.to_owned(), query: query.to_owned(), values: values.to_owned(), width: None }
}

#[test]
fn a_calculator_is_found_wherever_its_address_was_copied() {
    for (text, expected) in [
        ("https://abacus.example/bad-debt/", address("bad-debt", "", "")),
        (" https://abacus.example/a/b/clv/index.html?lang=en ", address("clv", "lang=en", "")),
        (
            "https://abacus.example/embed/clv/?parts=result&lock=spend#years=10",
            address("clv", "parts=result&lock=spend", "years=10"),
        ),
        ("https://abacus.example/bad-debt#loss=700", address("bad-debt", "", "loss=700")),
        ("http://127.0.0.1:8080/embed/#tool=dso&lang=en&sales=5", address("dso", "lang=en", "sales=5")),
        ("clv/?lang=en#years=10", address("clv", "lang=en", "years=10")),
    ] {
        assert_eq!(read(text), Some(expected), "{text}");
    }
}

#[test]
fn other_addresses_give_none() {
    for text in [
        "",
        " ",
        "#",
        "https://abacus.example/",
        "https://abacus.example/deals/#view=files",
        "bad-debt.pdf",
        "/embed/#tool=deals",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

#[test]
fn frame_link_and_page_addresses() {
    let whole = address("bad-debt", "lang=en&parts=result", "loss=700");
    assert_eq!(whole.of_frame(), "embed/bad-debt/?lang=en&parts=result#loss=700");
    assert_eq!(whole.of_page(), "bad-debt/?lang=en&parts=result#loss=700");
    assert_eq!(whole.of_plain_page(), "bad-debt/?lang=en#loss=700");
    assert_eq!(address("clv", "", "").of_frame(), "embed/clv/");
    assert_eq!(address("clv", "parts=result", "").of_plain_page(), "clv/");
}

/// The builder's fragment mixes parameters and inputs.
#[test]
fn no_input_key_is_a_parameter() {
    for field in CATALOG.iter().flat_map(|calculator| calculator.spec().fields) {
        let key = field.key;
        assert!(!is_parameter(key) && key != "tool" && !key.contains('-'), "{key}");
    }
}

proptest! {
    #[test]
    fn the_builders_fragment_round_trips(
        query in proptest::sample::subsequence(vec!["lang=en", "parts=result,link", "guess=1", "accent=ff0000"], 0..4),
        values in proptest::sample::subsequence(vec!["loss=700", "margin=2%25", "solve=margin"], 0..3),
        width in proptest::option::of(1_u32..3_000),
    ) {
        let address = Address { width, ..address("bad-debt", &query.join("&"), &values.join("&")) };
        prop_assert_eq!(Address::from_fragment(&address.fragment()), Some(address));
    }

    #[test]
    fn any_pasted_text_is_handled(text in ".*") {
        let _whatever = read(&text);
    }
}
