//! Which of two versions of a deal descends from the other.
//!
//! A revision counts the writes of one deal in one book: two colleagues who both began at revision 5 may be at 6 and 6,
//! or at 7 and 9, without having seen each other's changes. So revisions are compared only within one book; otherwise
//! the content a version was imported with decides. Everything else is [`Relation::Unknown`].

use serde_json::Value;

use super::origin::{Origin, content, fingerprint};
use crate::deal::Deal;

/// A version of a deal with what is known about its origin.
#[derive(Clone, Debug)]
pub(super) struct Version {
    pub(super) deal: Deal,
    /// The book in which `deal.revision` counts.
    pub(super) book: Option<String>,
    pub(super) content: Value,
    pub(super) fingerprint: String,
    /// The versions it was imported as.
    pub(super) origins: Vec<Origin>,
}

/// How the version in a file relates to the one in the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// They have the same content.
    Same,
    FileNewer,
    OursNewer,
    /// Both may have been changed.
    Unknown,
}

/// A position in the history of a deal in one book.
#[derive(PartialEq)]
struct Position<'a> {
    book: &'a str,
    id: &'a str,
    revision: u64,
}

impl Version {
    pub(super) fn new(deal: Deal, book: Option<&str>) -> Self {
        let content = content(&deal);
        let (fingerprint, origins) = (fingerprint(&content), Origin::all(&deal));
        Self { deal, book: book.map(str::to_owned), content, fingerprint, origins }
    }

    pub(super) fn relation(&self, ours: &Self) -> Relation {
        if self.content == ours.content {
            return Relation::Same;
        }
        match (self.descends_from(ours), ours.descends_from(self)) {
            (true, false) => Relation::FileNewer,
            (false, true) => Relation::OursNewer,
            _ => Relation::Unknown,
        }
    }

    /// Whether another version is, or was imported as, this deal of this book, whatever its content is now.
    pub(super) fn shares_lineage(&self, other: &Self) -> bool {
        let of_this =
            |position: &Position<'_>| Some(position.book) == self.book.as_deref() && position.id == self.deal.id;
        other.history().iter().any(of_this)
    }

    /// Whether this version certainly descends from an earlier one.
    fn descends_from(&self, earlier: &Self) -> bool {
        let was_imported_as = self.origins.iter().any(|origin| origin.fingerprint == earlier.fingerprint);
        was_imported_as
            || earlier.positions().iter().any(|position| {
                let same_line = |later: &Position<'_>| later.book == position.book && later.id == position.id;
                self.history().iter().any(|later| same_line(later) && later.revision > position.revision)
            })
    }

    /// The positions with the content of this version.
    fn positions(&self) -> Vec<Position<'_>> {
        let unchanged = self.origins.iter().filter(|origin| origin.fingerprint == self.fingerprint);
        self.own_position().into_iter().chain(unchanged.filter_map(Origin::position)).collect()
    }

    /// The positions this version is at or descends from.
    fn history(&self) -> Vec<Position<'_>> {
        self.own_position().into_iter().chain(self.origins.iter().filter_map(Origin::position)).collect()
    }

    fn own_position(&self) -> Option<Position<'_>> {
        Some(Position { book: self.book.as_deref()?, id: &self.deal.id, revision: self.deal.revision })
    }
}

impl Origin {
    fn position(&self) -> Option<Position<'_>> {
        Some(Position { book: self.book.as_deref()?, id: &self.id, revision: self.revision })
    }
}
