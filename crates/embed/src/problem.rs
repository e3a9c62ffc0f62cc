//! What could not be used of a query or a message.

abacus_core::closed_enum! {
    /// Why, by the code that a host is told.
    pub enum Code {
        /// A value is not one of its kind.
        Unreadable = "unreadable",
        /// A value is beyond its bounds.
        OutOfBounds = "out-of-bounds",
        /// There is no such key.
        UnknownKey = "unknown-key",
        /// There is no such message.
        UnknownType = "unknown-type",
        /// A message is too large, or one of too many.
        TooLarge = "too-large",
        /// A token of the theme cannot be used: with it something could not be read.
        BadTheme = "bad-theme",
        /// No value of the input gives this result.
        NoAnswer = "no-answer",
    }
}

/// A part of a query or a message that was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key that it is about, or the type of the message; empty for a whole message.
    pub key: String,
    /// Why.
    pub code: Code,
    /// Whether it stands in a field, for as long as it does.
    pub is_typed: bool,
}

impl Problem {
    /// A problem with a key.
    pub fn new(key: impl Into<String>, code: Code) -> Self {
        Self { key: key.into(), code, is_typed: false }
    }

    /// A problem with what stands in the field of a key.
    pub fn typed(key: impl Into<String>, code: Code) -> Self {
        Self { is_typed: true, ..Self::new(key, code) }
    }
}
