//! All stored records, for exports and imports, and the name of the book.

use abacus_deals::BOOK_KEY;
use abacus_vault::valid_id;

use crate::shell::ports::{Ports, Store};

/// Keys and texts of the store in the order of the keys. Unreadable ones are left out: an incomplete
/// file is better than none.
#[must_use]
pub fn everything(store: &dyn Store) -> Vec<(String, String)> {
    let mut keys = store.keys().unwrap_or_default();
    keys.sort();
    let record = |key: String| store.read(&key).ok().flatten().map(|text| (key, text));
    keys.into_iter().filter_map(record).collect()
}

/// The name of the book on this device, which marks the files that it exports. It is made up on first
/// use; none if it cannot be stored.
#[must_use]
pub fn name_of_book(ports: &Ports) -> Option<String> {
    match ports.store.read(BOOK_KEY).ok()? {
        Some(name) => Some(name).filter(|name| valid_id(name)),
        None => {
            let name = ports.host.fresh_id();
            ports.store.write(BOOK_KEY, &name).ok().map(|()| name)
        }
    }
}
