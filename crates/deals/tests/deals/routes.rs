//! A record is decoded in one of two ways: directly, if it looks as this version writes it, or else through a tree of
//! JSON values. Both must agree. A leading space forces the second way.

use super::super::any::deal::any_deal;
use super::super::any::{any_fields, any_json, any_text};
use super::*;

/// Decodes a text the second way, with error positions as without the space.
fn by_value(text: &str) -> Result<Deal, DealError> {
    decode("d", &format!(" {text}")).map_err(|error| match error {
        DealError::NotJson { line: 1, column } => DealError::NotJson { line: 1, column: column.saturating_sub(1) },
        error => error,
    })
}

/// Asserts that both ways agree, also in what is encoded again.
#[track_caller]
fn agree(text: &str) -> Result<Deal, DealError> {
    let read = decode("d", text);
    assert_eq!(read, by_value(text), "{text}");
    let again = |read: Result<Deal, DealError>| read.map(|deal| encode(&deal));
    assert_eq!(again(read.clone()), again(by_value(text)), "{text}");
    read
}

/// A record with more fields, known ones of any kind among them, at every level.
fn with_fields(record: &mut Value, fields: &Map<String, Value>, places: &mut impl Iterator<Item = usize>) {
    match record {
        Value::Object(object) => {
            object.values_mut().for_each(|value| with_fields(value, fields, places));
            if places.next() == Some(0) {
                object.extend(fields.clone());
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| with_fields(item, fields, places)),
        _ => {}
    }
}

/// The same record with the fields of each object in another order.
fn in_other_order(value: &Value, places: &mut impl Iterator<Item = usize>) -> String {
    match value {
        Value::Object(object) => {
            let mut fields: Vec<String> = Vec::new();
            for (name, value) in object {
                let field = format!("{}:{}", Value::from(name.as_str()), in_other_order(value, places));
                fields.insert(places.next().unwrap_or_default().min(fields.len()), field);
            }
            format!("{{{}}}", fields.join(","))
        }
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(|item| in_other_order(item, places)).collect();
            format!("[{}]", items.join(","))
        }
        value => value.to_string(),
    }
}

fn any_known() -> impl Strategy<Value = Map<String, Value>> {
    let names = &["amount", "id", "name", "next_step", "invoice", "next_step.date", "people", "schema", "value"][..];
    prop::collection::btree_map(prop::sample::select(names), any_json(), 0..2)
        .prop_map(|fields| fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

proptest! {
    #[test]
    fn both_ways_read_the_same(
        deal in any_deal(),
        unknown in any_fields(any_json()),
        known in any_known(),
        mut places in prop::collection::vec(0..8_usize, 40),
    ) {
        let text = encode(&deal);
        prop_assert_eq!(agree(&text), Ok(deal));
        let mut record: Value = serde_json::from_str(&text).unwrap();
        with_fields(&mut record, &unknown, &mut places.clone().into_iter());
        let _any = agree(&record.to_string());
        places.reverse();
        with_fields(&mut record, &known, &mut places.iter().copied());
        let _any = agree(&record.to_string());
        let _any = agree(&serde_json::to_string_pretty(&record).unwrap());
        let _any = agree(&in_other_order(&record, &mut places.into_iter().cycle()));
    }

    #[test]
    fn both_ways_refuse_broken_text_alike(
        deal in any_deal(),
        at in any::<prop::sample::Index>(),
        strange in prop::sample::select(&["", "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", " ", "\n", "\0", "n", "长"][..]),
    ) {
        let text = encode(&deal);
        let places: Vec<(usize, char)> = text.char_indices().collect();
        let (start, old) = places[at.index(places.len())];
        let (before, after) = (&text[..start], &text[start + old.len_utf8()..]);
        for broken in [
            format!("{before}{after}"),
            format!("{before}{old}{old}{after}"),
            format!("{before}{strange}{after}"),
            format!("{before}{strange}{old}{after}"),
            before.to_owned(),
        ] {
            let _any = agree(&broken);
        }
    }

    #[test]
    fn both_ways_read_any_text_alike(text in any_text(), json in any_json()) {
        let _any = agree(&text);
        let _any = agree(&json.to_string());
    }
}

#[test]
fn both_ways_agree_on_rare_cases() {
    let deep = |levels: usize| format!(r#"{{"schema":2,"x":{}{}}}"#, "[".repeat(levels), "]".repeat(levels));
    let reversed: Vec<String> = (0..200).rev().map(|place| format!(r#""x{place:03}":{place}"#)).collect();
    let reversed = format!(r#"{{{},"schema":2}}"#, reversed.join(","));
    for (text, is_read) in [
        (r#"{"schema":2,"x":[0,10,18446744073709551615,18446744073709551616,-0,1.0,1E9,1e-5]}"#, true),
        (r#"{"schema":2,"x":[01]}"#, false),
        (r#"{"schema":2,"x":[1.]}"#, false),
        (r#"{"schema":02}"#, false),
        (r#"{"schema":2.0}"#, false),
        (r#"{"schema":2,"x":"\ud83d\ude00\n\"\\\/\u0000"}"#, true),
        (r#"{"schema":2,"x":"\ud83d"}"#, false),
        (r#"{"schema":2,"x":"\长"}"#, false),
        (r#"{"schema":2,"x":"\"#, false),
        (r#"{"schema":2,"\u0078":1,"x":2}"#, false),
        (r#"{"x":1,"schema":2,"amount":"7"}"#, true),
        (r#"{"schema":2,"x":{"y":1,"y":2}}"#, false),
        (r#"{"$serde_json::private::Number":"1","schema":2}"#, false),
        (r#"{"schema":2,"x":{"$serde_json::private::Number":"1"}}"#, false),
        (r#"{"schema":2,"x":nul}"#, false),
        (r#"{"schema":2,"x":truer}"#, false),
        (r#"{"schema":2,"x":[1,]}"#, false),
        (r#"{"schema":2,}"#, false),
        (r#"{"schema":2}}"#, false),
        (r#"{"schema":2} "#, true),
        (r#"{"next_step.date":"2026-03-02","schema":2}"#, true),
        (r#"{"next_step":{"action":"a","date":null},"schema":2}"#, true),
        (r#"{"next_step":{"date":{}},"schema":2}"#, false),
        (r#"{"next_step":"soon","schema":2}"#, false),
        (r#"{"invoice":{"a.b":{"c":[]},"due":"2026-03-02"},"schema":2}"#, true),
        (r#"{"y":1,"schema":2,"x":2,"y":3}"#, false),
        (r#"{"snapshots":[{"results":{"b":1,"a":2}}],"schema":2}"#, false),
        (&reversed, true),
        (&deep(99), true),
        (&deep(100), false),
    ] {
        assert_eq!(agree(text).is_ok(), is_read, "{text}");
    }
    let text = r#"{"next_step":{"when":1},"next_step.date":"2026-03-02","schema":2}"#;
    let deal = agree(text).unwrap();
    assert_eq!(deal.next_step.date, None, "a name with a dot is not a path");
    assert_eq!(deal.extra.get("next_step.date"), Some(&"2026-03-02".into()));
}
