//! Tests of the contract with other people's pages.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod addresses;
mod commands;
mod gates;
mod hosts;
mod params;
mod snippets;
mod themes;

use abacus_core::calculator::Spec;
use abacus_core::calculators::find;
use abacus_embed::{Budget, TooLarge, Value};

fn spec(id: &str) -> &'static Spec {
    find(id).expect("a calculator").spec()
}

/// Parses a message, within a budget, as the browser code does.
fn message(json: &str) -> Result<Value, TooLarge> {
    read(&serde_json::from_str(json).expect("JSON"), &mut Budget::default())
}

fn read(json: &serde_json::Value, budget: &mut Budget) -> Result<Value, TooLarge> {
    Ok(match json {
        serde_json::Value::Null => Value::Null,
        serde_json::Value::Bool(yes) => Value::Bool(*yes),
        serde_json::Value::Number(number) => match number.as_u64().and_then(|whole| whole.try_into().ok()) {
            Some(whole) => Value::Whole(whole),
            None => Value::Text(number.to_string()),
        },
        serde_json::Value::String(text) => {
            budget.text(text)?;
            Value::Text(text.clone())
        }
        serde_json::Value::Array(items) => {
            budget.enter()?;
            let mut list = Vec::new();
            for item in items {
                budget.item()?;
                list.push(read(item, budget)?);
            }
            budget.leave();
            Value::List(list)
        }
        serde_json::Value::Object(entries) => {
            budget.enter()?;
            let mut map = Vec::new();
            for (key, value) in entries {
                budget.key(key)?;
                map.push((key.clone(), read(value, budget)?));
            }
            budget.leave();
            Value::Map(map)
        }
    })
}
