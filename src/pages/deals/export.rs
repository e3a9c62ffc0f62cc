//! Files that a person can take along.

use abacus_core::deals::{Book, Kept, export};

use crate::state::ports::Host;

/// Everything in the book.
pub(super) fn export_all(host: &dyn Host, book: &Book) {
    host.save_file(&format!("sales-abacus-{}.json", host.today()), "application/json", &export(book));
}

/// A record that could not be read, byte for byte.
pub(super) fn export_record(host: &dyn Host, kept: &Kept) {
    host.save_file(&format!("{}.txt", kept.key.replace(':', "-")), "text/plain", &kept.text);
}
