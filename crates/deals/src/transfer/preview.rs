//! What an import of one file or several would do, and the choices made about it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::classify::Classifier;
use super::columns::Mapping;
use super::conflict::{Combined, Conflict};
use super::export_file::Export;
use super::free_space::{free_units, growth};
use super::item::{ImportChoice, Item, Verdict};
use super::rows::Table;
use super::summary::Summary;
use super::table::TableClassifier;
use super::unusable::Unusable;
use super::user_figures::{NewViews, missing_figures};
use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};
use abacus_vault::journal::Write;

/// The content of one file.
#[derive(Clone, Copy, Debug)]
pub enum Source<'a> {
    /// An export or a rescue file.
    Export(&'a Export),
    /// A table, and what each of its columns contains.
    Table(&'a Table, &'a Mapping),
    /// A file that is left out but keeps its index among the others.
    LeftOut,
}

/// What an import would do, with the choices made so far.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// Shared, since there may be thousands.
    pub(super) items: Rc<Vec<Item>>,
    pub(super) choices: Vec<ImportChoice>,
    pub(super) conflicts: Rc<[Conflict]>,
    /// The conflicts that are, or were, combined field by field.
    pub(super) combined: BTreeMap<usize, Combined>,
    unusable: Rc<[(usize, Unusable)]>,
    user_figures: Rc<[Write]>,
    user_figures_differing: usize,
    views: Rc<NewViews>,
    pub(super) summary: Rc<Summary>,
    /// How many units the store has left.
    free_units: usize,
}

