//! Saved views: queries under a name.

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::query::Query;

/// The storage key of saved views.
pub const VIEWS_KEY: &str = "sales-abacus:views";

/// A query under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// As typed, trimmed; never blank.
    pub name: String,
    /// The query.
    pub query: Query,
}

/// The text to store: one line per view, with its escaped name and its query as in an address.
pub fn write_views(views: &[SavedView]) -> String {
    let line =
        |view: &SavedView| format!("{}?{}", utf8_percent_encode(&view.name, NON_ALPHANUMERIC), view.query.encode());
    views.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The views in a stored text. A line without a name is ignored: a view is easy to recreate.
pub fn read_views(text: &str) -> Vec<SavedView> {
    let view = |line: &str| {
        let (name, query) = line.split_once('?')?;
        let name = percent_decode_str(name).decode_utf8().ok()?.trim().to_owned();
        (!name.is_empty()).then(|| SavedView { name, query: Query::decode(query) })
    };
    text.lines().filter_map(view).collect()
}
