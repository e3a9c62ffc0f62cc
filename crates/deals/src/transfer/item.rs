//! One record of a file: its verdict, the choices, and what each would write.

use super::cells::CellProblem;
use super::record::FileRecord;
use crate::Deal;
use abacus_core::closed_enum;
use abacus_vault::journal::Write;

closed_enum! {
    /// How a record of a file relates to the book. Verdicts that need a decision come first.
    pub enum Verdict {
        /// Both may have been changed, or the record in the book cannot be read.
        Conflict = "conflict",
        /// The book does not have it.
        New = "new",
        /// The file has a later version of the book's record.
        FileNewer = "file-newer",
        /// The book has a later version of the file's record.
        BookNewer = "book-newer",
        /// Another version of it in the same import descends from it.
        Superseded = "superseded",
        /// An earlier record of the same import has the same content.
        Repeated = "repeated",
        /// It is not a deal but a total of the rows above it.
        Total = "total",
        /// The book has it already.
        Identical = "identical",
    }
}

closed_enum! {
    /// What to do with a record of a file.
    pub enum ImportChoice {
        /// The file's version is added to the book under a new id.
        KeepBoth = "keep-both",
        /// The file's version is stored in the book, replacing the book's if there is one.
        Take = "take",
        /// It is combined with the other versions of its record; see [`Conflict`](super::Conflict).
        Combine = "combine",
        /// The book is left unchanged.
        Leave = "leave",
    }
}

/// One record of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The record in the file.
    pub record: FileRecord,
    /// The record in the book that it would replace or be kept beside.
    pub here: Option<FileRecord>,
    /// Whether the book has a record under its id that cannot be read.
    pub is_unreadable_here: bool,
    /// How it relates to the book.
    pub verdict: Verdict,
    /// Whether it descends from the record in the book, whatever versions other files have.
    pub(super) is_made_from_here: bool,
    /// Which of the files it is from, counted from 0.
    pub file: usize,
    /// The cells of its row that could not be read; empty for records of an export.
    pub problems: Vec<CellProblem>,
    /// Its row in the table, counted as in spreadsheets; `None` for records of an export.
    pub row: Option<usize>,
    /// The same deal elsewhere in the import, by index among the records: each other version of it, or the record that
    /// this one repeats, or the first one with the customer and deal of this row.
    pub elsewhere: Vec<usize>,
    /// For a new row of a table: a deal of the book with its customer and name, of which it may be a later state.
    pub namesake: Option<Box<Deal>>,
    /// The default choice, if it is possible.
    pub(super) initial: ImportChoice,
    pub(super) take: Option<Write>,
    pub(super) copy: Option<Write>,
}

impl Verdict {
    /// The default choice. A record of the book is only replaced by one that certainly descends from it.
    pub(super) const fn default_choice(self, is_deleted: bool) -> ImportChoice {
        match self {
            // A deleted record is not worth a second version.
            Self::Conflict if is_deleted => ImportChoice::Leave,
            Self::Conflict => ImportChoice::KeepBoth,
            Self::New | Self::FileNewer => ImportChoice::Take,
            Self::BookNewer | Self::Superseded | Self::Repeated | Self::Total | Self::Identical => ImportChoice::Leave,
        }
    }
}

impl ImportChoice {
    /// Whether the record of the book is replaced, if there is one.
    pub(super) const fn replaces(self) -> bool {
        matches!(self, Self::Take | Self::Combine)
    }
}

impl Item {
    /// The choice before anybody chooses.
    pub(super) fn initial_choice(&self) -> ImportChoice {
        Some(self.initial).filter(|choice| self.allows(*choice)).unwrap_or(ImportChoice::Leave)
    }

    /// The possible choices. For a record in conflict, one choice is made for all its versions together; see
    /// [`Preview::resolutions`](super::Preview::resolutions).
    pub fn choices(&self) -> impl Iterator<Item = ImportChoice> {
        ImportChoice::ALL.into_iter().filter(|choice| self.allows(*choice))
    }

    /// The choice that leaves the record of the book to another version.
    pub(super) fn secondary_choice(&self) -> ImportChoice {
        if self.allows(ImportChoice::KeepBoth) { ImportChoice::KeepBoth } else { ImportChoice::Leave }
    }

    /// The key of the record that it would add or replace.
    pub(super) fn take_key(&self) -> Option<&str> {
        self.take.as_ref().map(|write| write.key.as_str())
    }

    /// The same key, or the record's own if it can do neither.
    pub(super) fn key(&self) -> String {
        self.take_key().map_or_else(|| self.record.key(), str::to_owned)
    }

    pub(super) fn allows(&self, choice: ImportChoice) -> bool {
        match choice {
            ImportChoice::Take => self.take.is_some(),
            ImportChoice::Combine => false,
            ImportChoice::KeepBoth => self.copy.is_some(),
            ImportChoice::Leave => true,
        }
    }
}
