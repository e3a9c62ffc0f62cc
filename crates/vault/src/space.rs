//! How much of the browser's storage the app fills, and with what.
//!
//! Browsers give an origin about 5 million UTF-16 units of `localStorage`, for keys and texts together, and say
//! nothing until it is full. We stop at half of that, so that other pages of the same origin have room too.

use crate::journal::{JOURNAL_KEY, JOURNAL_PREFIX};

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

/// Whether a key is that of a safety copy: what an import or a migration replaces, and the mark of a transaction.
#[must_use]
pub fn is_safety_copy(key: &str) -> bool {
    key.starts_with(JOURNAL_PREFIX) || key.starts_with(JOURNAL_KEY)
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
