use super::*;

#[test]
fn a_snapshot_keeps_its_inputs_and_can_be_recomputed() {
    let taken = Snapshot::take("s", "bad-debt", "margin=0.02&loss=700&unknown=1", date(TODAY)).unwrap();
    assert_eq!((taken.id.as_str(), taken.date, taken.tool.as_str()), ("s", Some(date(TODAY)), "bad-debt"));
    assert_eq!(taken.inputs, "loss=700", "only inputs that differ from the defaults");
    assert_eq!(taken.results[&"extra_sales".to_owned()], "35000");
    assert_eq!((taken.recomputed(), taken.has_changed()), (taken.results.clone(), false));
    let keys: Vec<_> = taken.outcomes().iter().map(|outcome| outcome.output.key).collect();
    assert_eq!(keys, ["extra_sales", "multiple", "after_cover", "after_deductible", "uncovered"]);

    let mut other = taken.clone();
    other.results.insert("extra_sales".to_owned(), "36000".to_owned());
    assert!(other.has_changed());
    let mut older = taken.clone();
    older.results.remove("multiple");
    assert!(!older.has_changed(), "a result added by a later version is not a change");
    let undefined = Snapshot::take("s", "receivables", "invoice=0", date(TODAY)).unwrap();
    assert!(!undefined.results.contains_key("eaten"), "{undefined:?}");

    assert_eq!(Snapshot::take("s", "abacus", "", date(TODAY)), None);
    let gone = Snapshot { tool: "abacus".to_owned(), ..taken };
    assert_eq!((gone.recomputed().len(), gone.outcomes().len()), (0, 0));
}

/// Otherwise a stored record would look like another version of itself, and undoing a removal would keep both.
#[test]
fn a_snapshot_of_any_calculator_round_trips() {
    for tool in abacus_core::calculators::CATALOG {
        let taken = Snapshot::take("n1", tool.spec().id, "", date(TODAY)).unwrap();
        let deal = Deal { id: "d".to_owned(), snapshots: vec![taken], ..Deal::default() };
        let read = decode("d", &encode(&deal)).unwrap();
        assert_eq!(read, deal, "{tool:?}");
        assert!(!read.snapshots[0].has_changed(), "{tool:?}");
    }
}
