//! The names under which deals are stored: one record, one key.

/// What the keys of deals begin with.
pub const PREFIX: &str = "sales-abacus:deal:";

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
