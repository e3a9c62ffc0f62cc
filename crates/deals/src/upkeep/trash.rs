//! How long deleted deals stay: thirty days of use, regardless of the clock.
//!
//! A clock can jump by years, so days are counted instead of subtracted: each day on which the book is opened counts as
//! one. The day a deleted deal was first seen is stored here and not in its record, because the count belongs to this
//! device, and a record may have been deleted on another device, by an older version, or restored from a file. Its
//! revision is stored with it: a deal with another revision was changed since and starts over.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::deal::Deal;
use crate::json::parse;
use abacus_core::date::Date;

/// The storage key of this record.
pub const TRASH_KEY: &str = "sales-abacus:trash";

/// A deleted deal stays for this many days of use.
pub const KEEP_DAYS: u64 = 30;

/// The count of days, and when each deleted deal was first seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trash {
    /// How many days of use there were.
    days: u64,
    /// The calendar day of the last of them.
    last: Option<Date>,
    /// The deleted deals by id.
    seen: BTreeMap<String, Seen>,
    /// Fields that this version does not know.
    extra: Map<String, Value>,
}

/// When a deleted deal was first seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Seen {
    revision: u64,
    /// The count of days.
    day: u64,
}

impl Trash {
    /// Reads the record. Unreadable fields take their defaults.
    pub fn read(text: &str) -> Self {
        let Ok(Value::Object(mut fields)) = parse(text) else { return Self::default() };
        let seen = match fields.remove("deals") {
            Some(Value::Object(deals)) => {
                deals.into_iter().filter_map(|(id, value)| Some((id, seen(&value)?))).collect()
            }
            _ => BTreeMap::new(),
        };
        Self {
            days: fields.remove("days").as_ref().and_then(Value::as_u64).unwrap_or_default(),
            last: fields.remove("last").as_ref().and_then(Value::as_str).and_then(|text| text.parse().ok()),
            seen,
            extra: fields,
        }
    }

    /// The text to store.
    pub fn write(&self) -> String {
        let mut fields = self.extra.clone();
        let deal = |(id, seen): (&String, &Seen)| (id.clone(), Value::from(vec![seen.revision, seen.day]));
        fields.insert("days".to_owned(), self.days.into());
        fields.insert("deals".to_owned(), self.seen.iter().map(deal).collect());
        if let Some(last) = self.last {
            fields.insert("last".to_owned(), last.to_string().into());
        }
        Value::Object(fields).to_string()
    }

    /// Records that the book is opened on this calendar day: one more day of use, unless the day is still the same.
    pub fn opened(&mut self, today: Date) {
        if self.last != Some(today) {
            self.days = self.days.saturating_add(1);
            self.last = Some(today);
        }
    }

    /// Updates the list of deleted deals. Deals that are restored or were changed since are dropped from it.
    pub fn follow<'a>(&mut self, deals: impl Iterator<Item = &'a Deal>) {
        let known = std::mem::take(&mut self.seen);
        let new = |deal: &Deal| Seen { revision: deal.revision, day: self.days };
        let same = |deal: &&Deal| known.get(&deal.id).copied().filter(|seen| seen.revision == deal.revision);
        self.seen = deals
            .filter(|deal| deal.deleted)
            .map(|deal| (deal.id.clone(), same(&deal).unwrap_or_else(|| new(deal))))
            .collect();
    }

    /// The deals whose thirty days are over, with the revision at which each may be removed.
    pub fn due(&self) -> impl Iterator<Item = (&str, u64)> {
        let due = |seen: &Seen| self.passed(*seen) >= KEEP_DAYS;
        self.seen.iter().filter(move |(_, seen)| due(seen)).map(|(id, seen)| (id.as_str(), seen.revision))
    }

    /// How many more days of use a deleted deal stays.
    pub fn days_left(&self, id: &str) -> u64 {
        self.seen.get(id).map_or(KEEP_DAYS, |seen| KEEP_DAYS.saturating_sub(self.passed(*seen)))
    }

    /// A day beyond the count was recorded before the count was lost, so no day has passed since.
    const fn passed(&self, seen: Seen) -> u64 {
        self.days.saturating_sub(seen.day)
    }
}

fn seen(value: &Value) -> Option<Seen> {
    match value.as_array()?.as_slice() {
        [revision, day] => Some(Seen { revision: revision.as_u64()?, day: day.as_u64()? }),
        _ => None,
    }
}
