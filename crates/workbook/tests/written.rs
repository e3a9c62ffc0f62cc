//! Workbooks written by `rust_xlsxwriter` are read back unchanged.

use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

use crate::{cells, reading};

#[test]
fn days_percentages_formulas_and_flags_are_read() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
    let time = Format::new().set_num_format("yyyy/m/d h:mm");
    let percent = Format::new().set_num_format("0.00%");
    sheet.write_string(0, 0, "客户").expect("written");
    sheet
        .write_datetime_with_format(0, 1, ExcelDateTime::from_ymd(2026, 6, 30).expect("a day"), &day)
        .expect("written");
    let at = ExcelDateTime::from_ymd(2026, 6, 30).and_then(|day| day.and_hms(9, 30, 0)).expect("a time");
    sheet.write_datetime_with_format(0, 2, at, &time).expect("written");
    sheet.write_number_with_format(0, 3, 0.05, &percent).expect("written");
    sheet.write_formula(0, 4, Formula::new("=1+1").set_result("2")).expect("written");
    sheet.write_boolean(0, 5, true).expect("written");
    sheet.write_number(0, 6, 1_234_567.89).expect("written");
    let bytes = workbook.save_to_buffer().expect("a file");
    let expected = ["客户", "2026-06-30", "2026-06-30 09:30", "5%", "2", "TRUE", "1234567.89"];
    assert_eq!(cells(&bytes), [expected]);
}

#[test]
fn hidden_sheets_are_read_only_if_the_others_are_empty() {
    let make = |sheets: &[(&str, bool, bool)]| {
        let mut workbook = Workbook::new();
        for (name, is_hidden, is_filled) in sheets {
            let sheet = workbook.add_worksheet();
            sheet.set_name(*name).expect("a name").set_hidden(*is_hidden);
            if *is_filled {
                sheet.write_string(0, 0, *name).expect("written");
                sheet.write_string(1, 0, "x").expect("written");
                sheet.set_row_hidden(1).expect("hidden");
            }
        }
        let bytes = workbook.save_to_buffer().expect("a file");
        let workbook = reading(&bytes).expect("a workbook");
        let names: Vec<String> = workbook.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let hidden = workbook.sheets.iter().map(|sheet| sheet.rows.as_ref().expect("rows").hidden).max();
        (names.join(","), workbook.hidden.join(","), hidden)
    };
    let of = |names: &str, hidden: &str| (names.to_owned(), hidden.to_owned(), Some(1));
    assert_eq!(make(&[("说明", false, false), ("华东", false, true), ("华南", false, true)]), of("华东,华南", ""));
    assert_eq!(make(&[("华东", false, true), ("旧", true, true)]), of("华东", "旧"));
    assert_eq!(make(&[("空", false, false), ("旧", true, true)]), of("旧", ""));
}

fn cell() -> impl Strategy<Value = Result<String, f64>> {
    prop_oneof![
        "[a-zA-Z0-9 ,;\"'<>&=+_x中文客户\\n￥é😀-]{1,12}".prop_map(Ok),
        "_x[0-9A-F]{4}_".prop_map(Ok),
        any::<f64>().prop_filter("a number", |number| number.is_normal()).prop_map(Err),
        (-1_000_000_000_i64..1_000_000_000).prop_map(|cents| Err(cents as f64 / 100.0)),
    ]
}

proptest! {
    #[test]
    fn every_cell_is_read_as_it_was_written(rows in prop::collection::vec(prop::collection::vec(cell(), 1..5), 1..6)) {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in (0..).zip(&rows) {
            for (column, cell) in (0..).zip(cells) {
                match cell {
                    Ok(words) => sheet.write_string(row, column, words),
                    Err(number) => sheet.write_number(row, column, *number),
                }.expect("written");
            }
        }
        let bytes = workbook.save_to_buffer().expect("a file");
        let expected: Vec<&Vec<Result<String, f64>>> = rows.iter().filter(|cells| cells.iter().any(|cell| cell.as_ref().map_or(true, |words| !words.trim().is_empty()))).collect();
        if expected.is_empty() {
            prop_assert_eq!(reading(&bytes), Err(abacus_workbook::WorkbookError::Empty));
            return Ok(());
        }
        for (cells, read) in expected.into_iter().zip(cells(&bytes)) {
            for (place, cell) in cells.iter().enumerate() {
                let read = read.get(place).map_or("", String::as_str);
                match cell {
                    Ok(words) if words.trim().is_empty() => prop_assert_eq!(read, ""),
                    Ok(words) => prop_assert_eq!(read, words),
                    Err(number) => prop_assert_eq!(read.parse::<f64>(), Ok(*number), "{}", read),
                }
            }
        }
    }
}
