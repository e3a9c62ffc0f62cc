//! Right-to-left names of files, sheets, columns, deals and people, in the sentences of an import.

use abacus_core::text::Locale::En;
use abacus_deals::transfer::{BadFile, Export, Mapping, Preview, Side, Source, read_export, read_table};
use abacus_vault::journal::Journal;
use sales_abacus::deals::files::import::inspect::Part;
use sales_abacus::deals::files::import::state::{CompletedImport, FileContent, SheetOrigin, TableOrigin};
use sales_abacus::deals::files::import::{Columns, ColumnsProps, FileLabel, reading_words, result_words, words};
use sales_abacus::shell::slices::Progress;

use super::page::{html, preview_from};
use super::*;
use crate::deals_page::directions::unmarked_sentences;

const FILE: &str = "ش.json";

#[track_caller]
fn assert_isolated(html: &str) {
    assert!(html.contains('ش'), "there is a name in it");
    let found = unmarked_sentences(html);
    assert!(found.is_empty(), "{}:\n{}", found.len(), found.join("\n"));
}

#[track_caller]
fn assert_sentences(sentences: impl IntoIterator<Item = String>) {
    sentences.into_iter().for_each(|sentence| assert_isolated(&format!("<p>{sentence}")));
}

fn export(whose: &str, deals: &str) -> Export {
    let text = format!(
        r#"{{"format":"sales-abacus","version":1,"book":"{whose}","day":"2026-11-21","prefs":{{"salesperson":"{whose}"}},"deals":[{deals}]}}"#
    );
    read_export(text.as_bytes()).expect("a file")
}

fn labels(contents: Vec<FileContent>) -> Rc<[FileLabel]> {
    let label = |(number, content): (usize, &FileContent)| FileLabel::of(&format!("ش {number}"), content);
    contents.iter().enumerate().map(label).collect()
}

#[test]
fn a_file_being_read_or_refused_is_isolated() {
    let progress = Progress { part: Part::Reading(FILE.into()), done: 1, total: 2 };
    let sheet = SheetOrigin {
        name: "ش".to_owned(),
        hidden_rows: 2,
        has_others: true,
        left_out: vec!["شش".to_owned(), "ششش".to_owned()],
    };
    let table = read_table("ش\nش\n").expect("a table");
    let mapping = Mapping::of(&table);
    let content = FileContent::Table(Rc::new(table), mapping, TableOrigin::Sheet(sheet.clone()));
    assert_sentences([
        reading_words::progress(&progress, En).0,
        reading_words::sheet(&content, En),
        words::refused(FILE, &BadFile::Empty.message(En), En),
        words::chosen_file(FILE, 1, En),
        words::chosen_file(FILE, 2, En),
    ]);
    let origin = TableOrigin::Sheet(SheetOrigin { hidden_rows: 0, ..sheet });
    assert_sentences(reading_words::origin(&origin, true, En));
}

#[test]
fn a_finished_import_isolates_its_file() {
    for count in [1, 2] {
        let writes = vec![write("a", None, &Deal::new("a")); count];
        let journal = Rc::new(Journal::of(&writes, FILE, "2026-11-21".parse().expect("a day")));
        assert_sentences([result_words::completed(&CompletedImport { journal }, En)]);
    }
}

#[test]
fn the_columns_of_a_table_are_isolated() {
    let table = read_table("customer,شش,ششش,amount\nش,ش,ش,1\nش,ش,ش,2\n").expect("a table");
    let (mapping, on_read) = (Mapping::of(&table), Callback::noop());
    let props = ColumnsProps { table: Rc::new(table), mapping, place: 0, skipped: 0, locale: En, on_read };
    assert_isolated(&html::<Columns>(props));
}

#[test]
fn rows_and_unreadable_cells_are_isolated() {
    let table = read_table("customer,deal,amount,salesperson\nش,ش,شش,ش\nش,ش,شش,ش\nش,ش,3,ش\n").expect("a table");
    let mapping = Mapping::of(&table);
    let sources = [Source::Table(&table, &mapping), Source::Table(&table, &mapping)];
    let content = || FileContent::Table(Rc::new(table.clone()), mapping.clone(), TableOrigin::Text(Encoding::Utf8));
    let html = preview_from(labels(vec![content(), content()]), Preview::of_files(&sources, &[], None), En);
    assert!(html.contains("cannot be read") && html.contains("The same as in"), "{html}");
    assert_isolated(&html);
}

#[test]
fn versions_in_conflict_are_isolated() {
    let of = |revision: u64, customer: &str| {
        format!(
            r#"{{"schema":2,"id":"a","revision":{revision},"customer":"{customer}","title":"ش","people":[{{"name":"{customer}"}}]}},
               {{"schema":2,"id":"n{customer}","customer":"ش","stance":1,"log":1}}"#
        )
    };
    let exports = [export("ش", &of(1, "شش")), export("شش", &of(1, "ششش")), export("ششش", &of(1, "شش"))];
    let sources = exports.each_ref().map(Source::Export);
    let content = |export: &Export| FileContent::Export(Rc::new(export.clone()));
    let shown = |preview| preview_from(labels(exports.iter().map(content).collect()), preview, En);
    let alone = Preview::of_files(&sources, &[], Some("mine"));
    let html = shown(alone);
    assert!(html.contains("same as") && html.contains("still to be chosen"), "{html}");
    assert_isolated(&html);

    let stored = [(key("a"), encode(&deal("a", "ش", 1)))];
    let mut beside = Preview::of_files(&sources, &stored, Some("mine"));
    assert_isolated(&shown(beside.clone()));
    beside.choose_field(0, "customer", Side::File(1));
    assert_isolated(&shown(beside));
}
