//! Real-life tables: without a header, in traditional characters, or too large for the storage.

use abacus_core::Decimal;
use abacus_core::calculator::field::FieldError;
use abacus_deals::fields::stored_limits;
use abacus_deals::transfer::{CellReason, Mapping, Table, read_table};
use abacus_deals::{End, Stage, variants};
use abacus_vault::space::CEILING;

use super::tables::{import, one};
use super::*;

/// The texts with one character replaced by each of its traditional forms.
fn traditional(text: &str) -> Vec<String> {
    let one = |place: usize, c: char| -> Vec<String> {
        let with = |other: char| {
            let first: String = text.chars().take(place).collect();
            let rest: String = text.chars().skip(place + 1).collect();
            format!("{first}{other}{rest}")
        };
        // Leave out forms that no table uses in our names.
        let is_in_use = |other: &char| !"彆迴繫錶閤衕韆纍屬説爲".contains(*other) || "属".contains(c);
        variants(c).chars().filter(is_in_use).map(with).collect()
    };
    text.chars().enumerate().flat_map(|(place, c)| one(place, c)).collect()
}

/// The text with all characters in their usual traditional form.
fn all_traditional(text: &str) -> String {
    let usual = |c: char| match c {
        // Characters with several forms, or that are traditional themselves.
        '别' => '別',
        '签' => '簽',
        '系' => '係',
        '说' => '說',
        '为' => '為',
        '合' | '同' | '回' | '表' => c,
        _ => variants(c).chars().next().unwrap_or(c),
    };
    text.chars().map(usual).collect()
}

#[test]
fn columns_are_recognised_in_traditional_characters() {
    let known = |name: &str| Mapping::suggested(&[name.to_owned()]).columns().first().copied().flatten();
    let mut count = 0;
    for column in Column::all() {
        for name in column.names().filter(|name| !name.is_ascii()) {
            assert_eq!(known(name), Some(column), "{name}");
            for other in traditional(name).into_iter().chain([all_traditional(name)]) {
                assert_eq!(
                    known(&other),
                    Some(column),
                    "{name} as {other}: add the pair to FORMS in src/transfer/folded.rs"
                );
                count += 1;
            }
        }
    }
    assert!(count > 200, "{count}");
    for (name, code) in [
        ("客戶", "customer"),
        ("客戶名稱", "customer"),
        ("專案名稱", "title"),
        ("金額（萬元）", "amount"),
        ("幣別", "currency"),
        ("預計成交日期", "expected_close"),
        ("業務員", "salesperson"),
        ("階段", "stage"),
        ("備註", "notes"),
        ("標籤", "tags"),
    ] {
        assert_eq!(known(name), Some(column(code)), "{name}");
    }
}

#[test]
fn a_table_in_traditional_characters_is_read() {
    let text = "單位：萬元\n客戶,金額,階段,預計成交日\n甲,1.2,贏取承諾,2026年3月5日 週四\n乙,3萬元,丟單,\n合計,4.2,,\n總計：2 單,4.2,,\n";
    let preview = import(&mut Browser::new("mine"), text);
    let told: Vec<_> = preview.items().iter().map(|item| (item.verdict, item.problems.clone())).collect();
    let first = preview.items()[0].record.deal().unwrap();
    assert_eq!(first.amount, Some(Decimal::from(12_000)));
    assert_eq!(first.stage, Stage::Commitment);
    assert_eq!(first.expected_close.map(|day| day.to_string()).as_deref(), Some("2026-03-05"));
    assert_eq!(preview.items()[1].record.deal().unwrap().end, Some(End::Lost));
    assert_eq!(
        told.iter().map(|(verdict, _)| *verdict).collect::<Vec<_>>(),
        [Verdict::New, Verdict::New, Verdict::Total, Verdict::Total]
    );
}

#[test]
fn a_table_without_a_header_loses_no_row() {
    for text in ["华东,一期,1200,2026-03-05\n华北,二期,3万,2026-04-01\n", "华东,一期,1200,2026-03-05\n", "A;B;5\n"]
    {
        let table = read_table(text).unwrap();
        assert_eq!((table.has_header(), table.header_row()), (false, 0), "{text}");
        assert_eq!(table.rows.len(), text.lines().count(), "{text}");
        assert_eq!(table.titles().count(), 0);
        assert!(table.is_unknown());
    }
    let table = read_table("华东,一期,1200,急\n华北,二期,3万,\n").unwrap();
    assert_eq!(table.header, ["A", "B", "C", "D"]);
    let mut mapping = Mapping::of(&table);
    assert!(mapping.is_blank());
    for (index, code) in ["customer", "title", "amount"].into_iter().enumerate() {
        mapping.set(index, Some(column(code)));
    }
    assert_eq!(table.left_out(&mapping), ["D"]);
    let preview = Preview::of_table(&table, &mapping, &[]);
    let read = preview.items().iter().map(|item| {
        let deal = item.record.deal().unwrap();
        (&*deal.customer, &*deal.title, deal.amount, item.problems.len())
    });
    let expected = [("华东", "一期", Some(1200.into()), 0), ("华北", "二期", Some(30_000.into()), 0)];
    assert_eq!(read.collect::<Vec<_>>(), expected);
}

