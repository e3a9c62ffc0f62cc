//! Paper: what only the printed page shows, and sheets to practise on.

mod exercise;
mod page;
mod printing;
mod table;
mod words;

pub use self::exercise::exercise;
pub(super) use self::page::{print_foot, print_head, shown_value};
pub(super) use self::printing::use_paper;
pub use crate::calculator::share::Paper;
