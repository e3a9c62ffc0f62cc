//! The limit on unpacked bytes.

use std::cell::Cell;
use std::io::{Error, ErrorKind, Result as IoResult};

use crate::error::WorkbookError;

/// The most bytes of one tag or text. A cell has at most 32,767 characters, each of up to seven bytes when escaped.
const MOST_AT_ONCE: u64 = 1 << 20;

/// How many bytes may still be unpacked, and the progress so far.
pub(crate) struct Budget<'a> {
    left: &'a Cell<u64>,
    /// Bytes since the last complete tag or text.
    at_once: Cell<u64>,
    done: Cell<u64>,
    /// The unpacked size that the archive states: good enough for showing progress.
    total: u64,
}

impl<'a> Budget<'a> {
    /// A budget of `left` bytes for an archive that states `total`.
    pub(crate) const fn new(left: &'a Cell<u64>, total: u64) -> Self {
        Self { left, at_once: Cell::new(0), done: Cell::new(0), total }
    }

    /// Counts unpacked bytes. The kind of the error tells what is too large: the whole, or one tag or text.
    pub(crate) fn unpack(&self, bytes: usize) -> IoResult<()> {
        self.take(bytes).map_err(|_| Error::from(ErrorKind::FileTooLarge))?;
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        let at_once = self.at_once.get().saturating_add(bytes);
        if at_once > MOST_AT_ONCE {
            return Err(Error::from(ErrorKind::QuotaExceeded));
        }
        self.at_once.set(at_once);
        self.done.set(self.done.get().saturating_add(bytes));
        Ok(())
    }

    /// Takes this many bytes from the budget.
    pub(crate) fn take(&self, bytes: usize) -> Result<(), WorkbookError> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.left.set(self.left.get().checked_sub(bytes).ok_or(WorkbookError::UnpacksTooLarge)?);
        Ok(())
    }

    /// Marks a tag or text as complete.
    pub(crate) fn complete(&self) {
        self.at_once.set(0);
    }

    /// How many bytes were unpacked, and the stated total.
    pub(crate) fn progress(&self) -> (usize, usize) {
        let count = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
        (count(self.done.get()), count(self.total))
    }
}
