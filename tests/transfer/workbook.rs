//! Workbooks among the files of an import.

use std::cell::RefCell;

use abacus_core::pace::{Pace, Rest, Stopped, run_to_end};
use abacus_deals::transfer::{BadFile, Column};
use rust_xlsxwriter::Workbook;
use sales_abacus::deals::files::WORKBOOKS;
use sales_abacus::deals::files::import::inspect::{Part, ReadContext, Reading, inspect, inspect_with, read_as};
use sales_abacus::deals::files::import::reading_words;
use sales_abacus::deals::files::import::state::{ChosenFiles, FileContent, ImportStage, TableOrigin, UnreadFile};
use sales_abacus::shell::chunk::{Chunk, NotLoaded};
use sales_abacus::shell::inbox::PickedFile;
use sales_abacus::shell::slices::{PhasedPace, Progress};

use super::*;

const HEADER: &[&str] = &["客户", "商机名称"];

/// A workbook from the names and rows of its sheets. A leading dot in the name hides the sheet.
fn workbook(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name.trim_start_matches('.')).expect("a name").set_hidden(name.starts_with('.'));
        for (row, cells) in (0..).zip(*rows) {
            for (column, cell) in (0..).zip(*cells) {
                sheet.write_string(row, column, *cell).expect("written");
            }
        }
    }
    workbook.save_to_buffer().expect("a file")
}

fn chosen(stage: ImportStage) -> ChosenFiles {
    match stage {
        ImportStage::Chosen(chosen) => chosen,
        other => panic!("{other:?}"),
    }
}

fn inspected(files: Vec<PickedFile>) -> ImportStage {
    inspect(files, &ports(holding(&[])))
}

fn left_out(chosen: &ChosenFiles) -> Vec<Vec<String>> {
    let of = |content: &FileContent| match content {
        FileContent::Table(_, _, TableOrigin::Sheet(sheet)) => sheet.left_out.clone(),
        other => panic!("{other:?}"),
    };
    chosen.taken().map(|file| of(&file.content)).collect()
}

fn names(chosen: &ChosenFiles) -> Vec<&str> {
    chosen.taken().map(|file| file.name.as_str()).collect()
}

