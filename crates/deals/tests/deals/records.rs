use super::any::deal::any_deal;
use super::any::{any_date, any_fields, any_json, any_text};
use super::*;
use abacus_core::date::DateError;

#[test]
fn a_record_has_the_documented_format() {
    let mut deal = complete();
    deal.revision = 3;
    deal.amount = Some(amount("1200000.50"));
    deal.expected_close = Some(date("2026-06-30"));
    deal.unread.insert(DateField::Deal(&fields::NEXT_DATE).path(), "明天".to_owned());
    deal.people.truncate(1);
    deal.people[0].stances = vec![DatedStance { date: date(TODAY), stance: Stance::Unknown, extra: Map::new() }];
    deal.people.push(Person { id: "p2".to_owned(), ..guide("王芳", true, true, false) });
    let expected = json!({
        "schema": 2, "id": "d", "revision": 3, "deleted": false,
        "customer": "华东机床", "amount": "1200000.50", "currency": "CNY",
        "expected_close": "2026-06-30", "salesperson": "陈晨", "stage": "analyse",
        "people": [
            {
                "id": "p1", "roles": ["user"], "name": "李雷", "stance": "unknown",
                "stances": [{"date": "2026-03-02", "stance": "unknown"}],
            },
            {
                "id": "p2", "name": "王芳", "stance": "unknown",
                "guide": {"credible": true, "trusts_us": true, "wants_us": false},
            },
        ],
        "next_step": {"action": "现场演示", "date": "2026-03-03"},
        "unread": {"next_step.date": "明天"},
    });
    assert_eq!(serde_json::from_str::<Value>(&encode(&deal)).unwrap(), expected);
}

#[test]
fn missing_fields_and_nulls_take_defaults() {
    for text in [
        r#"{"schema":1}"#,
        r#"{"schema":1,"id":"d","guide":{},"people":[],"next_step":{},"unread":{}}"#,
        r#"{"schema":1,"id":null,"amount":null,"guide":null,"people":null,"currency":null,"deleted":null}"#,
        r#"{"schema":2}"#,
        r#"{"schema":2,"id":"d","people":[],"next_step":{},"invoice":{},"snapshots":[],"set_aside":{},"tags":[]}"#,
        r#"{"schema":2,"stage":null,"end":null,"tags":null,"notes":null,"invoice":null,"lost_reason":null}"#,
    ] {
        assert_eq!(decode("d", text), Ok(Deal::new("d")), "{text}");
    }
    let person = decode("d", r#"{"schema":1,"people":[{}]}"#).unwrap().people;
    assert_eq!(person, numbered(vec![Person::default()]));
}

#[test]
fn unknown_fields_are_kept_exactly_at_every_level() {
    let text = r#"{"schema":1,"id":"d",
        "later":null,"diary":[{"at":1e999,"":[]}],"n":-0.000000000000000000000000000000000000010,
        "guide":{"budget":123456789012345678901234567890.10},
        "people":[{"weight":1.0,"roles":["user"]},{"mood":{"deep":[1E+5]}}],
        "next_step":{"who":"\u0000\u202e😀","p":-0}}"#;
    let deal = decode("d", text).unwrap();
    let again = encode(&deal);
    for piece in [
        r#""later":null"#,
        r#""diary":[{"":[],"at":1e+999}]"#,
        r#""n":-0.000000000000000000000000000000000000010"#,
        r#""budget":123456789012345678901234567890.10"#,
        r#""weight":1.0"#,
        r#""mood":{"deep":[1e+5]}"#,
        "\"who\":\"\\u0000\u{202e}😀\"",
        r#""p":-0"#,
    ] {
        assert!(again.contains(piece), "{piece} in {again}");
    }
    assert_eq!(decode("d", &again), Ok(deal));
}

