//! The journal: how to roll a transaction back, and how to undo it later.
//!
//! Before the first record is written, a [`Journal`] is stored and [`JOURNAL_KEY`] names its cause. That key is removed
//! after the last write. If it is still there when the app starts, the transaction was interrupted and is rolled back.
//! The journal is kept, so that a committed transaction can be undone.

use serde_json::{Map, Value};

use crate::hash::hash;
use crate::space::is_ours;
use abacus_core::closed_enum;
use abacus_core::date::Date;

/// The key that is stored while a transaction is under way; its value is the [`code`](Cause::code) of the cause.
pub const JOURNAL_KEY: &str = "sales-abacus:journal";

/// The prefix of the keys of journals.
pub const JOURNAL_PREFIX: &str = "sales-abacus:undo:";

const SCHEMA: u64 = 1;

/// Whether a key belongs to a transaction: a journal, or the key that marks a transaction under way.
#[must_use]
pub fn is_journal_key(key: &str) -> bool {
    key.starts_with(JOURNAL_PREFIX) || key.starts_with(JOURNAL_KEY)
}

/// One write of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The key.
    pub key: String,
    /// The text expected under the key before the write; `None` if there must be none.
    pub before: Option<String>,
    /// The text to write.
    pub after: String,
}

closed_enum! {
    /// The cause of a transaction.
    pub enum Cause {
        /// A file is imported.
        Import = "import",
        /// Records of an older format are migrated.
        Migration = "migration",
    }
}

impl Cause {
    /// The key of its journal. Only the latest journal of each cause is kept.
    #[must_use]
    pub fn key(self) -> String {
        format!("{JOURNAL_PREFIX}{}", self.code())
    }
}

/// How to roll back or undo a transaction.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Journal {
    /// The name of the imported file; empty for a migration.
    pub file: String,
    /// The day of the transaction, for display only.
    pub day: Option<Date>,
    /// The entries, in the order of the writes.
    pub entries: Vec<Entry>,
    /// Whether the transaction was rolled back or undone.
    pub undone: bool,
}

/// How to restore the record under one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: String,
    /// The text before the write; `None` if there was none.
    pub before: Option<String>,
    /// The hash of the text that was written.
    after: String,
}

/// The state of a stored record compared with a journal entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState {
    /// As before the write.
    Before,
    /// As written.
    Written,
    /// Changed since: somebody's work, which is kept.
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

    /// The journal in a stored text; `None` if this version cannot read it. One that names another app's key, or another
    /// journal, was not written by us: following it would destroy what is not ours.
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
            let key = text(value, "key").filter(|key| is_ours(key) && !is_journal_key(key))?;
            Some(Entry { key, before, after: text(value, "after")? })
        };
        let entries = journal.get("records")?.as_array()?.iter().map(entry).collect::<Option<_>>()?;
        let day = text(&journal, "day").and_then(|day| day.parse().ok());
        let undone = journal.get("undone").and_then(Value::as_bool).unwrap_or_default();
        Some(Self { file: text(&journal, "file").unwrap_or_default(), day, entries, undone })
    }

    /// Whether a stored text is a journal of a newer format.
    #[must_use]
    pub fn is_newer(text: &str) -> bool {
        let journal = serde_json::from_str::<Value>(text).ok();
        journal.and_then(|journal| journal.get("schema")?.as_u64()).is_some_and(|schema| schema > SCHEMA)
    }
}

impl Entry {
    /// The state of the stored text compared with this entry.
    #[must_use]
    pub fn state(&self, stored: Option<&str>) -> EntryState {
        match stored {
            Some(text) if hash(text) == self.after => EntryState::Written,
            stored if stored == self.before.as_deref() => EntryState::Before,
            _ => EntryState::Changed,
        }
    }
}
