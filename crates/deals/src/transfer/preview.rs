//! What an import would do, and what it shall do.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::classify::Classifier;
use super::export_file::Export;
use super::item::{Choice, Item, Verdict};
use super::unusable::Unusable;
use abacus_vault::journal::Write;

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
        let mut classifier = Classifier::new(stored, book);
        let from = export.book.as_deref();
        let items = export.records.into_iter().map(|record| classifier.classify(record, from)).collect();
        Self::new(items, export.unusable)
    }

    pub(super) fn new(items: Vec<Item>, unusable: Vec<Unusable>) -> Self {
        let initial =
            |item: &Item| Some(item.default_choice()).filter(|choice| item.allows(*choice)).unwrap_or(Choice::Leave);
        let choices = items.iter().map(initial).collect();
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
