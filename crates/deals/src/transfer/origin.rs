//! The origin of an imported deal, and the content of a deal without it.

use serde_json::{Map, Value};

use crate::deal::Deal;
use crate::record::to_value;
use abacus_vault::hash::hash;

/// The field of the record. The decoder treats it as an unknown field, and so it is kept.
const FIELD: &str = "imported";

/// The version of a deal that was imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Origin {
    /// The id of the deal in the file.
    pub(super) id: String,
    /// The book that wrote the file; `None` for old files.
    pub(super) book: Option<String>,
    pub(super) revision: u64,
    pub(super) fingerprint: String,
}

impl Origin {
    /// `None` if it was never imported.
    pub(super) fn of(deal: &Deal) -> Option<Self> {
        let fields = deal.extra.get(FIELD)?.as_object()?;
        let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
        let revision = fields.get("revision").and_then(Value::as_u64)?;
        Some(Self { id: text("id")?, book: text("book"), revision, fingerprint: text("print")? })
    }

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

/// The content of a deal: its record without id, revision and origin.
pub(super) fn content(deal: &Deal) -> Value {
    let mut value = to_value(deal);
    if let Some(fields) = value.as_object_mut() {
        ["schema", "id", "revision", FIELD].into_iter().for_each(|name| {
            fields.remove(name);
        });
    }
    value
}

/// A short hash of a content. Records omit empty fields, so a field added by a later version does not change it.
pub(super) fn fingerprint(content: &Value) -> String {
    hash(&content.to_string())
}

/// The id of a second version of a deal. It is the same for the same version, so that it is found when its file is
/// imported again.
pub(super) fn copy_id(id: &str, fingerprint: &str) -> String {
    hash(&format!("{id} {fingerprint}"))
}
