//! Reads the workbooks of other programs: an XLSX file as rows of texts, like those of a CSV file.
//!
//! [`read`] takes any bytes. It returns the values of the cells, not how they are displayed: a number as decimal text,
//! a day as `YYYY-MM-DD`, a percentage with its `%`, a formula as its cached value. `zip` reads the archive and
//! `quick-xml` its parts; this crate interprets SpreadsheetML.
//!
//! A file may be malicious. So bytes are counted while they are unpacked, whatever size the file states, and so are the
//! shared strings that cells refer to; rows and columns are counted while they are read. Reading takes breaks, see
//! [`abacus_core::pace`].

mod archive;
mod book;
mod budget;
mod container;
mod error;
mod format;
mod merged;
mod number;
mod reference;
mod serial;
mod sheet;
mod strings;
mod styles;
mod xml;

use std::cell::Cell;

use abacus_core::pace::Pace;

pub use error::{FileFormat, WorkbookError};

/// The limits at which reading stops.
#[derive(Debug)]
pub struct Limits {
    /// The most non-empty rows, in all sheets together.
    pub rows: usize,
    /// The most columns.
    pub columns: usize,
    /// How many bytes may still be unpacked. Counted down, so that several files can share it.
    pub unpacked: Cell<u64>,
}

/// The content of a workbook.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workbook {
    /// The non-empty sheets, in the order of their tabs. Hidden ones are read only if all others are empty.
    pub sheets: Vec<Sheet>,
    /// The names of the hidden sheets that were not read.
    pub hidden: Vec<String>,
}

/// One sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab.
    pub name: String,
    /// Its rows, or why they were not read. The other sheets are not affected.
    pub rows: Result<Rows, WorkbookError>,
}

/// The rows of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// The non-empty rows, from the top.
    pub rows: Vec<Row>,
    /// How many of them are hidden, perhaps by a filter. They are read like the others.
    pub hidden: usize,
}

/// One row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number in the sheet; the first is 1.
    pub number: usize,
    /// Its cells from column A to the last non-empty one.
    pub cells: Vec<String>,
}

/// Whether these bytes begin like a workbook, or like another spreadsheet format that [`read`] can name.
pub fn is_workbook(bytes: &[u8]) -> bool {
    container::is_archive(bytes) || container::is_compound(bytes)
}

/// Reads a workbook.
///
/// The text of vertically merged cells is repeated in each of their rows; numbers and days are only in the first,
/// because they would otherwise count several times.
///
/// # Errors
/// What is wrong with the file as a whole.
pub async fn read(bytes: &[u8], limits: &Limits, pace: &dyn Pace) -> Result<Workbook, WorkbookError> {
    if container::is_compound(bytes) {
        return Err(container::compound(bytes));
    }
    let mut archive = archive::Archive::open(bytes, limits)?;
    let book = book::read(&mut archive, pace).await?;
    let styles = match &book.styles {
        Some(part) => styles::read(&mut archive, part, pace).await?,
        None => styles::Styles::default(),
    };
    let strings = match &book.strings {
        Some(part) => strings::read(&mut archive, part, pace).await?,
        None => Vec::new(),
    };
    let context =
        sheet::SheetContext { styles: &styles, strings: &strings, has_1904: book.has_1904, columns: limits.columns };
    let mut left = limits.rows;
    let mut workbook = Workbook::default();
    for wants_hidden in [false, true] {
        if wants_hidden && !workbook.sheets.is_empty() {
            break;
        }
        for listed in book.sheets.iter().filter(|listed| listed.is_hidden == wants_hidden) {
            let is_first = workbook.sheets.is_empty();
            let rows = match sheet::read(&mut archive, &listed.part, &context, left, pace).await {
                Ok(rows) if rows.rows.is_empty() => continue,
                Err(error @ (WorkbookError::Stopped | WorkbookError::UnpacksTooLarge)) => return Err(error),
                Err(WorkbookError::TooManyRows) if !is_first && left < limits.rows => {
                    Err(WorkbookError::TooManyRowsTogether)
                }
                rows => rows,
            };
            left = left.saturating_sub(rows.as_ref().map_or(0, |rows| rows.rows.len()));
            workbook.sheets.push(Sheet { name: listed.name.clone(), rows });
        }
    }
    if workbook.sheets.is_empty() {
        return Err(WorkbookError::Empty);
    }
    // Either visible sheets were read or hidden ones, never both.
    let has_read_hidden = !book.sheets.iter().any(|listed| !listed.is_hidden && workbook.has(&listed.name));
    if !has_read_hidden {
        let hidden = book.sheets.iter().filter(|listed| listed.is_hidden);
        workbook.hidden = hidden.map(|listed| listed.name.clone()).collect();
    }
    Ok(workbook)
}

impl Workbook {
    fn has(&self, name: &str) -> bool {
        self.sheets.iter().any(|sheet| sheet.name == name)
    }
}
