//! Decodes any text as a deal: it is refused with a reason, or yields a deal that round-trips and loses nothing of the
//! text.

#![no_main]

use abacus_core::text::Locale;
use abacus_deals::{decode, encode};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &str| {
    match decode("a", text) {
        Ok(deal) => {
            let again = encode(&deal);
            assert_eq!(decode("a", &again), Ok(deal));
            let read = |text: &str| serde_json::from_str::<Value>(text).expect("it was just read");
            let (before, after) = (read(text), read(&again));
            // The tests cover fields that the first version had elsewhere.
            if before["schema"] == after["schema"] {
                assert_kept(&before, &after, "");
            }
        }
        Err(reason) => assert!(Locale::ALL.iter().all(|locale| !reason.message(*locale).is_empty())),
    }
});

/// Asserts that only empty values were dropped.
fn assert_kept(before: &Value, after: &Value, path: &str) {
    match (before, after) {
        (Value::Object(before), Value::Object(after)) => {
            for (name, value) in before {
                match after.get(name) {
                    Some(kept) => assert_kept(value, kept, &format!("{path}.{name}")),
                    None => assert!(says_nothing(value), "{path}.{name} is gone: {value}"),
                }
            }
        }
        (Value::Array(before), Value::Array(after)) => {
            assert_eq!(before.len(), after.len(), "{path}");
            before.iter().zip(after).for_each(|(before, after)| assert_kept(before, after, &format!("{path}[]")));
        }
        // A duplicate id is replaced, and so is null, by a default.
        _ if path.ends_with(".id") || before.is_null() => {}
        _ => assert!(before == after || is_same_amount(before, after), "{path}: {before} became {after}"),
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(says_nothing),
        _ => false,
    }
}

/// `007.50` is written as `7.50`.
fn is_same_amount(before: &Value, after: &Value) -> bool {
    let amount = |value: &Value| value.as_str()?.parse::<abacus_core::Decimal>().ok();
    amount(before).is_some_and(|before| amount(after) == Some(before))
}
