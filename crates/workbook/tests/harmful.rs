//! Damaged and malicious files.

use std::cell::{Cell, RefCell};
use std::future::ready;

use abacus_core::pace::{Pace, Rest, Stopped, run_to_end};
use abacus_workbook::{Limits, WorkbookError, read};
use proptest::prelude::*;

use crate::parts::Parts;
use crate::{limits, reading, reading_within};

/// Rows of one cell each.
fn rows(count: usize) -> String {
    "<row><c><v>1</v></c></row>".repeat(count)
}

#[test]
fn unpacking_stops_at_the_limit() {
    // 20 MB of nothing in a file of 100 KB.
    let mut bomb = Parts::of_rows("");
    bomb.sheet = format!("{}{}", format!("<a b=\"{}\"/>", " ".repeat(10_000)).repeat(2_000), bomb.sheet);
    let limits = Limits { unpacked: Cell::new(5_000_000), ..limits() };
    let bytes = bomb.bytes();
    assert!(bytes.len() < 100_000, "{}", bytes.len());
    assert_eq!(reading_within(&bytes, &limits), Err(WorkbookError::UnpacksTooLarge));
    assert!(limits.unpacked.get() < 20_000, "it was read up to the limit: {}", limits.unpacked.get());
}

#[test]
fn the_size_stated_by_an_archive_is_not_trusted() {
    let mut bytes = Parts::of_rows(&rows(20_000)).bytes();
    let sheet = b"xl/worksheets/sheet1.xml";
    // In the central directory, the size precedes the name of each part.
    let at = bytes.windows(sheet.len()).rposition(|window| window == sheet).expect("an entry");
    bytes[at - 22..at - 18].copy_from_slice(&10_u32.to_le_bytes());
    let limits = limits();
    let workbook = reading_within(&bytes, &limits).expect("the other parts are whole");
    assert_eq!(workbook.sheets[0].rows, Err(WorkbookError::Broken));
    assert!(limits.unpacked.get() > 99_000_000, "unpacking stops at the stated size: {}", limits.unpacked.get());
}

#[test]
fn one_tag_or_text_has_a_size_limit() {
    let long = Parts::of_cells(&format!("<c t=\"str\"><v>{}</v></c>", "x".repeat(3_000_000)));
    let sheet = reading(&long.bytes()).expect("the workbook can be read").sheets.remove(0);
    assert_eq!(sheet.rows, Err(WorkbookError::TextTooLarge));
    let huge = Parts::of_cells(&format!("<c t=\"inlineStr\"><is><t>{}</t></is></c>", "x".repeat(101_000_000)));
    let sheet = reading(&huge.bytes()).expect("the workbook can be read").sheets.remove(0);
    assert_eq!(sheet.rows, Err(WorkbookError::TextTooLarge), "the limit is reported, not damage");
    let shared = Parts { strings: format!("<si><t>{}</t></si>", "x".repeat(3_000_000)), ..Parts::of_cells("") };
    assert_eq!(reading(&shared.bytes()), Err(WorkbookError::TextTooLarge));
}

#[test]
fn a_shared_string_counts_in_each_cell_that_has_it() {
    let mut parts = Parts::of_rows(&"<row><c t=\"s\"><v>0</v></c></row>".repeat(10_000));
    parts.strings = format!("<si><t>{}</t></si>", "字".repeat(10_000));
    assert_eq!(reading(&parts.bytes()), Err(WorkbookError::UnpacksTooLarge));
}

#[test]
fn text_of_merged_cells_counts_in_each_row_and_is_limited() {
    let mut parts = Parts::of_rows(&format!(
        "<row><c t=\"inlineStr\"><is><t>{}</t></is></c></row>{}",
        "x".repeat(30_000),
        "<row><c r=\"B2\"><v>1</v></c></row>".repeat(10_000).replace("B2", "B")
    ));
    parts.sheet = parts.sheet.replace("<c r=\"B\">", "<c/><c>");
    parts.sheet.push_str("<mergeCells><mergeCell ref=\"A1:A9999\"/></mergeCells>");
    assert_eq!(reading(&parts.bytes()), Err(WorkbookError::UnpacksTooLarge));
    let mut parts = Parts::of_rows(&format!("<row><c t=\"str\"><v>x</v></c></row>{}", rows(2_000)));
    parts.sheet.push_str(&format!("<mergeCells>{}</mergeCells>", "<mergeCell ref=\"A1:A3000\"/>".repeat(1_001)));
    assert_eq!(reading(&parts.bytes()).expect("a workbook").sheets[0].rows, Err(WorkbookError::Broken));
}

