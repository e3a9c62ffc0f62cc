//! What a kind of record has to say of itself, so that the vault can keep it.

use std::fmt::Debug;

/// One kind of record, stored as one text under one key.
pub trait Record: Clone + Debug + PartialEq {
    /// Why a stored text is no such record.
    type Error: Clone + Debug + PartialEq;

    /// What the keys of these records begin with; the id follows.
    const PREFIX: &'static str;

    /// Whether a page that shows these records first rolls back what was interrupted. A page that does not may see some
    /// records of an import that is under way: scenarios do without, because reading a journal takes a JSON library.
    const ROLLS_BACK: bool;

    /// Whether there may be thousands of these records: then the code that sorts them is worth its bytes.
    const THOUSANDS: bool;

    /// See [`valid_id`](crate::valid_id); never changes.
    fn id(&self) -> &str;

    /// How often the record was written: 0 before the first time.
    fn revision(&self) -> u64;

    /// Sets the number of writes.
    fn set_revision(&mut self, revision: u64);

    /// Whether it is a tombstone, which stays so that deletion can be undone.
    fn is_deleted(&self) -> bool;

    /// Makes it a tombstone, or brings it back.
    fn set_deleted(&mut self, deleted: bool);

    /// The text to store. [`decode`](Self::decode) reads it back to the same record.
    fn encode(&self) -> String;

    /// The record in a stored text. `id` is what its key says.
    ///
    /// # Errors
    /// Why the text is no such record; it is then kept as it is.
    fn decode(id: &str, text: &str) -> Result<Self, Self::Error>;

    /// The changes of both sides since `base` in one record, or `None` where both changed the same to something else.
    /// `base` is `None` for a record that neither side had.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Option<Self>;

    /// The same record under another id, to be kept beside the one with which it is in conflict.
    #[must_use]
    fn second_version(&self, id: &str) -> Self;

    /// Of which record this is a second version.
    fn copy_of(&self) -> Option<&str> {
        None
    }

    /// Whether a text is damaged, rather than written by some version of the app.
    fn is_damage(_error: &Self::Error) -> bool {
        false
    }

    /// The format of a text that a newer version of the app wrote, where that makes all records read-only.
    fn newer_format(_error: &Self::Error) -> Option<u64> {
        None
    }
}

/// A record that could not be read, kept byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadableRecord<R: Record> {
    /// The storage key.
    pub key: String,
    /// The stored text.
    pub text: String,
    /// Why it could not be read.
    pub reason: R::Error,
}

/// The storage key of the record with this id.
#[must_use]
pub fn key<R: Record>(id: &str) -> String {
    format!("{}{id}", R::PREFIX)
}

/// The id in the storage key of a record; `None` for any other key.
///
/// The id is not checked, so that a record under a malformed key is still found and kept; [`Record::decode`] refuses it.
#[must_use]
pub fn id_of<R: Record>(key: &str) -> Option<&str> {
    key.strip_prefix(R::PREFIX)
}

/// Whether two records differ in nothing but their revision.
pub(crate) fn same_content<R: Record>(one: &R, other: &R) -> bool {
    with_revision(one, other.revision()) == *other
}

/// The record with another number of writes.
pub(crate) fn with_revision<R: Record>(record: &R, revision: u64) -> R {
    let mut record = record.clone();
    record.set_revision(revision);
    record
}
