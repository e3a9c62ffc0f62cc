//! Everything that is stored, for the export file.

use crate::state::ports::Store;

/// Keys and texts of the store in the order of the keys, as far as it lets itself be read: a file
/// with less is better than none.
#[must_use]
pub fn everything(store: &dyn Store) -> Vec<(String, String)> {
    let mut keys = store.keys().unwrap_or_default();
    keys.sort();
    let record = |key: String| store.read(&key).ok().flatten().map(|text| (key, text));
    keys.into_iter().filter_map(record).collect()
}
