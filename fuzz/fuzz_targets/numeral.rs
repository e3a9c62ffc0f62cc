//! Parses any text in any field: a value is within the bounds, and parses to itself in every form in which it is shown.

#![no_main]

use abacus_core::calculator::field::Kind;
use abacus_core::calculators::CATALOG;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|typed: &str| {
    for field in CATALOG.iter().flat_map(|tool| tool.spec().fields) {
        for value in [field.parse(typed), field.parse_link(typed)].into_iter().flatten() {
            assert_eq!(field.check(value), Ok(value), "{}", field.key);
            assert_eq!(field.parse(&field.show(value)), Ok(value), "{}", field.key);
            assert_eq!(field.parse_link(&field.link(value)), Ok(value), "{}", field.key);
            if !matches!(field.kind, Kind::Choice(_)) {
                assert_eq!(field.parse(&field.quote(value)), Ok(value), "{}", field.key);
            }
        }
    }
});
