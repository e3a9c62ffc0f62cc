//! Import and export of deals as files.
//!
//! A file may contain any bytes. [`kind`](fn@kind) detects what it is, [`read_export`] and [`read_table`] read it, a
//! [`Preview`] shows what an import of one file or several would do and holds the choices, and [`Preview::writes`] are
//! the resulting writes, which form one transaction. Importing a file twice changes nothing the second time.
//! `docs/FORMATS.md` states the rules, which rest on the module `lineage`. Functions that end in `_with` do the same in
//! pieces, pausing as the caller wants.

mod bad_file;
mod big5;
mod cells;
mod choices;
mod classify;
mod columns;
mod combine;
mod commit;
mod compare_versions;
mod conflict;
mod csv;
mod day;
mod decimals;
mod difference_text;
mod differences;
mod export_file;
mod folded;
mod free_space;
mod half_width;
mod header_unit;
mod item;
mod kind;
mod lesson;
mod lineage;
mod list;
mod organisation;
mod origin;
mod paths;
mod preview;
mod record;
mod rows;
mod scan;
mod scenario;
mod separator;
mod summary;
mod surplus;
mod table;
mod title_tokens;
mod title_unit;
mod total;
mod unusable;
mod user_figures;
mod utf16;

pub use bad_file::{
    BadFile, MOST_BYTES, MOST_COLUMNS, MOST_RECORDS, MOST_ROWS, MOST_UNPACKED, check_rows, check_size, check_sizes,
};
pub use cells::{CellProblem, CellReason};
pub use columns::{Column, Mapping};
pub use commit::{Touched, import, prepare, read_again, undo_import};
pub use conflict::{Conflict, Resolution, Side, Version};
pub use csv::{read_table, read_table_with};
pub use difference_text::difference_texts;
pub use differences::{Difference, differences};
pub use export_file::{Export, read_export, read_export_with};
pub use item::{ImportChoice, Item, Verdict};
pub use kind::{Encoding, Kind, is_cards, kind, kind_with, utf8, utf8_with};
pub use list::list;
pub use preview::{Preview, Source};
pub use record::FileRecord;
pub use rows::{Row, Table};
pub use separator::Separator;
pub use unusable::{Part, Reason, Unusable};
