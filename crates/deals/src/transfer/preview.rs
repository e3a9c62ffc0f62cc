//! What an import of one file or several would do, and the choices made about it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::classify::Classifier;
use super::columns::Mapping;
use super::export_file::Export;
use super::item::{ImportChoice, Item, Side, Verdict};
use super::own::{NewViews, lacking};
use super::rows::Table;
use super::table::TableClassifier;
use super::unusable::Unusable;
use abacus_core::pace::{AtOnce, Pace, Stopped, at_once, beat};
use abacus_vault::journal::Write;

/// The content of one file.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// An export or a rescue file.
    Export(&'a Export),
    /// A table, and what each of its columns holds.
    Table(&'a Table, &'a Mapping),
    /// A file that is left out, and keeps its place among the others.
    LeftOut,
}

/// What an import would do, with the choices made so far.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    items: Rc<[Item]>,
    choices: Vec<ImportChoice>,
    /// The records that are put together field by field.
    combined: BTreeMap<usize, Combined>,
    /// The records whose choice was taken back, each with the one that was chosen in its place.
    taken_back: BTreeMap<usize, usize>,
    unusable: Rc<[(usize, Unusable)]>,
    own: Rc<[Write]>,
    own_differing: usize,
    views: Rc<NewViews>,
}

/// The fields that are taken from the file, and what comes of them.
#[derive(Clone, Debug, PartialEq)]
struct Combined {
    fields: BTreeSet<String>,
    write: Write,
}

/// Whether both come from the same reading of the same files and have the same choices. Fast, however many records there
/// are.
impl PartialEq for Preview {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items)
            && Rc::ptr_eq(&self.unusable, &other.unusable)
            && self.choices == other.choices
            && self.combined == other.combined
            && self.taken_back == other.taken_back
    }
}

impl<'a> Source<'a> {
    const fn export(self) -> Option<&'a Export> {
        match self {
            Self::Export(export) => Some(export),
            Self::Table(..) | Self::LeftOut => None,
        }
    }

    /// How many records it has, or rows.
    const fn records(self) -> usize {
        match self {
            Self::Export(export) => export.records.len(),
            Self::Table(table, _) => table.rows.len(),
            Self::LeftOut => 0,
        }
    }
}

