//! Which files are read, and which are refused and why.

use abacus_core::text::Locale;
use abacus_deals::DealError;
use abacus_deals::transfer::{
    BadFile, Encoding, Export, Kind, MOST_BYTES, Part, Reason, Unusable, check_size, kind, read_table,
};

use super::*;

#[track_caller]
fn refused(text: &str) -> BadFile {
    read_export(text.as_bytes()).unwrap_err()
}

#[test]
fn a_file_is_recognised_by_bytes_and_name() {
    for (name, bytes, expected) in [
        ("deals.json", &b"{}"[..], Ok(Kind::Export)),
        ("deals.json", b"hello", Ok(Kind::Export)),
        ("deals", b"\xEF\xBB\xBF \n{", Ok(Kind::Export)),
        ("deals", b"[1]", Ok(Kind::Export)),
        ("deals.txt", b"customer,deal", Ok(Kind::Table)),
        ("deals.csv", b"{a},b", Ok(Kind::Table)),
        ("DEALS.CSV", b"\xBF\xCD\xBB\xA7", Ok(Kind::Table)),
        ("deals.txt", b"\xFF\xFEa\0", Ok(Kind::Table)),
        ("deals.txt", b"\xFF\xFE \0{\0", Ok(Kind::Export)),
        ("deals", b"\xFE\xFF\0\n\0{", Ok(Kind::Export)),
        ("deals", b"\xFE\xFF\x5B\x62\0{", Ok(Kind::Table)),
        ("deals", b"\xFF\xFE", Err(BadFile::Empty)),
        ("deals.json", b"", Err(BadFile::Empty)),
        ("deals.csv", b"\xEF\xBB\xBF \r\n", Err(BadFile::Empty)),
        ("deals.xlsx", b"PK\x03\x04....", Ok(Kind::Workbook)),
        ("deals.csv", b"\xD0\xCF\x11\xE0....", Ok(Kind::Workbook)),
        ("deals.json", b"\x89PNG\r\n\x1a\n\0\0", Err(BadFile::NotText)),
    ] {
        assert_eq!(kind(name, bytes), expected, "{name} {bytes:?}");
    }
}

#[test]
fn an_oversized_file_is_refused_unread() {
    assert_eq!(check_size(MOST_BYTES), Ok(()));
    assert_eq!(check_size(MOST_BYTES + 1), Err(BadFile::TooLarge { bytes: MOST_BYTES + 1 }));
    assert_eq!(check_size(0), Err(BadFile::Empty));
    let error = BadFile::TooLarge { bytes: 200_000_000 };
    assert!(error.message(Locale::En).contains("200 MB"), "{error:?}");
    assert!(BadFile::TooLarge { bytes: MOST_BYTES + 1 }.message(Locale::Zh).contains("21 MB"));
}

