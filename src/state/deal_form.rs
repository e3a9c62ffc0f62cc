//! How much text any field of the tracking form keeps.

/// How many characters any field keeps: far more than anyone types, far fewer than fill the store.
pub const MOST_KEPT: usize = 20_000;

/// Whether what was typed into a field is kept. What is not stays in the field, with a message.
#[must_use]
pub fn is_kept(typed: &str) -> bool {
    length(typed) <= MOST_KEPT
}

/// How many characters a text has.
#[must_use]
pub fn length(text: &str) -> usize {
    text.chars().count()
}
