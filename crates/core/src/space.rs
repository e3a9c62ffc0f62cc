//! How much of the browser's storage the app fills, and with what.
//!
//! Browsers give an origin about 5 million UTF-16 units of `localStorage`, for keys and texts together, and say
//! nothing until it is full. We stop at half of that, so that other pages of the same origin have room too.

use crate::deals::{self, id_of};
use crate::journal::{COPY_PREFIX, JOURNAL_KEY};
use crate::scenarios;

/// The most that the app fills, in UTF-16 units.
pub const CEILING: usize = 2_500_000;

/// From here on the user is told to make room, in UTF-16 units.
pub const WARNING: usize = 2_000_000;

/// The key under which room is held for the last edit when the rest is full.
pub const RESERVE_KEY: &str = "sales-abacus:reserve";

/// How much room that is: the UTF-16 units of its key and text together.
pub const RESERVE_UNITS: usize = 32_768;

/// What all keys of this app begin with.
pub const PREFIX: &str = "sales-abacus:";

/// What the keys of safety copies begin with: what an import or a migration replaces, and the journal of writes
/// that belong together.
const SAFETY: [&str; 2] = [COPY_PREFIX, JOURNAL_KEY];

/// The room that a record takes, in UTF-16 units: browsers count the key as well.
#[must_use]
pub fn units(key: &str, text: &str) -> usize {
    let count = |text: &str| text.encode_utf16().count();
    count(key).saturating_add(count(text))
}

/// Whether a key is one of this app's.
#[must_use]
pub fn is_ours(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// What fills storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fills {
    /// Deals that can be read and are not deleted.
    Deals,
    /// Deleted deals.
    Trash,
    /// Records of deals and scenarios that cannot be read.
    Unreadable,
    /// Scenarios.
    Scenarios,
    /// Language, currency, kept views, the backup reminder, and whatever else begins with the prefix of the app.
    Settings,
    /// Copies of what was replaced, so that it can be taken back.
    Safety,
    /// The room held for the last edit.
    Reserve,
}

impl Fills {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Deals, Self::Trash, Self::Unreadable, Self::Scenarios, Self::Settings, Self::Safety, Self::Reserve];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Deals => "deals",
            Self::Trash => "trash",
            Self::Unreadable => "unreadable",
            Self::Scenarios => "scenarios",
            Self::Settings => "settings",
            Self::Safety => "safety",
            Self::Reserve => "reserve",
        }
    }

    /// What a record counts as; none for a key of another app.
    #[must_use]
    pub fn of(key: &str, text: &str) -> Option<Self> {
        if !is_ours(key) {
            return None;
        }
        Some(if let Some(id) = id_of(key) {
            match deals::decode(id, text) {
                Ok(deal) if deal.deleted => Self::Trash,
                Ok(_) => Self::Deals,
                Err(_) => Self::Unreadable,
            }
        } else if let Some(id) = scenarios::id_of(key) {
            scenarios::decode(id, text).map_or(Self::Unreadable, |_| Self::Scenarios)
        } else if SAFETY.iter().any(|prefix| key.starts_with(prefix)) {
            Self::Safety
        } else if key == RESERVE_KEY {
            Self::Reserve
        } else {
            Self::Settings
        })
    }
}

/// How full it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// There is room.
    Fine,
    /// It is time to make room.
    Warning,
    /// Nothing more is taken in.
    Full,
}

impl Level {
    /// The level at which so many UTF-16 units are filled.
    #[must_use]
    pub const fn of(units: usize) -> Self {
        match units {
            CEILING.. => Self::Full,
            WARNING.. => Self::Warning,
            _ => Self::Fine,
        }
    }
}

/// How many UTF-16 units the app fills, and with what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    shares: [Share; Fills::ALL.len()],
}

/// What one kind of record fills.
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
    /// What these keys and texts fill; keys of other apps do not count.
    #[must_use]
    pub fn of(entries: &[(String, String)]) -> Self {
        let mut usage = Self::default();
        for (key, text) in entries {
            if let Some(share) = Fills::of(key, text).and_then(|kind| usage.share_mut(kind)) {
                share.add(units(key, text));
            }
        }
        usage
    }

    /// What one kind of record fills.
    #[must_use]
    pub fn share(&self, kind: Fills) -> Share {
        let shares = Fills::ALL.iter().zip(self.shares);
        shares.filter(|(one, _)| **one == kind).map(|(_, share)| share).next().unwrap_or_default()
    }

    /// How many UTF-16 units everything takes.
    #[must_use]
    pub fn total(&self) -> usize {
        self.shares.iter().fold(0, |total, share| total.saturating_add(share.units))
    }

    /// How full it is.
    #[must_use]
    pub fn level(&self) -> Level {
        Level::of(self.total())
    }

    fn share_mut(&mut self, kind: Fills) -> Option<&mut Share> {
        Fills::ALL.iter().zip(&mut self.shares).find(|(one, _)| **one == kind).map(|(_, share)| share)
    }
}

/// How many UTF-16 units of these keys and texts are this app's: [`Usage::total`] without reading a single record.
#[must_use]
pub fn total<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> usize {
    let ours = entries.into_iter().filter(|(key, _)| is_ours(key));
    ours.fold(0, |total, (key, text)| total.saturating_add(units(key, text)))
}
