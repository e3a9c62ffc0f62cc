//! Deals as files: the backup, the table and the import.

mod export;
mod export_section;
mod files_page;
pub mod import;
mod refused_file;
mod undo_section;
mod words;

pub(crate) use self::export::{ExportFile, UseFiles, use_files};
pub(crate) use self::files_page::Files;
pub use self::import::{
    CompletedImport, ImportAction, ImportState, Outcome, UseImport, WORKBOOKS, WorkbookReader, use_import,
};
pub use self::refused_file::RefusedFile;
pub use self::words::{BACKUP, last_backup};