#[test]
fn utf8_is_preferred_wherever_it_is_valid() {
    for (bytes, expected) in [
        ("客户".as_bytes(), Encoding::Utf8),
        (b"\xEF\xBB\xBFa", Encoding::Utf8),
        (b"plain", Encoding::Utf8),
        (b"\xBF\xCD\xBB\xA7", Encoding::Gb18030),
        (b"\xE5\xAE\xA2\xE6\x88", Encoding::Utf8),
        (b"a\xBF", Encoding::Gb18030),
        (b"a\xD6", Encoding::Gb18030),
        (b"\xE5\xAE\xA2\xFFa", Encoding::Gb18030),
        (b"\xAB\xC8\xA4\xE1\xA6W\xBA\xD9", Encoding::Big5),
        (b"\xFF\xFEa\0", Encoding::Utf16Le),
        (b"\xFE\xFF\0a", Encoding::Utf16Be),
        (b"a\0,\0", Encoding::Utf16Le),
        (b"\0a\0,", Encoding::Utf16Be),
    ] {
        assert_eq!(Encoding::of(bytes), expected, "{bytes:?}");
    }
    let names = Encoding::ALL.map(Encoding::code);
    assert_eq!(names, ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"]);
}

#[test]
fn a_file_of_another_kind_is_refused_with_its_reason() {
    for (text, expected) in [
        ("", BadFile::Truncated),
        ("hello", BadFile::NotJson { line: 1, column: 1 }),
        ("[]", BadFile::NotOurs),
        ("{}", BadFile::NotOurs),
        ("{\"format\":\"other\",\"version\":1}", BadFile::NotOurs),
        ("{\n  \"客户\":1,}", BadFile::NotJson { line: 2, column: 10 }),
        ("{\"format\":\"sales-abacus\"}", BadFile::WrongType { name: "version".to_owned() }),
        ("{\"format\":\"sales-abacus\",\"version\":\"x\"}", BadFile::WrongType { name: "version".to_owned() }),
        ("{\"format\":\"sales-abacus\",\"version\":2}", BadFile::NewerVersion { version: "2".to_owned() }),
        ("{\"format\":\"sales-abacus\",\"version\":1,\"version\":2}", BadFile::Repeated { name: "version".to_owned() }),
        ("{\"format\":\"sales-abacus\",\"version\":1,\"deals\":{}}", BadFile::WrongType { name: "deals".to_owned() }),
        ("{\"format\":\"sales-abacus\",\"version\":1} x", BadFile::NotJson { line: 1, column: 39 }),
    ] {
        assert_eq!(refused(text), expected, "{text}");
        assert!(refused(text).message(Locale::Zh).ends_with('。'), "{text}");
        assert!(refused(text).message(Locale::En).ends_with('.'), "{text}");
    }
    assert_eq!(read_export(b"{\"format\":\"\xBF\xCD\"}"), Err(BadFile::NotText));
}

#[test]
fn a_truncated_file_is_recognised_at_any_length() {
    let whole = file(&[&with_id("a", "华东"), &with_id("b", "{\\\"[")]);
    assert!(read_export(whole.as_bytes()).is_ok());
    for length in 0..whole.len() {
        assert_eq!(read_export(&whole.as_bytes()[..length]), Err(BadFile::Truncated), "{length} bytes");
    }
}

#[test]
fn ten_thousand_levels_are_refused_without_overflow() {
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert_eq!(refused(&deep(10_000)), BadFile::NotOurs);
    assert_eq!(refused(&"{\"a\":".repeat(10_000)), BadFile::Truncated);
    assert_eq!(refused(&format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000))), BadFile::NotOurs);
    let record = format!(r#"{{"schema":1,"id":"b","x":{}}}"#, deep(10_000));
    let export = read_export(file(&[&with_id("a", "华东"), &record]).as_bytes()).unwrap();
    assert_eq!(export.records.len(), 1, "the other record is read");
    assert_eq!(export.unusable[0].reason, Reason::Deal(DealError::TooDeep));
    let version = format!(r#"{{"format":"sales-abacus","version":{}}}"#, deep(10_000));
    assert_eq!(refused(&version), BadFile::WrongType { name: "version".to_owned() });
}

#[test]
fn an_unreadable_record_does_not_block_the_others() {
    let text = file(&[
        &with_id("a", "华东"),
        r#"{"schema":99,"id":"b","customer":"来自将来"}"#,
        r#"{"schema":1,"customer":"没有编号"}"#,
        r#"{"schema":1,"id":"Ä","title":"Odd"}"#,
        r#"{"schema":1,"id":"e","amount":"viel"}"#,
        r#"{"schema":1,"id":"f","id":"f"}"#,
        "7",
        r#"{"schema":1,"id":"g" "customer":"x"}"#,
        &with_id("z", "华南"),
    ]);
    let export = read_export(text.as_bytes()).unwrap();
    assert_eq!(export.records.iter().map(FileRecord::id).collect::<Vec<_>>(), ["a", "z"]);
    let unusable = |number: usize, name: Option<&str>, reason: Reason| Unusable {
        part: Part::Deals,
        number,
        name: name.map(str::to_owned),
        reason,
    };
    let bad_amount = DealError::BadAmount { path: "amount".to_owned(), text: "viel".to_owned() };
    assert_eq!(
        export.unusable[..6],
        [
            unusable(2, Some("来自将来"), Reason::Deal(DealError::NewerSchema { schema: 99 })),
            unusable(3, Some("没有编号"), Reason::NoId),
            unusable(4, Some("Odd"), Reason::NoId),
            unusable(5, None, Reason::Deal(bad_amount)),
            unusable(6, None, Reason::Deal(DealError::RepeatedName)),
            unusable(7, None, Reason::Deal(DealError::NotAnObject)),
        ]
    );
    assert!(matches!(export.unusable[6].reason, Reason::Deal(DealError::NotJson { .. })));
    for unusable in &export.unusable {
        assert!(unusable.reason.message(Locale::Zh).ends_with('。'), "{unusable:?}");
        assert!(unusable.reason.message(Locale::En).ends_with('.'), "{unusable:?}");
    }
}

#[test]
fn unreadable_records_of_the_exporter_may_be_readable_here() {
    let kept = |key: &str, text: &str| serde_json::json!({ "key": key, "text": text }).to_string();
    let unreadable = [
        kept("sales-abacus:deal:a", &with_id("a", "华东")),
        kept("sales-abacus:deal:b", "{"),
        kept("sales-abacus:scenario:s", "clv?name=A#spend=12"),
        kept("sales-abacus:scenario:t", "none?name=A"),
        kept("elsewhere", "x"),
        "null".to_owned(),
    ];
    let text = format!(r#"{{"format":"sales-abacus","version":1,"unreadable":[{}]}}"#, unreadable.join(","));
    let export = read_export(text.as_bytes()).unwrap();
    assert_eq!(export.records.iter().map(FileRecord::id).collect::<Vec<_>>(), ["a", "s"]);
    assert_eq!(export.unusable.iter().map(|it| it.number).collect::<Vec<_>>(), [2, 4, 5, 6]);
    assert_eq!(export.unusable[0].name.as_deref(), Some("sales-abacus:deal:b"));
}

#[test]
fn the_rescue_file_is_read() {
    let text = abacus_vault::raw_file(&[
        (BOOK_KEY.to_owned(), "mine".to_owned()),
        (key("a"), with_id("a", "华东")),
        (scenarios::key("s"), "clv?name=A#spend=12".to_owned()),
        (key("b"), "{".to_owned()),
        ("sales-abacus:lang".to_owned(), "en".to_owned()),
    ]);
    let export = read_export(text.as_bytes()).unwrap();
    assert_eq!(export.book.as_deref(), Some("mine"));
    assert_eq!(export.records.iter().map(FileRecord::id).collect::<Vec<_>>(), ["a", "s"]);
    assert_eq!(export.unusable.len(), 1);
    let odd = read_export(br#"{"format":"sales-abacus","version":1,"entries":[1]}"#).unwrap();
    assert_eq!(odd, Export::default(), "entries that are not an object are ignored");
}

#[test]
fn scenarios_are_validated_like_stored_records() {
    let scenario = |fields: &str| {
        format!(r#"{{"format":"sales-abacus","version":1,"scenarios":[{{"id":"s","tool":"bad-debt",{fields}}}]}}"#)
    };
    let read = |fields: &str| read_export(scenario(fields).as_bytes()).unwrap();
    let export = read(r#""name":"a&b=#?%","place":2,"revision":3,"inputs":{"loss":"700","mood":"%20"},"colour":"red""#);
    let Some(FileRecord::Scenario(found)) = export.records.first() else { unreachable!("{export:?}") };
    assert_eq!((found.name.as_str(), found.place, found.revision), ("a&b=#?%", 2, 3));
    assert_eq!(found.inputs.get("loss"), Some(700.into()));
    assert_eq!(
        (found.unknown_query.as_slice(), found.unknown_inputs.as_slice()),
        (&["colour=red".to_owned()][..], &["mood=%20".to_owned()][..])
    );
    for fields in [
        r#""inputs":{"loss":"-1"}"#,
        r#""inputs":{"loss":700}"#,
        r#""inputs":{"x":"1&loss=5"}"#,
        r#""inputs":{"loss":"7%30"}"#,
        r#""inputs":[]"#,
        r#""name":7"#,
        r#""place":-1"#,
        r#""place":99999999999"#,
        r#""colour":{"r":1}"#,
        r#""schema":"2""#,
    ] {
        assert_eq!(read(fields).records, [], "{fields}");
        assert_eq!(read(fields).unusable.len(), 1, "{fields}");
    }
}

#[test]
fn lessons_are_validated_like_stored_records() {
    let read = |fields: &str| {
        let lesson = format!(r#"{{"tool":"bad-debt","title":"t",{fields}}}"#);
        let file = format!(r#"{{"format":"sales-abacus","version":1,"lessons":[{lesson}]}}"#);
        read_export(file.as_bytes()).unwrap()
    };
    let export = read(r#""id":"l","question":"q;=%","revision":3,"inputs":{"loss":"700"},"move":{"margin":"0.04"}"#);
    let Some(FileRecord::Lesson(found)) = export.records.first() else { unreachable!("{export:?}") };
    assert_eq!((found.id.as_str(), found.question.as_str(), found.revision), ("l", "q;=%", 3));
    assert_eq!(found.fragment(), "loss=700");
    for fields in [
        r#""id":"l""#,
        r#""id":"Not An Id","question":"q""#,
        r#""id":"l","question":"q","question":"r""#,
        r#""id":"l","question":"q","inputs":{"loss":700}"#,
        r#""id":"l","question":"q","lines":["1","2","3","4","5","6"]"#,
        r#""id":"l","question":"q","schema":"2""#,
        r#""id":7,"question":"q""#,
    ] {
        assert_eq!((read(fields).records, read(fields).unusable.len()), (vec![], 1), "{fields}");
        let said = Locale::ALL.map(|locale| read(fields).unusable[0].reason.message(locale));
        assert!(said.iter().all(|message| !message.is_empty()), "{fields}");
    }
    let ids = [r#""question":"q""#, r#""question":"q""#, r#""question":"r""#]
        .map(|fields| read(fields).records[0].id().to_owned());
    assert!(ids[0] == ids[1] && ids[1] != ids[2], "without an id, it is identified by its content: {ids:?}");
}

#[test]
fn an_unreadable_table_reports_why() {
    for (text, expected) in [
        ("", BadFile::Empty),
        ("\u{feff}\r\n \n", BadFile::Empty),
        ("customer,deal\n", BadFile::NoRows),
        ("customer\n,,\n", BadFile::NoRows),
        ("customer,deal\nA,\"B\n\nC", BadFile::OpenQuote { line: 2 }),
        (&format!("a\n{}", "b\n".repeat(20_001)), BadFile::TooManyRows),
        (&",".repeat(600), BadFile::TooManyColumns),
    ] {
        assert_eq!(read_table(text), Err(expected.clone()));
        assert!(expected.message(Locale::Zh).ends_with('。') && expected.message(Locale::En).ends_with('.'));
    }
    assert!(read_table(&format!("a\n{}", "b\n".repeat(20_000))).is_ok());
}
