//! Workbooks: the sheet of a calculation, or a list of deals, as an XLSX file.
//!
//! This is a separate crate and bundle, because the XLSX writer is larger than a calculator and few visits need it. The
//! page loads it on demand.

#![deny(missing_docs)]

use std::borrow::Cow;

use abacus_core::sheet::excel::{formula, number, number_format};
use abacus_core::sheet::{Cell, Format as Shown, List, Request, Sheet};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet, XlsxError};

/// The widths of the first column and of the others, in characters.
const WIDTHS: (f64, f64) = (34.0, 16.0);

/// The workbook of a calculation: one sheet with live formulas for the results and the what-if
/// table. The current values are stored beside the formulas, for readers that do not compute.
///
/// # Errors
/// Those of the writer; our sheets cause none.
pub fn workbook(request: &Request) -> Result<Vec<u8>, XlsxError> {
    let sheet = Sheet::new(request);
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.set_name(request.calculator.spec().id)?;
    page.set_portrait().set_paper_size(9).set_print_fit_to_pages(1, 0);
    page.set_column_width(0, WIDTHS.0)?;
    for (row, cells) in (0..).zip(&sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            write(page, row, column, cell, &sheet)?;
        }
    }
    for column in 1..=widest(&sheet) {
        page.set_column_width(column, WIDTHS.1)?;
    }
    workbook.save_to_buffer()
}

/// The workbook of a list: one sheet whose first row stays visible and has filters.
///
/// # Errors
/// Those of the writer; our lists cause none.
pub fn list(list: &List) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet();
    page.set_name(&list.name)?;
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    for (row, cells) in (0..).zip(&list.sheet.rows) {
        for (column, cell) in (0..).zip(cells) {
            write(page, row, column, cell, &list.sheet)?;
        }
    }
    let widest = widest(&list.sheet);
    for column in 0..=widest {
        page.set_column_width(column, WIDTHS.1)?;
    }
    let last = u32::try_from(list.sheet.rows.len().saturating_sub(1)).unwrap_or_default();
    page.set_freeze_panes(1, 0)?.autofilter(0, 0, last, widest)?;
    workbook.save_to_buffer()
}

/// The index of the last column in use.
fn widest(sheet: &Sheet) -> u16 {
    let most = sheet.rows.iter().map(Vec::len).max().unwrap_or_default();
    u16::try_from(most.saturating_sub(1)).unwrap_or_default()
}

fn write(page: &mut Worksheet, row: u32, column: u16, cell: &Cell, sheet: &Sheet) -> Result<(), XlsxError> {
    match cell {
        Cell::Title(words) => {
            page.write_string_with_format(row, column, words, &Format::new().set_bold().set_font_size(16))
        }
        Cell::Heading(words) => page.write_string_with_format(row, column, words, &Format::new().set_bold()),
        // Always written as a string, never as a formula.
        Cell::Text(words) => page.write_string(row, column, clipped(words)),
        Cell::Date(day) => match ExcelDateTime::parse_from_str(&day.to_string()) {
            Ok(date) => {
                page.write_datetime_with_format(row, column, &date, &Format::new().set_num_format("yyyy-mm-dd"))
            }
            // Excel has no dates before 1900.
            Err(_) => page.write_string(row, column, day.to_string()),
        },
        Cell::Number(value, shown) => {
            page.write_number_with_format(row, column, number(*value), &look(*shown, sheet).set_font_color("#0B57D0"))
        }
        Cell::Formula(cell) => {
            let live = Formula::new(formula(cell, &sheet.style));
            let live = match cell.value {
                Ok(value) => live.set_result(value.normalize().to_string()),
                Err(reason) => live.set_result(cell.output.none(reason).get(sheet.style.locale)),
            };
            page.write_formula_with_format(row, column, live, &look(cell.format, sheet))
        }
    }
    .map(|_| ())
}

fn look(shown: Shown, sheet: &Sheet) -> Format {
    let format = Format::new();
    match number_format(shown, &sheet.style) {
        Some(pattern) => format.set_num_format(pattern),
        None => format,
    }
}

/// The part of a text that fits in a cell. Excel's limit counts UTF-16 units.
fn clipped(words: &str) -> Cow<'_, str> {
    const MAX: usize = 32_767;
    if words.len() <= MAX || words.encode_utf16().count() <= MAX {
        return Cow::Borrowed(words);
    }
    let mut room = MAX - 1;
    let fits = |letter: &char| room.checked_sub(letter.len_utf16()).map(|left| room = left).is_some();
    Cow::Owned(words.chars().take_while(fits).chain(['…']).collect())
}
