//! Values at a path of a record: `next_step.date`.

use serde_json::{Map, Value};

/// Removes and returns the value at a path, along with any object that this leaves empty. Returns `None` if there is no
/// value.
pub(super) fn take(object: &mut Map<String, Value>, path: &str) -> Option<Value> {
    let Some((name, rest)) = path.split_once('.') else { return object.remove(path) };
    let within = object.get_mut(name)?.as_object_mut()?;
    let taken = take(within, rest);
    if within.is_empty() {
        object.remove(name);
    }
    taken
}

/// Puts a value at a path.
pub(super) fn put(object: &mut Map<String, Value>, path: &str, value: Value) {
    let Some((name, rest)) = path.split_once('.') else {
        object.insert(path.to_owned(), value);
        return;
    };
    let within = object.entry(name).or_insert_with(|| Value::Object(Map::new()));
    if let Some(within) = within.as_object_mut() {
        put(within, rest, value);
    }
}
