//! A message as a small tree, with limits enforced while it is read.

/// A message or a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number, such as a height or a version. Figures are texts.
    Whole(u32),
    /// A text.
    Text(String),
    /// Several values.
    List(Vec<Self>),
    /// Values by their keys.
    Map(Vec<(String, Self)>),
}

impl Value {
    /// The entries of a map; empty for anything else.
    pub fn entries(&self) -> &[(String, Self)] {
        match self {
            Self::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value under a key of a map.
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The text, or a whole number as text.
    pub fn text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Whole(whole) => Some(whole.to_string()),
            _ => None,
        }
    }
}

/// A map being built, one entry per call: iterator chains would be compiled anew for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entries(Vec<(String, Value)>);

impl Entries {
    /// Adds an entry.
    #[inline(never)]
    pub fn add(&mut self, key: &str, value: Value) {
        self.0.push((key.to_owned(), value));
    }

    /// Adds a text.
    #[inline(never)]
    pub fn text(&mut self, key: &str, text: &str) {
        self.add(key, text.into());
    }

    /// Adds all of these.
    pub fn all(&mut self, others: Self) {
        self.0.extend(others.0);
    }
}

impl From<Entries> for Value {
    fn from(entries: Entries) -> Self {
        Self::Map(entries.0)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::Bool(yes)
    }
}

impl From<u32> for Value {
    fn from(whole: u32) -> Self {
        Self::Whole(whole)
    }
}

/// The message exceeds a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// The maximum number of bytes in a message: its keys and values as UTF-8.
pub const MAX_BYTES: usize = 8_192;
/// The maximum total number of keys and list items in a message.
pub const MAX_KEYS: usize = 64;
/// The maximum number of characters of a value or a key.
pub const MAX_CHARACTERS: usize = 64;
/// The maximum nesting depth of maps and lists.
pub const MAX_DEPTH: usize = 4;

/// The remaining limits of a message. A reader takes from it before going on, so that it never reads more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    bytes: usize,
    keys: usize,
    characters: usize,
    depth: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { bytes: MAX_BYTES, keys: MAX_KEYS, characters: MAX_CHARACTERS, depth: MAX_DEPTH }
    }
}

impl Budget {
    /// For messages from our own frames, which contain labels, links and sentences.
    pub fn of_frame() -> Self {
        Self { bytes: 65_536, keys: 1_024, characters: 4_096, depth: 8 }
    }

    /// Takes a text value.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn text(&mut self, text: &str) -> Result<(), TooLarge> {
        let fits = text.len() <= self.characters.saturating_mul(4) && text.chars().count() <= self.characters;
        self.bytes = self.bytes.checked_sub(text.len()).filter(|_| fits).ok_or(TooLarge)?;
        Ok(())
    }

    /// Takes a key of a map.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn key(&mut self, key: &str) -> Result<(), TooLarge> {
        self.item()?;
        self.text(key)
    }

    /// Takes an item of a list.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn item(&mut self) -> Result<(), TooLarge> {
        self.keys = self.keys.checked_sub(1).ok_or(TooLarge)?;
        Ok(())
    }

    /// Enters a map or a list.
    ///
    /// # Errors
    /// [`TooLarge`].
    pub fn enter(&mut self) -> Result<(), TooLarge> {
        self.depth = self.depth.checked_sub(1).ok_or(TooLarge)?;
        Ok(())
    }

    /// Leaves it.
    pub fn leave(&mut self) {
        self.depth = self.depth.saturating_add(1);
    }
}