#[test]
fn only_filled_rows_and_columns_count_towards_the_limits() {
    let of_rows = |rows: &str| reading(&Parts::of_rows(rows).bytes()).expect("a workbook").sheets.remove(0).rows;
    assert_eq!(of_rows(&rows(20_001)).expect("rows").rows.len(), 20_001);
    assert_eq!(of_rows(&rows(20_002)), Err(WorkbookError::TooManyRows));
    let blank = "<row><c s=\"0\"/></row>".repeat(30_000);
    assert_eq!(of_rows(&format!("{blank}{}{blank}", rows(1))).expect("rows").rows[0].number, 30_001);
    let last = |column: &str| format!("<row><c r=\"{column}1\"><v>1</v></c><c r=\"XFD1\" s=\"0\"/></row>");
    assert_eq!(of_rows(&last("SF")).expect("rows").rows[0].cells.len(), 500);
    assert_eq!(of_rows(&last("SG")), Err(WorkbookError::TooManyColumns));
}

#[test]
fn a_damaged_part_is_reported() {
    let row = "<row><c><v>1</v></c></row>";
    for sheet in [
        "<sheetData><row><c><v>1</v></row></sheetData>".to_owned(),
        "<sheetData><row><c t=\"s\"><v>5</v></c></row></sheetData>".to_owned(),
        "<sheetData><row><c t=\"s\"><v>x</v></c></row></sheetData>".to_owned(),
        "<sheetData><row><c r=\"1A\"><v>1</v></c></row></sheetData>".to_owned(),
        format!("<sheetData><row r=\"x\"/>{row}</sheetData>"),
        format!("<sheetData><row r=\"5\"/><row r=\"4\"/>{row}</sheetData>"),
        "<sheetData><row><c t=\"new\"><v>1</v></c></row></sheetData>".to_owned(),
        "<sheetData><row><c t=\"str\"><v>&unknown;</v></c></row></sheetData>".to_owned(),
        format!("<sheetData>{row}</sheetData><mergeCells><mergeCell ref=\"A1\"/></mergeCells>"),
    ] {
        let parts = Parts { sheet: sheet.clone(), ..Parts::default() };
        assert_eq!(reading(&parts.bytes()).expect("a workbook").sheets[0].rows, Err(WorkbookError::Broken), "{sheet}");
    }
    let whole = Parts::of_rows(row).bytes();
    assert_eq!(reading(&whole[..whole.len() / 2]), Err(WorkbookError::Broken), "half a file");
    let open = Parts { strings: "<si><t>never closed".to_owned(), ..Parts::of_rows(row) };
    assert_eq!(reading(&open.bytes()), Err(WorkbookError::Broken));
    let declared = Parts { workbook: "<!DOCTYPE x [<!ENTITY a \"b\">]>".to_owned(), ..Parts::of_rows(row) };
    assert_eq!(reading(&declared.bytes()), Err(WorkbookError::Broken));
    assert_eq!(reading(&Parts::of_rows("").bytes()), Err(WorkbookError::Empty));
}

/// Takes every break, records the progress, and stops the work after a number of breaks.
struct Stopping(RefCell<Vec<(u64, u64)>>, usize);

impl Pace for Stopping {
    fn is_due(&self) -> bool {
        true
    }

    fn rest(&self, done: u64, total: u64) -> Rest<'_> {
        self.0.borrow_mut().push((done, total));
        let goes_on = self.0.borrow().len() < self.1;
        Box::pin(ready(if goes_on { Ok(()) } else { Err(Stopped) }))
    }
}

#[test]
fn reading_takes_breaks_reports_progress_and_can_be_stopped() {
    let bytes = Parts::of_rows(&rows(20_000)).bytes();
    let pace = Stopping(RefCell::default(), usize::MAX);
    assert!(run_to_end(read(&bytes, &limits(), &pace)).expect("done").is_ok());
    let told = pace.0.borrow();
    assert!(told.len() > 1_000 && told.is_sorted(), "{}", told.len());
    let (done, total) = told.last().expect("a break");
    assert!(done <= total && done * 10 > total * 9, "{done} of {total}");
    let pace = Stopping(RefCell::default(), 20);
    assert_eq!(run_to_end(read(&bytes, &limits(), &pace)), Some(Err(WorkbookError::Stopped)));
}

proptest! {
    /// Whatever bytes of a file are changed, reading it terminates with a result.
    #[test]
    fn reading_any_damaged_file_terminates(changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20), cut in any::<prop::sample::Index>()) {
        let mut bytes = Parts::of_rows(&rows(20)).bytes();
        for (place, byte) in changes {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        let _answer = reading(&bytes);
        bytes.truncate(cut.index(bytes.len()));
        let _answer = reading(&bytes);
    }
}
