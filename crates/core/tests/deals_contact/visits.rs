//! Preparing a visit, and what becomes of it.

use super::*;
use MeetingOutcome::{Advance, Continuation, NoSale, Order};

fn question(id: &str, kind: Spin, text: &str) -> Question {
    Question { id: id.to_owned(), kind, text: text.to_owned(), ..Question::default() }
}

/// A visit that lacks nothing.
fn prepared() -> Visit {
    let check = || Check { done: true, line: "交期缩短三天".to_owned(), ..Check::default() };
    Visit {
        date: Some(date("2026-03-05")),
        goal: "让他们看到现场".to_owned(),
        expected: Some(Advance),
        expected_words: "厂长来看演示".to_owned(),
        people: vec!["p1".to_owned()],
        questions: Spin::ALL.into_iter().map(|kind| question(kind.code(), kind, "为什么？")).collect(),
        quadrants: Quadrants { facts: check(), order: check(), people: check(), vision: check(), extra: Map::new() },
        ..Visit::new("v")
    }
}

fn gaps(visit: &Visit) -> Vec<&'static str> {
    visit.gaps().iter().map(VisitGap::id).collect()
}

#[test]
fn a_visit_says_what_it_still_lacks() {
    assert_eq!(gaps(&prepared()), [""; 0]);
    assert_eq!(gaps(&Visit::new("v")), ["no-goal", "nothing-expected", "nobody-to-meet", "no-question", "unchecked"]);
    for (visit, expected) in [
        (Visit { goal: " \u{3000}".to_owned(), ..prepared() }, "no-goal"),
        (Visit { expected: None, ..prepared() }, "nothing-expected"),
        (Visit { expected: Some(Continuation), ..prepared() }, "no-success-expected"),
        (Visit { expected: Some(NoSale), ..prepared() }, "no-success-expected"),
        (Visit { expected_words: " ".to_owned(), ..prepared() }, "no-action-expected"),
        (Visit { people: vec![], ..prepared() }, "nobody-to-meet"),
    ] {
        assert_eq!(gaps(&visit), [expected]);
    }
    assert_eq!(gaps(&Visit { expected: Some(Order), expected_words: String::new(), ..prepared() }), [""; 0]);
}

#[test]
fn it_names_the_kinds_of_questions_and_the_quadrants_that_are_missing() {
    let mut visit = prepared();
    visit.apply(VisitEdit::RemoveQuestion("problem".to_owned()));
    visit.apply(VisitEdit::Question("need-payoff".to_owned(), QuestionEdit::Text(" ".to_owned())));
    visit.apply(VisitEdit::Quadrant(Quadrant::People, CheckEdit::Done(false)));
    let expected =
        [VisitGap::NoQuestion(vec![Spin::Problem, Spin::NeedPayoff]), VisitGap::Unchecked(vec![Quadrant::People])];
    assert_eq!(visit.gaps(), expected);
    assert_eq!(expected[0].reason(Locale::Zh), "还没准备：难点问题、需求—效益问题。");
    assert_eq!(expected[1].reason(Locale::En), "Not thought of: C People and feeling.");
    for gap in Visit::new("v").gaps().into_iter().chain([VisitGap::NoSuccessExpected, VisitGap::NoActionExpected]) {
        for locale in Locale::ALL {
            is_a_sentence(&gap.reason(locale), locale);
        }
    }
}

#[test]
fn each_edit_sets_its_own_field_and_nothing_else() {
    let blank = || Visit::new("v");
    let asked = |questions| Visit { questions, ..blank() };
    let people = vec!["p1".to_owned()];
    let why = || question("q", Spin::Problem, "Why?");
    let line = Check { line: "3 %".to_owned(), ..Check::default() };
    let table = [
        (VisitEdit::Date(Ok(Some(date(TODAY)))), Visit { date: Some(date(TODAY)), ..blank() }),
        (VisitEdit::Goal("Demo".to_owned()), Visit { goal: "Demo".to_owned(), ..blank() }),
        (VisitEdit::Expected(Some(Order)), Visit { expected: Some(Order), ..blank() }),
        (VisitEdit::ExpectedWords("Signs".to_owned()), Visit { expected_words: "Signs".to_owned(), ..blank() }),
        (VisitEdit::Meet("p1".to_owned(), true), Visit { people, ..blank() }),
        (VisitEdit::AddQuestion(why()), asked(vec![why()])),
        (
            VisitEdit::Quadrant(Quadrant::Facts, CheckEdit::Line("3 %".to_owned())),
            Visit { quadrants: Quadrants { facts: line, ..Quadrants::default() }, ..blank() },
        ),
        (VisitEdit::Logged(Some("c".to_owned())), Visit { logged: Some("c".to_owned()), ..blank() }),
    ];
    for (edit, expected) in table {
        let mut visit = blank();
        visit.apply(edit.clone());
        assert_eq!(visit, expected, "{edit:?}");
    }
    for quadrant in Quadrant::ALL {
        let mut visit = blank();
        visit.apply(VisitEdit::Quadrant(quadrant, CheckEdit::Done(true)));
        let done: Vec<_> = Quadrant::ALL.into_iter().filter(|one| visit.quadrants.get(*one).done).collect();
        assert_eq!(done, [quadrant]);
    }
}

