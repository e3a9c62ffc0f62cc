//! What fills the browser's storage, by kind of record.

use abacus_class::own;
use abacus_core::closed_enum;
use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};
use abacus_scenarios as scenarios;
use abacus_vault::journal::is_journal_key;
use abacus_vault::space::{Level, RESERVE_KEY, is_ours, units};

use crate::{decode, id_of};

closed_enum! {
    /// A kind of stored data.
    pub enum StorageKind {
        /// Deals that can be read and are not deleted.
        Deals = "deals",
        /// Deleted deals.
        Trash = "trash",
        /// Records of deals, scenarios and lessons that cannot be read.
        Unreadable = "unreadable",
        /// Scenarios.
        Scenarios = "scenarios",
        /// The user's own lessons.
        Lessons = "lessons",
        /// Language, currency, saved views, the backup reminder, and any other key with the prefix of the app.
        Settings = "settings",
        /// Journals, from which imports and migrations can be undone.
        Safety = "safety",
        /// The reserve for the last edit.
        Reserve = "reserve",
    }
}

impl StorageKind {
    /// The kind of a record; `None` for a key of another app.
    pub fn of(key: &str, text: &str) -> Option<Self> {
        if !is_ours(key) {
            return None;
        }
        Some(if let Some(id) = id_of(key) {
            match decode(id, text) {
                Ok(deal) if deal.deleted => Self::Trash,
                Ok(_) => Self::Deals,
                Err(_) => Self::Unreadable,
            }
        } else if let Some(id) = scenarios::id_of(key) {
            scenarios::decode(id, text).map_or(Self::Unreadable, |_| Self::Scenarios)
        } else if let Some(id) = own::id_of(key) {
            own::decode(id, text).map_or(Self::Unreadable, |_| Self::Lessons)
        } else if is_journal_key(key) {
            Self::Safety
        } else if key == RESERVE_KEY {
            Self::Reserve
        } else {
            Self::Settings
        })
    }
}

/// How many UTF-16 units the app fills, by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    shares: [Share; StorageKind::ALL.len()],
}

/// How much one kind of record fills.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share {
    /// How many records there are.
    pub records: usize,
    /// How many UTF-16 units they take.
    pub units: usize,
}

impl Share {
    fn add(&mut self, units: usize) {
        self.records = self.records.saturating_add(1);
        self.units = self.units.saturating_add(units);
    }
}

impl Usage {
    /// Counts these keys and texts; keys of other apps are ignored.
    pub fn of(entries: &[(String, String)]) -> Self {
        run_to_end(Self::of_with(entries, &NeverYield)).and_then(Result::ok).unwrap_or_default()
    }

    /// The same in pieces.
    ///
    /// # Errors
    /// [`Stopped`].
    pub async fn of_with(entries: &[(String, String)], pace: &dyn Pace) -> Result<Self, Stopped> {
        let mut usage = Self::default();
        for (key, text) in entries {
            yield_if_due(pace, 0, 0).await?;
            if let Some(share) = StorageKind::of(key, text).and_then(|kind| usage.share_mut(kind)) {
                share.add(units(key, text));
            }
        }
        Ok(usage)
    }

    /// How much one kind of record fills.
    pub fn share(&self, kind: StorageKind) -> Share {
        let shares = StorageKind::ALL.iter().zip(self.shares);
        shares.filter(|(one, _)| **one == kind).map(|(_, share)| share).next().unwrap_or_default()
    }

    /// How many UTF-16 units everything takes.
    pub fn total(&self) -> usize {
        self.shares.iter().fold(0, |total, share| total.saturating_add(share.units))
    }

    /// The fill level.
    pub fn level(&self) -> Level {
        Level::of(self.total())
    }

    fn share_mut(&mut self, kind: StorageKind) -> Option<&mut Share> {
        StorageKind::ALL.iter().zip(&mut self.shares).find(|(one, _)| **one == kind).map(|(_, share)| share)
    }
}
