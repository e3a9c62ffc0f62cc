//! The results of calculators that were noted on a deal.

mod section;
pub(super) mod words;

pub(super) use self::section::{figures, figures_section, removed};
