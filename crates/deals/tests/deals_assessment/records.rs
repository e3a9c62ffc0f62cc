use super::*;

fn with(assessment: Assessment) -> Deal {
    Deal { assessment, ..Deal::new("d") }
}

fn written(assessment: Assessment) -> Value {
    let record: Value = serde_json::from_str(&encode(&with(assessment))).unwrap();
    record.get("assessment").cloned().unwrap_or_else(|| json!({}))
}

/// The result of decoding a record with this `assessment`, in the current schema.
fn read(assessment: &Value) -> Result<Assessment, DealError> {
    let mut record: Value = serde_json::from_str(&encode(&Deal::new("d"))).unwrap();
    record["assessment"] = assessment.clone();
    decode("d", &record.to_string()).map(|deal| deal.assessment)
}

#[test]
fn a_full_assessment_has_the_documented_format() {
    let mut deal = Deal::new("d");
    for edit in [
        AssessmentEdit::Score(SubScore::OrderSize, Score::new(8)),
        AssessmentEdit::Score(SubScore::PeriodTarget, Score::new(6)),
        AssessmentEdit::Score(SubScore::LaterBusiness, Score::new(9)),
        AssessmentEdit::Score(SubScore::Reputation, Score::new(7)),
        AssessmentEdit::Score(SubScore::Morale, Score::new(10)),
        AssessmentEdit::Ground(Some(Ground::Neutral)),
        AssessmentEdit::Lead(Some(Lead::They)),
        AssessmentEdit::Factor(Factor::Value, Some(Rating::Fair)),
        AssessmentEdit::Factor(Factor::Experience, Some(Rating::Missing)),
        AssessmentEdit::Need(Some(Need::Clear)),
        AssessmentEdit::Chance(Some(Chance::Open)),
        AssessmentEdit::Purchase(Some(Purchase::Modified)),
        AssessmentEdit::Grade(Some(Grade::B)),
        AssessmentEdit::ContactDays(ContactDays::new(10)),
        AssessmentEdit::BuyingPotential(Some(Level::High)),
        AssessmentEdit::Share(Some(Level::Low)),
        AssessmentEdit::CurrentValue(Some(Size::Small)),
        AssessmentEdit::FutureValue(Some(Size::Big)),
        AssessmentEdit::Urgency(Some(Urgency::Week)),
    ] {
        deal.apply(Edit::Assess(edit));
    }
    let expected = json!({
        "value": {"order_size": 8, "period_target": 6, "later_business": 9, "reputation": 7, "morale": 10},
        "ground": "neutral", "lead": "behind",
        "factors": {"value": "fair", "experience": "missing"},
        "need": "clear", "chance": "open", "purchase": "modified", "grade": "B", "contact_days": 10,
        "buying_potential": "high", "share": "low", "current_value": "small", "future_value": "big",
        "urgency": "week",
    });
    assert_eq!(written(deal.assessment.clone()), expected);
    assert_eq!(read(&expected), Ok(deal.assessment));
}

#[test]
fn missing_judgements_are_not_written() {
    assert!(!encode(&with(Assessment::default())).contains("assessment"));
    assert_eq!(written(assessed([AssessmentEdit::Urgency(Some(Urgency::Later))])), json!({"urgency": "later"}));
    assert_eq!(written(scored(&[(SubScore::Morale, 4)])), json!({"value": {"morale": 4}}));
}

#[test]
fn missing_fields_and_nulls_read_as_not_judged() {
    for nothing in [
        json!(null),
        json!({}),
        json!({"value": {}, "factors": {}}),
        json!({"value": {"morale": null}, "factors": null, "grade": null, "contact_days": null}),
    ] {
        assert_eq!(read(&nothing), Ok(Assessment::default()), "{nothing}");
    }
}

