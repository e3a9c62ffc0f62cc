//! All stored records, for exports and imports, and the name of the book.

use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};
use abacus_deals::BOOK_KEY;
use abacus_vault::valid_id;

use crate::shell::ports::{Ports, Store};

/// Keys and texts of the store in the order of the keys. Unreadable ones are left out: an incomplete
/// file is better than none.
pub fn everything(store: &dyn Store) -> Vec<(String, String)> {
    run_to_end(everything_with(store, &NeverYield)).and_then(Result::ok).unwrap_or_default()
}

/// The same in slices.
pub async fn everything_with(store: &dyn Store, pace: &dyn Pace) -> Result<Vec<(String, String)>, Stopped> {
    let mut keys = store.keys().unwrap_or_default();
    keys.sort();
    let mut records = Vec::with_capacity(keys.len());
    for key in keys {
        yield_if_due(pace, 0, 0).await?;
        if let Some(text) = store.read(&key).ok().flatten() {
            records.push((key, text));
        }
    }
    Ok(records)
}

/// The name of the book on this device, which marks the files it exports. Generated on first use; `None` if it cannot
/// be stored.
pub fn name_of_book(ports: &Ports) -> Option<String> {
    match ports.store.read(BOOK_KEY).ok()? {
        Some(name) => Some(name).filter(|name| valid_id(name)),
        None => {
            let name = ports.host.fresh_id();
            ports.store.write(BOOK_KEY, &name).ok().map(|()| name)
        }
    }
}
