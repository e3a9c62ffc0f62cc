//! Rows of workbooks are read like rows of text files.

use std::cell::Cell;

use abacus_core::date::Date;
use abacus_core::pace::{NeverYield, run_to_end};
use abacus_deals::transfer::{BadFile, CellReason, Item, Mapping, Row, Table, read_table};
use abacus_workbook::{Limits, read};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

use super::*;

/// What to write into a cell of a workbook.
enum Put {
    Words(&'static str),
    Number(f64, &'static str),
}

use Put::{Number, Words};

fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Put) {
    match cell {
        Words(words) => sheet.write_string(row, column, *words).unwrap(),
        Number(number, format) => {
            sheet.write_number_with_format(row, column, *number, &Format::new().set_num_format(*format)).unwrap()
        }
    };
}

fn rows(bytes: &[u8]) -> Vec<Row> {
    let limits = Limits { rows: 20_001, columns: 500, unpacked: Cell::new(100_000_000) };
    let mut workbook = run_to_end(read(bytes, &limits, &NeverYield)).unwrap().unwrap();
    let rows = workbook.sheets.remove(0).rows.unwrap().rows;
    rows.into_iter().map(|row| Row { number: row.number, cells: row.cells }).collect()
}

fn table(rows_of_cells: &[Vec<Put>]) -> Table {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in (0..).zip(rows_of_cells) {
        (0..).zip(cells).for_each(|(column, cell)| put(sheet, row, column, cell));
    }
    Table::of_rows(rows(&workbook.save_to_buffer().unwrap()), None).unwrap()
}

/// The item read from a table of one row below its header.
fn item(table: &Table) -> Item {
    Preview::of_table(table, &Mapping::of(table), &[]).items()[0].clone()
}

/// For each case: a cell of a text file, the equivalent cell of a workbook, and what is read.
#[test]
fn days_and_amounts_are_the_same_in_both() {
    let day = |text: &str| Some(text.parse::<Date>().unwrap());
    for (text, cell, expected) in [
        ("2026-06-30", Number(46203.0, "yyyy-mm-dd"), day("2026-06-30")),
        ("2026/6/30", Number(46203.0, "yyyy/m/d"), day("2026-06-30")),
        ("2026年6月30日", Number(46203.0, "yyyy\"年\"m\"月\"d\"日\""), day("2026-06-30")),
        ("2026年6月30日 星期二", Number(46203.0, "[$-804]yyyy\"年\"m\"月\"d\"日\" dddd"), day("2026-06-30")),
        ("2026-06-30 09:30", Number(46_203.395_833_333_336, "yyyy-mm-dd hh:mm"), day("2026-06-30")),
        ("2026-06-30 23:59:59", Number(46_203.999_988_425_93, "yyyy-mm-dd hh:mm:ss"), day("2026-06-30")),
        ("2024-02-29", Number(45351.0, "m/d/yy"), day("2024-02-29")),
        ("2026-06-30", Words("2026-06-30"), day("2026-06-30")),
        ("1900-02-29", Number(60.0, "yyyy-mm-dd"), None),
        ("6/30/2026", Words("6/30/2026"), day("2026-06-30")),
        ("09:30", Number(0.395_833_333_333, "hh:mm"), None),
        ("#N/A", Words("#N/A"), None),
        ("大约六月", Words("大约六月"), None),
    ] {
        let of_text = item(&read_table(&format!("客户,商机名称,预计成交日\n华东,x,{text}\n")).unwrap());
        let of_workbook = item(&table(&[
            vec![Words("客户"), Words("商机名称"), Words("预计成交日")],
            vec![Words("华东"), Words("x"), cell],
        ]));
        let close = |item: &Item| item.record.deal().unwrap().expected_close;
        assert_eq!((close(&of_text), close(&of_workbook)), (expected, expected), "{text}");
        assert_eq!(of_text.problems, of_workbook.problems, "{text}");
        assert_eq!(of_text.record, of_workbook.record, "{text}");
    }
    for (text, cell, header, expected) in [
        ("1200", Number(1200.0, "General"), "金额", Some("1200")),
        ("8.2", Number(8.2, "0.0"), "金额", Some("8.2")),
        ("0.1", Number(0.1, "General"), "金额", Some("0.1")),
        ("12345678901.23", Number(12_345_678_901.23, "#,##0.00"), "金额", Some("12345678901.23")),
        ("-300", Number(-300.0, "[Red]-0"), "金额", Some("-300")),
        ("12.5", Number(12.5, "0.0"), "金额（万元）", Some("125000")),
        ("12万", Words("12万"), "金额", Some("120000")),
        ("1,200", Words("1,200"), "金额", Some("1200")),
        ("5%", Number(0.05, "0%"), "金额", None),
        ("大约", Words("大约"), "金额", None),
        ("#DIV/0!", Words("#DIV/0!"), "金额", None),
        ("TRUE", Words("TRUE"), "金额", None),
    ] {
        let of_text = item(&read_table(&format!("客户,商机名称,{header}\n华东,x,\"{text}\"\n")).unwrap());
        let of_workbook = item(&table(&[
            vec![Words("客户"), Words("商机名称"), Words(header)],
            vec![Words("华东"), Words("x"), cell],
        ]));
        let amount = |item: &Item| item.record.deal().unwrap().amount.map(|amount| amount.normalize().to_string());
        let expected = expected.map(str::to_owned);
        assert_eq!((amount(&of_text), amount(&of_workbook)), (expected.clone(), expected), "{text} below {header}");
        assert_eq!(of_text.problems, of_workbook.problems, "{text}");
        assert_eq!(of_text.record, of_workbook.record, "{text}");
    }
}

#[test]
fn a_failed_formula_is_reported_in_any_column() {
    let table = read_table("客户,商机名称,金额,预计成交日,下一步\n#REF!,#,#DIV/0!,#N/A,#!\n").unwrap();
    let item = item(&table);
    let failed: Vec<_> = item.problems.iter().map(|it| (it.column.code(), it.text.as_str(), it.reason)).collect();
    let expected = [("customer", "#REF!"), ("expected_close", "#N/A"), ("amount", "#DIV/0!")];
    assert_eq!(failed, expected.map(|(column, text)| (column, text, CellReason::Failed)));
    assert_eq!(item.record.deal().unwrap().customer, "#REF!", "it is kept");
}

#[test]
fn an_apostrophe_in_a_workbook_is_literal() {
    let read = |table: &Table| item(table).record.deal().unwrap().title.clone();
    assert_eq!(read(&read_table("客户,商机名称\n华东,'=1\n").unwrap()), "=1");
    assert_eq!(read(&table(&[vec![Words("客户"), Words("商机名称")], vec![Words("华东"), Words("'=1")]])), "'=1");
}

#[test]
fn titles_and_totals_of_a_workbook_are_found() {
    let table = table(&[
        vec![Words("商机表（单位：万元）")],
        vec![],
        vec![Words("客户"), Words("商机名称"), Words("金额")],
        vec![Words("华东"), Words("一期"), Number(12.0, "0")],
        vec![Words("合计"), Words(""), Number(12.0, "0")],
    ]);
    assert_eq!((table.header_row(), table.known_columns()), (3, 3));
    let preview = Preview::of_table(&table, &Mapping::of(&table), &[]);
    assert_eq!(preview.items()[0].record.deal().unwrap().amount, Some(120_000.into()));
    assert_eq!((preview.items()[0].row, preview.items()[1].verdict), (Some(4), Verdict::Total));
    assert_eq!(Table::of_rows(Vec::new(), None), Err(BadFile::Empty));
}
