//! The parts of the archive, each unpacked under the eyes of the limits.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Error, ErrorKind, Read, Result as IoResult};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::Limits;
use crate::container;
use crate::fault::Fault;
use crate::xml::Xml;

/// How many bytes one tag or text may take. A cell holds 32,767 characters, each of up to seven bytes when it is escaped.
const MOST_AT_ONCE: u64 = 1 << 20;

/// An open archive.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The places of the parts by their names in small letters: some programs spell them in their own way.
    places: BTreeMap<String, usize>,
    budget: Budget<'a>,
}

/// What may still be unpacked, and how far it is.
pub(crate) struct Budget<'a> {
    left: &'a Cell<u64>,
    /// Since the last tag or text that was complete.
    at_once: Cell<u64>,
    done: Cell<u64>,
    /// What the archive says about its size: good enough for showing how far it is.
    total: u64,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, Fault> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Broken)?;
        let mut places = BTreeMap::new();
        for (place, name) in zip.file_names_raw().enumerate() {
            let name = String::from_utf8_lossy(name).replace('\\', "/").to_lowercase();
            places.insert(name.trim_start_matches('/').to_owned(), place);
        }
        let mut total = 0_u64;
        for (name, place) in &places {
            if let Some(part) = name.ends_with(".xml").then(|| zip.by_index_raw(*place).ok()).flatten() {
                total = total.saturating_add(part.size());
            }
        }
        let budget = Budget { left: &limits.unpacked, at_once: Cell::new(0), done: Cell::new(0), total };
        Ok(Self { zip, places, budget })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.places.contains_key(&name.to_lowercase())
    }

    /// Why it is no workbook of the kind that is read.
    pub(crate) fn other(&self) -> Fault {
        Fault::Other(container::other(self.places.keys().map(String::as_str)))
    }

    /// A part, to be read from its beginning.
    pub(crate) fn part(&mut self, name: &str) -> Result<Xml<'_, impl Read>, Fault> {
        let place = *self.places.get(&name.to_lowercase()).ok_or(Fault::Broken)?;
        let part = self.zip.by_index(place).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Fault::Locked,
            _ => Fault::Broken,
        })?;
        Ok(Xml::new(BufReader::new(Counted { part, budget: &self.budget }), &self.budget))
    }
}

impl Budget<'_> {
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

/// Counts what is unpacked.
struct Counted<'a, R> {
    part: R,
    budget: &'a Budget<'a>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        let read = self.part.read(buffer)?;
        // The kind of the error is what `Xml` tells them apart by.
        self.budget.take(read).map_err(|_| Error::from(ErrorKind::FileTooLarge))?;
        let bytes = u64::try_from(read).unwrap_or(u64::MAX);
        let at_once = self.budget.at_once.get().saturating_add(bytes);
        if at_once > MOST_AT_ONCE {
            return Err(Error::from(ErrorKind::InvalidData));
        }
        self.budget.at_once.set(at_once);
        self.budget.done.set(self.budget.done.get().saturating_add(bytes));
        Ok(read)
    }
}
