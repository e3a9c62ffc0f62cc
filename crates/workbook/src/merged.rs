//! Vertically merged cells: their text applies to each of the rows.

use abacus_core::number::numeral;

use crate::error::WorkbookError;
use crate::reference::parse_reference;

/// The most cells to fill: no real table has more, but a file may claim so.
const MOST_FILLED: usize = 2_000_000;

/// A column of merged cells: its index, and the numbers of its first and last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) column: usize,
    pub(crate) first: usize,
    pub(crate) last: usize,
}

impl Merged {
    /// Parses a reference such as `B2:B5`; `None` if all cells are in one row.
    pub(crate) fn of(reference: &str) -> Result<Option<Self>, WorkbookError> {
        let (from, to) = reference.split_once(':').ok_or(WorkbookError::Broken)?;
        let ((column, first), (_, last)) =
            (parse_reference(from).ok_or(WorkbookError::Broken)?, parse_reference(to).ok_or(WorkbookError::Broken)?);
        Ok((last > first).then_some(Self { column, first, last }))
    }
}

/// How many cells may still be filled.
pub(crate) struct FillLimit(usize);

impl Default for FillLimit {
    fn default() -> Self {
        Self(MOST_FILLED)
    }
}

impl FillLimit {
    pub(crate) fn take(&mut self) -> Result<(), WorkbookError> {
        self.0 = self.0.checked_sub(1).ok_or(WorkbookError::Broken)?;
        Ok(())
    }
}

/// Whether the text of a merged cell is repeated in each of its rows. An amount would count several times.
pub(crate) fn repeats(words: &str) -> bool {
    !words.trim().is_empty() && numeral::read(words.trim()).is_err()
}
