//! Deal book.
