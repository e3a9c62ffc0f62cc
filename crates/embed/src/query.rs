//! A query as keys and values.

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// Characters with a meaning in a query, or in the markup that a link is copied into.
const ESCAPED: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'%').add(b'&').add(b'\'').add(b'+').add(b'<').add(b'=').add(b'>');

/// Keys and values in order; `+` is a space.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    let parts = query.trim_start_matches('?').split('&').filter(|part| !part.is_empty());
    parts.map(|part| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (unescape(key), unescape(value))
    })
}

/// The pairs of a query or a fragment, not unescaped.
pub(crate) fn raw(text: &str) -> impl Iterator<Item = &str> {
    text.trim_start_matches(['?', '#']).split('&').filter(|pair| !pair.is_empty())
}

/// `key=value`, escaped for a query.
pub(crate) fn pair(key: &str, value: &str) -> String {
    format!("{key}={}", utf8_percent_encode(value, ESCAPED))
}

fn unescape(text: &str) -> String {
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}
