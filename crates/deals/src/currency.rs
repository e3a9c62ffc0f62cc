/// A currency by its ISO 4217 code. The list of codes changes over the years and nothing here depends on it, so any
/// three capital letters are accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency with this code; `None` unless it is three capital letters `A`–`Z`.
    pub fn new(code: &str) -> Option<Self> {
        let letters = code.as_bytes().try_into().ok()?;
        code.bytes().all(|byte| byte.is_ascii_uppercase()).then_some(Self(letters))
    }

    /// The three letters.
    pub fn code(&self) -> &str {
        // The bytes are ASCII letters.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl Default for Currency {
    /// Renminbi, `CNY`.
    fn default() -> Self {
        Self(*b"CNY")
    }
}
