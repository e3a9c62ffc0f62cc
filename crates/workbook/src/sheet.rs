//! The rows of one sheet.

use abacus_core::pace::{Pace, yield_if_due};

use crate::archive::Archive;
use crate::error::WorkbookError;
use crate::format::FormatKind;
use crate::merged::{FillLimit, Merged, repeats};
use crate::reference::parse_reference;
use crate::strings::{TextBuilder, unescaped};
use crate::styles::Styles;
use crate::xml::{Item, Tag};
use crate::{Row, Rows, number, serial};

/// What the cells of every sheet refer to.
pub(crate) struct SheetContext<'a> {
    pub(crate) styles: &'a Styles,
    pub(crate) strings: &'a [String],
    pub(crate) has_1904: bool,
    /// The most columns.
    pub(crate) columns: usize,
}

/// Reads a sheet of at most `most` non-empty rows.
pub(crate) async fn read(
    archive: &mut Archive<'_>,
    part: &str,
    context: &SheetContext<'_>,
    most: usize,
    pace: &dyn Pace,
) -> Result<Rows, WorkbookError> {
    let mut reader = SheetReader::new(context, most);
    let mut xml = archive.part(part)?;
    while let Some(item) = xml.next(pace).await? {
        let copied = reader.take(&item)?;
        xml.take(copied)?;
    }
    let SheetReader { mut rows, merged, hidden, .. } = reader;
    let mut limit = FillLimit::default();
    for (done, Merged { column, first, last }) in merged.iter().copied().enumerate() {
        let from = rows.partition_point(|row| row.number < first);
        let to = rows.partition_point(|row| row.number <= last);
        let Some((top, below)) = rows.get_mut(from..to).and_then(|rows| rows.split_first_mut()) else { continue };
        // The first row of the merged cells may be blank, and so be missing.
        let words = top.cells.get(column).filter(|cell| top.number == first && cell.is_words);
        let Some(words) = words.map(|cell| cell.text.clone()).filter(|words| repeats(words)) else { continue };
        for row in below {
            limit.take()?;
            xml.take(words.len())?;
            if row.cells.len() <= column {
                row.cells.resize(column.saturating_add(1), Cell::default());
            }
            if let Some(cell) = row.cells.get_mut(column).filter(|cell| cell.text.is_empty()) {
                cell.text.clone_from(&words);
            }
        }
        yield_if_due(pace, done, merged.len()).await?;
    }
    let row =
        |row: PartialRow| Row { number: row.number, cells: row.cells.into_iter().map(|cell| cell.text).collect() };
    Ok(Rows { rows: rows.into_iter().map(row).collect(), hidden })
}

/// A cell as read.
#[derive(Clone, Default)]
struct Cell {
    text: String,
    /// Neither a number nor a day.
    is_words: bool,
}

#[derive(Default)]
struct PartialRow {
    number: usize,
    is_hidden: bool,
    cells: Vec<Cell>,
}

/// What kind of value a cell holds.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    /// The index of a shared string.
    Shared,
    /// The text result of a formula, an error, or a day as text.
    Text,
    /// An inline string.
    Inline,
    Flag,
}

/// The cell that is being read.
#[derive(Default)]
struct OpenCell {
    column: usize,
    kind: Kind,
    style: usize,
    value: String,
    words: TextBuilder,
}

struct SheetReader<'a> {
    context: &'a SheetContext<'a>,
    most: usize,
    rows: Vec<PartialRow>,
    merged: Vec<Merged>,
    hidden: usize,
    row: PartialRow,
    cell: Option<OpenCell>,
    is_value: bool,
    /// The column of the next cell, if that has no reference.
    next_column: usize,
    next_row: usize,
}

impl<'a> SheetReader<'a> {
    fn new(context: &'a SheetContext<'a>, most: usize) -> Self {
        Self {
            context,
            most,
            rows: Vec::new(),
            merged: Vec::new(),
            hidden: 0,
            row: PartialRow::default(),
            cell: None,
            is_value: false,
            next_column: 0,
            next_row: 1,
        }
    }

