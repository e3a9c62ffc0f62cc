//! How the parts of a calculator are arranged.

use crate::part::Parts;

/// What is shown of a calculator, and how. Keys are those of its inputs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The parts that are shown.
    pub parts: Parts,
    /// The inputs that are shown but cannot be changed.
    pub lock: Vec<&'static str>,
    /// The inputs that are not shown. This is how it looks, and no secret: the link holds their values.
    pub hide: Vec<&'static str>,
    /// Whether only what a customer may see is shown.
    pub customer: bool,
    /// Whether the results are covered until a guess is given or the reader asks.
    pub guess: bool,
}

impl Arrangement {
    /// Whether an input is shown but cannot be changed.
    #[must_use]
    pub fn locks(&self, key: &str) -> bool {
        self.lock.contains(&key)
    }

    /// Whether an input is not shown.
    #[must_use]
    pub fn hides(&self, key: &str) -> bool {
        self.hide.contains(&key)
    }
}
