//! Reading in pieces: the result is the same wherever it pauses, and it can be stopped in any pause.

use std::cell::{Cell, RefCell};
use std::future::ready;

use abacus_core::pace::{Pace, Rest, Stopped, run_to_end};
use abacus_deals::transfer::{
    BadFile, Encoding, Kind, MOST_RECORDS, Mapping, Source, kind, kind_with, read_export_with, read_table,
    read_table_with, utf8, utf8_with,
};
use proptest::prelude::*;

use super::*;

/// Takes every pause, records the progress, and stops the work after a number of pauses.
struct Eager {
    told: RefCell<Vec<(u64, u64)>>,
    left: Cell<usize>,
}

impl Eager {
    fn stopping_after(pauses: usize) -> Self {
        Self { told: RefCell::default(), left: Cell::new(pauses) }
    }
}

impl Pace for Eager {
    fn is_due(&self) -> bool {
        true
    }

    fn rest(&self, done: u64, total: u64) -> Rest<'_> {
        self.told.borrow_mut().push((done, total));
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        Box::pin(ready(if left > 0 { Ok(()) } else { Err(Stopped) }))
    }
}

fn table(rows: usize) -> String {
    let row = |row: usize| format!("客户{row},\"项目,\n{row}\",{row}00\n");
    format!("客户,商机名称,金额\n{}", (0..rows).map(row).collect::<String>())
}

fn export(deals: usize) -> String {
    let deals: Vec<String> = (0..deals).map(|deal| with_id(&format!("d{deal}"), &format!("客户{deal}"))).collect();
    file(&deals.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn reading_in_pieces_equals_reading_at_once() {
    let (table, export) = (table(3_000), export(500));
    let eager = Eager::stopping_after(usize::MAX);
    assert_eq!(run_to_end(read_table_with(&table, &eager)).unwrap(), read_table(&table));
    assert_eq!(run_to_end(read_export_with(&export, &eager)).unwrap(), read_export(export.as_bytes()));
    assert_eq!(run_to_end(utf8_with(table.as_bytes(), &eager)), Some(Ok(table.clone())));
    assert_eq!(run_to_end(kind_with("x.csv", table.as_bytes(), &eager)).unwrap(), Ok((Kind::Table, Encoding::Utf8)));
    assert!(eager.told.borrow().iter().all(|(done, total)| done <= total));

    let (read_table, read_export) = (read_table(&table).unwrap(), read_export(export.as_bytes()).unwrap());
    let mapping = Mapping::of(&read_table);
    let sources = [Source::Export(&read_export), Source::Table(&read_table, &mapping)];
    let mut book = Browser::new("mine");
    book.customer("a", "华东");
    let eager = Eager::stopping_after(usize::MAX);
    let preview = run_to_end(Preview::of_files_with(&sources, &book.entries(), Some("mine"), &eager)).unwrap().unwrap();
    let whole = Preview::of_files(&sources, &book.entries(), Some("mine"));
    assert_eq!((preview.items(), preview.choices()), (whole.items(), whole.choices()));
    assert_eq!(eager.told.borrow().last(), Some(&(3_500, 3_500)));
}

#[test]
fn reading_can_be_stopped_in_any_pause() {
    let (table, export) = (table(2_000), export(50));
    let parsed = read_table(&table).unwrap();
    let mapping = Mapping::of(&parsed);
    for pauses in [0, 1, 5] {
        let stopping = || Eager::stopping_after(pauses);
        assert_eq!(run_to_end(read_table_with(&table, &stopping())), Some(Err(BadFile::Stopped)));
        assert_eq!(run_to_end(read_export_with(&export, &stopping())), Some(Err(BadFile::Stopped)));
        let sources = [Source::Table(&parsed, &mapping)];
        let preview = run_to_end(Preview::of_files_with(&sources, &[], None, &stopping())).unwrap();
        assert!(preview.is_err());
    }
    assert_eq!(run_to_end(utf8_with(table.as_bytes(), &Eager::stopping_after(0))), Some(Err(BadFile::Stopped)));
    assert_eq!(run_to_end(kind_with("x", table.as_bytes(), &Eager::stopping_after(0))), Some(Err(BadFile::Stopped)));
}

#[test]
fn an_export_of_too_many_records_is_refused_while_it_is_read() {
    let eager = Eager::stopping_after(usize::MAX);
    let many = format!(
        r#"{{"format":"sales-abacus","version":1,"deals":[{}],"scenarios":[{}]}}"#,
        ["{}"; MOST_RECORDS].join(","),
        ["{}"; 3].join(",")
    );
    assert_eq!(run_to_end(read_export_with(&many, &eager)), Some(Err(BadFile::TooManyRecords)));
    let enough = many.replace(r#""scenarios":[{},{},{}]"#, r#""scenarios":[]"#);
    assert_eq!(read_export(enough.as_bytes()).unwrap().unusable.len(), MOST_RECORDS);
    let entries: Vec<String> = (0..=MOST_RECORDS).map(|deal| format!(r#""sales-abacus:deal:d{deal}":"x""#)).collect();
    let rescued = format!(r#"{{"format":"sales-abacus-raw","version":1,"entries":{{{}}}}}"#, entries.join(","));
    assert_eq!(read_export(rescued.as_bytes()), Err(BadFile::TooManyRecords));
}

proptest! {
    /// A piece may end within a character.
    #[test]
    fn long_texts_are_decoded_like_short_ones(before in 0_usize..8, ending in prop::collection::vec(any::<u8>(), 0..4)) {
        let mut bytes = "a".repeat(262_140 + before).into_bytes();
        bytes.extend("客户é😀".repeat(3).bytes());
        bytes.extend(&ending);
        let whole = utf8(&bytes).map(str::to_owned);
        prop_assert_eq!(run_to_end(utf8_with(&bytes, &Eager::stopping_after(9))).unwrap(), whole);
        prop_assert_eq!(kind("x.csv", &bytes).is_ok(), !bytes.contains(&0));
    }
}
