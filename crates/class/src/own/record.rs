//! The user's own lessons as records of the vault.

use abacus_vault::Record;

use super::merge::merge;
use super::text::{decode, encode};
use super::{OwnError, OwnLesson};

/// The prefix of the keys of lessons.
pub const PREFIX: &str = "sales-abacus:lesson:";

/// The user's own lessons.
pub type Book = abacus_vault::Book<OwnLesson>;

/// The lessons and the store they are kept in.
pub type Vault = abacus_vault::Vault<OwnLesson>;

/// The storage key of the lesson with this id: `sales-abacus:lesson:<id>`.
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// The id in the storage key of a lesson; none for any other key. The id is not validated, so that a record under a
/// malformed key is still found and preserved.
pub fn id_of(key: &str) -> Option<&str> {
    key.strip_prefix(PREFIX)
}

impl Record for OwnLesson {
    type Error = OwnError;
    type Context = ();

    const PREFIX: &'static str = PREFIX;
    const ROLLS_BACK: bool = false;

    abacus_vault::record_accessors!();

    fn encode(&self) -> String {
        encode(self)
    }

    fn decode((): &(), id: &str, text: &str) -> Result<Self, OwnError> {
        decode(id, text)
    }

    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Option<Self> {
        merge(base?, ours, theirs)
    }

    fn second_version(&self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self.clone() }
    }
}
