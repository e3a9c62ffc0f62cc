use super::any::any_date;
use super::any::contact::{any_contact, any_visit};
use super::*;
use abacus_core::date::DateError;
use abacus_deals::JsonKind;

fn schema() -> Value {
    serde_json::from_str::<Value>(&encode(&Deal::new("d"))).unwrap()["schema"].clone()
}

fn read(fields: Value) -> Result<Deal, DealError> {
    let mut record = fields;
    record["schema"] = schema();
    decode("d", &record.to_string())
}

fn written(deal: &Deal) -> Value {
    serde_json::from_str(&encode(deal)).unwrap()
}

#[test]
fn a_record_has_the_documented_format() {
    let log = json!([
        {
            "id": "c1", "date": "2026-03-02", "people": ["p1", "p2"], "outcome": "advance", "action": "trial",
            "action_words": "试机一周", "note": "价格还要谈",
            "goal": "让他们看到现场", "expected": "order", "expected_words": "当场下单",
        },
        { "id": "c2" },
        { "id": "c3", "begun": true },
    ]);
    let visits = json!([{
        "id": "v1", "date": "2026-03-05", "goal": "让他们看到现场", "expected": "advance",
        "expected_words": "厂长来看演示", "people": ["p1"], "logged": "c1",
        "questions": [
            { "id": "q1", "kind": "need-payoff", "text": "谁先受益？", "person": "p1" },
            { "id": "q2", "kind": "situation", "text": "几条线？", "source": "look-up", "answer": "三条" },
        ],
        "quadrants": {
            "facts": { "done": true, "thought": ["figures", "logic"], "line": "停机减半" },
            "people": { "line": "面子" },
        },
        "case": { "trade": "江北机床", "problem": "停机多", "used": "换了一条线", "result": "停机减半" },
    }]);
    let deal = read(json!({ "log": log, "visits": visits })).unwrap();
    assert_eq!(deal.log[0].outcome, Some(MeetingOutcome::Advance));
    assert_eq!(deal.visits[0].questions[0].kind, Spin::NeedPayoff);
    assert_eq!((written(&deal)["log"].clone(), written(&deal)["visits"].clone()), (log, visits));
}

#[test]
fn empty_fields_are_not_written() {
    let blank = written(&Deal::new("d"));
    assert_eq!((blank.get("log"), blank.get("visits")), (None, None));
    let deal = Deal { log: vec![Contact::new("c", date(TODAY))], visits: vec![Visit::new("v")], ..Deal::new("d") };
    assert_eq!(written(&deal)["log"], json!([{ "id": "c", "date": TODAY }]));
    assert_eq!(written(&deal)["visits"], json!([{ "id": "v" }]));
}

#[test]
fn unknown_fields_are_kept_exactly_at_every_level() {
    let number: Value = serde_json::from_str("123456789012345678901234567890.10").unwrap();
    let log = json!([{ "id": "c", "mood": number }]);
    let visits = json!([{
        "id": "v", "x": [1], "questions": [{ "id": "q", "kind": "situation", "mood": number }],
        "quadrants": { "facts": { "who": "Li" }, "fifth": number },
    }]);
    let deal = read(json!({ "log": log, "visits": visits })).unwrap();
    assert_eq!((written(&deal)["log"].clone(), written(&deal)["visits"].clone()), (log, visits));
}

#[test]
fn unreadable_records_report_path_and_reason() {
    let wrong = |path: &str, expected| DealError::WrongType { path: path.to_owned(), expected };
    let word = |path: &str, text: &str| DealError::UnknownWord { path: path.to_owned(), text: text.to_owned() };
    let (path, text) = ("log[0].date".to_owned(), "2026-02-30".to_owned());
    let bad_date = DealError::BadDate { path, text, error: DateError::DoesNotExist };
    for (fields, expected) in [
        (json!({ "log": {} }), wrong("log", JsonKind::List)),
        (json!({ "log": [{}, 1] }), wrong("log[1]", JsonKind::Object)),
        (json!({ "log": [{ "date": "2026-02-30" }] }), bad_date),
        (json!({ "log": [{ "people": [7] }] }), wrong("log[0].people[0]", JsonKind::Text)),
        (json!({ "log": [{ "outcome": "Order" }] }), word("log[0].outcome", "Order")),
        (json!({ "log": [{ "action": "lunch" }] }), word("log[0].action", "lunch")),
        (json!({ "visits": "none" }), wrong("visits", JsonKind::List)),
        (json!({ "visits": [{ "questions": {} }] }), wrong("visits[0].questions", JsonKind::List)),
        (json!({ "visits": [{ "questions": [{ "kind": "x" }] }] }), word("visits[0].questions[0].kind", "x")),
        (json!({ "visits": [{ "quadrants": { "facts": { "done": 1 } } }] }), {
            wrong("visits[0].quadrants.facts.done", JsonKind::Flag)
        }),
    ] {
        assert_eq!(read(fields.clone()), Err(expected), "{fields}");
    }
}

#[test]
fn items_without_a_unique_id_get_one() {
    let ids = |deal: &Deal| deal.log.iter().map(|contact| contact.id.clone()).collect::<Vec<_>>();
    let log = json!([{ "id": "a" }, {}, { "id": "a", "note": "2" }, { "id": "c1" }, { "id": "" }]);
    let visits = json!([{}, { "questions": [{ "id": "q" }, { "id": "q" }, {}] }]);
    let deal = read(json!({ "log": log, "visits": visits })).unwrap();
    assert_eq!(ids(&deal), ["a", "c2", "c3", "c1", "c4"]);
    assert_eq!(deal.log[2].note, "2", "nothing else changes");
    assert_eq!(deal.visits.iter().map(|visit| visit.id.as_str()).collect::<Vec<_>>(), ["v1", "v2"]);
    let questions = deal.visits[1].questions.iter().map(|question| question.id.as_str()).collect::<Vec<_>>();
    assert_eq!(questions, ["q", "q1", "q2"]);
    assert_eq!(decode("d", &encode(&deal)), Ok(deal));

    let crowd = read(json!({ "log": vec![json!({}); 100_000] })).unwrap();
    assert_eq!(crowd.log[99_999].id, "c100000", "a hundred thousand entries are read in linear time");
}

proptest! {
    #[test]
    fn logs_and_visits_round_trip(
        log in prop::collection::vec(any_contact(), 0..4),
        visits in prop::collection::vec(any_visit(), 0..3),
    ) {
        let log = log.into_iter().zip(0..).map(|(contact, i)| Contact { id: format!("a{i}"), ..contact }).collect();
        let visits = visits.into_iter().zip(0..).map(|(visit, i)| Visit { id: format!("b{i}"), ..visit }).collect();
        let deal = Deal { log, visits, ..Deal::new("d") };
        prop_assert_eq!(decode("d", &encode(&deal)), Ok(deal));
    }

    #[test]
    fn any_log_is_listed_completely_without_panicking(log in prop::collection::vec(any_contact(), 0..8), today in any_date()) {
        prop_assert_eq!(log::newest_first(&log).len(), log.len());
        prop_assert!(log::continuations_in_a_row(&log) <= log.len());
        if let Some(today) = today {
            prop_assert!(log::last(&log, today).is_none_or(|day| day <= today));
        }
        for contact in &log {
            prop_assert!(contact.proposal().is_none_or(|proposal| Some(proposal.outcome()) != contact.outcome));
        }
    }
}
