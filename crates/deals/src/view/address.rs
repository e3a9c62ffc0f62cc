//! Keys and values in the address of a place.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// A key and its escaped value, as part of an address.
pub(super) fn word(key: &str, word: &str) -> String {
    format!("{key}={}", utf8_percent_encode(word, ESCAPED))
}

/// The keys and values in an address.
pub(super) fn pairs(text: &str) -> impl Iterator<Item = (&str, Cow<'_, str>)> {
    text.split('&').map(|part| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (key, percent_decode_str(value).decode_utf8_lossy())
    })
}
