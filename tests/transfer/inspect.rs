//! The content of a chosen file, and the preview of its import.

use abacus_core::pace::{NeverYield, run_to_end};
use abacus_deals::BOOK_KEY;
use abacus_deals::transfer::{BadFile, Column, ImportChoice, Resolution, Side, Verdict};
use abacus_vault::journal::{Cause, Journal};
use abacus_vault::transaction::commit;
use sales_abacus::deals::files::import::inspect::{Reading, inspect, inspect_again_with, read_as};
use sales_abacus::deals::files::import::state::{
    ChosenFiles, CommitError, CompletedImport, FileContent, ImportAction, ImportStage, ImportState, UndoneImport,
    UnreadFile,
};
use yew::Reducible;

use super::*;

const EXPORT: &str = r#"{"format":"sales-abacus","version":1,"deals":[
    {"schema":2,"id":"a","revision":1,"customer":"华东"},{"schema":2,"id":"n","revision":1,"customer":"华北"}]}"#;

#[track_caller]
fn chosen(stage: ImportStage) -> ChosenFiles {
    match stage {
        ImportStage::Chosen(chosen) => chosen,
        other => panic!("{other:?}"),
    }
}

fn verdicts(chosen: &ChosenFiles) -> Vec<Verdict> {
    chosen.preview.items().iter().map(|item| item.verdict).collect()
}

#[test]
fn an_export_is_compared_with_the_store() {
    let store = holding(&[deal("a", "华东", 1)]);
    let chosen = chosen(inspect(picked("x.json", EXPORT.as_bytes()), &ports(store.clone())));
    assert!(matches!(chosen.files[0].content, FileContent::Export(_)));
    assert_eq!(verdicts(&chosen), [Verdict::Identical, Verdict::New]);
    assert_eq!(store.memory.records.borrow().get(BOOK_KEY).map(String::as_str), Some("fresh"), "the book got a name");
    assert_eq!(store.memory.records.borrow().len(), 2, "and nothing else was written");
}

#[test]
fn the_rescue_file_is_imported_like_a_backup() {
    let raw = r#"{
  "format": "sales-abacus-raw",
  "version": 1,
  "entries": {
    "sales-abacus:deal:a": "{\"schema\":2,\"id\":\"a\",\"revision\":1,\"customer\":\"华东\"}",
    "sales-abacus:deal:odd": "?",
    "sales-abacus:scenario:s": "clv?name=Regulars&place=0&revision=1#spend=12",
    "sales-abacus:book": "mine",
    "sales-abacus:lang": "en",
    "sales-abacus:backup": "{\"changes\":3}",
    "sales-abacus:trash": "{\"days\":3}",
    "sales-abacus:reserve": "   "
  }
}"#;
    let store = holding(&[]);
    let chosen = chosen(inspect(picked("sales-abacus-raw.json", raw.as_bytes()), &ports(store.clone())));
    assert_eq!((verdicts(&chosen), chosen.preview.unusable().len()), (vec![Verdict::New, Verdict::New], 1));
    let day = "2026-11-21".parse().expect("a day");
    commit(Cause::Import, "x.json", day, &chosen.preview.writes(), &*store).expect("room for it");
    assert!(stored(&store, "a").is_some_and(|text| text.contains("华东")));
    assert!(store.memory.records.borrow().contains_key("sales-abacus:scenario:s"));
    assert_eq!(stored(&store, "odd"), None, "an unreadable record is listed and not imported");
}

#[test]
fn a_file_is_inspected_again_after_the_store_changed() {
    let store = holding(&[]);
    let ports = ports(store.clone());
    let first = chosen(inspect(picked("x.json", EXPORT.as_bytes()), &ports));
    assert_eq!(verdicts(&first), [Verdict::New, Verdict::New]);
    store.memory.records.borrow_mut().insert(key("a"), encode(&deal("a", "华南", 1)));
    assert_eq!(
        verdicts(&chosen(run_to_end(inspect_again_with(&first, &ports, &NeverYield)).expect("no breaks"))),
        [Verdict::Conflict, Verdict::New]
    );
}

#[test]
fn the_browser_decodes_a_table_that_is_not_utf8() {
    let ports = ports(holding(&[]));
    let big5 = b"\xAB\xC8\xA4\xE1\xA6W\xBA\xD9,Phone\nA,1\n";
    for bytes in [&b"\xBF\xCD\xBB\xA7,Phone\nA,1\n"[..], big5, "\u{feff}客户,Phone\nA,1\n".as_bytes()] {
        let first = chosen(inspect(picked("x.csv", bytes), &ports));
        assert_eq!(verdicts(&first), [Verdict::New], "{bytes:?}");
        let otherwise = chosen(read_as(&first, 0, Reading::Column(1, Column::from_code("notes")), &ports));
        let deal = otherwise.preview.items()[0].record.deal().expect("a deal");
        assert_eq!((&*deal.customer, &*deal.notes), ("A", "1"));
    }
}

