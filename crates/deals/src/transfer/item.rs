//! One record of a file: its verdict, the choices, and what each would write.

use super::cells::CellProblem;
use super::record::FileRecord;
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
        /// The file contains it twice.
        Repeated = "repeated",
        /// It is no deal but a total of the rows above it.
        Total = "total",
        /// The book has it already.
        Identical = "identical",
    }
}

closed_enum! {
    /// What to do with a record of a file.
    pub enum ImportChoice {
        /// The file's version is added to the book under an id of its own.
        KeepBoth = "keep-both",
        /// The file's version is stored in the book, replacing the book's if there is one.
        Take = "take",
        /// The book is left unchanged.
        Leave = "leave",
    }
}

/// One record of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The record in the file.
    pub record: FileRecord,
    /// The record in the book that it would replace or stand beside.
    pub here: Option<FileRecord>,
    /// What it is to the book.
    pub verdict: Verdict,
    /// The cells of its row that could not be read; empty for records of an export.
    pub problems: Vec<CellProblem>,
    /// Its row in the table, counted as in spreadsheets; `None` for records of an export.
    pub row: Option<usize>,
    /// An earlier row of the table with the same customer and deal and other cells.
    pub same_deal: Option<usize>,
    pub(super) take: Option<Write>,
    pub(super) copy: Option<Write>,
}

impl Item {
    /// The choice made by default. A record of the book is only replaced by one that certainly descends from it.
    pub(super) fn default_choice(&self) -> ImportChoice {
        match self.verdict {
            // A deleted record is not worth a second version.
            Verdict::Conflict if self.record.is_deleted() => ImportChoice::Leave,
            Verdict::Conflict => ImportChoice::KeepBoth,
            Verdict::New | Verdict::FileNewer => ImportChoice::Take,
            Verdict::BookNewer | Verdict::Repeated | Verdict::Total | Verdict::Identical => ImportChoice::Leave,
        }
    }

    /// The possible choices.
    pub fn choices(&self) -> impl Iterator<Item = ImportChoice> {
        ImportChoice::ALL.into_iter().filter(|choice| self.allows(*choice))
    }

    pub(super) fn allows(&self, choice: ImportChoice) -> bool {
        match choice {
            ImportChoice::Take => self.take.is_some(),
            ImportChoice::KeepBoth => self.copy.is_some(),
            ImportChoice::Leave => true,
        }
    }
}