    /// Handles the next tag or text. Returns how many bytes were copied from the shared strings.
    fn take(&mut self, item: &Item<'_>) -> Result<usize, WorkbookError> {
        match item {
            Item::Open(tag) => match tag.name() {
                "row" => self.open_row(tag)?,
                "c" => self.open_cell(tag)?,
                "v" => self.is_value = true,
                "mergeCell" => self.merged.extend(Merged::of(&tag.get("ref")?.ok_or(WorkbookError::Broken)?)?),
                _ => self.words(item),
            },
            Item::Close(tag) => match tag.name() {
                "v" => self.is_value = false,
                "c" => return self.close_cell(),
                "row" => self.close_row()?,
                _ => self.words(item),
            },
            Item::Text(piece) if self.is_value => {
                self.cell.iter_mut().for_each(|cell| cell.value.push_str(piece));
            }
            Item::Text(_) => self.words(item),
        }
        Ok(0)
    }

    fn words(&mut self, item: &Item<'_>) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.kind == Kind::Inline) {
            cell.words.take(item);
        }
    }

    fn open_row(&mut self, tag: &Tag<'_>) -> Result<(), WorkbookError> {
        let number = match tag.get("r")? {
            Some(number) => {
                number.parse().ok().filter(|number| *number >= self.next_row).ok_or(WorkbookError::Broken)?
            }
            None => self.next_row,
        };
        self.row = PartialRow { number, is_hidden: tag.is("hidden")?, cells: Vec::new() };
        self.next_row = number.saturating_add(1);
        self.next_column = 0;
        Ok(())
    }

    fn open_cell(&mut self, tag: &Tag<'_>) -> Result<(), WorkbookError> {
        let column = match tag.get("r")? {
            Some(reference) => parse_reference(&reference).ok_or(WorkbookError::Broken)?.0,
            None => self.next_column,
        };
        self.next_column = column.saturating_add(1);
        let kind = match tag.get("t")?.as_deref() {
            None | Some("n") => Kind::Number,
            Some("s") => Kind::Shared,
            Some("str" | "e" | "d") => Kind::Text,
            Some("inlineStr") => Kind::Inline,
            Some("b") => Kind::Flag,
            Some(_) => return Err(WorkbookError::Broken),
        };
        let style = tag.get("s")?.and_then(|style| style.parse().ok()).unwrap_or_default();
        self.cell = Some(OpenCell { column, kind, style, ..OpenCell::default() });
        Ok(())
    }

    fn close_cell(&mut self) -> Result<usize, WorkbookError> {
        let Some(OpenCell { column, kind, style, value, words }) = self.cell.take() else { return Ok(0) };
        let mut copied = 0;
        let text = match kind {
            Kind::Inline => words.finish(),
            _ if value.trim().is_empty() && kind != Kind::Text => String::new(),
            Kind::Shared => {
                let index: usize = value.trim().parse().map_err(|_| WorkbookError::Broken)?;
                let shared = self.context.strings.get(index).ok_or(WorkbookError::Broken)?;
                copied = shared.len();
                shared.clone()
            }
            Kind::Text => unescaped(value),
            Kind::Flag => if value.trim() == "0" { "FALSE" } else { "TRUE" }.to_owned(),
            Kind::Number => self.number(value, style),
        };
        // Cells without content only have a style, and may extend to the edge of the sheet.
        if text.trim().is_empty() {
            return Ok(copied);
        }
        if column >= self.context.columns {
            return Err(WorkbookError::TooManyColumns);
        }
        if self.row.cells.len() <= column {
            self.row.cells.resize(column.saturating_add(1), Cell::default());
        }
        if let Some(cell) = self.row.cells.get_mut(column) {
            *cell = Cell { text, is_words: kind != Kind::Number };
        }
        Ok(copied)
    }

    /// A number as text. Anything else stays as it is.
    fn number(&self, stored: String, style: usize) -> String {
        let text = match self.context.styles.format_kind(style) {
            FormatKind::Number => None,
            FormatKind::Percent => number::plain(&stored, 2).map(|percent| percent + "%"),
            kind => serial::text(&stored, kind, self.context.has_1904),
        };
        text.or_else(|| number::plain(&stored, 0)).unwrap_or(stored)
    }

    fn close_row(&mut self) -> Result<(), WorkbookError> {
        let row = std::mem::take(&mut self.row);
        if row.cells.is_empty() {
            return Ok(());
        }
        if self.rows.len() >= self.most {
            return Err(WorkbookError::TooManyRows);
        }
        self.hidden = self.hidden.saturating_add(usize::from(row.is_hidden));
        self.rows.push(row);
        Ok(())
    }
}