#[test]
fn an_export_is_read_in_the_encoding_it_was_stored_in() {
    let ports = ports(holding(&[]));
    let text = EXPORT.replace("华东", "客户").replace("华北", "");
    let wide = |mark: &[u8], write: fn(u16) -> [u8; 2]| {
        [mark, &text.encode_utf16().flat_map(write).collect::<Vec<_>>()].concat()
    };
    let (before, after) = text.split_once("客户").expect("the name");
    let gbk = [before.as_bytes(), b"\xBF\xCD\xBB\xA7", after.as_bytes()].concat();
    for bytes in [
        wide(b"\xFF\xFE", u16::to_le_bytes),
        wide(b"\xFE\xFF", u16::to_be_bytes),
        wide(b"", u16::to_le_bytes),
        wide(b"", u16::to_be_bytes),
        gbk,
    ] {
        for name in ["x.json", "x"] {
            let file = chosen(inspect(picked(name, &bytes), &ports));
            assert_eq!(file.preview.items()[0].record.deal().expect("a deal").customer, "客户", "{name} {bytes:?}");
        }
    }
}

#[test]
fn another_row_can_be_chosen_as_header() {
    let ports = ports(holding(&[]));
    // The header is below a row that resembles it.
    let first = chosen(inspect(picked("x.csv", "客户,金额\n公司,金额（万元）\n华东,5".as_bytes()), &ports));
    let other = chosen(read_as(&first, 0, Reading::Header(2), &ports));
    let deal = other.preview.items()[0].record.deal().expect("a deal");
    assert_eq!((other.preview.items().len(), &*deal.customer, deal.amount), (1, "华东", Some(50_000.into())));
    assert_eq!(chosen(read_as(&other, 0, Reading::Header(1), &ports)).preview.items(), first.preview.items());
}

#[test]
fn a_refused_file_states_the_reason() {
    let ports = ports(holding(&[]));
    let too_large = vec![PickedFile { name: "x".to_owned(), bytes: Err(BadFile::TooLarge { bytes: 200_000_000 }) }];
    for (file, expected) in [
        (too_large, BadFile::TooLarge { bytes: 200_000_000 }),
        (picked("x", b""), BadFile::Empty),
        (picked("x.csv", b"\xFF\xFF\n1\n"), BadFile::Undecodable),
        (picked("x.json", &EXPORT.as_bytes()[..40]), BadFile::Truncated),
        (picked("x.csv", b"a,b\n"), BadFile::NoRows),
        (picked("x.csv", &"客户\n华东".as_bytes()[..12]), BadFile::Truncated),
    ] {
        let name = file[0].name.clone();
        assert_eq!(inspect(file, &ports), ImportStage::Refused(vec![UnreadFile { name, why: expected }]));
    }
}

#[test]
fn an_import_goes_from_choosing_to_completed_and_undone() {
    let ports = ports(holding(&[deal("a", "华南", 1)]));
    let mut state = Rc::new(ImportState::default());
    let mut does = |action: ImportAction| {
        state = state.clone().reduce(action);
        state.clone()
    };
    let state = does(ImportAction::Inspected(inspect(picked("x.json", EXPORT.as_bytes()), &ports)));
    assert_eq!(chosen(state.stage().clone()).preview.choices(), [ImportChoice::KeepBoth, ImportChoice::Take]);
    does(ImportAction::Resolve(0, Resolution::Take(0)));
    for action in [
        ImportAction::ChooseField(0, "customer".to_owned(), Side::File(0)),
        ImportAction::ChooseVersion(0, Side::File(0)),
    ] {
        let state = does(action);
        let combined = chosen(state.stage().clone()).preview;
        assert_eq!((combined.choices()[0], combined.side(0, "customer")), (ImportChoice::Combine, Some(Side::File(0))));
        does(ImportAction::Resolve(0, Resolution::Take(0)));
    }
    let state = does(ImportAction::ChooseAll(Verdict::New, ImportChoice::Leave));
    assert_eq!(chosen(state.stage().clone()).preview.choices(), [ImportChoice::Take, ImportChoice::Leave]);
    assert_eq!(does(ImportAction::Failed(CommitError::Changed)).failure(), Some(CommitError::Changed));
    let writes = chosen(state.stage().clone()).preview.writes();
    let done =
        CompletedImport { journal: Rc::new(Journal::of(&writes, "x.json", "2026-11-21".parse().expect("a day"))) };
    let state = does(ImportAction::Completed(done.clone()));
    assert_eq!((state.stage(), state.failure(), state.done()), (&ImportStage::Waiting, None, Some(&done)));
    let undone = UndoneImport { restored: 1, changed: 0, left: 1 };
    let state = does(ImportAction::UndoneImport(undone));
    assert_eq!((state.done(), state.undone_import()), (Some(&done), Some(undone)), "some records are left");
    let undone = UndoneImport { left: 0, ..undone };
    let state = does(ImportAction::UndoneImport(undone));
    assert_eq!((state.done(), state.undone_import()), (None, Some(undone)));
    assert_eq!(*does(ImportAction::Dismiss), ImportState::default());
    does(ImportAction::Completed(CompletedImport { journal: Journal::default().into() }));
    assert_eq!(
        *does(ImportAction::Forget),
        ImportState::default(),
        "nothing can be undone after everything was deleted"
    );
    does(ImportAction::Inspected(ImportStage::Refused(vec![UnreadFile { name: "y".to_owned(), why: BadFile::Empty }])));
    assert_eq!(*does(ImportAction::Close), ImportState::default());
}

