//! Lossless JSON parsing.

use serde_json::Value;

use super::error::DealError;

/// serde_json reads 127 levels. An export wraps a record in two more and must be readable, too.
pub(super) const MAX_DEPTH: usize = 100;

/// Parses JSON and refuses what a [`Value`] cannot hold without loss.
pub(super) fn parse(text: &str) -> Result<Value, DealError> {
    let shape = Shape::of(text);
    if shape.depth > MAX_DEPTH {
        return Err(DealError::TooDeep);
    }
    let value = serde_json::from_str(text)
        .map_err(|error| DealError::NotJson { line: error.line(), column: error.column() })?;
    // Of two fields with the same name, serde_json keeps the last; and with `arbitrary_precision` it reads an object
    // whose first name is reserved as a number. Either way fields are lost.
    if members(&value) == shape.members { Ok(value) } else { Err(DealError::RepeatedName) }
}

/// Counts taken from a JSON text without parsing it.
#[derive(Default)]
struct Shape {
    depth: usize,
    members: usize,
}

impl Shape {
    fn of(text: &str) -> Self {
        let mut shape = Self::default();
        let (mut open, mut quoted, mut escaped) = (0_usize, false, false);
        for byte in text.bytes() {
            match byte {
                _ if escaped => escaped = false,
                // JSON has no backslash outside of strings, and the parser refuses it.
                b'\\' => escaped = true,
                b'"' => quoted = !quoted,
                _ if quoted => {}
                b':' => shape.members = shape.members.saturating_add(1),
                b'[' | b'{' => {
                    open = open.saturating_add(1);
                    shape.depth = shape.depth.max(open);
                }
                b']' | b'}' => open = open.saturating_sub(1),
                _ => {}
            }
        }
        shape
    }
}

/// The reserved name. Sorted when written, it would come first and turn the object into a number.
pub(super) const RESERVED: &str = "$serde_json::private::Number";

/// The number of fields of all objects in a value, except for reserved ones. The recursion is bounded by [`MAX_DEPTH`].
fn members(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(members).sum(),
        Value::Object(fields) => {
            let own = fields.keys().filter(|name| *name != RESERVED).count();
            fields.values().map(members).fold(own, usize::saturating_add)
        }
        _ => 0,
    }
}