impl Preview {
    /// The import of several files into a book: `stored` are the keys and texts of all its records, `book` is its id,
    /// if it has one yet.
    ///
    /// Exports come first among the records, because a row of a table that agrees with a deal of one repeats it.
    /// Apart from that, the order of the files decides only the order of the records.
    pub fn of_files(files: &[Source<'_>], stored: &[(String, String)], book: Option<&str>) -> Self {
        at_once(Self::of_files_with(files, stored, book, &AtOnce)).and_then(Result::ok).unwrap_or_default()
    }

    /// The same in pieces. It tells how many records were compared, of how many.
    ///
    /// # Errors
    /// [`Stopped`].
    pub async fn of_files_with(
        files: &[Source<'_>],
        stored: &[(String, String)],
        book: Option<&str>,
        pace: &dyn Pace,
    ) -> Result<Self, Stopped> {
        let exports = || files.iter().enumerate().filter_map(|(file, source)| source.export().map(|it| (file, it)));
        let total = files.iter().map(|source| source.records()).sum();
        let mut classifier = Classifier::new(stored, book, pace).await?;
        let mut done = 0_usize;
        for (file, export) in exports() {
            let from = export.book.as_deref();
            for record in &export.records {
                beat(pace, done, total).await?;
                done = done.saturating_add(1);
                classifier.classify(record.clone(), file, from);
            }
        }
        let mut tables = TableClassifier::new(stored, classifier.items(pace).await?, pace).await?;
        for (file, source) in files.iter().enumerate() {
            if let Source::Table(table, mapping) = source {
                tables.classify(file, (table, mapping), total, pace).await?;
            }
        }
        let items: Rc<[Item]> = tables.items().into();
        beat(pace, total, total).await?;
        let unusable = exports().flat_map(|(file, it)| it.unusable.iter().map(move |it| (file, it.clone()))).collect();
        let (own, own_differing) = lacking(exports().flat_map(|(_, export)| &export.own), stored);
        let views = NewViews::of(exports().flat_map(|(_, export)| &export.own), stored);
        let choices = items.iter().map(Item::initial_choice).collect();
        Ok(Self {
            items,
            choices,
            combined: BTreeMap::new(),
            taken_back: BTreeMap::new(),
            unusable,
            own: own.into(),
            own_differing,
            views: views.into(),
        })
    }

    /// The import of one export file.
    pub fn of_export(export: &Export, stored: &[(String, String)], book: Option<&str>) -> Self {
        Self::of_files(&[Source::Export(export)], stored, book)
    }

    /// The import of one table.
    ///
    /// Every row is a new deal, unless the book has one that is equal in the columns of the table. An unreadable cell
    /// does not block its row: its text is kept as the form keeps it. A row of totals is left out unless it is chosen.
    pub fn of_table(table: &Table, mapping: &Mapping, stored: &[(String, String)]) -> Self {
        Self::of_files(&[Source::Table(table, mapping)], stored, None)
    }

    /// The records, file by file.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// The choice for each record, in the same order.
    pub fn choices(&self) -> &[ImportChoice] {
        &self.choices
    }

    /// The records that are left out because they cannot be read, each with the place of its file.
    pub fn unusable(&self) -> &[(usize, Unusable)] {
        &self.unusable
    }

    /// How many own figures of the file this device lacks: they come with the import.
    pub fn own_count(&self) -> usize {
        self.own.len()
    }

    /// How many saved views of the file this device lacks: they come with the import.
    pub fn views_count(&self) -> usize {
        self.views.count
    }

    /// How many saved views are left out, because their names stand for something else here or in another file.
    pub fn views_differing(&self) -> usize {
        self.views.differing
    }

    /// How many own figures that this device lacks are left out, because two files differ in them.
    pub const fn own_differing(&self) -> usize {
        self.own_differing
    }

    /// How many records have this verdict.
    pub fn count(&self, verdict: Verdict) -> usize {
        self.items.iter().filter(|item| item.verdict == verdict).count()
    }

    /// The choice for all records of one verdict; `None` if they differ.
    pub fn common_choice(&self, verdict: Verdict) -> Option<ImportChoice> {
        let mut of = self.items.iter().zip(&self.choices).filter(|(item, _)| item.verdict == verdict);
        let (_, first) = of.next()?;
        of.all(|(_, choice)| choice == first).then_some(*first)
    }

    /// Chooses what to do with a record; impossible choices are ignored. Only one version can replace a record of the
    /// book. The one that was to do so before is kept beside it, if that is possible.
    pub fn choose(&mut self, index: usize, choice: ImportChoice) {
        let items = self.items.clone();
        let Some(item) = items.get(index).filter(|item| item.allows(choice)) else { return };
        if choice == ImportChoice::Combine && !self.combined.contains_key(&index) {
            let fields = BTreeSet::new();
            let Some(write) = item.combined(&fields) else { return };
            self.combined.insert(index, Combined { fields, write });
        }
        let key = item.take_key().filter(|_| choice.replaces());
        self.taken_back.retain(|back, by| *back != index && (*by != index || choice.replaces()));
        for (other, (rival, chosen)) in items.iter().zip(&mut self.choices).enumerate() {
            if other == index {
                *chosen = choice;
            } else if key.is_some() && chosen.replaces() && rival.take_key() == key {
                *chosen = rival.beside();
                self.taken_back.insert(other, index);
            }
        }
    }

    /// The record that was chosen in the place of this one, whose choice was taken back for that.
    #[must_use]
    pub fn taken_back_by(&self, index: usize) -> Option<usize> {
        self.taken_back.get(&index).copied()
    }

    /// The records whose choice was taken back for this one.
    pub fn taken_back_for(&self, index: usize) -> impl Iterator<Item = usize> {
        self.taken_back.iter().filter(move |(_, by)| **by == index).map(|(back, _)| *back)
    }

    /// Takes a field of a deal that was changed on both sides from one of them. Its name is one of
    /// [`Differences::fields`](super::Differences::fields). The fields that nobody chose are the book's. Ignored if the
    /// deal cannot be put together, or the fields are not valid together.
    pub fn choose_field(&mut self, index: usize, field: &str, side: Side) {
        let items = self.items.clone();
        let Some(item) = items.get(index).filter(|item| item.allows(ImportChoice::Combine)) else { return };
        let mut fields = self.combined.get(&index).map(|combined| combined.fields.clone()).unwrap_or_default();
        match side {
            Side::Book => _ = fields.remove(field),
            Side::File => _ = fields.insert(field.to_owned()),
        }
        if let Some(write) = item.combined(&fields) {
            self.combined.insert(index, Combined { fields, write });
            self.choose(index, ImportChoice::Combine);
        }
    }

    /// The side from which a field is taken; `None` unless the record is put together field by field.
    pub fn side(&self, index: usize, field: &str) -> Option<Side> {
        let is_chosen = self.choices.get(index) == Some(&ImportChoice::Combine);
        let combined = self.combined.get(&index).filter(|_| is_chosen)?;
        Some(if combined.fields.contains(field) { Side::File } else { Side::Book })
    }

    /// Makes the same choice for all records of one verdict that allow it. Of several versions that could replace one
    /// record, the one that was to do so, or the first, does. Fields are chosen record by record.
    pub fn choose_all(&mut self, verdict: Verdict, choice: ImportChoice) {
        let items = self.items.clone();
        if choice == ImportChoice::Combine {
            return;
        }
        let takes = items.iter().zip(&self.choices).filter(|(_, chosen)| chosen.replaces());
        let mut taken: BTreeSet<_> = takes.filter_map(|(item, _)| item.take_key()).collect();
        let of = |place: &usize| items.get(*place).is_some_and(|item| item.verdict == verdict);
        self.taken_back.retain(|back, by| !of(back) && !of(by));
        for (item, chosen) in items.iter().zip(&mut self.choices) {
            let is_meant = item.verdict == verdict && item.allows(choice);
            if is_meant && (choice != ImportChoice::Take || item.take_key().is_some_and(|key| taken.insert(key))) {
                *chosen = choice;
            }
        }
    }

    /// The writes of the import, for one transaction.
    pub fn writes(&self) -> Vec<Write> {
        self.chosen().chain(&*self.own).chain(&self.views.write).cloned().collect()
    }

    /// How many records are to be written, own figures aside.
    pub fn write_count(&self) -> usize {
        self.chosen().count()
    }

    fn chosen(&self) -> impl Iterator<Item = &Write> {
        let mut keys = BTreeSet::new();
        let records = self.items.iter().zip(&self.choices).enumerate();
        let chosen = records.filter_map(|(index, (item, choice))| match choice {
            ImportChoice::Take => item.take.as_ref(),
            ImportChoice::Combine => self.combined.get(&index).map(|combined| &combined.write),
            ImportChoice::KeepBoth => item.copy.as_ref(),
            ImportChoice::Leave => None,
        });
        // Two writes to one key can only be the same second version, made from two equal records.
        chosen.filter(move |write| keys.insert(write.key.as_str()))
    }
}