#[test]
fn a_workbook_is_read_beside_other_files() {
    let sheet: &[&[&str]] = &[&["商机表"], HEADER, &["华东", "一期"], &["华南", "二期"]];
    let broken = workbook(&[("S", sheet)])[..1000].to_vec();
    let files = [
        picked("a.xlsx", &workbook(&[("S", sheet)])),
        picked("b.xlsx", &broken),
        picked("c.csv", "客户\n华北\n".as_bytes()),
        picked("d.xls", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
    ];
    let chosen = chosen(inspected(files.concat()));
    assert_eq!(names(&chosen), ["a.xlsx", "c.csv"]);
    let customers: Vec<_> =
        chosen.preview.items().iter().map(|item| &*item.record.deal().expect("a deal").customer).collect();
    assert_eq!(customers, ["华东", "华南", "华北"]);
    let unread = |name: &str, why| UnreadFile { name: name.to_owned(), why };
    assert_eq!(chosen.unread, [unread("b.xlsx", BadFile::BrokenWorkbook), unread("d.xls", BadFile::OldWorkbook)]);
}

#[test]
fn sheets_of_deals_are_tables_and_others_are_listed() {
    let east: &[&[&str]] = &[HEADER, &["华东", "一期"]];
    let south: &[&[&str]] = &[HEADER, &["华南", "二期"]];
    let words: &[&[&str]] = &[&["说明"], &["请先填客户"]];
    let bytes = workbook(&[("说明", words), ("东", east), ("标题", &[&["只有一行"]]), (".旧", east), ("南", south)]);
    let all = chosen(inspected(picked("a.xlsx", &bytes)));
    assert_eq!(names(&all), ["a.xlsx · 东", "a.xlsx · 南"]);
    let all_names: Vec<_> = all.files.iter().map(|file| (file.name.as_str(), file.is_taken)).collect();
    assert_eq!(all_names, [("a.xlsx · 说明", false), ("a.xlsx · 东", true), ("a.xlsx · 南", true)]);
    let FileContent::Table(_, _, origin) = &all.files[0].content else { panic!("a table") };
    let told = reading_words::origin(origin, true, abacus_core::text::Locale::Zh).concat();
    assert!(told.contains("读的是工作表“说明”") && told.contains("标题、旧"), "{told}");
    let told = reading_words::origin(origin, false, abacus_core::text::Locale::En).concat();
    assert!(told.starts_with("Sheets left out: 标题, 旧."), "{told}");

    let unknown = chosen(inspected(picked("b.xlsx", &workbook(&[("空", &[]), ("甲", words), ("乙", words)]))));
    assert_eq!((names(&unknown), left_out(&unknown)), (vec!["b.xlsx · 甲"], vec![Vec::<String>::new()]));
    let nothing = inspected(picked("c.xlsx", &workbook(&[("甲", &[&["只有一行"]]), ("乙", &[])])));
    assert_eq!(nothing, ImportStage::Refused(vec![UnreadFile { name: "c.xlsx".to_owned(), why: BadFile::NoRows }]));
}

#[test]
fn which_sheets_are_read_can_be_chosen() {
    use abacus_core::text::Locale::{En, Zh};
    let east: &[&[&str]] = &[HEADER, &["华东", "一期"]];
    let other: &[&[&str]] = &[&["名字", "事"], &["华南", "二期"], &["华北", "三期"]];
    let bytes = workbook(&[("东", east), ("别的", other)]);
    let ports = ports(holding(&[]));
    let first = chosen(inspect(picked("a.xlsx", &bytes), &ports));
    let customers = |chosen: &ChosenFiles| chosen.preview.items().len();
    assert_eq!((names(&first), customers(&first), first.title()), (vec!["a.xlsx · 东"], 1, "a.xlsx · 东".to_owned()));
    let labels = first.files.iter().map(|file| reading_words::sheet(&file.content, Zh)).collect::<Vec<_>>();
    assert_eq!(labels, ["读工作表“东”（1 行）", "读工作表“别的”（2 行）"]);
    assert_eq!(reading_words::sheet(&first.files[0].content, En), "Read the sheet “东” (1 row)");
    let both = chosen(read_as(&first, 1, Reading::Sheet(true), &ports));
    let both = chosen(read_as(&both, 1, Reading::Column(0, Column::from_code("customer")), &ports));
    assert_eq!((names(&both), customers(&both)), (vec!["a.xlsx · 东", "a.xlsx · 别的"], 3));
    let second = chosen(read_as(&both, 0, Reading::Sheet(false), &ports));
    assert_eq!((names(&second), customers(&second)), (vec!["a.xlsx · 别的"], 2));
    assert!(second.preview.items().iter().all(|item| item.file == 1), "a sheet keeps its place");
    let none = chosen(read_as(&second, 1, Reading::Sheet(false), &ports));
    assert_eq!((names(&none), customers(&none)), (vec![], 0));
}

#[test]
fn a_sheet_over_the_limits_is_left_out_and_reported() {
    let many = |count: usize, cell: &'static str| -> Vec<&[&str]> {
        let row: &'static [&'static str] = if cell == "a" { &["甲", "乙"] } else { &["a", "b"] };
        [if cell == "a" { HEADER } else { &["x", "y"][..] }].into_iter().chain(vec![row; count]).collect()
    };
    let ports = ports(holding(&[]));
    let files = [
        picked("a.xlsx", &workbook(&[("东", &many(1, "a")), ("别的", &many(9_000, "b"))])),
        picked("b.csv", format!("客户\n{}", "甲\n".repeat(12_000)).as_bytes()),
    ];
    let first = chosen(inspect(files.concat(), &ports));
    assert_eq!((names(&first), first.unread.len()), (vec!["a.xlsx · 东", "b.csv"], 0));
    let refused = chosen(read_as(&first, 1, Reading::Sheet(true), &ports));
    let why = BadFile::TooManyRowsTogether;
    assert_eq!(names(&refused), names(&first));
    assert_eq!(refused.unread, [UnreadFile { name: "a.xlsx · 别的".to_owned(), why }]);
}