#[test]
fn any_row_or_none_can_name_the_columns() {
    let none = read_table("华东,1200\n华北,5\n").unwrap();
    assert_eq!(none.header_choices().map(|row| row.number).collect::<Vec<_>>(), [1]);
    let first = none.with_header(1);
    assert_eq!(
        (&*first.header, first.header_row(), first.rows.len()),
        (&["华东", "1200"].map(str::to_owned)[..], 1, 1)
    );
    assert_eq!(first.with_header(0), none);
    assert_eq!(none.with_header(0), none);
    // Unknown names are still taken as the header until the user says otherwise.
    let unknown = read_table("Firma;Summe\nA;5\n").unwrap();
    assert!(unknown.has_header() && unknown.is_unknown());
    assert_eq!(unknown.with_header(0).rows.len(), 2);
    let wide = Table::of_rows(vec![row(1, 30)], None).unwrap();
    assert_eq!((&*wide.header[25], &*wide.header[26], &*wide.header[29]), ("Z", "AA", "AD"));
    // Column letters are not units.
    let mut mapping = Mapping::of(&wide);
    mapping.set(10, Some(column("amount")));
    let deal = Preview::of_table(&wide, &mapping, &[]).items()[0].record.deal().unwrap().clone();
    assert_eq!(deal.amount, Some(7.into()), "{:?}", deal.unread);
}

fn row(number: usize, cells: usize) -> abacus_deals::transfer::Row {
    abacus_deals::transfer::Row { number, cells: vec!["7".to_owned(); cells] }
}

#[test]
fn the_reported_range_is_the_accepted_range() {
    for typed in ["-1000000000000000", "1000000000000000", "-0.000001"] {
        assert_eq!(one(&format!("customer\tamount\nA\t{typed}\n")).1, [], "{typed}");
    }
    for typed in ["-2000000000000000", "2000000000000000"] {
        let (_, problems) = one(&format!("customer\tamount\nA\t{typed}\n"));
        let [CellReason::Number(spec, FieldError::OutOfRange(read))] =
            *problems.iter().map(|problem| problem.reason).collect::<Vec<_>>()
        else {
            panic!("{typed}: {problems:?}");
        };
        assert!(stored_limits(spec).check(read).is_err(), "{typed}");
        assert_eq!(stored_limits(spec).low.limit(), -stored_limits(spec).high);
    }
    let (_, problems) = one("customer\tamount\nA\t-0.1234567\n");
    assert!(matches!(problems[0].reason, CellReason::Number(_, FieldError::Decimals(..))), "{problems:?}");
}

#[test]
fn a_full_book_is_reported_before_anything_is_written() {
    let text = |rows: usize| {
        let notes = "长".repeat(1_000);
        let row = |row: usize| format!("客户 {row}\t项目 {row}\t{notes}\n");
        format!("客户\t商机\t备注\n{}", (0..rows).map(row).collect::<String>())
    };
    let preview = |rows: usize| {
        let table = read_table(&text(rows)).unwrap();
        Preview::of_table(&table, &Mapping::of(&table), &[])
    };
    assert_eq!(preview(1_000).fitting(), None);
    let full = preview(3_000);
    let fitting = full.fitting().expect("it does not fit");
    assert!((1_500..2_500).contains(&fitting), "{fitting}");
    // Exactly the size of the writes and their journal counts.
    let day = "2026-03-05".parse().unwrap();
    let [fits, not] = [fitting - 10, fitting + 10].map(|rows| {
        let preview = preview(rows);
        let mut store = Vec::new();
        let writes = preview.writes();
        let journal = abacus_vault::journal::Journal::of(&writes, "many.csv", day).encode();
        store.push(("sales-abacus:undo:import".to_owned(), journal));
        store.extend(writes.into_iter().map(|write| (write.key, write.after)));
        let units: usize = store.iter().map(|(key, text)| abacus_vault::space::units(key, text)).sum();
        (preview.fitting().is_some(), units + abacus_vault::space::RESERVE_UNITS > CEILING)
    });
    assert_eq!((fits, not), ((false, false), (true, true)));

    let mut some = full.clone();
    some.choose_all(Verdict::New, ImportChoice::Leave);
    assert_eq!(some.fitting(), None, "nothing is written");
}
