//! One record of a file: what it is to the book, what can be done with it, and what that would write.

use super::cells::CellProblem;
use super::record::Record;
use abacus_vault::journal::Write;

/// What a record of a file is to the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Both may have been changed, or what is here cannot be read: nobody can say which one counts.
    Conflict,
    /// The book does not have it.
    New,
    /// The file has what the book's became later.
    FileNewer,
    /// The book has what the file's became later.
    BookNewer,
    /// The file says it twice.
    Repeated,
    /// The book has it already.
    Identical,
}

/// What is to be done with a record of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The file's version stands in the book, in place of the book's if there is one.
    Take,
    /// The file's version is added beside the book's, under an id of its own.
    KeepBoth,
    /// The book stays as it is.
    Leave,
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

impl Verdict {
    /// Every verdict, those first that want a decision.
    pub const ALL: [Self; 6] =
        [Self::Conflict, Self::New, Self::FileNewer, Self::BookNewer, Self::Repeated, Self::Identical];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Conflict => "conflict",
            Self::New => "new",
            Self::FileNewer => "file-newer",
            Self::BookNewer => "book-newer",
            Self::Repeated => "repeated",
            Self::Identical => "identical",
        }
    }
}

impl Choice {
    /// Every choice.
    pub const ALL: [Self; 3] = [Self::KeepBoth, Self::Take, Self::Leave];

    /// The stable name.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Take => "take",
            Self::KeepBoth => "keep-both",
            Self::Leave => "leave",
        }
    }

    /// The choice with this stable name.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.code() == code)
    }
}

impl Item {
    /// What is done unless somebody wants something else. Nothing of the book is ever replaced by what is
    /// not certain to have come from it.
    pub(super) fn usual(&self) -> Choice {
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
