//! The unusable parts of a query or a message.

abacus_core::closed_enum! {
    /// The reason, by the code that a host receives.
    pub enum Code {
        /// A value is not one of its kind.
        Unreadable = "unreadable",
        /// A value is beyond its bounds.
        OutOfBounds = "out-of-bounds",
        /// There is no such key.
        UnknownKey = "unknown-key",
        /// There is no such message.
        UnknownType = "unknown-type",
        /// A message is too large, or exceeds the rate limit.
        TooLarge = "too-large",
        /// A token of the theme is unusable: it would make some text unreadable.
        BadTheme = "bad-theme",
        /// No value of the input gives this result.
        NoAnswer = "no-answer",
    }
}

/// A part of a query or a message that was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The key concerned, or the type of the message; empty for a whole message.
    pub key: String,
    /// Why.
    pub code: Code,
    /// Whether it concerns the current text of a field, and so lasts only as long as that.
    pub is_typed: bool,
}

impl Problem {
    /// A problem with a key.
    pub fn new(key: impl Into<String>, code: Code) -> Self {
        Self { key: key.into(), code, is_typed: false }
    }

    /// A problem with the current text of a key's field.
    pub fn typed(key: impl Into<String>, code: Code) -> Self {
        Self { is_typed: true, ..Self::new(key, code) }
    }
}
