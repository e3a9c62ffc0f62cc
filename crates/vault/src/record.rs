//! What a kind of record has to provide to be kept in a vault.

use std::fmt::Debug;

/// One kind of record, stored as one text under one key.
pub trait Record: Clone + Debug + PartialEq {
    /// Why a stored text is not a valid record.
    type Error: Clone + Debug + PartialEq;

    /// What decoding needs besides the text, the same for all records of a book: `()` if nothing.
    type Context: Clone + Debug + PartialEq + Default;

    /// The prefix of the keys of these records; the id follows.
    const PREFIX: &'static str;

    /// Whether a page with these records rolls back interrupted transactions before it loads them. Without that it may
    /// show some records of an unfinished import. Scenarios do without, because reading a journal requires a JSON
    /// library.
    const ROLLS_BACK: bool;

    /// See [`valid_id`](crate::valid_id); never changes.
    fn id(&self) -> &str;

    /// How often the record was written: 0 before the first time.
    fn revision(&self) -> u64;

    /// Sets the revision.
    fn set_revision(&mut self, revision: u64);

    /// Whether it is a tombstone, which is kept so that deletion can be undone.
    fn is_deleted(&self) -> bool;

    /// Makes it a tombstone, or restores it.
    fn set_deleted(&mut self, deleted: bool);

    /// The text to store. [`decode`](Self::decode) reads it back to an equal record.
    fn encode(&self) -> String;

    /// The record in a stored text. `id` comes from its key.
    ///
    /// # Errors
    /// Why the text is not a valid record; the text is then kept.
    fn decode(context: &Self::Context, id: &str, text: &str) -> Result<Self, Self::Error>;

    /// The record with the changes of both sides since `base`, or `None` if both changed the same field differently.
    /// `base` is `None` if both sides created the record.
    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Option<Self>;

    /// The same record under another id, to be kept as a second version.
    #[must_use]
    fn second_version(&self, id: &str) -> Self;

    /// The id of the record of which this is a second version.
    fn copy_of(&self) -> Option<&str> {
        None
    }

    /// Whether a text is damaged, rather than written by some version of the app.
    fn is_damage(_error: &Self::Error) -> bool {
        false
    }

    /// The format of a text written by a newer version of the app, if that makes all records read-only.
    fn newer_format(_error: &Self::Error) -> Option<u64> {
        None
    }

    /// Whether a text has an older format than the one that is written.
    fn is_older(_text: &str) -> bool {
        false
    }
}

/// The part of [`Record`] that is the same for every struct with the members `id`, `revision` and `deleted`.
#[macro_export]
macro_rules! record_accessors {
    () => {
        fn id(&self) -> &str {
            &self.id
        }

        fn revision(&self) -> u64 {
            self.revision
        }

        fn set_revision(&mut self, revision: u64) {
            self.revision = revision;
        }

        fn is_deleted(&self) -> bool {
            self.deleted
        }

        fn set_deleted(&mut self, deleted: bool) {
            self.deleted = deleted;
        }
    };
}

/// An unreadable record, kept byte for byte.
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
/// The id is not validated, so that a record under a malformed key is still found and kept; [`Record::decode`] refuses
/// it.
#[must_use]
pub fn id_of<R: Record>(key: &str) -> Option<&str> {
    key.strip_prefix(R::PREFIX)
}

/// Whether two records are equal except for their revision.
pub(crate) fn same_content<R: Record>(one: &R, other: &R) -> bool {
    with_revision(one, other.revision()) == *other
}

pub(crate) fn with_revision<R: Record>(record: &R, revision: u64) -> R {
    let mut record = record.clone();
    record.set_revision(revision);
    record
}
