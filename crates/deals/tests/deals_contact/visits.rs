use super::*;
use MeetingOutcome::{Advance, Continuation, NoSale, Order};

fn question(id: &str, kind: Spin, text: &str) -> Question {
    Question { id: id.to_owned(), kind, text: text.to_owned(), ..Question::default() }
}

/// A visit without gaps.
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
fn a_visit_reports_its_gaps() {
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
fn missing_questions_and_quadrants_are_listed() {
    let mut visit = prepared_further(&prepared(), VisitEdit::RemoveQuestion("problem".to_owned()));
    visit.questions[2].text = " ".to_owned();
    let visit = prepared_further(&visit, VisitEdit::Checked(Quadrant::People, false));
    let expected =
        [VisitGap::NoQuestion(vec![Spin::Problem, Spin::NeedPayoff]), VisitGap::Unchecked(vec![Quadrant::People])];
    assert_eq!(visit.gaps(), expected);
    assert_eq!(expected[0].reason(Locale::Zh), "还没准备：难点问题、需求—效益问题。");
    assert_eq!(expected[1].reason(Locale::En), "Not thought through: C People and feeling.");
    for gap in Visit::new("v").gaps().into_iter().chain([VisitGap::NoSuccessExpected, VisitGap::NoActionExpected]) {
        for locale in Locale::ALL {
            is_a_sentence(&gap.reason(locale), locale);
        }
    }
}

#[test]
fn each_edit_changes_only_its_own_field() {
    let blank = || Visit { questions: vec![question("q", Spin::Problem, "")], ..Visit::new("v") };
    let edit = |edit: VisitEdit| Edit::Visit("v".to_owned(), edit);
    let id = || "v".to_owned();
    let text = |field| Edit::Text(field, "3 %".to_owned());
    let words = || "3 %".to_owned();
    let quadrants = |facts| Quadrants { facts, ..Quadrants::default() };
    let asked = Question { person: Some("p1".to_owned()), ..question("q", Spin::Problem, "") };
    let table = [
        (
            DateField::Visit(id(), &fields::visit::DATE).edit(TODAY.to_owned()),
            Visit { date: Some(date(TODAY)), ..blank() },
        ),
        (text(TextField::Visit(id(), &fields::visit::GOAL)), Visit { goal: words(), ..blank() }),
        (text(TextField::Visit(id(), &fields::visit::EXPECTED_WORDS)), Visit { expected_words: words(), ..blank() }),
        (edit(VisitEdit::Expected(Some(Order))), Visit { expected: Some(Order), ..blank() }),
        (edit(VisitEdit::Meet("p1".to_owned(), true)), Visit { people: vec!["p1".to_owned()], ..blank() }),
        (
            text(TextField::Question(id(), "q".to_owned(), &fields::visit::QUESTION)),
            Visit { questions: vec![question("q", Spin::Problem, "3 %")], ..blank() },
        ),
        (edit(VisitEdit::Asked("q".to_owned(), Some("p1".to_owned()))), Visit { questions: vec![asked], ..blank() }),
        (edit(VisitEdit::RemoveQuestion("q".to_owned())), Visit::new("v")),
        (
            text(TextField::Quadrant(id(), Quadrant::Facts, &fields::visit::LINE)),
            Visit { quadrants: quadrants(Check { line: words(), ..Check::default() }), ..blank() },
        ),
        (
            edit(VisitEdit::Checked(Quadrant::Facts, true)),
            Visit { quadrants: quadrants(Check { done: true, ..Check::default() }), ..blank() },
        ),
        (edit(VisitEdit::Logged(Some("c".to_owned()))), Visit { logged: Some("c".to_owned()), ..blank() }),
    ];
    for (edit, expected) in table {
        let mut deal = Deal { visits: vec![Visit::new("other"), blank()], ..Deal::new("d") };
        deal.apply(edit.clone());
        assert_eq!(deal.visits, [Visit::new("other"), expected], "{edit:?}");
    }
    for quadrant in Quadrant::ALL {
        let visit = prepared_further(&blank(), VisitEdit::Checked(quadrant, true));
        let done: Vec<_> = Quadrant::ALL.into_iter().filter(|one| visit.quadrants.get(*one).done).collect();
        assert_eq!(done, [quadrant]);
    }
}

#[test]
fn texts_and_days_are_stored_under_their_keys() {
    let deal = Deal { visits: vec![prepared()], ..Deal::new("d") };
    let id = |id: &str| id.to_owned();
    for (field, path, text) in [
        (TextField::Visit(id("v"), &fields::visit::GOAL), "visits.v.goal", "让他们看到现场"),
        (TextField::Visit(id("v"), &fields::visit::EXPECTED_WORDS), "visits.v.expected_words", "厂长来看演示"),
        (
            TextField::Question(id("v"), id("problem"), &fields::visit::QUESTION),
            "visits.v.questions.problem.text",
            "为什么？",
        ),
        (
            TextField::Quadrant(id("v"), Quadrant::Order, &fields::visit::LINE),
            "visits.v.quadrants.order.line",
            "交期缩短三天",
        ),
        (TextField::Visit(id("x"), &fields::visit::GOAL), "visits.x.goal", ""),
        (TextField::Question(id("v"), id("x"), &fields::visit::QUESTION), "visits.v.questions.x.text", ""),
        (TextField::Quadrant(id("x"), Quadrant::Order, &fields::visit::LINE), "visits.x.quadrants.order.line", ""),
    ] {
        assert_eq!((field.path().as_str(), field.read(&deal)), (path, text));
        let mut other = deal.clone();
        other.apply(Edit::Text(field.clone(), "!".to_owned()));
        assert_eq!(field.read(&other), if text.is_empty() { "" } else { "!" });
    }
    assert_eq!(DateField::Visit(id("v"), &fields::visit::DATE).show(&deal), "2026-03-05");
    assert_eq!(DateField::Visit(id("x"), &fields::visit::DATE).read(&deal), None);
}

#[test]
fn questions_are_added_removed_and_restored_in_place() {
    let mut deal = Deal { visits: vec![Visit::new("v")], ..Deal::new("d") };
    let edit = |edit: VisitEdit| Edit::Visit("v".to_owned(), edit);
    for id in ["a", "b", "b", "c"] {
        deal.apply(edit(VisitEdit::AddQuestion(usize::MAX, question(id, Spin::Implication, id))));
    }
    assert_eq!(deal.visits[0].questions_of(Spin::Implication).count(), 3);
    assert_eq!(deal.visits[0].questions_of(Spin::Problem).count(), 0);
    let before = deal.clone();
    let removal = edit(VisitEdit::RemoveQuestion("b".to_owned()));
    let restoring = deal.restoring(&removal).unwrap();
    deal.apply(removal);
    assert_eq!(deal.visits[0].questions.len(), 2);
    deal.apply(restoring);
    assert_eq!(deal, before);
    deal.apply(edit(VisitEdit::Asked("x".to_owned(), None)));
    deal.apply(edit(VisitEdit::RemoveQuestion("x".to_owned())));
    assert_eq!(deal, before, "the id x is unknown");
    assert_eq!(deal.restoring(&edit(VisitEdit::RemoveQuestion("x".to_owned()))), None);
}

#[test]
fn a_visit_becomes_a_log_entry_without_an_outcome() {
    let contact = prepared().to_contact("c", date("2026-03-09"));
    let expected = Contact {
        people: vec!["p1".to_owned()],
        goal: "让他们看到现场".to_owned(),
        expected: Some(Advance),
        expected_words: "厂长来看演示".to_owned(),
        ..Contact::new("c", date("2026-03-05"))
    };
    assert_eq!(contact, expected, "the expectation is not the outcome");
    assert_eq!((contact.outcome, contact.is_agreed()), (None, false));
    assert_eq!(
        prepared().to_contact("c", date(TODAY)).date,
        Some(date(TODAY)),
        "a visit logged before its day is dated today"
    );
    assert_eq!(Visit::new("v").to_contact("c", date(TODAY)), Contact::new("c", date(TODAY)));
}

#[test]
fn a_visit_is_logged_while_its_entry_exists() {
    let mut deal = Deal { visits: vec![prepared()], ..Deal::new("d") };
    let contact = deal.visits[0].to_contact("c", date(TODAY));
    deal.apply(Edit::AddContact(usize::MAX, contact.clone()));
    deal.apply(Edit::Visit("v".to_owned(), VisitEdit::Logged(Some("c".to_owned()))));
    assert!(deal.visits[0].is_logged(&deal.log));
    deal.apply(Edit::RemoveContact("c".to_owned()));
    assert!(!deal.visits[0].is_logged(&deal.log), "after its entry is removed, the visit can be logged again");
    deal.apply(Edit::AddContact(0, contact));
    assert!(deal.visits[0].is_logged(&deal.log));
}

#[test]
fn planned_visits_are_listed_before_logged_ones() {
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
fn visits_are_added_removed_and_restored_in_place() {
    let mut deal = Deal::new("d");
    for id in ["a", "b", "a"] {
        deal.apply(Edit::AddVisit(usize::MAX, Box::new(Visit::new(id))));
    }
    let before = deal.clone();
    let removal = Edit::RemoveVisit("a".to_owned());
    let restoring = deal.restoring(&removal).unwrap();
    deal.apply(removal);
    assert_eq!(deal.visits.len(), 1);
    deal.apply(restoring);
    assert_eq!(deal, before);
    deal.apply(Edit::Visit("x".to_owned(), VisitEdit::Expected(Some(Order))));
    deal.apply(Edit::RemoveVisit("x".to_owned()));
    assert_eq!(deal, before, "the id x is unknown");
}

#[test]
fn every_question_kind_and_quadrant_has_both_languages() {
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
    assert_eq!(openings.len(), count, "openings are unique");
    for quadrant in Quadrant::ALL {
        for locale in Locale::ALL {
            assert!(!quadrant.label().get(locale).is_empty());
            is_a_sentence(quadrant.question().get(locale), locale);
        }
    }
}

#[test]
fn the_quadrants_have_the_questions_of_the_document() {
    const CHECKS: &str = include_str!("../../../../tests/data/communication_checks.csv");
    let ours: Vec<String> = Quadrant::ALL
        .into_iter()
        .flat_map(|quadrant| {
            (1..=quadrant.checks().len()).map(move |number| format!("{},{number}", &quadrant.label().en[..1]))
        })
        .collect();
    let rows: Vec<&str> = CHECKS.lines().skip(1).map(|line| &line[..3]).collect();
    assert_eq!(ours, rows);
    let codes: std::collections::BTreeSet<_> =
        Quadrant::ALL.into_iter().flat_map(Quadrant::checks).map(|(code, _)| *code).collect();
    assert_eq!(codes.len(), 17, "codes are unique");
}

#[test]
fn more_than_three_situation_questions_to_ask_are_a_gap() {
    let mut visit = Visit::new("v");
    let question = |id: &str| Question { id: id.to_owned(), text: "how many?".to_owned(), ..Question::default() };
    ["a", "b", "c"].into_iter().for_each(|id| visit.questions.push(question(id)));
    let is_told = |visit: &Visit| visit.gaps().contains(&VisitGap::TooManyToAsk(visit.questions.len()));
    assert!(!is_told(&visit));
    visit.questions.push(question("d"));
    assert!(is_told(&visit));
    let mut deal = Deal { visits: vec![visit], ..Deal::new("d") };
    deal.apply(Edit::Visit("v".to_owned(), VisitEdit::From("d".to_owned(), Source::LookUp)));
    assert!(!is_told(&deal.visits[0]));
    let answer = TextField::Question("v".to_owned(), "d".to_owned(), &fields::visit::ANSWER);
    deal.apply(Edit::Text(answer, "three".to_owned()));
    deal.apply(Edit::Visit("v".to_owned(), VisitEdit::Thought(Quadrant::Facts, "logic".to_owned(), true)));
    deal.apply(Edit::Visit("v".to_owned(), VisitEdit::Thought(Quadrant::Facts, "logic".to_owned(), true)));
    assert_eq!(deal.visits[0].quadrants.facts.thought, ["logic"]);
    assert_eq!(decode("d", &encode(&deal)).unwrap(), deal);
}
