//! Currencies, by their codes.

/// A currency by its ISO 4217 code. The list of codes changes over the years and nothing here
/// depends on it, so any three capital letters are taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency(String);

impl Currency {
    /// The currency with this code; `None` unless it is three capital letters `A`–`Z`.
    #[must_use]
    pub fn new(code: &str) -> Option<Self> {
        let is_code = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        is_code.then(|| Self(code.to_owned()))
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.0
    }
}

impl Default for Currency {
    /// Renminbi, `CNY`.
    fn default() -> Self {
        Self("CNY".to_owned())
    }
}
