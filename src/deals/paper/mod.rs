//! What is printed: the tracking form, filled in or blank, and a visit.

mod chunk;
mod form_sheet;
mod printing;
mod words;

pub use self::chunk::{PAPER, PaperChunk};
pub use self::form_sheet::form_sheet;
pub(crate) use self::printing::{Paper, use_blank};
pub use self::words::{PRINT, PRINT_BLANK};
