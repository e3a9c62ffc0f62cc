//! Paper: print-only content of the page, and exercise sheets.

mod exercise;
mod page;
mod table;
mod words;

pub use self::exercise::exercise;
pub(super) use self::page::{print_foot, print_head, shown_value};
pub(crate) use self::table::rows;
pub use crate::calculator::share::Paper;
