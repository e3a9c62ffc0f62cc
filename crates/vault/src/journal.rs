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
use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};

/// The key that is stored while a transaction is under way; its value is the [`code`](Cause::code) of the cause.
pub const JOURNAL_KEY: &str = "sales-abacus:journal";

/// The prefix of the keys of journals.
pub const JOURNAL_PREFIX: &str = "sales-abacus:undo:";

const SCHEMA: u64 = 1;

/// The start of the list of entries. It cannot occur in the strings of a journal, where quotation marks are escaped.
const RECORDS: &str = "\"records\":[";

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
    /// Changed since: somebody's work, which must be kept.
    Changed,
}

impl Journal {
    /// The journal of these writes.
    #[must_use]
    pub fn of(writes: &[Write], file: &str, day: Date) -> Self {
        run_to_end(Self::of_with(writes, file, day, &NeverYield)).and_then(Result::ok).unwrap_or_default()
    }

    /// [`of`](Self::of) in pieces.
    ///
    /// # Errors
    /// [`Stopped`].
    pub async fn of_with<P: Pace + ?Sized>(writes: &[Write], file: &str, day: Date, pace: &P) -> Result<Self, Stopped> {
        let mut entries = Vec::with_capacity(writes.len());
        for write in writes {
            yield_if_due(pace, 0, writes.len()).await?;
            let after = hash(&write.after);
            entries.push(Entry { key: write.key.clone(), before: write.before.clone(), after });
        }
        Ok(Self { file: file.to_owned(), day: Some(day), entries, undone: false })
    }

    /// The text to store.
    #[must_use]
    pub fn encode(&self) -> String {
        run_to_end(self.encode_with(self.undone, 0, &NeverYield)).and_then(Result::ok).unwrap_or_default()
    }

    /// [`encode`](Self::encode) in pieces, with this value of [`undone`](Self::undone). It reports `done` as its
    /// progress throughout.
    ///
    /// # Errors
    /// [`Stopped`].
    pub async fn encode_with<P: Pace + ?Sized>(&self, undone: bool, done: usize, pace: &P) -> Result<String, Stopped> {
        let mut text = format!("{{{RECORDS}");
        for (position, entry) in self.entries.iter().enumerate() {
            yield_if_due(pace, done, self.entries.len()).await?;
            if position > 0 {
                text.push(',');
            }
            text.push_str(&entry.to_value().to_string());
        }
        let mut fields = Map::new();
        fields.insert("schema".to_owned(), SCHEMA.into());
        fields.insert("file".to_owned(), self.file.as_str().into());
        if let Some(day) = self.day {
            fields.insert("day".to_owned(), day.to_string().into());
        }
        if undone {
            fields.insert("undone".to_owned(), true.into());
        }
        let fields = Value::Object(fields).to_string();
        text.push_str("],");
        text.push_str(fields.trim_start_matches('{'));
        Ok(text)
    }

    /// The journal in a stored text; `None` if this version cannot read it. One that names another app's key, or
    /// another journal, was not written by us: following it would destroy others' data.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let journal: Value = serde_json::from_str(text).ok()?;
        let entries = journal.get("records")?.as_array()?.iter().map(Entry::of_value).collect::<Option<_>>()?;
        Self::of_fields(&journal, entries)
    }

    /// [`decode`](Self::decode) in pieces.
    ///
    /// # Errors
    /// [`Stopped`].
    pub async fn decode_with<P: Pace + ?Sized>(text: &str, pace: &P) -> Result<Option<Self>, Stopped> {
        let Some((before, mut rest)) = text.split_once(RECORDS) else { return Ok(Self::decode(text)) };
        let mut entries = Vec::new();
        while !rest.starts_with(']') {
            yield_if_due(pace, text.len().saturating_sub(rest.len()), text.len()).await?;
            let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
            let Some(entry) = values.next().and_then(Result::ok).as_ref().and_then(Entry::of_value) else {
                // It was written in another layout.
                return Ok(Self::decode(text));
            };
            entries.push(entry);
            rest = rest.get(values.byte_offset()..).unwrap_or_default();
            rest = rest.strip_prefix(',').unwrap_or(rest);
        }
        let fields = serde_json::from_str::<Value>(&format!("{before}{RECORDS}{rest}")).ok();
        Ok(fields.and_then(|fields| Self::of_fields(&fields, entries)))
    }

    fn of_fields(fields: &Value, entries: Vec<Entry>) -> Option<Self> {
        if fields.get("schema")?.as_u64()? != SCHEMA {
            return None;
        }
        let day = text_of(fields, "day").and_then(|day| day.parse().ok());
        let undone = fields.get("undone").and_then(Value::as_bool).unwrap_or_default();
        Some(Self { file: text_of(fields, "file").unwrap_or_default(), day, entries, undone })
    }

    /// Whether a stored text is a journal of a newer format.
    #[must_use]
    pub fn is_newer(text: &str) -> bool {
        let journal = serde_json::from_str::<Value>(text).ok();
        journal.and_then(|journal| journal.get("schema")?.as_u64()).is_some_and(|schema| schema > SCHEMA)
    }
}

fn text_of(fields: &Value, name: &str) -> Option<String> {
    fields.get(name).and_then(Value::as_str).map(str::to_owned)
}

impl Entry {
    fn to_value(&self) -> Value {
        let mut fields = Map::new();
        fields.insert("key".to_owned(), self.key.as_str().into());
        fields.insert("after".to_owned(), self.after.as_str().into());
        if let Some(before) = &self.before {
            fields.insert("before".to_owned(), before.as_str().into());
        }
        Value::Object(fields)
    }

    fn of_value(fields: &Value) -> Option<Self> {
        let before = match fields.get("before") {
            None => None,
            Some(before) => Some(before.as_str()?.to_owned()),
        };
        let key = text_of(fields, "key").filter(|key| is_ours(key) && !is_journal_key(key))?;
        Some(Self { key, before, after: text_of(fields, "after")? })
    }

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
