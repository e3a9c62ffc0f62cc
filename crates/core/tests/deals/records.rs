//! The gate between a deal and its stored text.

use super::*;
use abacus_core::deals::DateError;

#[test]
fn a_record_looks_like_this() {
    let mut deal = complete();
    deal.revision = 3;
    deal.amount = Some(amount("1200000.50"));
    deal.expected_close = Some(date("2026-06-30"));
    deal.people.truncate(1);
    deal.unread.insert(unread::NEXT_DATE.to_owned(), "明天".to_owned());
    let expected = json!({
        "schema": 1, "id": "d", "revision": 3, "deleted": false,
        "customer": "华东机床", "title": "", "amount": "1200000.50", "currency": "CNY",
        "expected_close": "2026-06-30", "salesperson": "陈晨",
        "guide": {"name": "王芳", "title": "", "credible": true, "trusts_us": true, "wants_us": true},
        "people": [{"id": "", "roles": ["user"], "name": "李雷", "title": "", "stance": "unknown"}],
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
    ] {
        assert_eq!(decode("d", text), Ok(Deal::new("d")), "{text}");
    }
    let person = decode("d", r#"{"schema":1,"people":[{}]}"#).unwrap().people;
    assert_eq!(person, [Person::default()]);
}

#[test]
fn unknown_fields_survive_on_every_level_to_the_last_digit() {
    let text = r#"{"schema":1,"id":"d",
        "stage":null,"logs":[{"at":1e999,"":[]}],"n":-0.000000000000000000000000000000000000010,
        "guide":{"budget":123456789012345678901234567890.10},
        "people":[{"influence":1.0,"roles":["user"]},{"mood":{"deep":[1E+5]}}],
        "next_step":{"who":"\u0000\u202e😀","p":-0}}"#;
    let deal = decode("d", text).unwrap();
    let again = encode(&deal);
    for piece in [
        r#""stage":null"#,
        r#""logs":[{"":[],"at":1e+999}]"#,
        r#""n":-0.000000000000000000000000000000000000010"#,
        r#""budget":123456789012345678901234567890.10"#,
        r#""influence":1.0"#,
        r#""mood":{"deep":[1e+5]}"#,
        "\"who\":\"\\u0000\u{202e}😀\"",
        r#""p":-0"#,
    ] {
        assert!(again.contains(piece), "{piece} in {again}");
    }
    assert_eq!(decode("d", &again), Ok(deal));
}

fn wrong(path: &str, expected: Kind) -> Unreadable {
    Unreadable::WrongType { path: path.to_owned(), expected }
}

#[test]
fn what_cannot_be_read_says_where_and_why() {
    let bad_date =
        |path: &str, text: &str, error| Unreadable::BadDate { path: path.to_owned(), text: text.to_owned(), error };
    let bad_amount = |text: &str| Unreadable::BadAmount { path: "amount".to_owned(), text: text.to_owned() };
    let word = |path: &str, text: &str| Unreadable::UnknownWord { path: path.to_owned(), text: text.to_owned() };
    for (fields, expected) in [
        (r#""revision":-1"#, wrong("revision", Kind::Whole)),
        (r#""revision":1.5"#, wrong("revision", Kind::Whole)),
        (r#""revision":1e999"#, wrong("revision", Kind::Whole)),
        (r#""revision":18446744073709551616"#, wrong("revision", Kind::Whole)),
        (r#""customer":7"#, wrong("customer", Kind::Text)),
        (r#""amount":7"#, wrong("amount", Kind::Text)),
        (r#""deleted":"yes""#, wrong("deleted", Kind::Flag)),
        (r#""guide":[]"#, wrong("guide", Kind::Object)),
        (r#""guide":{"credible":1}"#, wrong("guide.credible", Kind::Flag)),
        (r#""people":{}"#, wrong("people", Kind::List)),
        (r#""people":[{},null]"#, wrong("people[1]", Kind::Object)),
        (r#""people":[{"roles":"user"}]"#, wrong("people[0].roles", Kind::List)),
        (r#""people":[{"roles":["user",1]}]"#, wrong("people[0].roles[1]", Kind::Text)),
        (r#""people":[{"roles":["User"]}]"#, word("people[0].roles[0]", "User")),
        (r#""people":[{"stance":"furious"}]"#, word("people[0].stance", "furious")),
        (r#""currency":"rmb""#, word("currency", "rmb")),
        (r#""unread":{"amount":1}"#, wrong("unread.amount", Kind::Text)),
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
        (r#""id":"e""#, Unreadable::IdDiffers { record: "e".to_owned() }),
    ] {
        assert_eq!(decode("d", &format!(r#"{{"schema":1,{fields}}}"#)), Err(expected), "{fields}");
    }
    for (text, expected) in [
        ("[]", Unreadable::NotAnObject),
        ("null", Unreadable::NotAnObject),
        ("1e999", Unreadable::NotAnObject),
        ("{}", Unreadable::NoSchema),
        (r#"{"schema":0}"#, Unreadable::NoSchema),
        (r#"{"schema":2,"id":7}"#, Unreadable::NewerSchema { schema: 2 }),
        (r#"{"schema":"1"}"#, wrong("schema", Kind::Whole)),
        ("", Unreadable::NotJson { line: 1, column: 0 }),
        ("{\n\"schema\":1,}", Unreadable::NotJson { line: 2, column: 12 }),
    ] {
        assert_eq!(decode("d", text), Err(expected), "{text}");
    }
    for id in ["", "D", "a b", "ä", "a/b", &"a".repeat(33)] {
        assert_eq!(decode(id, r#"{"schema":1}"#), Err(Unreadable::BadId), "{id:?}");
    }
}

#[test]
fn every_reason_is_a_sentence_in_both_languages() {
    for text in ["[]", "{}", "x", r#"{"schema":9}"#, r#"{"schema":1,"id":"e"}"#, r#"{"schema":1,"title":1}"#] {
        let reason = decode("d", text).unwrap_err();
        assert!(reason.message(Locale::Zh).ends_with('。'), "{reason:?}");
        assert!(reason.message(Locale::En).ends_with('.'), "{reason:?}");
    }
    assert_eq!(wrong("guide.name", Kind::Text).message(Locale::En), "guide.name should be a text.");
}

#[test]
fn hostile_records_are_refused_or_kept_but_harm_nothing() {
    let nested = |depth: usize| format!(r#"{{"schema":1,"x":{}{}}}"#, "[".repeat(depth), "]".repeat(depth));
    assert_eq!(decode("d", &nested(10_000)), Err(Unreadable::TooDeep));
    assert_eq!(decode("d", &"{\"a\":".repeat(10_000)), Err(Unreadable::TooDeep));
    assert_eq!(decode("d", &nested(100)), Err(Unreadable::TooDeep));
    let deepest = decode("d", &nested(99)).unwrap();
    let mut book = Book::default();
    book.insert(deepest);
    assert!(serde_json::from_str::<Value>(&export(&book, &[])).is_ok(), "what is read can be read from an export too");

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
    ] {
        assert_eq!(decode("d", twice), Err(Unreadable::RepeatedName), "{twice}");
    }
    for broken in [r#"{"schema":1,"x":"\ud800"}"#, "{\"schema\":1,\"x\":\"\0\"}", "\u{FEFF}{}", r#"{"schema":1}}"#] {
        assert!(matches!(decode("d", broken), Err(Unreadable::NotJson { .. })), "{broken:?}");
    }
}

/// Texts of all planes, and often those that go wrong elsewhere.
fn any_text() -> impl Strategy<Value = String> {
    const STRANGE: [&str; 8] = [
        "",
        "\0",
        "\u{202E}שלום",
        "\u{200B}",
        "👩\u{200D}👧\u{FE0F}",
        "\"\\\u{2028}\u{FEFF}",
        "e\u{301}",
        "\u{10FFFF}",
    ];
    prop_oneof![any::<String>(), prop::sample::select(&STRANGE[..]).prop_map(str::to_owned)]
}

fn any_json() -> impl Strategy<Value = Value> {
    let number = "-?(0|[1-9][0-9]{0,40})(\\.[0-9]{1,40})?(e[+-]?[0-9]{1,4})?";
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        number.prop_map(|digits| serde_json::from_str(&digits).unwrap()),
        any_text().prop_map(Value::String),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            any_fields(inner).prop_map(Value::Object),
        ]
    })
}

fn any_fields(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
    let name = any_text().prop_map(|name| format!("x-{name}"));
    prop::collection::btree_map(name, value, 0..3).prop_map(|fields| fields.into_iter().collect())
}

fn any_date() -> impl Strategy<Value = Option<Date>> {
    (0..=9999_i32, 1..=12_u8, 1..=31_u8).prop_map(|(year, month, day)| Date::new(year, month, day).ok())
}

fn any_amount() -> impl Strategy<Value = Option<Decimal>> {
    let fits = (-1_000_000_000_000_000_i64..=1_000_000_000_000_000, 0..=6_u32);
    prop::option::of(fits.prop_map(|(units, scale)| Decimal::new(units, scale)))
}

fn any_person() -> impl Strategy<Value = Person> {
    let roles = prop::collection::vec(prop::sample::select(&Role::ALL[..]), 0..4);
    let stance = prop::sample::select(&Stance::ALL[..]);
    (any_text(), roles, any_text(), any_text(), stance, any_fields(any_json()))
        .prop_map(|(id, roles, name, title, stance, extra)| Person { id, roles, name, title, stance, extra })
}

fn any_guide() -> impl Strategy<Value = Guide> {
    (any_text(), any_text(), any::<[bool; 3]>(), any_fields(any_json())).prop_map(
        |(name, title, [credible, trusts_us, wants_us], extra)| Guide {
            name,
            title,
            credible,
            trusts_us,
            wants_us,
            extra,
        },
    )
}

fn any_deal() -> impl Strategy<Value = Deal> {
    let facts = (any::<u64>(), any_text(), any_text(), any_amount(), any_date(), any_text(), any::<bool>());
    let step = (any_text(), any_date(), any_fields(any_json()));
    let people = prop::collection::vec(any_person(), 0..4);
    let unread = prop::collection::btree_map(any_text(), any_text(), 0..3);
    (facts, any_guide(), people, step, unread, "[A-Z]{3}", any_fields(any_json())).prop_map(
        |(facts, guide, people, (action, date, step_extra), unread, currency, extra)| {
            let (revision, customer, title, amount, expected_close, salesperson, deleted) = facts;
            let next_step = NextStep { action, date, extra: step_extra };
            let currency = Currency::new(&currency).unwrap();
            Deal {
                id: "d".to_owned(),
                revision,
                customer,
                title,
                amount,
                currency,
                expected_close,
                salesperson,
                guide,
                people,
                next_step,
                deleted,
                unread,
                extra,
                ..Deal::default()
            }
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_the_same(deal in any_deal()) {
        let text = encode(&deal);
        let again = decode("d", &text);
        prop_assert_eq!(again.as_ref(), Ok(&deal));
        prop_assert_eq!(again.map(|deal| encode(&deal)), Ok(text));
    }

    #[test]
    fn reading_any_text_ends_in_a_deal_or_a_reason(text in any_text(), json in any_json(), fields in any_fields(any_json())) {
        prop_assert!(decode("d", &text).is_err());
        prop_assert!(decode("d", &json.to_string()).is_err());
        let mut record = fields;
        record.insert("schema".to_owned(), 1.into());
        prop_assert!(decode("d", &Value::Object(record).to_string()).is_ok());
    }

    #[test]
    fn a_known_field_of_any_content_is_read_or_refused(
        name in prop::sample::select(&["id", "revision", "amount", "guide", "people", "next_step", "unread"][..]),
        value in any_json(),
    ) {
        if let Ok(deal) = decode("d", &json!({"schema": 1, name: value}).to_string()) {
            prop_assert_eq!(decode("d", &encode(&deal)), Ok(deal));
        }
    }

    #[test]
    fn advice_on_any_deal_is_spoken_without_a_fall(deal in any_deal(), today in any_date()) {
        for advice in today.map(|today| advise(&deal, today)).unwrap_or_default() {
            prop_assert!(!advice.reason(Locale::Zh).is_empty() && !advice.reason(Locale::En).is_empty());
        }
    }
}
