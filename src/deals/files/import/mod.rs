//! An import: the preview, record by record, and the result.

mod column_words;
mod columns;
mod conflict;
mod conflict_words;
mod group;
mod hook;
mod import_section;
pub mod inspect;
mod item;
mod outcome;
mod preview;
pub mod reading_words;
pub mod result_words;
mod review;
pub mod run;
pub mod state;
mod versions;
pub mod words;
mod workbook;

pub use self::columns::{Columns, ColumnsProps};
pub use self::hook::{UseImport, use_import};
pub(super) use self::import_section::ImportSection;
pub use self::outcome::{Outcome, OutcomeProps};
pub use self::preview::{ImportPreview, ImportPreviewProps};
pub use self::state::{CompletedImport, FileLabel, ImportAction, ImportState};
pub use self::words::UNDO;
pub use self::workbook::{WORKBOOKS, WorkbookReader};
