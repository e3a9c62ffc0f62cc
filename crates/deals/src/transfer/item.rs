//! One record of a file: what it is to the book, what can be done with it, and what that would write.

use super::cells::CellProblem;
use super::record::Record;
use abacus_core::closed_enum;
use abacus_vault::journal::Write;

closed_enum! {
    /// What a record of a file is to the book. Those that want a decision come first.
    pub enum Verdict {
        /// Both may have been changed, or what is here cannot be read: nobody can say which one counts.
        Conflict = "conflict",
        /// The book does not have it.
        New = "new",
        /// The file has what the book's became later.
        FileNewer = "file-newer",
        /// The book has what the file's became later.
        BookNewer = "book-newer",
        /// The file says it twice.
        Repeated = "repeated",
        /// The book has it already.
        Identical = "identical",
    }
}

closed_enum! {
    /// What is to be done with a record of a file.
    pub enum Choice {
        /// The file's version is added beside the book's, under an id of its own.
        KeepBoth = "keep-both",
        /// The file's version stands in the book, in place of the book's if there is one.
        Take = "take",
        /// The book stays as it is.
        Leave = "leave",
    }
}

/// One record of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// As the file has it.
    pub record: Record,
    /// What it would replace or stand beside, as the book has it.
    pub here: Option<Record>,
    /// What it is to the book.
    pub verdict: Verdict,
    /// Which cells of its row could not be read; none for records of an export.
    pub problems: Vec<CellProblem>,
    /// The row of the table it comes from, counted as spreadsheets do; none for records of an export.
    pub row: Option<usize>,
    pub(super) take: Option<Write>,
    pub(super) copy: Option<Write>,
}

impl Item {
    /// What is done unless somebody wants something else. Nothing of the book is ever replaced by what is
    /// not certain to have come from it.
    pub(super) fn default_choice(&self) -> Choice {
        match self.verdict {
            // What was deleted there is not worth a second copy here.
            Verdict::Conflict if self.record.is_deleted() => Choice::Leave,
            Verdict::Conflict => Choice::KeepBoth,
            Verdict::New | Verdict::FileNewer => Choice::Take,
            Verdict::BookNewer | Verdict::Repeated | Verdict::Identical => Choice::Leave,
        }
    }

    /// What can be done with it.
    pub fn choices(&self) -> impl Iterator<Item = Choice> {
        Choice::ALL.into_iter().filter(|choice| self.allows(*choice))
    }

    pub(super) fn allows(&self, choice: Choice) -> bool {
        match choice {
            Choice::Take => self.take.is_some(),
            Choice::KeepBoth => self.copy.is_some(),
            Choice::Leave => true,
        }
    }
}
