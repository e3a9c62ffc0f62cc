//! The whole log: its order, the last contact, consecutive continuations, the standing order.

use super::*;
use MeetingOutcome::{Advance, Continuation, NoSale, Order};

#[test]
fn the_log_is_listed_newest_first_with_undated_entries_on_top() {
    let log = [
        met("a", "2026-02-01", None),
        met("b", "", None),
        met("c", "2026-03-01", None),
        met("d", "2026-02-01", None),
        met("e", "", None),
    ];
    assert_eq!(ids(&log::newest_first(&log)), ["e", "b", "c", "d", "a"], "on the same day, the last entry comes first");
    assert!(log::newest_first(&[]).is_empty());
}

#[test]
fn the_last_contact_is_the_latest_day_up_to_today() {
    let with = |day: &str, people: &[&str]| Contact {
        people: people.iter().map(|id| (*id).to_owned()).collect(),
        note: "?".to_owned(),
        ..met("x", day, None)
    };
    let log = [
        with("2026-02-10", &["p1", "p2"]),
        with("2026-02-20", &["p2"]),
        with("2026-02-15", &[]),
        with("", &["p3"]),
        with("2027-02-20", &["p1"]),
    ];
    let today = date(TODAY);
    assert_eq!(log::last(&log, today), Some(date("2026-02-20")));
    for (person, day) in [("p1", Some("2026-02-10")), ("p2", Some("2026-02-20")), ("p3", None), ("p4", None)] {
        assert_eq!(log::last_with(&log, person, today), day.map(date), "{person}");
    }
    assert_eq!(log::last(&log, date("2026-02-10")), Some(date("2026-02-10")), "the day itself counts");
    assert_eq!(log::last(&log, date("2026-02-09")), None);
    assert_eq!(log::last(&[], today), None);
}

#[test]
fn an_entry_with_only_a_day_is_not_a_contact() {
    let begun = Contact::new("a", date(TODAY));
    let last = |contact: Contact| log::last(&[contact], date(TODAY));
    assert!(begun.is_empty());
    assert_eq!(last(begun.clone()), None);
    for contact in [
        Contact { people: vec!["p1".to_owned()], ..begun.clone() },
        Contact { outcome: Some(NoSale), ..begun.clone() },
        Contact { action_words: "trial".to_owned(), ..begun.clone() },
        Contact { note: "rang, nobody there".to_owned(), ..begun },
    ] {
        assert_eq!(last(contact), Some(date(TODAY)));
    }
}

#[test]
fn continuations_are_counted_back_from_the_latest_meeting() {
    let continued = |id: &str, day: &str| met(id, day, Some(Continuation));
    let unsupported = |id: &str, day: &str| met(id, day, Some(Advance));
    let table: [(&[Contact], usize); 10] = [
        (&[], 0),
        (&[continued("a", "2026-02-01")], 1),
        (&[continued("a", "2026-02-01"), continued("b", "2026-02-09")], 2),
        (&[continued("a", "2026-02-01"), unsupported("b", "2026-02-09")], 2),
        (&[continued("a", "2026-02-01"), advance("b", "2026-02-05"), continued("c", "2026-02-09")], 1),
        (&[continued("b", "2026-02-09"), continued("c", "2026-02-08"), advance("a", "2026-02-01")], 2),
        (&[continued("a", "2026-02-09"), continued("b", "2026-02-09"), advance("c", "2026-02-09")], 0),
        (&[advance("c", "2026-02-09"), continued("a", "2026-02-09"), continued("b", "2026-02-09")], 2),
        (&[continued("a", "2026-02-01"), met("b", "2026-02-05", None), continued("c", "2026-02-09")], 2),
        (&[continued("a", "2026-02-01"), continued("b", "2026-02-09"), advance("c", "")], 2),
    ];
    for (log, expected) in table {
        assert_eq!(log::continuations_in_a_row(log), expected, "{log:?}");
    }
    assert_eq!(log::continuations_in_a_row(&[continued("a", "2026-02-01"), met("b", "2026-02-09", Some(NoSale))]), 0);
}

#[test]
fn an_order_is_valid_until_a_later_meeting_without_a_sale() {
    let order = |day| met("order", day, Some(Order));
    let refusal = |day| met("refusal", day, Some(NoSale));
    let stands = |log: &[Contact]| log::standing_order(log).is_some();
    assert!(!stands(&[]));
    assert!(!stands(&[advance("a", "2026-02-01")]));
    assert!(stands(&[order("2026-02-01")]));
    assert!(stands(&[order("2026-02-01"), met("b", "2026-02-09", Some(Continuation))]));
    assert!(stands(&[order("2026-02-09"), refusal("2026-02-01")]));
    assert!(!stands(&[order("2026-02-01"), refusal("2026-02-09")]));
    assert!(!stands(&[order("2026-02-01"), refusal("2026-02-01")]), "on the same day, the last entry decides");
    assert!(!stands(&[order("")]), "an order without a day does not count");
}

#[test]
fn an_order_suggests_collecting_and_never_an_earlier_stage() {
    let order = [met("a", "2026-02-01", Some(Order))];
    for stage in Stage::ALL {
        let expected = (stage != Stage::Collect).then_some(Stage::Collect);
        assert_eq!(log::suggested_stage(&order, stage), expected, "{stage:?}");
        assert_eq!(log::suggested_stage(&[advance("a", "2026-02-01")], stage), None);
    }
}

#[test]
fn entries_are_added_changed_removed_and_restored_in_place() {
    let mut deal = Deal::new("d");
    for id in ["a", "b", "c", "b"] {
        deal.apply(Edit::AddContact(usize::MAX, met(id, "2026-02-01", None)));
    }
    let order = |deal: &Deal| ids(&deal.log.iter().collect::<Vec<_>>()).concat();
    assert_eq!(order(&deal), "abc", "a double click adds one entry");
    deal.apply(Edit::Contact("b".to_owned(), ContactEdit::Outcome(Some(Order))));
    let before = deal.clone();
    let removal = Edit::RemoveContact("b".to_owned());
    let restoring = deal.restoring(&removal).unwrap();
    deal.apply(removal);
    assert_eq!(order(&deal), "ac");
    for _ in 0..2 {
        deal.apply(restoring.clone());
        assert_eq!(deal, before, "restored once");
    }
    for id in ["", "x", "p1"] {
        assert_eq!(deal.restoring(&Edit::RemoveContact(id.to_owned())), None);
        deal.apply(Edit::Contact(id.to_owned(), ContactEdit::Outcome(None)));
        deal.apply(Edit::Text(TextField::Contact(id.to_owned(), &fields::contact::NOTE), "?".to_owned()));
        deal.apply(Edit::RemoveContact(id.to_owned()));
        assert_eq!(deal, before, "the id {id:?} is unknown");
    }
}
