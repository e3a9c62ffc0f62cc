//! A table as rows of cells, and which of them names the columns.

use super::bad_file::BadFile;
use super::columns::{Column, Mapping};
use super::day::day;
use super::separator::Separator;
use abacus_core::number::numeral;
use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};

/// A table as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The rows down to the header, which is the last of them. Those above it describe the whole table: its title, its
    /// unit. Empty if no row names the columns.
    pub top: Vec<Row>,
    /// The names of the columns; if no row names them, the letters that spreadsheets give them.
    pub header: Vec<String>,
    /// The rows below the header, without blank ones.
    pub rows: Vec<Row>,
    /// The separator between cells; `None` in a workbook.
    pub separator: Option<Separator>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as in a spreadsheet: the first line of the table is row 1.
    pub number: usize,
    /// Its cells; possibly fewer or more than the header has.
    pub cells: Vec<String>,
}

impl Row {
    /// The cells that are not blank, trimmed.
    pub fn filled(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    }
}

impl Table {
    /// How many rows are searched for a header.
    pub const MOST_ABOVE: usize = 20;

    /// The table of these rows, none of which is blank. The header is the first row that names columns we know; else
    /// the first row, unless it has a number or a day: then no row names the columns.
    ///
    /// # Errors
    /// [`BadFile::Empty`], [`BadFile::NoRows`].
    pub fn of_rows(rows: Vec<Row>, separator: Option<Separator>) -> Result<Self, BadFile> {
        let is_data = || rows.first().is_some_and(|row| row.filled().any(is_value));
        let header = header_index(&rows).or_else(|| (!is_data()).then_some(0));
        Self::split(rows, header, separator)
    }

    fn split(mut rows: Vec<Row>, header: Option<usize>, separator: Option<Separator>) -> Result<Self, BadFile> {
        let Some(header) = header else {
            let width = rows.iter().map(|row| row.cells.len()).max().ok_or(BadFile::Empty)?;
            return Ok(Self { top: Vec::new(), header: (0..width).map(letters).collect(), rows, separator });
        };
        let below = rows.split_off(header.saturating_add(1).min(rows.len()));
        let header = rows.last().ok_or(BadFile::Empty)?;
        if below.is_empty() {
            return Err(BadFile::NoRows);
        }
        let header = header.cells.iter().map(|cell| cell.trim().to_owned()).collect();
        Ok(Self { top: rows, header, rows: below, separator })
    }

    /// Whether a row names the columns.
    #[must_use]
    pub const fn has_header(&self) -> bool {
        !self.top.is_empty()
    }

    /// The cells above the header.
    pub fn titles(&self) -> impl Iterator<Item = &str> {
        let above = self.top.split_last().map_or(&[][..], |(_, above)| above);
        above.iter().flat_map(Row::filled)
    }

    /// The number of the row that is taken for the header; 0 if none is.
    pub fn header_row(&self) -> usize {
        self.top.last().map_or(0, |header| header.number)
    }

    /// The rows that could be the header: the first few, as long as one is left below.
    pub fn header_choices(&self) -> impl Iterator<Item = &Row> {
        let count = self.top.len().saturating_add(self.rows.len()).saturating_sub(1);
        self.top.iter().chain(&self.rows).take(count.min(Self::MOST_ABOVE))
    }

    /// The same table with another row as its header, by its number, or without a header for 0; unchanged if that row
    /// cannot be the header.
    pub fn with_header(&self, number: usize) -> Self {
        run_to_end(self.with_header_with(number, &NeverYield)).and_then(Result::ok).unwrap_or_else(|| self.clone())
    }

    /// The same in pieces.
    ///
    /// # Errors
    /// [`Stopped`].
    pub async fn with_header_with(&self, number: usize, pace: &dyn Pace) -> Result<Self, Stopped> {
        let index = self.header_choices().position(|row| row.number == number);
        if index.is_none() && number > 0 {
            return Ok(self.clone());
        }
        let mut rows = Vec::with_capacity(self.top.len().saturating_add(self.rows.len()));
        for row in self.top.iter().chain(&self.rows) {
            yield_if_due(pace, rows.len(), rows.capacity()).await?;
            rows.push(row.clone());
        }
        Ok(Self::split(rows, index, self.separator).unwrap_or_else(|_| self.clone()))
    }

    /// The names of the columns that are left out although they have cells; empty for one without a name.
    #[must_use]
    pub fn left_out(&self, mapping: &Mapping) -> Vec<&str> {
        let is_filled =
            |index: usize| self.rows.iter().any(|row| row.cells.get(index).is_some_and(|cell| !cell.trim().is_empty()));
        let columns = self.header.iter().zip(mapping.columns()).enumerate();
        let left = columns.filter(|(index, (_, chosen))| chosen.is_none() && is_filled(*index));
        left.map(|(_, (name, _))| name.as_str()).collect()
    }

    /// Whether no column has a name that we know.
    pub fn is_unknown(&self) -> bool {
        self.known_columns() == 0
    }

    /// How many columns have a name that we know.
    pub fn known_columns(&self) -> usize {
        self.header.iter().filter(|name| Column::is_known(name)).count()
    }
}

/// The index of the header: the first row in which two cells name columns; else, if one cell does, the first row of
/// several cells or the very first row.
fn header_index(rows: &[Row]) -> Option<usize> {
    let first = rows.iter().take(Table::MOST_ABOVE);
    let known = |row: &Row| row.cells.iter().filter(|cell| Column::is_known(cell)).count();
    let below_titles = || {
        let index = first.clone().position(|row| row.filled().count() > 1)?;
        rows.get(index).filter(|row| known(row) > 0).map(|_| index)
    };
    let alone = || rows.first().filter(|row| known(row) > 0).map(|_| 0);
    first.clone().position(|row| known(row) > 1).or_else(below_titles).or_else(alone)
}

/// Whether a cell is a number or a day, which no name of a column is.
fn is_value(cell: &str) -> bool {
    cell.bytes().any(|letter| letter.is_ascii_digit()) && (numeral::read(cell).is_ok() || day(cell).is_ok())
}

/// What spreadsheets call the column at an index: `A` … `Z`, `AA` …
fn letters(mut index: usize) -> String {
    let mut letters = Vec::new();
    loop {
        let letter = u8::try_from(index % 26).unwrap_or_default();
        letters.push(char::from(b'A'.saturating_add(letter)));
        index /= 26;
        if index == 0 {
            return letters.into_iter().rev().collect();
        }
        index = index.saturating_sub(1);
    }
}
