//! How much may be unpacked.

use std::cell::Cell;
use std::io::{Error, ErrorKind, Result as IoResult};

use crate::fault::Fault;

/// How many bytes one tag or text may take. A cell holds 32,767 characters, each of up to seven bytes when it is escaped.
const MOST_AT_ONCE: u64 = 1 << 20;

/// What may still be unpacked, and how far it is.
pub(crate) struct Budget<'a> {
    left: &'a Cell<u64>,
    /// Since the last tag or text that was complete.
    at_once: Cell<u64>,
    done: Cell<u64>,
    /// What the archive says about its size: good enough for showing how far it is.
    total: u64,
}

impl<'a> Budget<'a> {
    /// So much may be unpacked, and so much there seems to be.
    pub(crate) const fn new(left: &'a Cell<u64>, total: u64) -> Self {
        Self { left, at_once: Cell::new(0), done: Cell::new(0), total }
    }

    /// So many bytes were unpacked. The kind of the error tells what is too much: the whole, or one tag or text.
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

    /// Takes this many bytes.
    pub(crate) fn take(&self, bytes: usize) -> Result<(), Fault> {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        self.left.set(self.left.get().checked_sub(bytes).ok_or(Fault::UnpacksTooLarge)?);
        Ok(())
    }

    /// A tag or text is complete.
    pub(crate) fn complete(&self) {
        self.at_once.set(0);
    }

    /// How many bytes were unpacked, and how many there seem to be.
    pub(crate) fn progress(&self) -> (usize, usize) {
        let count = |bytes: u64| usize::try_from(bytes).unwrap_or(usize::MAX);
        (count(self.done.get()), count(self.total))
    }
}