/// Whether both come from the same reading of the same files and have the same choices. Fast, however many records
/// there are.
impl PartialEq for Preview {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items)
            && Rc::ptr_eq(&self.unusable, &other.unusable)
            && self.choices == other.choices
            && self.combined == other.combined
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
        run_to_end(Self::of_files_with(files, stored, book, &NeverYield)).and_then(Result::ok).unwrap_or_default()
    }

    /// The same in pieces. It reports how many records were compared, and of how many.
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
        let free_units = free_units(stored, pace).await?;
        let mut classifier = Classifier::new(stored, book, pace).await?;
        let mut done = 0_usize;
        for (file, export) in exports() {
            let from = export.book.as_deref();
            for record in &export.records {
                yield_if_due(pace, done, total).await?;
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
        let items = tables.items(pace).await?;
        yield_if_due(pace, total, total).await?;
        let summary = Summary::of(&items, pace).await?;
        let unusable = exports().flat_map(|(file, it)| it.unusable.iter().map(move |it| (file, it.clone()))).collect();
        let (user_figures, user_figures_differing) =
            missing_figures(exports().flat_map(|(_, export)| &export.user_figures), stored);
        let views = NewViews::of(exports().flat_map(|(_, export)| &export.user_figures), stored);
        let conflicts = Conflict::all(&items, pace).await?;
        let mut choices = Vec::with_capacity(items.len());
        for item in &items {
            yield_if_due(pace, total, total).await?;
            choices.push(item.initial_choice());
        }
        let mut combined = BTreeMap::new();
        for (index, conflict) in conflicts.iter().enumerate() {
            yield_if_due(pace, total, total).await?;
            for (item, choice) in conflict.indexes().zip(conflict.initial(&items)) {
                choices.get_mut(item).into_iter().for_each(|known| *known = choice);
            }
            if conflict.is_asked() {
                let nothing = Combined::of(conflict, BTreeMap::new(), &items);
                combined.extend(nothing.map(|nothing| (index, nothing)));
            }
        }
        Ok(Self {
            items: items.into(),
            choices,
            conflicts: conflicts.into(),
            combined,
            unusable,
            user_figures: user_figures.into(),
            user_figures_differing,
            views: views.into(),
            summary: summary.into(),
            free_units,
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

    /// The records that are left out because they cannot be read, each with the index of its file.
    pub fn unusable(&self) -> &[(usize, Unusable)] {
        &self.unusable
    }

    /// How many own figures of the file this device lacks; they are imported, too.
    pub fn user_figure_count(&self) -> usize {
        self.user_figures.len()
    }

    /// How many saved views of the file this device lacks; they are imported, too.
    pub fn views_count(&self) -> usize {
        self.views.count
    }

    /// How many saved views are left out, because their names belong to other views here or in another file.
    pub fn views_differing(&self) -> usize {
        self.views.differing
    }

    /// How many own figures that this device lacks are left out, because two files differ in them.
    pub const fn user_figures_differing(&self) -> usize {
        self.user_figures_differing
    }

    /// The records of which several versions are in conflict, in the order of the records.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    /// How many records have this verdict; a record in conflict counts once for all its versions.
    pub fn count(&self, verdict: Verdict) -> usize {
        match verdict {
            Verdict::Conflict => self.conflicts.len(),
            _ => self.summary.indexes(verdict).len(),
        }
    }

    /// The indexes of the records with this verdict. Related records are next to each other, whichever files they are
    /// from.
    pub fn indexes(&self, verdict: Verdict) -> &[usize] {
        self.summary.indexes(verdict)
    }

    /// How many of the records are from the file at this index.
    pub fn count_of_file(&self, file: usize) -> usize {
        self.summary.count_of_file(file)
    }

    /// How many records have cells that could not be read.
    pub fn with_problems(&self) -> usize {
        self.summary.with_problems
    }

    /// How many rows name a deal that is in the book.
    pub fn with_namesake(&self) -> usize {
        self.summary.with_namesake
    }

    /// The writes of the import, for one transaction.
    pub fn writes(&self) -> Vec<Write> {
        run_to_end(self.writes_with(&NeverYield)).and_then(Result::ok).unwrap_or_default()
    }

    /// The same in pieces.
    ///
    /// # Errors
    /// [`Stopped`].
    pub async fn writes_with(&self, pace: &dyn Pace) -> Result<Vec<Write>, Stopped> {
        let mut writes = Vec::with_capacity(self.items.len());
        for write in self.chosen().chain(&*self.user_figures).chain(&self.views.write) {
            yield_if_due(pace, writes.len(), self.items.len()).await?;
            writes.push(write.clone());
        }
        Ok(writes)
    }

    /// Drops the records in pieces, unless they are shared: thousands take long.
    pub async fn free_with(self, pace: &dyn Pace) {
        let total = self.items.len();
        if let Ok(items) = Rc::try_unwrap(self.items) {
            for (done, item) in items.into_iter().enumerate() {
                drop(item);
                // Dropped even if stopped.
                let _wanted_or_not = yield_if_due(pace, done, total).await;
            }
        }
    }

    /// Whether the records are not shared.
    #[must_use]
    pub fn is_alone(&self) -> bool {
        Rc::strong_count(&self.items) == 1
    }

    /// Whether both show the same reading of the same files, whatever was chosen.
    #[must_use]
    pub fn is_same_reading(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.items, &other.items)
    }

    /// How many records are to be written, not counting own figures.
    pub fn write_count(&self) -> usize {
        self.chosen().count()
    }

    /// If the store has no room for the writes: how many of these records fit, roughly.
    pub fn fitting(&self) -> Option<usize> {
        let records = self.choices.iter().enumerate().map(|(index, choice)| self.summary.growth(index, *choice));
        let together = self.together().map(|combined| combined.growth);
        let beside = self.user_figures.iter().chain(&self.views.write).map(growth);
        let grown: isize = records.chain(together).chain(beside).fold(0, isize::saturating_add);
        let grown = usize::try_from(grown).ok().filter(|grown| *grown > self.free_units)?;
        // Their product may exceed the `usize` of a browser.
        let [count, free_units, grown] =
            [self.write_count(), self.free_units, grown].map(|it| u64::try_from(it).unwrap_or(u64::MAX));
        usize::try_from(count.saturating_mul(free_units).checked_div(grown)?).ok()
    }

    /// The deals that are combined field by field and have no field left to choose.
    fn together(&self) -> impl Iterator<Item = &Combined> {
        let is_chosen = |item| self.choices.get(item) == Some(&ImportChoice::Combine);
        let of_conflicts = self.combined.iter().filter(move |(index, combined)| {
            let conflict = self.conflicts.get(**index);
            combined.open == 0 && conflict.is_some_and(|conflict| conflict.indexes().any(is_chosen))
        });
        of_conflicts.map(|(_, combined)| combined)
    }

    fn chosen(&self) -> impl Iterator<Item = &Write> {
        let mut keys = BTreeSet::new();
        let summary = &self.summary;
        let records = self.items.iter().zip(&self.choices);
        let single = records.filter_map(|(item, choice)| match choice {
            ImportChoice::Take => item.take.as_ref(),
            ImportChoice::KeepBoth => item.copy.as_ref(),
            ImportChoice::Combine | ImportChoice::Leave => None,
        });
        let together = self.together().map(|combined| &combined.write);
        // Two writes to one key can only be the same second version, made from two equal records.
        single.chain(together).filter(move |write| !summary.is_shared(&write.key) || keys.insert(write.key.as_str()))
    }
}
