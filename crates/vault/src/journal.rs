//! Several records that change together: all of them or none, whenever the power fails.
//!
//! Before the first of them is written, a [`Journal`] is stored that says how to take them all back, and
//! [`JOURNAL_KEY`] says which one is under way. That key goes when the last is written. Where it is still there when
//! the app starts, the work broke off half-way, and is taken back. The journal stays, as the safety copy by which
//! the whole can be taken back later on, too.

use serde_json::{Map, Value};

use crate::hash::hash;
use abacus_core::date::Date;

/// The key that is there while records change together; it holds the [`code`](Cause::code) of the cause.
pub const JOURNAL_KEY: &str = "sales-abacus:journal";

/// What the keys of journals begin with.
pub const JOURNAL_PREFIX: &str = "sales-abacus:undo:";

/// The version of the format of journals.
const SCHEMA: u64 = 1;

/// A record to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Its key.
    pub key: String,
    /// What must stand under the key before; none: nothing.
    pub before: Option<String>,
    /// What shall stand there then.
    pub after: String,
}

/// Why records change together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// A file is imported.
    Import,
    /// Records of an older format are written in that of now.
    Migration,
}

impl Cause {
    /// Every cause.
    pub const ALL: [Self; 2] = [Self::Import, Self::Migration];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Migration => "migration",
        }
    }

    /// The cause with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.code() == code)
    }

    /// The key of its journal; there is only the last of each cause.
    #[must_use]
    pub fn key(self) -> String {
        format!("{JOURNAL_PREFIX}{}", self.code())
    }
}

/// How to take back what was written together.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Journal {
    /// What the file was called, if one was imported.
    pub file: String,
    /// The day, for people: nothing is decided by it.
    pub day: Option<Date>,
    /// The records, in the order in which they were written.
    pub entries: Vec<Entry>,
    /// Whether all of it was taken back.
    pub undone: bool,
}

/// How to take back what was written under one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// What stood there before; none: nothing.
    pub before: Option<String>,
    /// A short name of what was written.
    after: String,
}

/// How a record stands to what was written under its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// As before.
    Before,
    /// As it was written.
    Written,
    /// It was changed since: it is somebody's work and stays.
    Changed,
}

impl Journal {
    /// The journal of these writes.
    #[must_use]
    pub fn of(writes: &[Write], file: &str, day: Date) -> Self {
        let entry =
            |write: &Write| Entry { key: write.key.clone(), before: write.before.clone(), after: hash(&write.after) };
        let entries = writes.iter().map(entry).collect();
        Self { file: file.to_owned(), day: Some(day), entries, undone: false }
    }

    /// The text to store.
    #[must_use]
    pub fn encode(&self) -> String {
        let entry = |entry: &Entry| {
            let mut fields = Map::new();
            fields.insert("key".to_owned(), entry.key.as_str().into());
            fields.insert("after".to_owned(), entry.after.as_str().into());
            if let Some(before) = &entry.before {
                fields.insert("before".to_owned(), before.as_str().into());
            }
            Value::Object(fields)
        };
        let mut fields = Map::new();
        fields.insert("schema".to_owned(), SCHEMA.into());
        fields.insert("file".to_owned(), self.file.as_str().into());
        if let Some(day) = self.day {
            fields.insert("day".to_owned(), day.to_string().into());
        }
        if self.undone {
            fields.insert("undone".to_owned(), true.into());
        }
        fields.insert("records".to_owned(), self.entries.iter().map(entry).collect());
        Value::Object(fields).to_string()
    }

    /// The journal in a stored text; none if it is not one that this version can read.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let journal: Value = serde_json::from_str(text).ok()?;
        if journal.get("schema")?.as_u64()? != SCHEMA {
            return None;
        }
        let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
        let entry = |value: &Value| {
            let before = match value.get("before") {
                None => None,
                Some(before) => Some(before.as_str()?.to_owned()),
            };
            Some(Entry { key: text(value, "key")?, before, after: text(value, "after")? })
        };
        let entries = journal.get("records")?.as_array()?.iter().map(entry).collect::<Option<_>>()?;
        let day = text(&journal, "day").and_then(|day| day.parse().ok());
        let undone = journal.get("undone").and_then(Value::as_bool).unwrap_or_default();
        Some(Self { file: text(&journal, "file").unwrap_or_default(), day, entries, undone })
    }

    /// Whether a stored text is a journal of a later format than this version knows.
    #[must_use]
    pub fn is_newer(text: &str) -> bool {
        let journal = serde_json::from_str::<Value>(text).ok();
        journal.and_then(|journal| journal.get("schema")?.as_u64()).is_some_and(|schema| schema > SCHEMA)
    }
}

impl Entry {
    /// How what is stored under the key stands to it.
    #[must_use]
    pub fn state(&self, stored: Option<&str>) -> EntryState {
        match stored {
            Some(text) if hash(text) == self.after => EntryState::Written,
            stored if stored == self.before.as_deref() => EntryState::Before,
            _ => EntryState::Changed,
        }
    }
}
