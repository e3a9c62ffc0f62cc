//! Reading tables as CSV, with quoted cells, any line ends and a detected separator.

use super::bad_file::{BadFile, MOST_COLUMNS, MOST_ROWS};
use super::rows::{Row, Table};
use super::separator::Separator;
use abacus_core::pace::{NeverYield, Pace, run_to_end, yield_if_due};

/// How many characters are read between pauses.
const BETWEEN_BEATS: u32 = 4096;

/// Reads a table. The header is the first row that names columns we know; else the first that is not blank.
///
/// # Errors
/// [`BadFile::Empty`], [`BadFile::OpenQuote`], [`BadFile::NoRows`], [`BadFile::TooManyRows`],
/// [`BadFile::TooManyColumns`].
pub fn read_table(text: &str) -> Result<Table, BadFile> {
    run_to_end(read_table_with(text, &NeverYield)).unwrap_or(Err(BadFile::Stopped))
}

/// The same in pieces.
///
/// # Errors
/// The same, and [`BadFile::Stopped`].
pub async fn read_table_with(text: &str, pace: &dyn Pace) -> Result<Table, BadFile> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (declared, text) = declared_separator(text);
    let separator = declared.unwrap_or_else(|| detect_separator(text));
    Table::of_rows(rows(text, separator.character(), pace).await?, Some(separator))
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
    // An unclosed quotation mark turns the whole text into one line.
    const CHARACTERS: usize = 100_000;
    let mut lines = vec![[0_usize; 3]];
    let mut quoted = false;
    for character in text.chars().take(CHARACTERS) {
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
    let score = |(index, _): &(usize, Separator)| {
        let counts = lines.iter().filter_map(|counts| counts.get(*index).copied()).filter(|count| *count > 0);
        (counts.clone().count(), counts.sum::<usize>())
    };
    let best = Separator::ALL.into_iter().enumerate().rev().max_by_key(score);
    best.map_or(Separator::Comma, |(_, separator)| separator)
}

/// The rows that are not blank.
async fn rows(text: &str, separator: char, pace: &dyn Pace) -> Result<Vec<Row>, BadFile> {
    let mut reader = Reader { rows: Vec::new(), cells: Vec::new(), cell: String::new(), number: 1 };
    let mut characters = text.chars().peekable();
    // The line on which a quote was opened.
    let (mut line, mut quote) = (1_usize, None);
    let (mut since_beat, mut done) = (0_u32, 0_usize);
    while let Some(character) = characters.next() {
        since_beat = since_beat.saturating_add(1);
        done = done.saturating_add(character.len_utf8());
        if since_beat > BETWEEN_BEATS {
            since_beat = 0;
            yield_if_due(pace, done, text.len()).await?;
        }
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
            // Including the header.
            if self.rows.len() > MOST_ROWS {
                return Err(BadFile::TooManyRows);
            }
            self.rows.push(Row { number: self.number, cells });
        }
        self.number = self.number.saturating_add(1);
        Ok(())
    }
}