#[test]
fn questions_are_added_once_changed_taken_out_and_put_back_where_they_were() {
    let mut visit = Visit::new("v");
    for id in ["a", "b", "b", "c"] {
        visit.apply(VisitEdit::AddQuestion(question(id, Spin::Implication, id)));
    }
    assert_eq!(visit.questions.len(), 3);
    visit.apply(VisitEdit::Question("b".to_owned(), QuestionEdit::Person(Some("p1".to_owned()))));
    assert_eq!(visit.questions[1].person.as_deref(), Some("p1"));
    let before = visit.clone();
    visit.apply(VisitEdit::RemoveQuestion("b".to_owned()));
    assert_eq!(visit.questions_of(Spin::Implication).count(), 2);
    assert_eq!(visit.questions_of(Spin::Problem).count(), 0);
    visit.apply(VisitEdit::PutBackQuestion(1, before.questions[1].clone()));
    assert_eq!(visit, before);
    visit.apply(VisitEdit::Question("x".to_owned(), QuestionEdit::Text(String::new())));
    visit.apply(VisitEdit::RemoveQuestion("x".to_owned()));
    assert_eq!(visit, before, "nothing has the id x");
}

#[test]
fn a_visit_becomes_an_entry_of_the_log_that_leaves_its_outcome_open() {
    let contact = prepared().to_contact("c", date("2026-03-09"));
    let expected = Contact {
        people: vec!["p1".to_owned()],
        goal: "让他们看到现场".to_owned(),
        expected: Some(Advance),
        expected_words: "厂长来看演示".to_owned(),
        ..Contact::new("c", date("2026-03-05"))
    };
    assert_eq!(contact, expected, "what was expected is not what happened");
    assert_eq!((contact.outcome, contact.is_agreed()), (None, false));
    assert_eq!(prepared().to_contact("c", date(TODAY)).date, Some(date(TODAY)), "a visit made early was made today");
    assert_eq!(Visit::new("v").to_contact("c", date(TODAY)), Contact::new("c", date(TODAY)));
}

#[test]
fn a_visit_is_logged_while_its_entry_is_there() {
    let mut deal = Deal { visits: vec![prepared()], ..Deal::new("d") };
    let contact = deal.visits[0].to_contact("c", date(TODAY));
    deal.apply(Edit::AddContact(contact.clone()));
    deal.apply(Edit::Visit("v".to_owned(), VisitEdit::Logged(Some("c".to_owned()))));
    assert!(deal.visits[0].is_logged(&deal.log));
    deal.apply(Edit::RemoveContact("c".to_owned()));
    assert!(!deal.visits[0].is_logged(&deal.log), "who takes the entry out can log the visit again");
    deal.apply(Edit::PutBackContact(0, contact));
    assert!(deal.visits[0].is_logged(&deal.log));
}

#[test]
fn visits_to_come_are_listed_before_those_in_the_log() {
    let visit = |id: &str, day: &str, logged: &str| Visit {
        date: day.parse().ok(),
        logged: (!logged.is_empty()).then(|| logged.to_owned()),
        ..Visit::new(id)
    };
    let visits = [
        visit("a", "2026-02-01", "c"),
        visit("b", "2026-03-09", ""),
        visit("c", "2026-02-20", "c"),
        visit("d", "", ""),
        visit("e", "2026-03-04", "gone"),
        visit("f", "2026-02-20", "c"),
    ];
    let order: Vec<_> = listed_visits(&visits, &[met("c", "", None)]).iter().map(|visit| visit.id.as_str()).collect();
    assert_eq!(order, ["d", "e", "b", "f", "c", "a"]);
}

#[test]
fn visits_are_added_once_taken_out_and_put_back_where_they_were() {
    let mut deal = Deal::new("d");
    for id in ["a", "b", "a"] {
        deal.apply(Edit::AddVisit(Visit::new(id)));
    }
    deal.apply(Edit::Visit("a".to_owned(), VisitEdit::Goal("Demo".to_owned())));
    let before = deal.clone();
    deal.apply(Edit::RemoveVisit("a".to_owned()));
    assert_eq!(deal.visits.len(), 1);
    deal.apply(Edit::PutBackVisit(0, before.visits[0].clone()));
    assert_eq!(deal, before);
    deal.apply(Edit::Visit("x".to_owned(), VisitEdit::Goal(String::new())));
    assert_eq!(deal, before, "nothing has the id x");
}

#[test]
fn every_kind_and_quadrant_speaks_both_languages() {
    let codes = Spin::ALL.map(Spin::code).into_iter().chain(Quadrant::ALL.map(Quadrant::code)).collect::<Vec<_>>();
    assert_eq!(codes.join(" "), "situation problem implication need-payoff facts order people vision");
    let mut openings = Vec::new();
    for kind in Spin::ALL {
        for locale in Locale::ALL {
            assert!(!kind.label().get(locale).is_empty());
            is_a_sentence(kind.prompt().get(locale), locale);
            for opening in kind.openings() {
                assert!(opening.get(locale).ends_with(['？', '?']), "{opening:?}");
                openings.push(opening.get(locale));
            }
        }
    }
    let count = openings.len();
    openings.sort_unstable();
    openings.dedup();
    assert_eq!(openings.len(), count, "no opening twice");
    for quadrant in Quadrant::ALL {
        for locale in Locale::ALL {
            assert!(!quadrant.label().get(locale).is_empty());
            is_a_sentence(quadrant.question().get(locale), locale);
        }
    }
}
