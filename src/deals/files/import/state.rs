//! The state of an import: the chosen files, the choices for its records and the result.
//!
//! The reducer does no I/O. [`inspect`](super::inspect) compares files with the store, [`run`](super::run) writes what
//! was chosen and undoes it in a [`transaction`], and [`use_import`](super::use_import) calls both when the user asks
//! for it.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::pace::{Pace, Stopped, yield_if_due};
use abacus_deals::transfer::{
    BadFile, Encoding, Export, ImportChoice, MOST_ROWS, Mapping, Preview, Resolution, Side, Source, Table, Verdict,
};
use abacus_vault::journal::{EntryState, Journal};
use abacus_vault::transaction;
use yew::{AttrValue, Reducible};

use crate::shell::ports::Store;
pub use abacus_vault::transaction::CommitError;

#[derive(Clone, Debug, PartialEq, Default)]
pub enum ImportStage {
    #[default]
    Waiting,
    /// None of the files can be imported.
    Refused(Vec<UnreadFile>),
    /// At least one file can be imported; nothing has been written yet.
    Chosen(ChosenFiles),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadFile {
    pub name: String,
    pub why: BadFile,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ReadFile {
    pub name: String,
    pub content: FileContent,
    /// Whether it is imported. Sheets of a workbook can be left out.
    pub is_taken: bool,
}

impl ReadFile {
    pub(crate) fn source(&self) -> Source<'_> {
        if self.is_taken { self.content.source() } else { Source::LeftOut }
    }

    /// The number of its rows or records; 0 if it is not imported.
    pub(crate) fn records(&self) -> usize {
        if self.is_taken { self.content.records() } else { 0 }
    }

    /// Whether it is one of several sheets to choose from.
    pub(crate) const fn has_others(&self) -> bool {
        matches!(&self.content, FileContent::Table(_, _, TableOrigin::Sheet(sheet)) if sheet.has_others)
    }
}

/// The files of one import, in the order of their names.
#[derive(Clone, Debug, PartialEq)]
pub struct ChosenFiles {
    pub files: Vec<ReadFile>,
    pub unread: Vec<UnreadFile>,
    pub preview: Preview,
}

impl ChosenFiles {
    pub fn taken(&self) -> impl Iterator<Item = &ReadFile> {
        self.files.iter().filter(|file| file.is_taken)
    }

    /// Includes a sheet or leaves it out. A sheet that would exceed the limit stays out, and this is reported.
    pub(crate) fn take(&mut self, place: usize, is_taken: bool) {
        let rows: usize = self.files.iter().map(ReadFile::records).sum();
        let Some(file) = self.files.get_mut(place).filter(|file| file.is_taken != is_taken) else { return };
        let why = BadFile::TooManyRowsTogether;
        self.unread.retain(|unread| unread.name != file.name || unread.why != why);
        file.is_taken = is_taken && rows.saturating_add(file.content.records()) <= MOST_ROWS;
        if is_taken && !file.is_taken {
            self.unread.push(UnreadFile { name: file.name.clone(), why });
        }
    }

    /// Whether both contain the same records.
    pub(crate) fn is_same_reading(&self, other: &Self) -> bool {
        self.preview.is_same_reading(&other.preview)
    }

    /// Frees its content in slices, unless something else still holds it.
    pub(crate) async fn free_with(self, pace: &dyn Pace) {
        self.preview.free_with(pace).await;
        for file in self.files {
            match file.content {
                FileContent::Export(export) => match Rc::try_unwrap(export) {
                    Ok(export) => free(export.records, pace).await,
                    Err(shared) => drop(shared),
                },
                FileContent::Table(table, ..) => match Rc::try_unwrap(table) {
                    Ok(table) => free(table.rows, pace).await,
                    Err(shared) => drop(shared),
                },
            }
        }
    }

