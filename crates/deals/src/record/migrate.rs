//! Migration of older records, one function per step.

use serde_json::{Map, Value};

use super::super::error::{DealError, JsonKind};
use super::super::lists::free_id;
use super::super::normalize::name_key;
use super::{SCHEMA, wrong_type};

type Object = Map<String, Value>;

/// The record in the current format. The revision stays: it counts writes, and reading is not one.
pub(super) fn to_current(mut record: Object) -> Result<Object, DealError> {
    let schema = match record.get("schema") {
        None | Some(Value::Null) => 0,
        Some(schema) => schema.as_u64().ok_or_else(|| wrong_type("schema", JsonKind::Whole))?,
    };
    match schema {
        0 => return Err(DealError::NoSchema),
        1 => record = from_1_to_2(record)?,
        SCHEMA => {}
        schema => return Err(DealError::NewerSchema { schema }),
    }
    Ok(record)
}

/// Moves the guide, formerly separate, into the people: into the person with the same name, if there is one.
fn from_1_to_2(mut record: Object) -> Result<Object, DealError> {
    record.insert("schema".to_owned(), 2_u64.into());
    let mut guide = match record.remove("guide") {
        None | Some(Value::Null) => return Ok(record),
        Some(Value::Object(guide)) => guide,
        Some(_) => return Err(wrong_type("guide", JsonKind::Object)),
    };
    let mut part = |name: &str| match guide.remove(name) {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(wrong_type(&format!("guide.{name}"), JsonKind::Text)),
    };
    let (name, title) = (part("name")?, part("title")?);
    let is_empty = guide.values().all(|value| *value == Value::Bool(false) || value.is_null());
    if name.is_empty() && title.is_empty() && is_empty {
        return Ok(record);
    }
    let people = record.entry("people").or_insert_with(|| Value::Array(Vec::new()));
    if people.is_null() {
        *people = Value::Array(Vec::new());
    }
    // The reader reports people that are not a list.
    let Value::Array(people) = people else { return Ok(record) };
    let key = name_key(&name);
    let is_same = |person: &&mut Value| {
        let known = person.get("name").and_then(Value::as_str).unwrap_or_default();
        !key.is_empty() && name_key(known) == key && person.get("guide").is_none()
    };
    if let Some(Value::Object(person)) = people.iter_mut().find(is_same) {
        let untitled = person.get("title").and_then(Value::as_str).is_none_or(str::is_empty);
        if untitled && !title.is_empty() {
            person.insert("title".to_owned(), title.into());
        } else if !title.is_empty() && person.get("title").and_then(Value::as_str) != Some(&title) {
            // Two titles for one person: the second is kept as an unknown field.
            guide.insert("title".to_owned(), title.into());
        }
        person.insert("guide".to_owned(), guide.into());
    } else {
        let ids: Vec<&str> = people.iter().filter_map(|person| person.get("id")?.as_str()).collect();
        let id = free_id("p", "", ids.into_iter());
        let mut person = Object::new();
        for (field, value) in [("id", id), ("name", name), ("title", title)] {
            person.insert(field.to_owned(), value.into());
        }
        person.insert("guide".to_owned(), guide.into());
        people.push(person.into());
    }
    Ok(record)
}
