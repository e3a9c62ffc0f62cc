use super::*;

#[test]
fn a_record_is_a_link_with_a_name() {
    let text = "bad-debt?name=%E8%80%81%E5%AE%A2&place=2&revision=3#loss=700&margin=0.03";
    let read = decode("a", text).unwrap();
    assert_eq!((read.name.as_str(), read.place, read.revision, read.deleted), ("老客", 2, 3, false));
    assert_eq!(read.inputs, inputs("bad-debt", "loss=700&margin=0.03"));
    let written = encode(&read);
    assert!(
        written.starts_with("bad-debt?name=%E8%80%81%E5%AE%A2&place=2&revision=3#loss=700&margin=0.03"),
        "{written}"
    );
    assert_eq!(decode("a", &written), Ok(read));
}

#[test]
fn every_input_is_written_even_if_it_is_the_default() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        let text = encode(&Scenario::new("a", *calculator, "", Inputs::defaults(spec)));
        for field in spec.fields {
            assert!(text.contains(&format!("{}={}", field.key, field.link(field.default))), "{} in {text}", field.key);
        }
    }
}

#[test]
fn missing_inputs_take_defaults_and_unknown_ones_are_kept() {
    let read = decode("a", "clv").unwrap();
    assert_eq!((read.name.as_str(), read.place, read.revision), ("", 0, 0));
    assert_eq!(read.inputs, inputs("clv", ""));
    let deleted = |text: &str| decode("a", text).unwrap().deleted;
    assert_eq!((deleted("clv?deleted=0"), deleted("clv?deleted=1")), (false, true));

    let text = "clv?colour=r%65d&schema=1&name=x&bare#spend=12&bonus=%35";
    let read = decode("a", text).unwrap();
    assert_eq!(read.unknown_query, ["colour=r%65d", "bare"]);
    assert_eq!(read.unknown_inputs, ["bonus=%35"]);
    let renamed = encode(&Scenario { name: "y".to_owned(), ..read.clone() });
    for kept in ["&colour=r%65d&bare#", "&bonus=%35", "#spend=12&", "?name=y&"] {
        assert!(renamed.contains(kept), "{kept} in {renamed}");
    }
}

#[test]
fn unreadable_records_report_why() {
    let bad = |key: &str, value: &str| ScenarioError::BadValue { key: key.to_owned(), value: value.to_owned() };
    for (text, reason) in [
        ("", ScenarioError::UnknownCalculator(String::new())),
        ("{\"a\":1}", ScenarioError::UnknownCalculator("{\"a\":1}".to_owned())),
        ("abacus?name=x", ScenarioError::UnknownCalculator("abacus".to_owned())),
        ("abacus?schema=2#whatever", ScenarioError::NewerSchema("2".to_owned())),
        ("clv?name=%FF", ScenarioError::NotText),
        ("clv#%FF=1", ScenarioError::NotText),
        ("clv?name=a&name=b", ScenarioError::Repeated("name".to_owned())),
        ("clv?colour=a&colour=b", ScenarioError::Repeated("colour".to_owned())),
        ("clv#spend=1&sp%65nd=2", ScenarioError::Repeated("spend".to_owned())),
        ("clv?place=-1", bad("place", "-1")),
        ("clv?place=4294967296", bad("place", "4294967296")),
        ("clv?revision=x", bad("revision", "x")),
        ("clv?deleted=yes", bad("deleted", "yes")),
        ("clv#spend=abc", bad("spend", "abc")),
        ("clv#spend=-9", bad("spend", "-9")),
        ("clv#timing=later", bad("timing", "later")),
    ] {
        assert_eq!(decode("a", text), Err(reason), "{text}");
    }
    for id in ["", "A", "a b"] {
        assert_eq!(decode(id, "clv"), Err(ScenarioError::BadId));
    }
    assert_eq!(id_of(&key("a")), Some("a"));
    assert_eq!(id_of("sales-abacus:deal:a"), None);
}

#[test]
fn the_raw_file_is_json_with_every_character() {
    let texts = ["", "\"\\\u{0}\n\u{1f}", "老客 &=#?", "\u{202e}\u{2028}</script>"];
    let entries: Vec<_> = texts.iter().map(|text| (format!("k{text}"), (*text).to_owned())).collect();
    let file: serde_json::Value = serde_json::from_str(&raw_file(&entries)).unwrap();
    assert_eq!((file["format"].as_str(), file["version"].as_u64()), (Some("sales-abacus-raw"), Some(1)));
    for (key, text) in &entries {
        assert_eq!(file["entries"][key].as_str(), Some(text.as_str()));
    }
}

/// Any scenario of any calculator, with each input anywhere within its bounds.
fn any_scenario() -> impl Strategy<Value = Scenario> {
    let values = prop::collection::vec(any::<(i64, u32)>(), 16);
    ((0..CATALOG.len(), ".{0,40}", any::<u32>()), (any::<u64>(), any::<bool>(), values)).prop_map(
        |((calculator, name, place), (revision, deleted, values))| {
            let calculator = CATALOG[calculator];
            let mut inputs = Inputs::defaults(calculator.spec());
            for (field, (mantissa, scale)) in calculator.spec().fields.iter().zip(values) {
                let _out_of_bounds = inputs.set(field, abacus_core::Decimal::new(mantissa.abs(), scale % 19));
                let _out_of_bounds =
                    inputs.set(field, abacus_core::Decimal::new(mantissa % 100, field.kind_decimals()));
            }
            Scenario { place, revision, deleted, ..Scenario::new("a", calculator, &name, inputs) }
        },
    )
}

proptest! {
    #[test]
    fn records_round_trip(scenario in any_scenario()) {
        prop_assert_eq!(decode("a", &encode(&scenario)), Ok(scenario));
    }

    #[test]
    fn any_text_is_refused_or_round_trips(
        text in "(clv|bad-debt|x)?[?]?((name|place|deleted|c|%41)=[0-9a-f%é]{0,4}&?){0,4}[#]?((spend|loss|x)=[0-9.%]{0,4}&?){0,3}",
    ) {
        if let Ok(scenario) = decode("a", &text) {
            let again = encode(&scenario);
            prop_assert_eq!(decode("a", &again), Ok(scenario.clone()));
            prop_assert_eq!(encode(&scenario), again);
        }
    }

    #[test]
    fn any_name_round_trips(text in ".{0,60}") {
        let _either = decode("a", &text);
    }
}
