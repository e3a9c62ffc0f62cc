//! Cells that are merged downwards: their words hold for each of the rows.

use abacus_core::number::numeral;

use crate::fault::Fault;
use crate::reference::place;

/// More cells than this are not filled: no table has so many, but a file may say so.
const MOST_FILLED: usize = 2_000_000;

/// A column of merged cells: its index, and the numbers of its first and last row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Merged {
    pub(crate) column: usize,
    pub(crate) first: usize,
    pub(crate) last: usize,
}

impl Merged {
    /// Cells by their reference, `B2:B5`; none if they lie beside each other only.
    pub(crate) fn of(reference: &str) -> Result<Option<Self>, Fault> {
        let (from, to) = reference.split_once(':').ok_or(Fault::Broken)?;
        let ((column, first), (_, last)) = (place(from).ok_or(Fault::Broken)?, place(to).ok_or(Fault::Broken)?);
        Ok((last > first).then_some(Self { column, first, last }))
    }
}

/// How many cells may still be filled.
pub(crate) struct Room(usize);

impl Default for Room {
    fn default() -> Self {
        Self(MOST_FILLED)
    }
}

impl Room {
    pub(crate) fn take(&mut self) -> Result<(), Fault> {
        self.0 = self.0.checked_sub(1).ok_or(Fault::Broken)?;
        Ok(())
    }
}

/// Whether a text of a merged cell holds for each of its rows. An amount would count several times.
pub(crate) fn repeats(words: &str) -> bool {
    !words.trim().is_empty() && numeral::read(words.trim()).is_err()
}