/// `every-field.json` has every field that records gained since the first release; `every-field-released.json` is what
/// that release (commit cd2f296) wrote from it after the customer was changed.
#[test]
fn the_first_release_keeps_every_field_it_does_not_know() {
    let ours = include_str!("../data/every-field.json");
    let mut deal = decode("full", ours).unwrap();
    let written: Value = serde_json::from_str(&encode(&deal)).unwrap();
    assert_eq!(written, serde_json::from_str::<Value>(ours).unwrap(), "every field of the fixture is known");
    deal.customer = "改过的客户".to_owned();
    assert_eq!(decode("full", include_str!("../data/every-field-released.json")), Ok(deal));
    for line in include_str!("../fields.txt").lines() {
        // The release keeps unknown fields of any object it knows: a new field needs no line in the fixtures, a new
        // object does.
        let Some((place, _)) = line.split(' ').next().and_then(|path| path.rsplit_once('.')) else { continue };
        let object = place.split('.').rfind(|name| *name != "*").unwrap().trim_end_matches("[]");
        assert!(
            ours.contains(&format!("\"{object}\":")),
            "write `{object}` with all its fields into tests/data/every-field.json, and unchanged into \
             every-field-released.json: the release keeps unknown fields"
        );
    }
}

#[test]
fn a_version_1_record_keeps_its_meaning() {
    let text = include_str!("../data/deal-v1.json");
    let deal = decode("k3q", text).unwrap();
    let guide = GuideTests { credible: true, trusts_us: true, ..GuideTests::default() };
    let expected = vec![
        Person {
            id: "p1".to_owned(),
            title: "车间主任".to_owned(),
            stance: Stance::Supports,
            ..person("李雷", &[Role::User])
        },
        Person {
            id: "p2".to_owned(), title: "设备科科长".to_owned(), guide: Some(guide), ..person("王芳", &[])
        },
    ];
    assert_eq!(deal.people, expected);
    assert_eq!((deal.customer.as_str(), deal.revision, deal.stage), ("华东机床", 3, Stage::Analyse));
    assert_eq!(Coverage::of(&deal).notation(), "½+1/4+1");
    assert_eq!(deal.unread.get("amount").map(String::as_str), Some("大约三百万"));
    assert!(!deal.extra.contains_key("guide"));
    assert_eq!(decode("k3q", &encode(&deal)), Ok(deal));
}

