use super::*;

#[test]
fn a_snapshot_keeps_its_inputs_and_can_be_recomputed() {
    let taken = Snapshot::take("s", "bad-debt", "margin=0.02&loss=700&unknown=1", date(TODAY)).unwrap();
    assert_eq!((taken.id.as_str(), taken.date, taken.tool.as_str()), ("s", Some(date(TODAY)), "bad-debt"));
    assert_eq!(taken.inputs, "loss=700", "only inputs that differ from the defaults");
    assert_eq!(taken.results[0], ("extra_sales".to_owned(), "35000".to_owned()));
    assert_eq!((taken.recomputed(), taken.has_changed()), (taken.results.clone(), false));
    let keys: Vec<_> = taken.outcomes().iter().map(|outcome| outcome.output.key).collect();
    assert_eq!(keys, ["extra_sales", "multiple", "after_cover", "after_deductible", "uncovered"]);

    let mut other = taken.clone();
    other.results[0].1 = "36000".to_owned();
    assert!(other.has_changed());
    let undefined = Snapshot::take("s", "receivables", "invoice=0", date(TODAY)).unwrap();
    assert!(undefined.results.iter().all(|(key, _)| key != "eaten"), "{undefined:?}");

    assert_eq!(Snapshot::take("s", "abacus", "", date(TODAY)), None);
    let gone = Snapshot { tool: "abacus".to_owned(), ..taken };
    assert_eq!((gone.recomputed(), gone.outcomes().len()), (vec![], 0));
}
