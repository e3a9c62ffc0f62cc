//! Values in the fragment of an address: `#loss=700&margin=0.03`.
//!
//! Keys are sorted, defaults left out; what a reader does not know or cannot read is reported, and
//! the rest still applies. The fragment never reaches a server.

use percent_encoding::percent_decode_str;
use rust_decimal::Decimal;

use crate::calculator::{Inputs, Spec};
use crate::field::FieldError;

/// What a link asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The inputs: the link's values where they are readable, defaults elsewhere.
    pub inputs: Inputs,
    /// Parts of the link that were not used, in their order.
    pub problems: Vec<Problem>,
}

/// A part of a link that was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The calculator has no such input.
    UnknownKey(String),
    /// The same input stands twice; the first one counts.
    Repeated(&'static str),
    /// The value, as it stands in the link, is not accepted.
    BadValue(&'static str, String, FieldError),
}

/// The fragment for these inputs, without `#`; empty for the slide's example.
#[must_use]
pub fn encode(spec: &Spec, inputs: &Inputs) -> String {
    let mut parts: Vec<String> = Vec::new();
    for field in spec.fields {
        if let Some(value) = inputs.get(field.key).filter(|value| *value != field.default) {
            let part = format!("{}={}", field.key, value.normalize());
            // A handful of fields: finding the place is less code than sorting afterwards.
            parts.insert(parts.partition_point(|known| *known < part), part);
        }
    }
    parts.join("&")
}

/// Reads a fragment, with or without its `#`.
#[must_use]
pub fn decode(spec: &Spec, fragment: &str) -> Linked {
    let mut linked = Linked { inputs: Inputs::defaults(spec), problems: Vec::new() };
    let mut seen: Vec<&str> = Vec::new();
    let parts = fragment.trim_start_matches('#').split('&').filter(|part| !part.is_empty());
    for part in parts {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        let (key, value) = (unescape(key), unescape(value));
        let Some(field) = spec.field(&key) else {
            linked.problems.push(Problem::UnknownKey(key));
            continue;
        };
        if seen.contains(&field.key) {
            linked.problems.push(Problem::Repeated(field.key));
            continue;
        }
        seen.push(field.key);
        let read: Result<Decimal, FieldError> = field.parse_link(&value);
        if let Err(error) = read.and_then(|number| linked.inputs.set(field, number)) {
            linked.problems.push(Problem::BadValue(field.key, value, error));
        }
    }
    linked
}

fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
