//! The names under which deals are stored: one record, one key.

const PREFIX: &str = "sales-abacus:deal:";

/// The key under which a book keeps its own name, an id made up when it is first exported or imported into:
/// by it an import can tell whose revisions a file counts.
pub const BOOK_KEY: &str = "sales-abacus:book";

/// The storage key of the deal with this id: `sales-abacus:deal:<id>`.
#[must_use]
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// What follows the prefix in the storage key of a deal; `None` for any other key.
///
/// The id is not judged here, so that a record under a malformed key is still found and kept;
/// [`decode`](super::decode) refuses it.
#[must_use]
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
}

/// Whether a text can be the id of a deal: 1 to 32 characters of `a`–`z`, `0`–`9` and `-`.
/// Such an id needs no escaping in a storage key, a link or a file name.
#[must_use]
pub fn valid_id(id: &str) -> bool {
    (1..=32).contains(&id.len()) && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
