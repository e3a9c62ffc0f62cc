//! The parts of the archive, unpacked within the limits.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor, Read, Result as IoResult};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::Limits;
use crate::budget::Budget;
use crate::container;
use crate::error::WorkbookError;
use crate::xml::Xml;

/// An open archive.
pub(crate) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The indices of the parts by their lower-case names, since programs differ in case.
    indexes: BTreeMap<String, usize>,
    budget: Budget<'a>,
}

impl<'a> Archive<'a> {
    pub(crate) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, WorkbookError> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| WorkbookError::Broken)?;
        let mut indexes = BTreeMap::new();
        for (index, name) in zip.file_names_raw().enumerate() {
            let name = String::from_utf8_lossy(name).replace('\\', "/").to_lowercase();
            indexes.insert(name.trim_start_matches('/').to_owned(), index);
        }
        let mut total = 0_u64;
        for (name, index) in &indexes {
            if let Some(part) = name.ends_with(".xml").then(|| zip.by_index_raw(*index).ok()).flatten() {
                total = total.saturating_add(part.size());
            }
        }
        let budget = Budget::new(&limits.unpacked, total);
        Ok(Self { zip, indexes, budget })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.indexes.contains_key(&name.to_lowercase())
    }

    /// The error for an archive that is not an XLSX workbook.
    pub(crate) fn unsupported(&self) -> WorkbookError {
        WorkbookError::Unsupported(container::format_of(self.indexes.keys().map(String::as_str)))
    }

    /// Opens a part for reading.
    pub(crate) fn part(&mut self, name: &str) -> Result<Xml<'_, impl Read>, WorkbookError> {
        let index = *self.indexes.get(&name.to_lowercase()).ok_or(WorkbookError::Broken)?;
        let part = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => WorkbookError::Locked,
            _ => WorkbookError::Broken,
        })?;
        Ok(Xml::new(BufReader::new(CountingReader { part, budget: &self.budget }), &self.budget))
    }
}

/// Counts the unpacked bytes.
struct CountingReader<'a, R> {
    part: R,
    budget: &'a Budget<'a>,
}

impl<R: Read> Read for CountingReader<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> IoResult<usize> {
        let read = self.part.read(buffer)?;
        self.budget.unpack(read).map(|()| read)
    }
}
