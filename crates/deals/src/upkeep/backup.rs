//! When the last backup was made, and whether another one is due.

use serde_json::{Map, Value};

use crate::json::parse;
use abacus_core::date::Date;

/// The storage key of this record.
pub const BACKUP_KEY: &str = "sales-abacus:backup";

/// A backup is due this many days after the last one, or after the reminder was snoozed, …
pub const REMIND_DAYS: i32 = 7;
/// … or after this many changes.
pub const REMIND_CHANGES: u64 = 20;

/// The history of backups.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The day of the last backup, if there was one.
    last: Option<Date>,
    /// How many changes were made since. A deal counts once each time it is opened and edited.
    changes: u64,
    /// The start of the seven days: the last backup, or the first change if there was none.
    from: Option<Date>,
    /// When the reminder was last snoozed, and how many changes there were.
    later: Option<(Date, u64)>,
    /// Whether the browser was asked for persistent storage.
    asked: bool,
    /// Fields that this version does not know.
    extra: Map<String, Value>,
}

impl Backup {
    /// Reads the record. Unreadable fields take their defaults.
    pub fn read(text: &str) -> Self {
        let Ok(Value::Object(mut fields)) = parse(text) else { return Self::default() };
        let day = |value: Option<Value>| value.as_ref().and_then(Value::as_str).and_then(|text| text.parse().ok());
        let whole = |value: Option<Value>| value.as_ref().and_then(Value::as_u64).unwrap_or_default();
        let later = |value: Option<Value>| {
            let Some(Value::Object(mut later)) = value else { return None };
            day(later.remove("day")).map(|day| (day, whole(later.remove("changes"))))
        };
        Self {
            last: day(fields.remove("last")),
            changes: whole(fields.remove("changes")),
            from: day(fields.remove("from")),
            later: later(fields.remove("later")),
            asked: fields.remove("asked") == Some(Value::Bool(true)),
            extra: fields,
        }
    }

    /// The text to store.
    pub fn write(&self) -> String {
        let mut fields = self.extra.clone();
        let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
        if let Some(last) = self.last {
            put("last", last.to_string().into());
        }
        if let Some(from) = self.from {
            put("from", from.to_string().into());
        }
        put("changes", self.changes.into());
        if let Some((day, changes)) = self.later {
            let later = [("day", Value::from(day.to_string())), ("changes", changes.into())];
            put("later", later.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
        }
        if self.asked {
            put("asked", true.into());
        }
        Value::Object(fields).to_string()
    }

    /// The day of the last backup, if there was one.
    pub const fn last(&self) -> Option<Date> {
        self.last
    }

    /// How many changes were made since.
    pub const fn changes(&self) -> u64 {
        self.changes
    }

    /// Whether the browser was asked for persistent storage.
    pub const fn is_asked(&self) -> bool {
        self.asked
    }

    /// Whether to remind the user to back up a book that has deals: 7 days or 20 changes after the last backup or
    /// snooze. A book unchanged since its backup needs none. A future day, left by a wrong clock, counts as today.
    pub fn is_due(&self, today: Date) -> bool {
        let (from, before) = self.later.map_or((self.from, 0), |(day, changes)| (Some(day), changes));
        // Nothing is known: the book is older than this record and may never have been backed up.
        let Some(from) = from else { return true };
        let is_backed_up = self.last.is_some() && self.changes == 0;
        let is_long_ago = from.days_until(today) >= REMIND_DAYS;
        let are_many = self.changes.saturating_sub(before) >= REMIND_CHANGES;
        !is_backed_up && (is_long_ago || are_many)
    }

    /// Counts changes made today.
    pub fn count(&mut self, changes: u64, today: Date) {
        self.changes = self.changes.saturating_add(changes);
        self.from = Some(self.from.unwrap_or(today));
        self.clamp_to_today(today);
    }

    /// Records that a backup was made.
    pub fn record_backup(&mut self, today: Date) {
        (self.last, self.from, self.changes, self.later) = (Some(today), Some(today), 0, None);
    }

    /// Snoozes the reminder.
    pub fn snooze(&mut self, today: Date) {
        self.later = Some((today, self.changes));
        self.clamp_to_today(today);
    }

    /// Records that the browser was asked for persistent storage.
    pub const fn set_asked(&mut self) {
        self.asked = true;
    }

    /// Replaces future days by today, so that the seven days start again.
    fn clamp_to_today(&mut self, today: Date) {
        let past = |day: Date| day.min(today);
        self.last = self.last.map(past);
        self.from = self.from.map(past);
        self.later = self.later.map(|(day, changes)| (past(day), changes.min(self.changes)));
    }
}
