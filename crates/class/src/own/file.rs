//! Lessons in a file: the export format with only lessons.
//!
//! `{"format":"sales-abacus","version":1,"lessons":[{"tool":"bad-debt","title":…,"question":…,"inputs":{"loss":"700"}}]}`.
//! A lesson is converted to the text of its record before it is parsed, so that it is validated in the same place.

use serde_json::{Map, Value};

use super::steps::{DEFAULT_STEPS, to_text};
use super::text::{decode, is_plain, part};
use super::{OwnError, OwnLesson};

/// The maximum size of a file of lessons, in bytes.
const MAX_BYTES: usize = 1_048_576;

/// The file of these lessons.
pub fn to_file(lessons: &[&OwnLesson]) -> String {
    let mut file = Map::new();
    file.insert("format".to_owned(), "sales-abacus".into());
    file.insert("version".to_owned(), 1_u64.into());
    file.insert("lessons".to_owned(), lessons.iter().map(|own| to_value(own)).collect());
    Value::Object(file).to_string()
}

/// A lesson as JSON, with the parts unknown to this version next to the known ones.
pub fn to_value(own: &OwnLesson) -> Value {
    let pair = |part: &String| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (key.to_owned(), Value::from(value))
    };
    let mut object: Map<String, Value> = own.unknown.iter().map(pair).collect();
    let mut put = |name: &str, value: Value| object.insert(name.to_owned(), value);
    if !own.id.is_empty() {
        put("id", own.id.as_str().into());
    }
    put("revision", own.revision.into());
    put("deleted", own.deleted.into());
    put("tool", own.calculator.id.into());
    put("title", own.title.as_str().into());
    put("question", own.question.as_str().into());
    put("lines", own.lines.clone().into());
    if let Some((input, to)) = &own.moves {
        put("move", Value::from_iter([(input.as_str(), to.normalize().to_string())]));
    }
    // As a string, which a version that does not know the steps preserves.
    if own.steps != DEFAULT_STEPS {
        put("steps", to_text(&own.steps).into());
    }
    put("inputs", own.values.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect());
    Value::Object(object)
}

/// Parses the lessons of a file, each with its own result.
///
/// # Errors
/// It is not a file of lessons, or too long.
pub fn read_file(text: &str) -> Result<Vec<Result<OwnLesson, OwnError>>, OwnError> {
    if text.len() > MAX_BYTES {
        return Err(OwnError::TooLong);
    }
    let file: Value = serde_json::from_str(text).map_err(|_| OwnError::NotAFile)?;
    let is_ours = file.get("format").and_then(Value::as_str) == Some("sales-abacus");
    match file.get("version").and_then(Value::as_u64) {
        Some(1) if is_ours => {}
        Some(newer) if is_ours => return Err(OwnError::NewerSchema(newer.to_string())),
        _ => return Err(OwnError::NotAFile),
    }
    let lessons = file.get("lessons").and_then(Value::as_array).ok_or(OwnError::NotAFile)?;
    Ok(lessons.iter().map(read_value).collect())
}

/// Parses a lesson from JSON. One without an id gets the id `file`, for the caller to replace.
///
/// # Errors
/// Why it cannot be parsed.
pub fn read_value(value: &Value) -> Result<OwnLesson, OwnError> {
    let object = value.as_object().ok_or(OwnError::NotAFile)?;
    let text = |name: &str| object.get(name).and_then(Value::as_str);
    let tool = text("tool").filter(|tool| is_plain(tool)).ok_or_else(|| OwnError::BadPart("tool".to_owned()))?;
    let mut parts = vec![tool.to_owned()];
    for (name, value) in object {
        let written = match (name.as_str(), value) {
            ("id" | "tool", Value::String(_)) => Some(Vec::new()),
            ("title" | "question", Value::String(words)) => Some(vec![part(name, words)]),
            ("lines", Value::Array(lines)) => lines.iter().map(|line| Some(part("line", line.as_str()?))).collect(),
            ("move", Value::Object(members)) => dotted("move", members),
            ("inputs", Value::Object(members)) => dotted("v", members),
            ("revision", Value::Number(number)) => Some(vec![format!("{name}={number}")]),
            ("deleted", Value::Bool(deleted)) => Some(vec![format!("{name}={}", u8::from(*deleted))]),
            // Parts unknown to this version are stored in the file as in the record, escaped.
            (_, Value::String(raw))
                if !KNOWN.contains(&name.as_str()) && !name.contains('=') && is_plain(name) && is_plain(raw) =>
            {
                Some(vec![format!("{name}={raw}")])
            }
            _ => None,
        };
        parts.append(&mut written.ok_or_else(|| OwnError::BadPart(name.clone()))?);
    }
    decode(text("id").unwrap_or("file"), &parts.join(";"))
}

/// The fields of a lesson in a file.
const KNOWN: [&str; 9] = ["id", "revision", "deleted", "tool", "title", "question", "lines", "move", "inputs"];

/// Decimals by the key of their input.
fn dotted(kind: &str, members: &Map<String, Value>) -> Option<Vec<String>> {
    let member = |(key, value): (&String, &Value)| {
        let value = value.as_str().filter(|_| is_plain(key) && !key.contains('='))?;
        Some(part(&format!("{kind}.{key}"), value))
    };
    members.iter().map(member).collect()
}
