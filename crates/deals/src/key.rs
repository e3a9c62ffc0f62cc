//! Storage keys of deals: one record per key.

/// The prefix of the keys of deals.
pub const PREFIX: &str = "sales-abacus:deal:";

/// The key of the book's id, which is created at the first export or import. With it an import recognises files whose
/// revisions were counted in this book.
pub const BOOK_KEY: &str = "sales-abacus:book";

/// The key of the salesperson that a new deal is filled with: the one who was named last.
pub const SALESPERSON_KEY: &str = "sales-abacus:salesperson";

/// The storage key of the deal with this id: `sales-abacus:deal:<id>`.
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// The id in the storage key of a deal; `None` for any other key.
///
/// The id is not validated, so that a record under a malformed key is still found and kept; [`decode`](super::decode)
/// refuses it.
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
}
