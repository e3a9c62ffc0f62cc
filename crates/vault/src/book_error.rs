//! What a book refuses.

/// Why the book refuses a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookError {
    /// The id for a new record is not valid.
    BadId,
    /// The id for a new record is in use.
    Taken,
    /// There is no record with this id.
    NotFound,
}
