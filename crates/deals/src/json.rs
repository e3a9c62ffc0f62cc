//! JSON that loses nothing: text to value, or the reason why not.

use serde_json::Value;

use super::error::DealError;

/// serde_json reads 127 levels. An export wraps a record in two more, and must be readable too.
const MAX_DEPTH: usize = 100;

/// Reads JSON, refusing what a [`Value`] cannot hold without loss.
pub(super) fn parse(text: &str) -> Result<Value, DealError> {
    let shape = Shape::of(text);
    if shape.depth > MAX_DEPTH {
        return Err(DealError::TooDeep);
    }
    let value = serde_json::from_str(text)
        .map_err(|error| DealError::NotJson { line: error.line(), column: error.column() })?;
    // Of two fields with one name, serde_json keeps the last; and with `arbitrary_precision` it
    // takes an object whose first name is reserved for a number. Either way fields have disappeared.
    if members(&value) == shape.members { Ok(value) } else { Err(DealError::RepeatedName) }
}

/// What can be counted in a JSON text without understanding it.
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
                // Outside of quotes JSON has none, and is not read.
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

/// The name that is not to be read: sorted as it is written, it would come first, and be no field any more.
const RESERVED: &str = "$serde_json::private::Number";

/// The fields of all objects in a value, but for the reserved one; recursion ends at [`MAX_DEPTH`].
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