#[test]
fn unknown_fields_are_kept_at_every_level() {
    let record = json!({
        "mood": [1, {"deep": "😀"}],
        "value": {"morale": 4, "fame": 11},
        "factors": {"brand": "strong"},
    });
    assert_eq!(written(read(&record).unwrap()), record);
}

#[test]
fn unreadable_assessments_report_path_and_reason() {
    let wrong = |path: &str, expected| DealError::WrongType { path: path.to_owned(), expected };
    let word = |path: &str, text: &str| DealError::UnknownWord { path: path.to_owned(), text: text.to_owned() };
    let beyond = |path: &str, whole, max| DealError::OutOfBounds { path: path.to_owned(), whole, min: 1, max };
    for (record, expected) in [
        (json!([]), wrong("assessment", JsonKind::Object)),
        (json!({"value": 7}), wrong("assessment.value", JsonKind::Object)),
        (json!({"value": {"morale": "7"}}), wrong("assessment.value.morale", JsonKind::Whole)),
        (json!({"value": {"morale": 7.5}}), wrong("assessment.value.morale", JsonKind::Whole)),
        (json!({"value": {"morale": -1}}), wrong("assessment.value.morale", JsonKind::Whole)),
        (json!({"value": {"morale": 0}}), beyond("assessment.value.morale", 0, 10)),
        (json!({"value": {"morale": 11}}), beyond("assessment.value.morale", 11, 10)),
        (json!({"value": {"morale": 266}}), beyond("assessment.value.morale", 266, 10)),
        (json!({"value": {"morale": u64::MAX}}), beyond("assessment.value.morale", u64::MAX, 10)),
        (json!({"contact_days": 0}), beyond("assessment.contact_days", 0, 999)),
        (json!({"contact_days": 1000}), beyond("assessment.contact_days", 1000, 999)),
        (json!({"contact_days": 65537}), beyond("assessment.contact_days", 65_537, 999)),
        (json!({"ground": "home"}), word("assessment.ground", "home")),
        (json!({"lead": "we"}), word("assessment.lead", "we")),
        (json!({"factors": {"price": "high"}}), word("assessment.factors.price", "high")),
        (json!({"factors": {"price": 1}}), wrong("assessment.factors.price", JsonKind::Text)),
        (json!({"need": ""}), word("assessment.need", "")),
        (json!({"chance": "yes"}), word("assessment.chance", "yes")),
        (json!({"purchase": true}), wrong("assessment.purchase", JsonKind::Text)),
        (json!({"grade": "F"}), word("assessment.grade", "F")),
        (json!({"grade": "a"}), word("assessment.grade", "a")),
        (json!({"buying_potential": "big"}), word("assessment.buying_potential", "big")),
        (json!({"share": "0.5"}), word("assessment.share", "0.5")),
        (json!({"current_value": "low"}), word("assessment.current_value", "low")),
        (json!({"future_value": true}), wrong("assessment.future_value", JsonKind::Text)),
        (json!({"urgency": "now"}), word("assessment.urgency", "now")),
    ] {
        assert_eq!(read(&record), Err(expected), "{record}");
    }
    let reason = beyond("assessment.value.morale", 11, 10);
    assert_eq!(reason.message(Locale::En), "assessment.value.morale should be from 1 to 10, not 11.");
    assert_eq!(reason.message(Locale::Zh), "assessment.value.morale 应当在 1 到 10 之间，而不是 11。");
}

proptest! {
    #[test]
    fn assessments_round_trip(assessment in any_assessment()) {
        let record = written(assessment.clone());
        prop_assert_eq!(read(&record), Ok(assessment));
    }

    #[test]
    fn a_full_assessment_stays_small(assessment in any_assessment()) {
        let known = Assessment {
            value: Scores { extra: Map::new(), ..assessment.value },
            factors: Factors { extra: Map::new(), ..assessment.factors },
            tas: abacus_deals::Tas::default(),
            extra: Map::new(),
            ..assessment
        };
        prop_assert!(written(known).to_string().len() < 500);
    }
}
