//! How the parts of a calculator are arranged.

use crate::part::Parts;

/// What is shown of a calculator, and how. The keys are those of its inputs, as declared by the calculator or, for
/// callers without the declaration, as `K`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement<K = &'static str> {
    /// The parts that are shown.
    pub parts: Parts,
    /// The inputs that are shown but cannot be changed.
    pub lock: Vec<K>,
    /// The inputs that are not shown. This affects appearance only and is not a secret: the link contains their values.
    pub hide: Vec<K>,
    /// Whether only what a customer may see is shown.
    pub customer: bool,
    /// Whether the results are covered until the reader guesses or asks for them.
    pub guess: bool,
}

impl<K: AsRef<str>> Arrangement<K> {
    /// Whether an input is shown but cannot be changed.
    pub fn locks(&self, key: &str) -> bool {
        self.lock.iter().any(|locked| locked.as_ref() == key)
    }

    /// Whether an input is not shown.
    pub fn hides(&self, key: &str) -> bool {
        self.hide.iter().any(|hidden| hidden.as_ref() == key)
    }
}
