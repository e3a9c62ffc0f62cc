//! Everything in one file that a person can keep.

use serde_json::{Map, Value};

use super::book::Book;
use super::record::to_value;

/// The export file: `{"format":"sales-abacus","version":1,"deals":[…],"scenarios":[],"prefs":{}}`.
///
/// Deleted deals are in it, and unsaved changes, so that it rescues everything when storage fails.
/// Records that could not be read follow as `"unreadable":[{"key":…,"text":…}]`, the text as it
/// was stored; the field is left out when there are none.
#[must_use]
pub fn export(book: &Book) -> String {
    let mut file = Map::new();
    let mut put = |name: &str, value| file.insert(name.to_owned(), value);
    put("format", "sales-abacus".into());
    put("version", 1_u64.into());
    put("deals", book.deals().map(to_value).collect());
    put("scenarios", Value::Array(Vec::new()));
    put("prefs", Value::Object(Map::new()));
    let unreadable: Vec<Value> = book
        .unreadable()
        .map(|kept| Value::from_iter([("key", kept.key.as_str()), ("text", kept.text.as_str())]))
        .collect();
    if !unreadable.is_empty() {
        put("unreadable", unreadable.into());
    }
    Value::Object(file).to_string()
}
