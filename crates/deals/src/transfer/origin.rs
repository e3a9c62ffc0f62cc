//! What a deal keeps of where it was imported from, and its content without that.

use serde_json::{Map, Value};

use crate::deal::Deal;
use crate::record::to_value;
use abacus_vault::hash::hash;

/// The field of the record. To the record itself it is one that it does not know, and so it is kept.
const FIELD: &str = "imported";

/// Which version of which deal a deal was, when it was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// The id of the deal in the file.
    pub(super) id: String,
    /// The book that wrote the file; files of old do not say.
    pub(super) book: Option<String>,
    /// The revision of the deal in the file.
    pub(super) revision: u64,
    /// The [`fingerprint`] of the deal in the file.
    pub(super) fingerprint: String,
}

impl Origin {
    /// The origin of a deal; none for one that was never imported.
    pub(super) fn of(deal: &Deal) -> Option<Self> {
        let fields = deal.extra.get(FIELD)?.as_object()?;
        let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
        let revision = fields.get("revision").and_then(Value::as_u64)?;
        Some(Self { id: text("id")?, book: text("book"), revision, fingerprint: text("print")? })
    }

    /// Marks a deal.
    pub(super) fn put(&self, deal: &mut Deal) {
        let mut fields = Map::new();
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        put("id", self.id.as_str().into());
        put("revision", self.revision.into());
        put("print", self.fingerprint.as_str().into());
        if let Some(book) = &self.book {
            put("book", book.as_str().into());
        }
        deal.extra.insert(FIELD.to_owned(), fields.into());
    }
}

/// What a deal says: its record without id, revision and origin. Two deals of one content are the same to
/// whoever reads them.
pub(super) fn content(deal: &Deal) -> Value {
    let mut value = to_value(deal);
    if let Some(fields) = value.as_object_mut() {
        ["schema", "id", "revision", FIELD].into_iter().for_each(|name| {
            fields.remove(name);
        });
    }
    value
}

/// A short name for a content. Records leave out what is empty, so that a field which a later version adds does
/// not change it.
pub(super) fn fingerprint(content: &Value) -> String {
    hash(&content.to_string())
}

/// The id under which a version of a deal is kept beside the deal of that id. The same version always has
/// the same, so that it is found again when its file is imported again.
pub(super) fn copy_id(id: &str, fingerprint: &str) -> String {
    hash(&format!("{id} {fingerprint}"))
}