    /// The title of the import in later messages: the names of its files.
    pub fn title(&self) -> String {
        const MAX: usize = 5;
        let names: Vec<&str> = self.taken().take(MAX).map(|file| file.name.as_str()).collect();
        let more = if self.taken().count() > MAX { ", …" } else { "" };
        format!("{}{more}", names.join(", "))
    }
}

async fn free<T>(parts: Vec<T>, pace: &dyn Pace) {
    for part in parts {
        drop(part);
        let _wanted_or_not = yield_if_due(pace, 0, 0).await;
    }
}

#[derive(Clone, Debug)]
pub enum FileContent {
    Export(Rc<Export>),
    Table(Rc<Table>, Mapping, TableOrigin),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableOrigin {
    Text(Encoding),
    Sheet(SheetOrigin),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetOrigin {
    pub name: String,
    /// How many of its rows are hidden in the workbook. They are read like the others.
    pub hidden_rows: usize,
    /// Whether other sheets of the workbook are also tables.
    pub has_others: bool,
    /// The names of the workbook's sheets that are not tables, on the first one that is.
    pub left_out: Vec<String>,
}

/// The labels of a file: its name, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileLabel {
    pub name: AttrValue,
    /// The salesperson of the book that wrote it, or else the file name.
    pub whose: AttrValue,
    /// When it was written.
    pub day: Option<Date>,
}

impl FileLabel {
    pub fn of(name: &str, content: &FileContent) -> Self {
        let name = AttrValue::from(name.to_owned());
        let (whose, day) = match content {
            FileContent::Export(export) => (export.salesperson.clone(), export.day),
            FileContent::Table(..) => (None, None),
        };
        Self { whose: whose.map_or_else(|| name.clone(), AttrValue::from), name, day }
    }
}

impl FileContent {
    pub(crate) fn source(&self) -> Source<'_> {
        match self {
            Self::Export(export) => Source::Export(export),
            Self::Table(table, mapping, _) => Source::Table(table, mapping),
        }
    }

