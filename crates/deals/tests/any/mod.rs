//! Generated records of every kind, for properties. Each test target uses what it needs. Strategies are boxed, since
//! deeply nested types overflow the stack of a test.

pub(crate) mod assessment;
pub(crate) mod contact;
pub(crate) mod deal;
pub(crate) mod scenario;

use abacus_core::Decimal;
use abacus_core::date::Date;
use proptest::prelude::*;
use serde_json::{Map, Value};

/// Texts with characters of all planes, and often ones known to cause trouble.
pub(crate) fn any_text() -> BoxedStrategy<String> {
    const STRANGE: [&str; 8] = [
        "",
        "\0",
        "\u{202E}שלום",
        "\u{200B}",
        "👩\u{200D}👧\u{FE0F}",
        "\"\\\u{2028}\u{FEFF}",
        "e\u{301}",
        "\u{10FFFF}",
    ];
    prop_oneof![any::<String>(), prop::sample::select(&STRANGE[..]).prop_map(str::to_owned)].boxed()
}

pub(crate) fn any_json() -> BoxedStrategy<Value> {
    let number = "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?(e[+-]?[0-9]{1,4})?";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(|digits| serde_json::from_str(&digits).unwrap()),
        any_text().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            any_fields(inner).prop_map(Value::Object),
        ]
    })
    .boxed()
}

pub(crate) fn any_fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    let name = any_text().prop_map(|name| format!("x-{name}"));
    prop::collection::btree_map(name, value, 0..3).prop_map(|fields| fields.into_iter().collect())
}

pub(crate) fn any_date() -> BoxedStrategy<Option<Date>> {
    (0..=9999_i32, 1..=12_u8, 1..=31_u8).prop_map(|(year, month, day)| Date::new(year, month, day).ok()).boxed()
}

pub(crate) fn any_amount() -> BoxedStrategy<Option<Decimal>> {
    let fits = (-1_000_000_000_000_000_i64..=1_000_000_000_000_000, 0..=6_u32);
    prop::option::of(fits.prop_map(|(units, scale)| Decimal::new(units, scale))).boxed()
}

/// Mostly empty: unknown fields are slow to generate, and there are many places for them.
pub(crate) fn any_extra() -> BoxedStrategy<Map<String, Value>> {
    prop_oneof![7 => Just(Map::new()), 1 => any_fields(any_json())].boxed()
}

pub(crate) fn maybe<T: Copy + std::fmt::Debug>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(all))
}
