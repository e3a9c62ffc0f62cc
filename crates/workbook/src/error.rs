//! Why a workbook cannot be read.

use abacus_core::pace::Stopped;

/// What is wrong with a file, or with one sheet of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkbookError {
    /// It has a password.
    Locked,
    /// It is of a kind that is not supported.
    Unsupported(FileFormat),
    /// It is damaged or truncated: the archive, one of its parts, or what a part refers to.
    Broken,
    /// All cells are empty.
    Empty,
    /// More than [`Limits::rows`](crate::Limits::rows) in this sheet.
    TooManyRows,
    /// More than that together with the sheets before it.
    TooManyRowsTogether,
    /// More than [`Limits::columns`](crate::Limits::columns).
    TooManyColumns,
    /// More than [`Limits::unpacked`](crate::Limits::unpacked) bytes.
    UnpacksTooLarge,
    /// A cell, or another text or tag, of more than a megabyte: far more than a cell can contain.
    TextTooLarge,
    /// Reading was stopped.
    Stopped,
}

/// Other kinds of files with the same containers as a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Excel up to 2003: `.xls`; and other files of that time.
    Xls,
    /// Excel's binary format: `.xlsb`.
    Xlsb,
    /// `OpenDocument`: `.ods`.
    Ods,
    /// Apple's Numbers.
    Numbers,
    /// Some other archive: a text document, a ZIP file.
    Archive,
}

impl From<Stopped> for WorkbookError {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}
