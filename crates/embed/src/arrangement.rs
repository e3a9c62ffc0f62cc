//! How the parts of a calculator are arranged.

use crate::part::Parts;

/// What is shown of a calculator, and how. Keys are those of its inputs: as it declares them, or, for whoever does not know
/// the declaration, as `K`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement<K = &'static str> {
    /// The parts that are shown.
    pub parts: Parts,
    /// The inputs that are shown but cannot be changed.
    pub lock: Vec<K>,
    /// The inputs that are not shown. This is how it looks, and no secret: the link holds their values.
    pub hide: Vec<K>,
    /// Whether only what a customer may see is shown.
    pub customer: bool,
    /// Whether the results are covered until a guess is given or the reader asks.
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
