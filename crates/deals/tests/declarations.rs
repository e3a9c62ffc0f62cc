//! Every declared field: the behaviour that follows from its declaration, and its documentation.

use abacus_core::Decimal;
use abacus_core::calculator::field::Kind;
use abacus_core::date::Date;
use abacus_core::number::format::Style;
use abacus_core::sheet::csv;
use abacus_core::text::Locale;
use abacus_deals::fields::{DealField, FIELDS, Field, FieldRef, Value, contact, exit, fab, person, tas, visit};
use abacus_deals::transfer::{Column, Mapping, Preview, differences, list, read_table};
use abacus_deals::view::{DealStatus, Query, Rows};
use abacus_deals::{Book, Contact, Currency, Deal, Edit, End, Person, Question, Stage, Visit, decode, encode};

/// A deal in which only this field is filled in.
fn filled(field: DealField) -> Deal {
    let mut deal = Deal::new("d");
    match field {
        DealField::Text(field) => *field.value_mut(&mut deal) = format!("w{}", field.meta.key.replace(['.', '_'], "")),
        DealField::Date(field) => *field.value_mut(&mut deal) = Some(day()),
        DealField::Number(field) => {
            let is_money = field.limits().kind == Kind::Money;
            *field.value_mut(&mut deal) = Some(if is_money { Decimal::new(12345, 1) } else { Decimal::new(125, 3) });
        }
        DealField::Stage(field) => *field.value_mut(&mut deal) = Stage::Needs,
        DealField::End(field) => *field.value_mut(&mut deal) = Some(End::Lost),
        DealField::Currency(field) => *field.value_mut(&mut deal) = Currency::new("USD").unwrap(),
        DealField::Tags(field) => *field.value_mut(&mut deal) = vec!["vip".to_owned()],
    }
    deal
}

fn day() -> Date {
    "2026-06-30".parse().unwrap()
}