#[test]
fn the_guide_of_version_1_becomes_a_person() {
    let read = |fields: &str| decode("d", &format!(r#"{{"schema":1,{fields}}}"#)).unwrap().people;
    let li = r#""people":[{"name":"李雷","title":"a","roles":["user"]}]"#;
    let same = read(&format!(r#"{li},"guide":{{"name":" 李雷 ","credible":true,"mood":1}}"#));
    assert_eq!(same.len(), 1);
    let tests = same[0].guide.as_ref().unwrap();
    assert!(tests.credible && tests.extra.contains_key("mood"), "unknown fields are kept");
    let retitled = read(&format!(r#"{li},"guide":{{"name":"李雷","title":"b"}}"#));
    assert_eq!(retitled[0].title, "a");
    assert_eq!(retitled[0].guide.as_ref().unwrap().extra["title"], "b", "nothing is lost");
    let untitled = r#""people":[{"name":"李雷"}]"#;
    for (people, guide_title, title) in [(untitled, "b", "b"), (untitled, "", ""), (li, "a", "a"), (li, "", "a")] {
        let person =
            &read(&format!(r#"{people},"guide":{{"name":"李雷","title":"{guide_title}","credible":true}}"#))[0];
        assert_eq!(person.title, title, "equal titles are merged");
        assert_eq!(person.guide.as_ref().unwrap().extra, Map::new(), "{guide_title} is not kept twice");
    }
    let other = read(&format!(r#"{li},"guide":{{"name":"王芳"}}"#));
    assert_eq!((other.len(), other[1].name.as_str(), other[1].roles.len()), (2, "王芳", 0));
    for nobody in [r#""guide":{}"#, r#""guide":null"#, r#""guide":{"name":"","credible":false}"#] {
        assert_eq!(read(nobody), []);
    }
    let nameless = read(r#""guide":{"title":"CTO"}"#);
    assert_eq!(nameless[0].title, "CTO");
    assert_eq!(read(r#""people":null,"guide":{"name":"x"}"#).len(), 1);
}

fn wrong(path: &str, expected: JsonKind) -> DealError {
    DealError::WrongType { path: path.to_owned(), expected }
}

#[test]
fn unreadable_records_report_path_and_reason() {
    let bad_date =
        |path: &str, text: &str, error| DealError::BadDate { path: path.to_owned(), text: text.to_owned(), error };
    let bad_amount = |text: &str| DealError::BadAmount { path: "amount".to_owned(), text: text.to_owned() };
    let word = |path: &str, text: &str| DealError::UnknownWord { path: path.to_owned(), text: text.to_owned() };
    for (fields, expected) in [
        (r#""revision":-1"#, wrong("revision", JsonKind::Whole)),
        (r#""revision":1.5"#, wrong("revision", JsonKind::Whole)),
        (r#""revision":1e999"#, wrong("revision", JsonKind::Whole)),
        (r#""revision":18446744073709551616"#, wrong("revision", JsonKind::Whole)),
        (r#""customer":7"#, wrong("customer", JsonKind::Text)),
        (r#""amount":7"#, wrong("amount", JsonKind::Text)),
        (r#""deleted":"yes""#, wrong("deleted", JsonKind::Flag)),
        (r#""guide":[]"#, wrong("guide", JsonKind::Object)),
        (r#""guide":{"credible":1}"#, wrong("people[0].guide.credible", JsonKind::Flag)),
        (r#""guide":{"name":1}"#, wrong("guide.name", JsonKind::Text)),
        (r#""people":{}"#, wrong("people", JsonKind::List)),
        (r#""people":[{},null]"#, wrong("people[1]", JsonKind::Object)),
        (r#""people":[{"roles":"user"}]"#, wrong("people[0].roles", JsonKind::List)),
        (r#""people":[{"roles":["user",1]}]"#, wrong("people[0].roles[1]", JsonKind::Text)),
        (r#""people":[{"roles":["User"]}]"#, word("people[0].roles[0]", "User")),
        (r#""people":[{"stance":"furious"}]"#, word("people[0].stance", "furious")),
        (r#""currency":"rmb""#, word("currency", "rmb")),
        (r#""unread":{"amount":1}"#, wrong("unread.amount", JsonKind::Text)),
        (r#""expected_close":"2026-02-30""#, bad_date("expected_close", "2026-02-30", DateError::DoesNotExist)),
        (r#""next_step":{"date":"soon"}"#, bad_date("next_step.date", "soon", DateError::NotIso)),
        (r#""amount":"""#, bad_amount("")),
        (r#""amount":"1e3""#, bad_amount("1e3")),
        (r#""amount":"1,000""#, bad_amount("1,000")),
        (r#""amount":"1_000""#, bad_amount("1_000")),
        (r#""amount":"+1""#, bad_amount("+1")),
        (r#""amount":".5""#, bad_amount(".5")),
        (r#""amount":"5.""#, bad_amount("5.")),
        (r#""amount":"１""#, bad_amount("１")),
        (r#""amount":"0.0000001""#, bad_amount("0.0000001")),
        (r#""amount":"1000000000000000.1""#, bad_amount("1000000000000000.1")),
        (r#""amount":"99999999999999999999999999999999""#, bad_amount("99999999999999999999999999999999")),
        (r#""id":"e""#, DealError::IdDiffers { record: "e".to_owned() }),
    ] {
        assert_eq!(decode("d", &format!(r#"{{"schema":1,{fields}}}"#)), Err(expected), "{fields}");
    }
    for (text, expected) in [
        ("[]", DealError::NotAnObject),
        ("null", DealError::NotAnObject),
        ("1e999", DealError::NotAnObject),
        ("{}", DealError::NoSchema),
        (r#"{"schema":0}"#, DealError::NoSchema),
        (r#"{"schema":3,"id":7}"#, DealError::NewerSchema { schema: 3 }),
        (r#"{"schema":2,"stage":"won"}"#, word("stage", "won")),
        (r#"{"schema":2,"end":"won"}"#, word("end", "won")),
        (r#"{"schema":2,"tags":"a"}"#, wrong("tags", JsonKind::List)),
        (r#"{"schema":2,"people":[{"guide":true}]}"#, wrong("people[0].guide", JsonKind::Object)),
        (r#"{"schema":2,"people":[{"influence":"huge"}]}"#, word("people[0].influence", "huge")),
        (r#"{"schema":2,"people":[{"need_kinds":["fame"]}]}"#, word("people[0].need_kinds[0]", "fame")),
        (r#"{"schema":2,"people":[{"stances":[{}]}]}"#, wrong("people[0].stances[0].date", JsonKind::Text)),
        (r#"{"schema":2,"invoice":{"due":"soon"}}"#, bad_date("invoice.due", "soon", DateError::NotIso)),
        (
            r#"{"schema":2,"invoice":{"margin":"2"}}"#,
            DealError::BadAmount { path: "invoice.margin".to_owned(), text: "2".to_owned() },
        ),
        (r#"{"schema":2,"snapshots":[{"results":[]}]}"#, wrong("snapshots[0].results", JsonKind::Object)),
        (r#"{"schema":"1"}"#, wrong("schema", JsonKind::Whole)),
        ("", DealError::NotJson { line: 1, column: 0 }),
        ("{\n\"schema\":1,}", DealError::NotJson { line: 2, column: 12 }),
    ] {
        assert_eq!(decode("d", text), Err(expected), "{text}");
    }
    for id in ["", "D", "a b", "ä", "a/b", &"a".repeat(33)] {
        assert_eq!(decode(id, r#"{"schema":1}"#), Err(DealError::BadId), "{id:?}");
    }
}

#[test]
fn every_error_has_a_sentence_in_both_languages() {
    for text in ["[]", "{}", "x", r#"{"schema":9}"#, r#"{"schema":1,"id":"e"}"#, r#"{"schema":1,"title":1}"#] {
        let reason = decode("d", text).unwrap_err();
        assert!(reason.message(Locale::Zh).ends_with('。'), "{reason:?}");
        assert!(reason.message(Locale::En).ends_with('.'), "{reason:?}");
    }
    assert_eq!(wrong("guide.name", JsonKind::Text).message(Locale::En), "guide.name should be text.");
}

#[test]
fn hostile_records_are_refused_or_kept_harmlessly() {
    let nested = |depth: usize| format!(r#"{{"schema":1,"x":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    assert_eq!(decode("d", &nested(10_000)), Err(DealError::TooDeep));
    assert_eq!(decode("d", &"{\"a\":".repeat(10_000)), Err(DealError::TooDeep));
    assert_eq!(decode("d", &nested(100)), Err(DealError::TooDeep));
    let deepest = decode("d", &nested(99)).unwrap();
    let mut book = Book::default();
    book.insert(deepest);
    assert!(
        serde_json::from_str::<Value>(&export(&book, &[], "2026-11-29".parse().unwrap())).is_ok(),
        "a readable record is also readable in an export"
    );

    let brackets_in_text = format!(r#"{{"schema":1,"customer":"{}\"{{:"}}"#, "[".repeat(1_000));
    assert!(decode("d", &brackets_in_text).is_ok());
    let megabyte = "长".repeat(350_000);
    let deal = decode("d", &format!(r#"{{"schema":1,"customer":"{megabyte}","y":"{megabyte}"}}"#)).unwrap();
    assert_eq!(deal.customer, megabyte);
    let crowd = format!(r#"{{"schema":1,"people":[{}{{}}]}}"#, "{},".repeat(100_000));
    assert_eq!(decode("d", &crowd).map(|deal| deal.people.len()), Ok(100_001));

    for twice in [
        r#"{"schema":1,"customer":"a","customer":"b"}"#,
        r#"{"schema":1,"x":[{"y":1,"\u0079":2}]}"#,
        r#"{"schema":1,"x":{"$serde_json::private::Number":"1"}}"#,
        r#"{"schema":1,"x":{"a":1,"$serde_json::private::Number":"week"}}"#,
        r#"{"schema":1,"x":{"a":1,"\u0024serde_json::private::Number":"week"}}"#,
    ] {
        assert_eq!(decode("d", twice), Err(DealError::RepeatedName), "{twice}");
    }
    for broken in [r#"{"schema":1,"x":"\ud800"}"#, "{\"schema\":1,\"x\":\"\0\"}", "\u{FEFF}{}", r#"{"schema":1}}"#] {
        assert!(matches!(decode("d", broken), Err(DealError::NotJson { .. })), "{broken:?}");
    }
}

proptest! {
    #[test]
    fn records_round_trip(deal in any_deal()) {
        let text = encode(&deal);
        let again = decode("d", &text);
        prop_assert_eq!(again.as_ref(), Ok(&deal));
        prop_assert_eq!(again.map(|deal| encode(&deal)), Ok(text));
    }

    #[test]
    fn any_text_is_a_deal_or_an_error(text in any_text(), json in any_json(), fields in any_fields(any_json())) {
        prop_assert!(decode("d", &text).is_err());
        prop_assert!(decode("d", &json.to_string()).is_err());
        let mut record = fields;
        record.insert("schema".to_owned(), 2.into());
        prop_assert!(decode("d", &Value::Object(record).to_string()).is_ok());
    }

    #[test]
    fn any_value_of_a_known_field_is_read_or_refused(
        schema in 1..=2_u64,
        name in prop::sample::select(&[
            "id", "revision", "amount", "guide", "people", "next_step", "unread", "stage", "tags", "invoice",
            "snapshots", "set_aside", "reached",
        ][..]),
        value in any_json(),
    ) {
        if let Ok(deal) = decode("d", &json!({"schema": schema, name: value}).to_string()) {
            prop_assert_eq!(decode("d", &encode(&deal)), Ok(deal));
        }
    }

    #[test]
    fn advice_never_panics(deal in any_deal(), today in any_date()) {
        for advice in today.map(|today| advise(&deal, today)).unwrap_or_default() {
            prop_assert!(!advice.reason(Locale::Zh).is_empty() && !advice.reason(Locale::En).is_empty());
        }
    }
}

#[test]
fn only_records_of_older_formats_are_migrated() {
    const OLD: &str = r#"{"schema":1,"id":"a","revision":4,"customer":"华东","guide":{"name":"王芳"}}"#;
    let entries = [
        (key("a"), OLD),
        (key("b"), r#"{"schema":2,"id":"b","revision":4}"#),
        (key("c"), r#"{"schema": 2, "id": "c", "revision": 4}"#),
        (key("d"), r#"{"schema":99,"id":"d"}"#),
        (key("e"), r#"{"schema":1,"id":"e","guide":7}"#),
        (key("f"), "?"),
        ("sales-abacus:lang".to_owned(), r#"{"schema":1}"#),
    ];
    let entries = entries.map(|(key, text)| (key, text.to_owned()));
    let writes = migrations(&entries);
    let keys: Vec<_> = writes.iter().map(|write| (write.key.clone(), write.before.as_deref())).collect();
    assert_eq!(keys, [(key("a"), Some(OLD))]);
    let migrated = Deal { revision: 5, ..decode("a", OLD).unwrap() };
    assert_eq!(decode("a", &writes[0].after), Ok(migrated));
    assert_eq!(migrations(&[(key("a"), writes[0].after.clone())]), [], "once");
}

#[test]
fn a_book_remembers_reading_an_older_format() {
    let mut book = Book::default();
    book.read(&key("a"), &encode(&complete()));
    assert!(!book.has_older(), "nothing needs to be migrated");
    book.read(&key("b"), r#"{"schema":1,"id":"b"}"#);
    assert!(book.has_older());
}
