//! What an import would do, record by record, and what is to be done with each.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::cells::CellProblem;
use super::export_file::Export;
use super::judge::Here;
use super::record::Record;
use super::unusable::Unusable;

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
    fn usual(&self) -> Choice {
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

    fn allows(&self, choice: Choice) -> bool {
        match choice {
            Choice::Take => self.take.is_some(),
            Choice::KeepBoth => self.copy.is_some(),
            Choice::Leave => true,
        }
    }
}

/// A record to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Its key.
    pub key: String,
    /// What must stand under the key before; none: nothing.
    pub before: Option<String>,
    /// What shall stand there then.
    pub after: String,
}

/// What an import would do.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    items: Rc<[Item]>,
    choices: Vec<Choice>,
    unusable: Rc<[Unusable]>,
}

/// Whether it is the same look at the same file, and the same is settled; quickly, however many records.
impl PartialEq for Preview {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items)
            && Rc::ptr_eq(&self.unusable, &other.unusable)
            && self.choices == other.choices
    }
}

impl Preview {
    /// The import of an export file into a book: `stored` are the keys and texts of all its records, and
    /// `book` is its own name, if it has one yet.
    #[must_use]
    pub fn of_export(export: Export, stored: &[(String, String)], book: Option<&str>) -> Self {
        let mut here = Here::new(stored, book);
        let from = export.book.as_deref();
        let items = export.records.into_iter().map(|record| here.judge(record, from)).collect();
        Self::new(items, export.unusable)
    }

    pub(super) fn new(items: Vec<Item>, unusable: Vec<Unusable>) -> Self {
        let usual = |item: &Item| Some(item.usual()).filter(|choice| item.allows(*choice)).unwrap_or(Choice::Leave);
        let choices = items.iter().map(usual).collect();
        Self { items: items.into(), choices, unusable: unusable.into() }
    }

    /// The records, in the order of the file.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What is to be done with each, in the same order.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        &self.choices
    }

    /// What is left out because it cannot be read.
    #[must_use]
    pub fn unusable(&self) -> &[Unusable] {
        &self.unusable
    }

    /// How many records are this to the book.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.items.iter().filter(|item| item.verdict == verdict).count()
    }

    /// What is settled for all records of one verdict; none where it is not the same for all.
    #[must_use]
    pub fn common_choice(&self, verdict: Verdict) -> Option<Choice> {
        let mut of = self.items.iter().zip(&self.choices).filter(|(item, _)| item.verdict == verdict);
        let (_, first) = of.next()?;
        of.all(|(_, choice)| choice == first).then_some(*first)
    }

    /// Settles what is to be done with a record; what cannot be done with it changes nothing.
    pub fn choose(&mut self, index: usize, choice: Choice) {
        let allowed = self.items.get(index).is_some_and(|item| item.allows(choice));
        if let Some(chosen) = self.choices.get_mut(index).filter(|_| allowed) {
            *chosen = choice;
        }
    }

    /// Settles the same for all records of one verdict, as far as it can be done with them.
    pub fn choose_all(&mut self, verdict: Verdict, choice: Choice) {
        for (item, chosen) in self.items.iter().zip(&mut self.choices) {
            if item.verdict == verdict && item.allows(choice) {
                *chosen = choice;
            }
        }
    }

    /// What is to be written, all of it or nothing.
    #[must_use]
    pub fn writes(&self) -> Vec<Write> {
        self.chosen().cloned().collect()
    }

    /// How much is to be written.
    #[must_use]
    pub fn write_count(&self) -> usize {
        self.chosen().count()
    }

    fn chosen(&self) -> impl Iterator<Item = &Write> {
        let mut keys = BTreeSet::new();
        let chosen = self.items.iter().zip(&self.choices).filter_map(|(item, choice)| match choice {
            Choice::Take => item.take.as_ref(),
            Choice::KeepBoth => item.copy.as_ref(),
            Choice::Leave => None,
        });
        // Two writes to one key can only be the same copy, made from two equal records.
        chosen.filter(move |write| keys.insert(write.key.as_str()))
    }
}
