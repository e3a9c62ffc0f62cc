//! What an import would do, and the choices made about it.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::classify::Classifier;
use super::export_file::Export;
use super::item::{ImportChoice, Item, Verdict};
use super::own::lacking;
use super::unusable::Unusable;
use abacus_vault::journal::Write;

/// What an import would do, with the choices made so far.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    items: Rc<[Item]>,
    choices: Vec<ImportChoice>,
    unusable: Rc<[Unusable]>,
    own: Rc<[Write]>,
}

/// Whether both come from the same reading of the same file and have the same choices. Fast, however many records there
/// are.
impl PartialEq for Preview {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items)
            && Rc::ptr_eq(&self.unusable, &other.unusable)
            && self.choices == other.choices
    }
}

impl Preview {
    /// The import of an export file into a book: `stored` are the keys and texts of all its records, `book` is its id,
    /// if it has one yet.
    #[must_use]
    pub fn of_export(export: Export, stored: &[(String, String)], book: Option<&str>) -> Self {
        let mut classifier = Classifier::new(stored, book);
        let from = export.book.as_deref();
        let items = export.records.into_iter().map(|record| classifier.classify(record, from)).collect();
        Self { own: lacking(&export.own, stored).into(), ..Self::new(items, export.unusable) }
    }

    pub(super) fn new(items: Vec<Item>, unusable: Vec<Unusable>) -> Self {
        let initial = |item: &Item| {
            Some(item.default_choice()).filter(|choice| item.allows(*choice)).unwrap_or(ImportChoice::Leave)
        };
        let choices = items.iter().map(initial).collect();
        Self { items: items.into(), choices, unusable: unusable.into(), own: Rc::default() }
    }

    /// The records, in the order of the file.
    #[must_use]
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The choice for each record, in the same order.
    #[must_use]
    pub fn choices(&self) -> &[ImportChoice] {
        &self.choices
    }

    /// The records that are left out because they cannot be read.
    #[must_use]
    pub fn unusable(&self) -> &[Unusable] {
        &self.unusable
    }

    /// How many own figures of the file this device lacks: they come with the import.
    #[must_use]
    pub fn own_count(&self) -> usize {
        self.own.len()
    }

    /// How many records have this verdict.
    #[must_use]
    pub fn count(&self, verdict: Verdict) -> usize {
        self.items.iter().filter(|item| item.verdict == verdict).count()
    }

    /// The choice for all records of one verdict; `None` if they differ.
    #[must_use]
    pub fn common_choice(&self, verdict: Verdict) -> Option<ImportChoice> {
        let mut of = self.items.iter().zip(&self.choices).filter(|(item, _)| item.verdict == verdict);
        let (_, first) = of.next()?;
        of.all(|(_, choice)| choice == first).then_some(*first)
    }

    /// Chooses what to do with a record; impossible choices are ignored.
    pub fn choose(&mut self, index: usize, choice: ImportChoice) {
        let allowed = self.items.get(index).is_some_and(|item| item.allows(choice));
        if let Some(chosen) = self.choices.get_mut(index).filter(|_| allowed) {
            *chosen = choice;
        }
    }

    /// Makes the same choice for all records of one verdict that allow it.
    pub fn choose_all(&mut self, verdict: Verdict, choice: ImportChoice) {
        for (item, chosen) in self.items.iter().zip(&mut self.choices) {
            if item.verdict == verdict && item.allows(choice) {
                *chosen = choice;
            }
        }
    }

    /// The writes of the import, for one transaction.
    #[must_use]
    pub fn writes(&self) -> Vec<Write> {
        self.chosen().chain(&*self.own).cloned().collect()
    }

    /// How many records are to be written, own figures aside.
    #[must_use]
    pub fn write_count(&self) -> usize {
        self.chosen().count()
    }

    fn chosen(&self) -> impl Iterator<Item = &Write> {
        let mut keys = BTreeSet::new();
        let chosen = self.items.iter().zip(&self.choices).filter_map(|(item, choice)| match choice {
            ImportChoice::Take => item.take.as_ref(),
            ImportChoice::KeepBoth => item.copy.as_ref(),
            ImportChoice::Leave => None,
        });
        // Two writes to one key can only be the same second version, made from two equal records.
        chosen.filter(move |write| keys.insert(write.key.as_str()))
    }
}
