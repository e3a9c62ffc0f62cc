//! How much of the browser's storage the app fills.
//!
//! Browsers give an origin about 5 million UTF-16 units of `localStorage` for keys and texts together, and give no
//! warning before it is full. The app stops at half of that, so that other pages of the origin have room, too.

/// The maximum the app fills, in UTF-16 units.
pub const CEILING: usize = 2_500_000;

/// The level at which the user is asked to make room, in UTF-16 units.
pub const WARNING: usize = 2_000_000;

/// The key of the reserve, which holds room for the last edit when storage is full.
pub const RESERVE_KEY: &str = "sales-abacus:reserve";

/// The size of the reserve: the UTF-16 units of its key and text together.
pub const RESERVE_UNITS: usize = 32_768;

/// The prefix of all keys of this app.
pub const PREFIX: &str = "sales-abacus:";

/// The size of a record in UTF-16 units; browsers count the key, too.
#[must_use]
pub fn units(key: &str, text: &str) -> usize {
    // Each character begins with one byte that does not continue another, and takes two units if it needs four bytes.
    let of = |byte: u8| usize::from(byte & 0xC0 != 0x80).saturating_add(usize::from(byte >= 0xF0));
    let count = |text: &str| text.bytes().map(of).fold(0, usize::saturating_add);
    count(key).saturating_add(count(text))
}

/// Whether a key belongs to this app.
#[must_use]
pub fn is_ours(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// How full the storage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// There is room.
    Fine,
    /// It is time to make room.
    Warning,
    /// Nothing more can be stored.
    Full,
}

impl Level {
    /// The level at this many UTF-16 units.
    #[must_use]
    pub const fn of(units: usize) -> Self {
        match units {
            CEILING.. => Self::Full,
            WARNING.. => Self::Warning,
            _ => Self::Fine,
        }
    }
}
