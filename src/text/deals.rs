//! Words of the deal book.