fn keys<O, T: Value>(fields: &[&'static Field<O, T>]) -> Vec<&'static str> {
    fields.iter().map(|field| field.meta.key).collect()
}

/// One line per public name, with its kind.
fn listed() -> String {
    let mut lines = Vec::new();
    for field in FIELDS {
        let meta = field.meta();
        let kind = match field {
            DealField::Text(_) => "text",
            DealField::Date(_) => "day",
            DealField::Number(_) => "number",
            DealField::Stage(_) | DealField::End(_) | DealField::Currency(_) => "word",
            DealField::Tags(_) => "words",
        };
        let column = meta.column.map(|column| format!(" column={}", column.code)).unwrap_or_default();
        let searched = if meta.searched { " searched" } else { "" };
        let printed = if meta.printed { " printed" } else { "" };
        lines.push(format!("{} {kind}{searched}{printed}{column}", meta.key));
    }
    let mut part = |list: &str, kind: &str, keys: &[&str]| {
        lines.extend(keys.iter().map(|key| format!("{list}.{key} {kind}")));
    };
    part("people[]", "text", &keys(person::TEXTS));
    part("people[]", "day", &keys(person::DATES));
    part("log[]", "text", &keys(contact::TEXTS));
    part("log[]", "day", &keys(contact::DATES));
    part("visits[]", "text", &keys(visit::TEXTS));
    part("visits[]", "day", &keys(visit::DATES));
    part("visits[].questions[]", "text", &[visit::QUESTION.meta.key, visit::ANSWER.meta.key]);
    part("visits[].case", "text", &keys(visit::CASE));
    part("exits", "text", &keys(exit::TEXTS));
    part("fab[]", "text", &keys(fab::TEXTS));
    part("assessment.tas.*", "text", &[tas::RIVAL.meta.key]);
    part("assessment.tas.*.*", "text", &[tas::EVIDENCE.meta.key]);
    part("visits[].quadrants.*", "text", &[visit::LINE.meta.key]);
    lines.join("\n") + "\n"
}

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fields.txt");

#[test]
fn public_field_names_match_the_snapshot() {
    let listed = listed();
    if std::env::var_os("ABACUS_ACCEPT").is_some() {
        std::fs::write(SNAPSHOT, &listed).unwrap();
    }
    assert_eq!(
        listed,
        std::fs::read_to_string(SNAPSHOT).unwrap(),
        "field names are public: add a new one to crates/deals/tests/fields.txt with ABACUS_ACCEPT=1 cargo \
         test -p abacus-deals, and never remove one"
    );
}

#[test]
fn field_and_column_names_are_unique() {
    let mut seen = std::collections::BTreeSet::new();
    for key in FIELDS.iter().map(|field| field.meta().key) {
        assert!(seen.insert(key), "`{key}` is declared twice: give one field another key");
    }
    let mut known: Vec<(String, &str)> = Vec::new();
    for (key, name) in FIELDS.iter().filter_map(|field| Some((field.meta().key, field.meta().column?))) {
        let own = [name.code, name.label.zh, name.label.en].map(|name| name.to_lowercase().replace([' ', '_'], ""));
        for name in own.into_iter().chain(name.synonyms.split_whitespace().map(str::to_owned)) {
            let other = known.iter().find(|(known, of)| *known == name && *of != key);
            assert_eq!(other, None, "the column of `{key}` is also called {name:?}: the mapping would be ambiguous");
            assert_eq!(name, name.to_lowercase(), "`{key}`: synonyms must be lower case");
            known.push((name, key));
        }
    }
}

#[test]
fn a_field_round_trips_under_its_key() {
    for field in FIELDS {
        let (deal, key) = (filled(*field), field.meta().key);
        let text = encode(&deal);
        assert_eq!(decode("d", &text).as_ref(), Ok(&deal), "`{key}`: {text}");
        let record: serde_json::Value = serde_json::from_str(&text).unwrap();
        let value = record.pointer(&format!("/{}", key.replace('.', "/")));
        assert!(value.is_some_and(|value| !value.is_null()), "`{key}` is not in {text}");
        assert_ne!(deal, Deal::new("d"), "`{key}`: filling it in has to change the deal");
        assert!(!field.typed(&deal).is_empty(), "`{key}`: `get` must return what `place` sets");
    }
}

#[test]
fn a_column_round_trips_through_a_table() {
    for field in FIELDS.iter().filter(|field| field.meta().column.is_some()) {
        let (deal, key) = (filled(*field), field.meta().key);
        for locale in Locale::ALL {
            let table = read_table(&csv::write(&list([&deal], Style::default_for(locale)))).unwrap();
            let preview = Preview::of_table(&table, &Mapping::of(&table), &[]);
            let read = preview.items().first().and_then(|item| item.record.deal()).unwrap();
            assert_eq!(field.typed(read), field.typed(&deal), "`{key}`");
        }
    }
}

#[test]
fn a_differing_field_is_reported() {
    for field in FIELDS {
        let (deal, key) = (filled(*field), field.meta().key);
        let found = differences(&[&deal, &Deal::new("d")]);
        let named: Vec<_> = found.iter().map(|it| (it.column, it.field.as_str())).collect();
        match Column::of(*field) {
            Some(column) => assert_eq!(named, [(Some(column), key)]),
            // The end is shown in the column of the stage.
            None if key == "end" => assert_eq!(named, [(Column::from_code("stage"), "stage")]),
            None => assert_eq!(named, [(None, key.split('.').next().unwrap())]),
        }
    }
}

/// A deal is found by any word in it, whichever field it was typed into.
#[test]
fn the_search_finds_text_in_any_field() {
    let part = || Deal {
        people: vec![Person { id: "p".to_owned(), ..Person::default() }],
        log: vec![Contact { id: "c".to_owned(), ..Contact::default() }],
        visits: vec![Visit::new("v")],
        ..Deal::new("d")
    };
    let people = person::TEXTS.iter().map(|field| FieldRef::Person("p".to_owned(), field));
    let log = contact::TEXTS.iter().map(|field| FieldRef::Contact("c".to_owned(), field));
    let visits = visit::TEXTS.iter().map(|field| FieldRef::Visit("v".to_owned(), field));
    for field in people.chain(log).chain(visits) {
        let mut deal = part();
        deal.apply(Edit::Text(field.clone(), "停机时间 Acme".to_owned()));
        assert!(is_found(deal, "acme 停机"), "{field:?}");
    }
    let mut deal = part();
    deal.log[0].goal = "先看现场".to_owned();
    deal.visits[0].questions =
        vec![Question { id: "q".to_owned(), text: "现在怎么验收？".to_owned(), ..Question::default() }];
    deal.visits[0].quadrants.vision.line = "三年后的车间".to_owned();
    for words in ["看现场", "怎么验收", "车间"] {
        assert!(is_found(deal.clone(), words), "{words}");
    }
    assert!(!is_found(deal, "车间 无人机"));
}

fn is_found(deal: Deal, words: &str) -> bool {
    let mut book = Book::default();
    book.insert(deal);
    let query = Query { search: words.to_owned(), status: DealStatus::All, ..Query::default() };
    query.answer(&Rows::of(&book, &Rows::default()), day()).len() == 1
}

#[test]
fn the_search_covers_only_searched_fields() {
    for field in FIELDS {
        let (deal, key) = (filled(*field), field.meta().key);
        let search = field.typed(&deal).into_owned();
        assert_eq!(is_found(deal, &search), field.meta().searched, "`{key}`");
    }
}

#[test]
fn every_field_is_documented() {
    let formats = include_str!("../../../docs/FORMATS.md");
    let between = |from: &str, to: &str| formats.split_once(from).unwrap().1.split_once(to).unwrap().0;
    let (deal, tables) = (between("## A deal", "### Its assessment"), between("## Tables", "## The rescue file"));
    for field in FIELDS {
        let meta = field.meta();
        let (first, last) = meta.key.split_once('.').unwrap_or((meta.key, meta.key));
        let names = |row: &str| {
            let cell = row.split('|').nth(1).unwrap_or_default();
            cell.contains(&format!("`{first}`")) && row.contains(&format!("`{last}`"))
        };
        assert!(deal.lines().any(names), "write `{}` into the table below “A deal” of docs/FORMATS.md", meta.key);
        if let Some(name) = meta.column {
            let row = format!("| `{}` | {} | {} |", name.code, name.label.zh, name.label.en);
            let is_there = tables.lines().any(|line| line.starts_with(&row));
            assert!(is_there, "write a row {row} into the table below “Tables” of docs/FORMATS.md");
        }
    }
    let parts = between("## A deal", "## Backups");
    for line in listed().lines().filter(|line| line.contains("[]") || line.starts_with("exits.") || line.contains('*'))
    {
        let key = line.split_whitespace().next().unwrap();
        let last = key.rsplit('.').next().unwrap();
        let is_there = [format!("\"{last}\""), format!("`{last}`")].iter().any(|name| parts.contains(name));
        assert!(is_there, "describe `{key}` in docs/FORMATS.md");
    }
}
