//! The origin of an imported deal, and the content of a deal without it.

use serde_json::{Map, Value};

use crate::deal::Deal;
use crate::record::to_value;
use abacus_vault::hash::hash;

/// The field of the record. The decoder treats it as an unknown field and so keeps it.
const FIELD: &str = "imported";

/// Within it, the other versions from which a deal was combined.
const OTHERS: &str = "also";

/// The version of a deal that was imported.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Origin {
    /// The id of the deal in the file.
    pub(super) id: String,
    /// The book that wrote the file; `None` for old files.
    pub(super) book: Option<String>,
    pub(super) revision: u64,
    pub(super) fingerprint: String,
}

impl Origin {
    /// The versions that it was imported as: empty if it never was, several if it was combined from them.
    pub(super) fn all(deal: &Deal) -> Vec<Self> {
        let first = deal.extra.get(FIELD);
        let others = first.and_then(|fields| fields.get(OTHERS)).and_then(Value::as_array).into_iter().flatten();
        first.into_iter().chain(others).filter_map(Self::read).collect()
    }

    /// Whether it is a later version of the same deal in the same book.
    fn follows(&self, other: &Self) -> bool {
        self.book.is_some() && (&self.book, &self.id) == (&other.book, &other.id) && self.revision > other.revision
    }

    /// Those that add information, in their order: each once, and none that another one follows.
    pub(super) fn latest(all: Vec<Self>) -> Vec<Self> {
        let mut latest: Vec<Self> = Vec::new();
        for origin in &all {
            if !latest.contains(origin) && !all.iter().any(|other| other.follows(origin)) {
                latest.push(origin.clone());
            }
        }
        latest
    }

    /// Marks a deal as imported from these versions. Without any, its mark stays as it is.
    pub(super) fn put(origins: &[Self], deal: &mut Deal) {
        let Some((first, others)) = origins.split_first() else { return };
        let mut fields = first.fields();
        if !others.is_empty() {
            fields.insert(OTHERS.to_owned(), others.iter().map(|other| Value::Object(other.fields())).collect());
        }
        deal.extra.insert(FIELD.to_owned(), fields.into());
    }

    fn read(fields: &Value) -> Option<Self> {
        let text = |name: &str| fields.get(name).and_then(Value::as_str).map(str::to_owned);
        let revision = fields.get("revision").and_then(Value::as_u64)?;
        Some(Self { id: text("id")?, book: text("book"), revision, fingerprint: text("print")? })
    }

    fn fields(&self) -> Map<String, Value> {
        let mut fields = Map::new();
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        put("id", self.id.as_str().into());
        put("revision", self.revision.into());
        put("print", self.fingerprint.as_str().into());
        if let Some(book) = &self.book {
            put("book", book.as_str().into());
        }
        fields
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
