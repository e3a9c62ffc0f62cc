//! Workbooks among the chosen files. The reader is a chunk, loaded when the first one is chosen.

use std::future::Future;
use std::pin::Pin;

use abacus_core::pace::Pace;
use abacus_deals::transfer::{BadFile, MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED, Mapping, Row, Table};
use abacus_workbook::{FileFormat, Limits, Sheet, Workbook, WorkbookError};

use crate::deals::files::import::state::{FileContent, ReadFile, SheetOrigin, TableOrigin, UnreadFile};
use crate::shell::chunk::Chunk;

type Reading<'a> = Pin<Box<dyn Future<Output = Result<Workbook, WorkbookError>> + 'a>>;

pub struct WorkbookReader {
    read: for<'a> fn(&'a [u8], &'a Limits, &'a dyn Pace) -> Reading<'a>,
}

pub static WORKBOOKS: WorkbookReader =
    WorkbookReader { read: |bytes, limits, pace| Box::pin(abacus_workbook::read(bytes, limits, pace)) };

/// How many of our column names a sheet must have to be a table of deals, if there are other sheets.
const ENOUGH_COLUMNS: usize = 2;

/// The limits for all workbooks of one import together.
pub(super) fn limits() -> Limits {
    // The header counts as well, as in a text file.
    Limits { rows: MOST_ROWS.saturating_add(1), columns: MOST_COLUMNS, unpacked: MOST_UNPACKED.into() }
}

/// The tables of a workbook, and the sheets that could not be read.
pub(super) async fn read(
    name: &str,
    bytes: &[u8],
    reader: &Chunk<&'static WorkbookReader>,
    limits: &Limits,
    pace: &dyn Pace,
) -> Result<(Vec<ReadFile>, Vec<UnreadFile>), BadFile> {
    let reader = reader.clone().get().await.map_err(|_| BadFile::NoReader)?;
    let workbook = (reader.read)(bytes, limits, pace).await.map_err(bad_file)?;
    tables(name, workbook)
}

/// A sheet that may be a table.
struct Candidate {
    name: String,
    hidden_rows: usize,
    table: Result<Table, BadFile>,
}

impl Candidate {
    fn of(sheet: Sheet) -> Self {
        let Sheet { name, rows } = sheet;
        let hidden_rows = rows.as_ref().map_or(0, |rows| rows.hidden);
        let row = |row: abacus_workbook::Row| Row { number: row.number, cells: row.cells };
        let table =
            rows.map_err(bad_file).and_then(|rows| Table::of_rows(rows.rows.into_iter().map(row).collect(), None));
        Self { name, hidden_rows, table }
    }

    /// Whether it could not be read, as opposed to not being a table.
    const fn is_unreadable(&self) -> bool {
        !matches!(self.table, Ok(_) | Err(BadFile::NoRows | BadFile::Empty))
    }

    fn is_of_deals(&self) -> bool {
        self.table.as_ref().is_ok_and(|table| table.known_columns() >= ENOUGH_COLUMNS)
    }
}

/// The sheets that are tables, in order, as if they were files. By default those with columns we know are taken; if
/// there are none, the first.
fn tables(file: &str, workbook: Workbook) -> Result<(Vec<ReadFile>, Vec<UnreadFile>), BadFile> {
    let Workbook { sheets, hidden } = workbook;
    let candidates: Vec<Candidate> = sheets.into_iter().map(Candidate::of).collect();
    let has_several = candidates.len() > 1;
    let label = |name: &str| if has_several { format!("{file} · {name}") } else { file.to_owned() };
    let of_deals = candidates.iter().any(Candidate::is_of_deals);
    let has_others = candidates.iter().filter(|it| it.table.is_ok()).count() > 1;
    let mut why = None;
    let (mut read, mut unread, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
    for it in candidates {
        let is_taken = it.is_of_deals() || (!of_deals && read.is_empty());
        let is_unreadable = it.is_unreadable();
        match it.table {
            Ok(table) => {
                let (name, mapping) = (label(&it.name), Mapping::of(&table));
                let origin = SheetOrigin { name: it.name, hidden_rows: it.hidden_rows, has_others, left_out: vec![] };
                let content = FileContent::Table(table.into(), mapping, TableOrigin::Sheet(origin));
                read.push(ReadFile { name, content, is_taken });
            }
            Err(reason) if is_unreadable => unread.push(UnreadFile { name: label(&it.name), why: reason }),
            Err(reason) => {
                why = why.or(Some(reason));
                left_out.push(it.name);
            }
        }
    }
    left_out.extend(hidden);
    if let Some(FileContent::Table(_, _, TableOrigin::Sheet(origin))) = read.first_mut().map(|file| &mut file.content) {
        origin.left_out = left_out;
    }
    if read.is_empty() && unread.is_empty() { Err(why.unwrap_or(BadFile::NoRows)) } else { Ok((read, unread)) }
}

const fn bad_file(error: WorkbookError) -> BadFile {
    match error {
        WorkbookError::Locked => BadFile::Locked,
        WorkbookError::Unsupported(FileFormat::Xls) => BadFile::OldWorkbook,
        WorkbookError::Unsupported(FileFormat::Xlsb) => BadFile::OtherWorkbook("XLSB"),
        WorkbookError::Unsupported(FileFormat::Ods) => BadFile::OtherWorkbook("ODS"),
        WorkbookError::Unsupported(FileFormat::Numbers) => BadFile::OtherWorkbook("Numbers"),
        WorkbookError::Unsupported(FileFormat::Archive) => BadFile::Archive,
        WorkbookError::Broken => BadFile::BrokenWorkbook,
        WorkbookError::Empty => BadFile::NoRows,
        WorkbookError::TooManyRows => BadFile::TooManyRows,
        WorkbookError::TooManyRowsTogether => BadFile::TooManyRowsTogether,
        WorkbookError::TooManyColumns => BadFile::TooManyColumns,
        WorkbookError::UnpacksTooLarge => BadFile::UnpacksTooLarge,
        WorkbookError::TextTooLarge => BadFile::TextTooLarge,
        WorkbookError::Stopped => BadFile::Stopped,
    }
}