#[test]
fn rows_have_a_limit_in_one_sheet_and_in_all() {
    let many =
        |count: usize| -> Vec<&[&str]> { [HEADER].into_iter().chain(vec![&["甲", "乙"][..]; count]).collect() };
    let one = inspected(picked("a.xlsx", &workbook(&[("S", &many(20_001))])));
    assert_eq!(one, ImportStage::Refused(vec![UnreadFile { name: "a.xlsx".to_owned(), why: BadFile::TooManyRows }]));
    let two = chosen(inspected(picked("a.xlsx", &workbook(&[("东", &many(15_000)), ("南", &many(15_000))]))));
    assert_eq!(names(&two), ["a.xlsx · 东"]);
    let why = BadFile::TooManyRowsTogether;
    assert_eq!(two.unread, [UnreadFile { name: "a.xlsx · 南".to_owned(), why }]);
}

#[test]
fn a_reader_that_fails_to_load_is_reported_at_the_file() {
    let workbooks = Chunk::Later(|| Box::pin(async { Err(NotLoaded) }));
    let readers = ReadContext { ports: ports(holding(&[])), workbooks };
    let files = [picked("a.xlsx", &workbook(&[("S", &[HEADER])])), picked("c.csv", "客户\n华北\n".as_bytes())];
    let stage = run_to_end(inspect_with(files.concat(), &readers, &abacus_core::pace::NeverYield)).expect("done");
    let chosen = chosen(stage.expect("not stopped"));
    assert_eq!(chosen.unread, [UnreadFile { name: "a.xlsx".to_owned(), why: BadFile::NoReader }]);
    assert_eq!(names(&chosen), ["c.csv"]);
}

/// Yields whenever possible, records the phases of the work, and stops it in one of them.
struct Stopping {
    parts: RefCell<Vec<Part>>,
    rests: RefCell<usize>,
    stops_in: Option<Part>,
}

impl Pace for Stopping {
    fn is_due(&self) -> bool {
        true
    }

    fn rest(&self, _: u64, _: u64) -> Rest<'_> {
        *self.rests.borrow_mut() += 1;
        let is_over = self.stops_in.is_some() && self.parts.borrow().last() == self.stops_in.as_ref();
        Box::pin(std::future::ready(if is_over { Err(Stopped) } else { Ok(()) }))
    }
}

impl PhasedPace<Part> for Stopping {
    fn begin(&self, part: Part) {
        self.parts.borrow_mut().push(part);
    }
}

#[test]
fn reading_reports_its_phases_and_can_be_stopped_in_each() {
    let readers = ReadContext { ports: ports(holding(&[deal("a", "华东", 1)])), workbooks: Chunk::Here(&WORKBOOKS) };
    let rows: Vec<&[&str]> = [HEADER].into_iter().chain(vec![&["甲", "乙"][..]; 500]).collect();
    let csv = format!("客户\n{}", "甲\n".repeat(10_000));
    let files = || [picked("a.xlsx", &workbook(&[("S", &rows)])), picked("b.csv", csv.as_bytes())].concat();
    let reading = |name: &str| Part::Reading(name.into());
    let parts = [reading("a.xlsx"), reading("b.csv"), Part::Comparing];
    let watch = |stops_in| Stopping { parts: RefCell::default(), rests: RefCell::default(), stops_in };
    let whole = watch(None);
    let stage = run_to_end(inspect_with(files(), &readers, &whole)).expect("done").expect("not stopped");
    let at_once_read = chosen(inspect(files(), &readers.ports));
    assert_eq!(chosen(stage).preview.items(), at_once_read.preview.items());
    assert_eq!(*whole.parts.borrow(), parts);
    assert!(*whole.rests.borrow() > 10_000);
    for part in parts {
        let watch = watch(Some(part));
        assert_eq!(run_to_end(inspect_with(files(), &readers, &watch)), Some(Err(Stopped)));
    }
}

#[test]
fn progress_is_shown_in_both_languages() {
    use abacus_core::text::Locale::{En, Zh};
    let told = |part, done, total, locale| reading_words::progress(&Progress { part, done, total }, locale);
    let reading = || Part::Reading("a.xlsx".into());
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(told(reading(), 37, 100, Zh), ("正在读“a.xlsx”…".to_owned(), some("37%")));
    assert_eq!(told(reading(), 0, 0, En), ("Reading “a.xlsx”…".to_owned(), None));
    assert_eq!(told(Part::Comparing, 5, 20_000, En).1, some("5 of 20000"));
    assert_eq!(told(Part::Comparing, 5, 20_000, Zh).1, some("5 / 20000 条"));
}
