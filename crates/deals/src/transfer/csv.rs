//! Reading tables as CSV, with quoted cells, any line ends and a detected separator.

use super::bad_file::{BadFile, MOST_COLUMNS, MOST_ROWS};
use super::columns::Column;

/// The separator between cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Separator {
    /// `,`
    Comma,
    /// `;`, used where the comma is the decimal point.
    Semicolon,
    /// A tab, used by spreadsheets for copied cells.
    Tab,
}

impl Separator {
    const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    const fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }
}

/// A table as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What stands above the header: the title of the table, its unit.
    pub titles: Vec<String>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows below the header, without blank ones.
    pub rows: Vec<Row>,
    /// The separator between cells.
    pub separator: Separator,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number as in a spreadsheet: the first line of the table is row 1.
    pub number: usize,
    /// Its cells; possibly fewer or more than the header has.
    pub cells: Vec<String>,
}

/// Reads a table. The header is the first row that names columns we know; else the first that is not blank.
///
/// # Errors
/// [`BadFile::Empty`], [`BadFile::OpenQuote`], [`BadFile::NoRows`], [`BadFile::TooManyRows`],
/// [`BadFile::TooManyColumns`].
pub fn read_table(text: &str) -> Result<Table, BadFile> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (declared, text) = declared_separator(text);
    let separator = declared.unwrap_or_else(|| detect_separator(text));
    let mut rows = rows(text, separator.character())?;
    let below = rows.split_off(header_row(&rows).saturating_add(1).min(rows.len()));
    let header = rows.pop().ok_or(BadFile::Empty)?.cells;
    if below.is_empty() {
        return Err(BadFile::NoRows);
    }
    let trimmed = |cells: &[String]| cells.iter().map(|cell| cell.trim().to_owned()).collect::<Vec<_>>();
    let titles = rows.iter().flat_map(|row| trimmed(&row.cells)).filter(|cell| !cell.is_empty()).collect();
    Ok(Table { titles, header: trimmed(&header), rows: below, separator })
}

/// How far down a header is looked for.
const MOST_TITLES: usize = 10;

/// The place of the header: two cells of it name columns, or one does, below rows of a single cell.
fn header_row(rows: &[Row]) -> usize {
    let first = rows.iter().take(MOST_TITLES);
    let known = |row: &Row| row.cells.iter().filter(|cell| Column::is_known(cell)).count();
    let is_title = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count() < 2;
    let below_titles = || {
        let place = first.clone().position(|row| !is_title(row))?;
        rows.get(place).filter(|row| known(row) > 0).map(|_| place)
    };
    first.clone().position(|row| known(row) > 1).or_else(below_titles).unwrap_or_default()
}

/// The separator declared to Excel by a line `sep=;`, and the text after it.
fn declared_separator(text: &str) -> (Option<Separator>, &str) {
    let declared = Separator::ALL.into_iter().find_map(|separator| {
        let rest = text.strip_prefix("sep=")?.strip_prefix(separator.character())?;
        let rest = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\r', '\n']))?;
        Some((Some(separator), rest))
    });
    declared.unwrap_or((None, text))
}

/// The separator found in most of the first lines; of equals, the more frequent one; of equals again, the comma first.
/// Quoted text is ignored.
fn detect_separator(text: &str) -> Separator {
    const LINES: usize = 10;
    let mut lines = vec![[0_usize; 3]];
    let mut quoted = false;
    for character in text.chars() {
        match character {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\r' | '\n' if lines.len() == LINES => break,
            '\r' | '\n' => lines.push([0; 3]),
            _ => {
                let counts = lines.last_mut().into_iter().flatten();
                for (separator, count) in Separator::ALL.into_iter().zip(counts) {
                    *count = count.saturating_add(usize::from(separator.character() == character));
                }
            }
        }
    }
    let score = |(place, _): &(usize, Separator)| {
        let counts = lines.iter().filter_map(|counts| counts.get(*place).copied()).filter(|count| *count > 0);
        (counts.clone().count(), counts.sum::<usize>())
    };
    let best = Separator::ALL.into_iter().enumerate().rev().max_by_key(score);
    best.map_or(Separator::Comma, |(_, separator)| separator)
}

/// The rows that are not blank.
fn rows(text: &str, separator: char) -> Result<Vec<Row>, BadFile> {
    let mut reader = Reader { rows: Vec::new(), cells: Vec::new(), cell: String::new(), number: 1 };
    let mut characters = text.chars().peekable();
    // The line on which a quote was opened.
    let (mut line, mut quote) = (1_usize, None);
    while let Some(character) = characters.next() {
        let ends_line = match character {
            '\r' => characters.peek() != Some(&'\n'),
            '\n' => true,
            _ => false,
        };
        line = line.saturating_add(usize::from(ends_line));
        match character {
            '"' if quote.is_some() && characters.peek() == Some(&'"') => {
                characters.next();
                reader.cell.push('"');
            }
            '"' if quote.is_some() => quote = None,
            '"' if reader.cell.is_empty() => quote = Some(line),
            _ if quote.is_some() => reader.cell.push(character),
            '\r' | '\n' if ends_line => reader.end_row()?,
            '\r' => {}
            _ if character == separator => reader.end_cell()?,
            _ => reader.cell.push(character),
        }
    }
    if let Some(line) = quote {
        return Err(BadFile::OpenQuote { line });
    }
    if !reader.cell.is_empty() || !reader.cells.is_empty() {
        reader.end_row()?;
    }
    Ok(reader.rows)
}

struct Reader {
    rows: Vec<Row>,
    cells: Vec<String>,
    cell: String,
    number: usize,
}

impl Reader {
    fn end_cell(&mut self) -> Result<(), BadFile> {
        if self.cells.len() >= MOST_COLUMNS {
            return Err(BadFile::TooManyColumns);
        }
        self.cells.push(std::mem::take(&mut self.cell));
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), BadFile> {
        self.end_cell()?;
        let cells = std::mem::take(&mut self.cells);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            // The header counts, too.
            if self.rows.len() > MOST_ROWS {
                return Err(BadFile::TooManyRows);
            }
            self.rows.push(Row { number: self.number, cells });
        }
        self.number = self.number.saturating_add(1);
        Ok(())
    }
}