fn export(id: &str, customer: &str) -> String {
    format!(
        r#"{{"format":"sales-abacus","version":1,"deals":[{{"schema":2,"id":"{id}","revision":1,"customer":"{customer}"}}]}}"#
    )
}

#[test]
fn three_files_are_one_import_whatever_their_order() {
    let store = holding(&[]);
    let ports = ports(store.clone());
    let files = [
        picked("陈晨.json", export("a", "华东").as_bytes()),
        picked("broken.json", &EXPORT.as_bytes()[..40]),
        picked("b.json", export("a", "华南").as_bytes()),
        picked("c.csv", "客户\n华北\n".as_bytes()),
    ];
    let in_order =
        |order: [usize; 4]| chosen(inspect(order.iter().flat_map(|it| files[*it].clone()).collect(), &ports));
    let all = in_order([0, 1, 2, 3]);
    let names: Vec<_> = all.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!((names, all.title()), (vec!["b.json", "c.csv", "陈晨.json"], "b.json, c.csv, 陈晨.json".to_owned()));
    assert_eq!(all.unread, [UnreadFile { name: "broken.json".to_owned(), why: BadFile::Truncated }]);
    assert_eq!(verdicts(&all), [Verdict::Conflict, Verdict::Conflict, Verdict::New]);
    let apart = |mut chosen: ChosenFiles| {
        chosen.preview.resolve(0, Resolution::KeepAll);
        chosen.preview.writes()
    };
    let writes = apart(all.clone());
    for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 0, 1, 3]] {
        assert_eq!(in_order(order).preview.writes().len(), 1, "one deal needs a choice");
        assert_eq!(apart(in_order(order)), writes, "{order:?}");
    }

    let day = "2026-11-21".parse().expect("a day");
    let journal = commit(Cause::Import, &all.title(), day, &writes, &*store).expect("room for it");
    assert_eq!(store.memory.records.borrow().keys().filter(|key| abacus_deals::id_of(key).is_some()).count(), 3);
    abacus_vault::transaction::undo(Cause::Import, &journal, &*store).expect("it is the last import");
    assert_eq!(store.memory.records.borrow().keys().filter(|key| abacus_deals::id_of(key).is_some()).count(), 0);
}

#[test]
fn tables_with_too_many_rows_together_are_reported() {
    let ports = ports(holding(&[]));
    let rows = |name: &str, count: usize| picked(name, format!("客户\n{}", "甲\n".repeat(count)).as_bytes());
    let several = [rows("a.csv", 15_000), rows("b.csv", 15_000), rows("c.csv", 5_000)].concat();
    let all = chosen(inspect(several, &ports));
    assert_eq!(all.files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["a.csv", "c.csv"]);
    assert_eq!(all.unread, [UnreadFile { name: "b.csv".to_owned(), why: BadFile::TooManyRowsTogether }]);
}

#[test]
fn one_of_several_tables_can_be_read_differently() {
    let ports = ports(holding(&[]));
    let files = [picked("a.csv", b"customer,x\nA,1\n"), picked("b.csv", b"customer,x\nB,2\n")].concat();
    let all = chosen(inspect(files, &ports));
    let other = chosen(read_as(&all, 1, Reading::Column(1, Column::from_code("notes")), &ports));
    let notes: Vec<_> = other.preview.items().iter().map(|item| &*item.record.deal().expect("a deal").notes).collect();
    assert_eq!(notes, ["", "2"]);
    assert_eq!(chosen(read_as(&all, 7, Reading::Header(1), &ports)).preview.items(), all.preview.items());
}

#[test]
fn an_import_of_many_files_has_a_short_title() {
    let files = (0..9).flat_map(|number| picked(&format!("{number}.csv"), format!("客户\n{number}\n").as_bytes()));
    let all = chosen(inspect(files.collect(), &ports(holding(&[]))));
    assert_eq!(all.title(), "0.csv, 1.csv, 2.csv, 3.csv, 4.csv, …");
}
