//! Writes a JSON object field by field. Empty values are omitted. A name may be a path into nested objects:
//! `next_step.date`.

use litemap::LiteMap;
use std::fmt::Display;

use serde_json::{Map, Value};

pub(super) fn put(object: &mut Map<String, Value>, name: &str, value: impl Into<Value>) {
    insert(object, name, value.into());
}

fn insert(object: &mut Map<String, Value>, name: &str, value: Value) {
    let Some((within, rest)) = name.split_once('.') else {
        object.insert(name.to_owned(), value);
        return;
    };
    if let Value::Object(object) = object.entry(within).or_insert_with(|| Value::Object(Map::new())) {
        insert(object, rest, value);
    }
}

/// Writes amounts, dates and words as texts.
pub(super) fn put_some(object: &mut Map<String, Value>, name: &str, value: Option<impl Display>) {
    if let Some(value) = value {
        put(object, name, value.to_string());
    }
}

pub(super) fn put_text(object: &mut Map<String, Value>, name: &str, text: &str) {
    if !text.is_empty() {
        put(object, name, text);
    }
}

pub(super) fn put_texts<'a>(object: &mut Map<String, Value>, name: &str, texts: impl Iterator<Item = &'a str>) {
    let texts: Vec<Value> = texts.map(Value::from).collect();
    if !texts.is_empty() {
        put(object, name, texts);
    }
}

pub(super) fn put_object(object: &mut Map<String, Value>, name: &str, part: Map<String, Value>) {
    if !part.is_empty() {
        put(object, name, part);
    }
}

/// An object with these texts, whose names are not paths. Inserted one by one, since `collect` would link sorting code.
pub(super) fn texts(texts: &LiteMap<String, String>) -> Map<String, Value> {
    let mut object = Map::new();
    for (name, text) in texts {
        object.insert(name.clone(), text.as_str().into());
    }
    object
}

pub(super) fn put_list<T>(
    object: &mut Map<String, Value>,
    name: &str,
    items: &[T],
    write: fn(&T) -> Map<String, Value>,
) {
    if !items.is_empty() {
        put(object, name, items.iter().map(|item| Value::Object(write(item))).collect::<Value>());
    }
}