    /// The number of its rows or records.
    pub(crate) fn records(&self) -> usize {
        match self {
            Self::Export(export) => export.records.len().saturating_add(export.unusable.len()),
            Self::Table(table, ..) => table.rows.len(),
        }
    }
}

/// Equal if both come from the same file and map its columns alike.
impl PartialEq for FileContent {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Export(one), Self::Export(other)) => Rc::ptr_eq(one, other),
            (Self::Table(one, mapping, _), Self::Table(other, others, _)) => {
                Rc::ptr_eq(one, other) && mapping == others
            }
            _ => false,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletedImport {
    pub journal: Rc<Journal>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UndoneImport {
    pub restored: usize,
    /// How many records were left alone, because they have changed since.
    pub changed: usize,
    /// How many records the store refused to write; they can be retried.
    pub left: usize,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct ImportState {
    stage: ImportStage,
    failure: Option<CommitError>,
    done: Option<CompletedImport>,
    undone_import: Option<UndoneImport>,
    earlier: Option<CompletedImport>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum ImportAction {
    Inspected(ImportStage),
    /// Changes the choice for the record at this index.
    Choose(usize, ImportChoice),
    /// How to resolve the conflict at this index.
    Resolve(usize, Resolution),
    /// The version from which a field of the deal in the conflict at this index is taken.
    ChooseField(usize, String, Side),
    /// The version from which all fields are taken.
    ChooseVersion(usize, Side),
    ChooseAll(Verdict, ImportChoice),
    Completed(CompletedImport),
    Failed(CommitError),
    /// The import was undone, as far as the store allowed.
    UndoneImport(UndoneImport),
    /// This import, possibly from another tab, can be undone.
    Offered(Option<CompletedImport>),
    /// Another tab undid the import of this journal.
    UndoneElsewhere(Journal),
    /// The user closed the preview.
    Close,
    /// The user dismissed the result.
    Dismiss,
    /// Everything was deleted, so there is nothing to undo.
    Forget,
}

/// The last import, if any record is still as it wrote it; `journal` is the stored one.
///
/// # Errors
/// [`Stopped`].
pub async fn undoable_import(
    journal: Option<Journal>,
    store: &dyn Store,
    pace: &dyn Pace,
) -> Result<Option<CompletedImport>, Stopped> {
    // A transaction in progress may still be rolled back.
    if transaction::is_in_progress(store) != Ok(false) {
        return Ok(None);
    }
    let Some(journal) = journal.filter(|journal| !journal.undone) else { return Ok(None) };
    for (done, entry) in journal.entries.iter().enumerate() {
        yield_if_due(pace, done, journal.entries.len()).await?;
        if entry.state(store.read(&entry.key).ok().flatten().as_deref()) == EntryState::Written {
            return Ok(Some(CompletedImport { journal: Rc::new(journal) }));
        }
    }
    Ok(None)
}

impl ImportStage {
    pub fn unread(&self) -> &[UnreadFile] {
        match self {
            Self::Waiting => &[],
            Self::Refused(unread) | Self::Chosen(ChosenFiles { unread, .. }) => unread,
        }
    }
}

impl ImportState {
    pub const fn stage(&self) -> &ImportStage {
        &self.stage
    }

    pub const fn failure(&self) -> Option<CommitError> {
        self.failure
    }

    /// The last import, while undo is offered.
    pub const fn done(&self) -> Option<&CompletedImport> {
        self.done.as_ref()
    }

    pub const fn undone_import(&self) -> Option<UndoneImport> {
        self.undone_import
    }

    /// The last import from another tab or from before this page was opened, while undo is offered and this page has no
    /// import of its own.
    pub fn earlier(&self) -> Option<&CompletedImport> {
        self.earlier.as_ref().filter(|_| self.done.is_none())
    }

    pub fn on_offer(&self) -> Option<&CompletedImport> {
        self.done().or(self.earlier())
    }

    fn choose(&mut self, choose: impl FnOnce(&mut Preview)) {
        if let ImportStage::Chosen(chosen) = &mut self.stage {
            choose(&mut chosen.preview);
        }
    }
}

impl Reducible for ImportState {
    type Action = ImportAction;

    fn reduce(self: Rc<Self>, action: ImportAction) -> Rc<Self> {
        let mut next = Self::clone(&self);
        match action {
            ImportAction::Inspected(stage) => (next.stage, next.failure) = (stage, None),
            ImportAction::Choose(index, choice) => next.choose(|preview| preview.choose(index, choice)),
            ImportAction::Resolve(place, resolution) => next.choose(|preview| preview.resolve(place, resolution)),
            ImportAction::ChooseField(place, field, side) => {
                next.choose(|preview| preview.choose_field(place, &field, side));
            }
            ImportAction::ChooseVersion(place, side) => next.choose(|preview| preview.choose_version(place, side)),
            ImportAction::ChooseAll(verdict, choice) => next.choose(|preview| preview.choose_all(verdict, choice)),
            ImportAction::Completed(done) => next = Self { done: Some(done), ..Self::default() },
            ImportAction::Failed(failure) => next.failure = Some(failure),
            ImportAction::UndoneImport(undone_import) => {
                (next.undone_import, next.failure) = (Some(undone_import), None);
                if undone_import.left > 0 {
                    next.done = next.done.or(next.earlier.take());
                } else {
                    (next.done, next.earlier) = (None, None);
                }
            }
            ImportAction::Offered(offered) => {
                // A later import replaces ours.
                next.done.take_if(|done| offered.as_ref().is_some_and(|offered| offered != done));
                next.earlier = offered;
            }
            ImportAction::UndoneElsewhere(journal) => drop(next.done.take_if(|done| *done.journal == journal)),
            ImportAction::Close => (next.stage, next.failure) = (ImportStage::Waiting, None),
            ImportAction::Dismiss => {
                // It can still be undone on the files page.
                next.earlier = next.done.take().or(next.earlier);
                (next.undone_import, next.failure) = (None, None);
            }
            ImportAction::Forget => next = Self::default(),
        }
        Rc::new(next)
    }
}
