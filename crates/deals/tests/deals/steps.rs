//! What must be true before the next step, and the evidence for it: benefits, convergence, our chance.

use super::*;
use abacus_deals::view::{Query, Rows};
use abacus_deals::{
    Attitude, Chances, CheckSource, ContactDays, Contender, Convergence, DecidingParty, Degree, EXIT_CHECKS, Effect,
    Fab, FabEdit, MeetingOutcome, Need, NeedOf, SuccessCase, TasAnswer, TasLine, TasQuestion, VisitEdit,
    complete_cases, exit_checks, expressed_needs, listeners, open_exits, tas, unanswered_needs,
};

const CHECKS: &str = include_str!("../../../../tests/data/exit_checks.csv");

fn check(code: &str) -> &'static abacus_deals::ExitCheck {
    EXIT_CHECKS.iter().find(|check| check.code == code).unwrap()
}

fn needing(name: &str, business: &str, personal: &str) -> Person {
    Person { business_need: business.to_owned(), personal_need: personal.to_owned(), ..person(name, &[Role::User]) }
}

#[test]
fn the_checks_are_those_of_the_document() {
    let rows: Vec<(&str, bool)> =
        CHECKS.lines().skip(1).map(|line| (line.split(',').next().unwrap(), !line.ends_with(','))).collect();
    let ours: Vec<(&str, bool)> =
        EXIT_CHECKS.iter().map(|check| (check.stage.code(), matches!(check.source, CheckSource::Data(_)))).collect();
    assert_eq!(ours, rows);
    let codes: std::collections::BTreeSet<_> = EXIT_CHECKS.iter().map(|check| check.code).collect();
    assert_eq!(codes.len(), EXIT_CHECKS.len());
    assert_eq!(Stage::ALL.into_iter().flat_map(exit_checks).count(), EXIT_CHECKS.len());
}

#[test]
fn a_line_of_evidence_ticks_a_check_and_blanks_do_not() {
    let mut deal = Deal::new("d");
    for check in &EXIT_CHECKS {
        let CheckSource::Seen(field) = check.source else { continue };
        assert!(!check.is_met(&deal), "{check:?}");
        deal.apply(Edit::Text(TextField::Exit(field), "  ".to_owned()));
        assert!(!check.is_met(&deal), "{check:?}");
        deal.apply(Edit::Text(TextField::Exit(field), "seen".to_owned()));
        assert!(check.is_met(&deal), "{check:?}");
        assert_eq!(TextField::Exit(field).path(), format!("exits.{}", check.code));
    }
    assert_eq!(decode("d", &encode(&deal)).unwrap().exits, deal.exits);
}

#[test]
fn the_data_of_a_deal_tick_the_other_checks() {
    let snapshot = Snapshot::take("n", "status-quo", "", date(TODAY)).unwrap();
    let other = Snapshot::take("n", "bad-debt", "", date(TODAY)).unwrap();
    let met = |outcome| Contact { outcome: Some(outcome), ..Contact::new("c", date(TODAY)) };
    let opposing = Person { stance: Stance::Opposes, ..person("Li", &[Role::User]) };
    let answered = Person { next_step: step("Ask", None), ..opposing.clone() };
    let two = vec![needing("Li", "a", "b"), needing("Wang", "c", "d")];
    let invoice = |payer: &str| Deal {
        invoice: Invoice {
            amount: Some(amount("1")),
            due: Some(date(TODAY)),
            payer: payer.to_owned(),
            ..Invoice::default()
        },
        ..complete()
    };
    let log = |contact: Contact| Deal { log: vec![contact], ..complete() };
    for (code, is_met, deal) in [
        ("who-decides", true, complete()),
        ("who-decides", false, with_people(vec![person(" ", &[Role::DecisionMaker])])),
        ("assessed", false, complete()),
        ("two-needs", true, with_people(two.clone())),
        ("two-needs", false, with_people(vec![needing("Li", "a", "b"), needing("Wang", "c", " ")])),
        ("difficulty", true, Deal { snapshots: vec![snapshot], ..complete() }),
        ("difficulty", false, Deal { snapshots: vec![other], ..complete() }),
        ("answered", false, complete()),
        ("answered", false, with_people(two)),
        ("gate", true, complete()),
        ("gate", false, Deal { salesperson: String::new(), ..complete() }),
        ("advance", true, log(met(MeetingOutcome::Order))),
        ("advance", false, log(met(MeetingOutcome::Advance))),
        ("advance", true, log(Contact { action_words: "trial".to_owned(), ..met(MeetingOutcome::Advance) })),
        ("advance", false, log(met(MeetingOutcome::Continuation))),
        ("no-opponent", true, complete()),
        ("no-opponent", false, with_people(vec![opposing])),
        ("no-opponent", true, with_people(vec![answered])),
        ("no-opponent", false, Deal::new("d")),
        ("convergence", false, complete()),
        ("invoice", true, invoice("Head office")),
        ("invoice", false, invoice(" ")),
    ] {
        assert_eq!(check(code).is_met(&deal), is_met, "{code}: {deal:?}");
    }
}

#[test]
fn a_case_counts_once_the_visit_was_made() {
    let case = SuccessCase { trade: "Jiangbei".to_owned(), ..SuccessCase::default() };
    let mut deal = Deal { visits: vec![Visit { case, ..Visit::new("v") }], ..Deal::new("d") };
    assert!(!check("case").is_met(&deal));
    deal.apply(Edit::AddContact(0, Contact::new("c", date(TODAY))));
    deal.apply(Edit::Visit("v".to_owned(), VisitEdit::Logged(Some("c".to_owned()))));
    assert!(check("case").is_met(&deal));
}

#[test]
fn a_benefit_answers_an_expressed_need() {
    let mut deal = with_people(vec![needing("Li", "less downtime", "")]);
    let id = deal.people[0].id.clone();
    assert_eq!(expressed_needs(&deal).count(), 1);
    deal.apply(Edit::AddFab(0, Fab::new("f1")));
    let text = |field, words: &str| Edit::Text(TextField::Fab("f1".to_owned(), field), words.to_owned());
    assert_eq!(deal.fab[0].effect(&deal), None);
    for (field, effect) in [
        (&fields::fab::FEATURE, Effect::Feature),
        (&fields::fab::ADVANTAGE, Effect::Advantage),
        (&fields::fab::BENEFIT, Effect::Advantage),
    ] {
        deal.apply(text(field, "words"));
        assert_eq!(deal.fab[0].effect(&deal), Some(effect));
    }
    let need = |need| Edit::Fab("f1".to_owned(), FabEdit::Need(Some((id.clone(), need))));
    deal.apply(need(NeedOf::Personal));
    assert_eq!(
        (deal.fab[0].effect(&deal), unanswered_needs(&deal).len()),
        (Some(Effect::Advantage), 1),
        "not expressed"
    );
    deal.apply(need(NeedOf::Business));
    assert_eq!((deal.fab[0].effect(&deal), unanswered_needs(&deal).len()), (Some(Effect::Benefit), 0));
    assert!(check("answered").is_met(&deal));
    deal.apply(Edit::RemovePerson(id));
    assert_eq!(deal.fab[0].effect(&deal), Some(Effect::Advantage), "the person with the need is gone");
    assert_eq!(decode("d", &encode(&deal)).unwrap().fab, deal.fab);
    let restoring = deal.restoring(&Edit::RemoveFab("f1".to_owned())).unwrap();
    let before = deal.clone();
    deal.apply(Edit::RemoveFab("f1".to_owned()));
    assert!(deal.fab.is_empty());
    deal.apply(restoring);
    assert_eq!(deal, before);
}

#[test]
fn attitudes_of_four_roles_converge() {
    let stance = |stance, roles: &[Role], name: &str| Person { stance, ..person(name, roles) };
    let roles = [Role::DecisionMaker, Role::User, Role::Gatekeeper];
    let mut people: Vec<Person> = roles.iter().map(|role| stance(Stance::Supports, &[*role], role.code())).collect();
    people.push(Person { stance: Stance::Supports, ..guide("Wang", true, true, true) });
    // The purchaser does not count.
    people.push(stance(Stance::Opposes, &[Role::Purchaser], "Han"));
    let all = Convergence::of(&with_people(people.clone()));
    assert_eq!((all.for_us(), all.against(), all.is_complete()), (4, 0, true));
    people.push(stance(Stance::Opposes, &[Role::User], "Another user"));
    let split = Convergence::of(&with_people(people.clone()));
    assert_eq!((split.for_us(), split.against()), (3, 1), "a supporter does not outweigh an opponent");
    assert_eq!(split.attitudes[1], (DecidingParty::User, Attitude::Against));
    people.truncate(3);
    assert_eq!(Convergence::of(&with_people(people)).for_us(), 3, "nobody is the guide");
}

#[test]
fn convergence_is_calculated_for_earlier_days() {
    let since = |day: &str, stance| DatedStance { date: date(day), stance, extra: Default::default() };
    let stances = vec![since("2026-01-10", Stance::Opposes), since("2026-02-10", Stance::Supports)];
    let deal = with_people(vec![Person { stance: Stance::Supports, stances, ..person("Li", &[Role::User]) }]);
    for (day, for_us, against) in
        [("2026-01-09", 0, 0), ("2026-01-10", 0, 1), ("2026-02-09", 0, 1), ("2026-02-10", 1, 0)]
    {
        let then = Convergence::on(&deal, date(day));
        assert_eq!((then.for_us(), then.against()), (for_us, against), "{day}");
    }
    assert_eq!(Convergence::of(&deal), Convergence::on(&deal, date(TODAY)));
}

#[test]
fn our_chance_is_proposed_from_the_rest_of_the_deal() {
    let with = |edits: &[AssessmentEdit]| {
        let mut deal = Deal::new("d");
        edits.iter().for_each(|edit| deal.apply(Edit::Assess(*edit)));
        deal
    };
    let opening = |ground, lead| with(&[AssessmentEdit::Ground(Some(ground)), AssessmentEdit::Lead(Some(lead))]);
    assert!(TasQuestion::ALL.into_iter().all(|question| tas::proposed(&Deal::new("d"), question).is_none()));
    assert_eq!(tas::proposed(&complete(), TasQuestion::Compete), Some(TasAnswer::Yes));
    for ground in Ground::ALL {
        for lead in Lead::ALL {
            let deal = opening(ground, lead);
            let expected = match deal.assessment.opening().unwrap().letter().code() {
                "G" | "H" | "I" => Some(TasAnswer::Yes),
                "A" | "C" => Some(TasAnswer::No),
                _ => None,
            };
            assert_eq!(tas::proposed(&deal, TasQuestion::Win), expected);
        }
    }
    for (short, long, worth) in
        [(9, 9, TasAnswer::Yes), (1, 9, TasAnswer::Yes), (9, 1, TasAnswer::Yes), (1, 1, TasAnswer::No)]
    {
        let score = |what, points| AssessmentEdit::Score(what, Score::new(points));
        let deal = with(&[score(SubScore::OrderSize, short), score(SubScore::Reputation, long)]);
        assert_eq!(tas::proposed(&deal, TasQuestion::Worth), Some(worth));
    }
}

#[test]
fn without_an_opportunity_grade_e_is_proposed() {
    let mut deal = Deal::new("d");
    let answer = |who, answer| Edit::Assess(AssessmentEdit::Tas(who, TasQuestion::Opportunity, Some(answer)));
    let proposed = |deal: &Deal| deal.assessment.graded(None, date(TODAY)).proposed;
    deal.apply(answer(Contender::FirstRival, TasAnswer::No));
    deal.apply(answer(Contender::Ours, TasAnswer::Yes));
    assert_eq!(proposed(&deal), None);
    deal.apply(answer(Contender::Ours, TasAnswer::No));
    assert_eq!(proposed(&deal), Some(Grade::E));
    let evidence = TextField::Tas(Contender::FirstRival, TasQuestion::Win, &fields::tas::EVIDENCE);
    assert_eq!(evidence.path(), "assessment.tas.rival_1.win.evidence");
    deal.apply(Edit::Text(evidence, "late".to_owned()));
    deal.apply(Edit::Text(TextField::Contender(Contender::SecondRival, &fields::tas::RIVAL), "Jiangnan".to_owned()));
    assert_eq!(decode("d", &encode(&deal)).unwrap(), deal);
}

#[test]
fn moving_on_with_open_checks_is_reported_not_prevented() {
    let mut deal = complete();
    let is_told = |deal: &Deal| advise(deal, date(TODAY)).iter().any(|advice| advice.id() == "exits-open");
    assert!(!is_told(&deal), "it has not left a step yet");
    deal.apply(Edit::Stage(Stage::Trust, date(TODAY)));
    assert_eq!(deal.stage, Stage::Trust);
    assert!(is_told(&deal));
    for check in open_exits(&deal, Stage::Analyse) {
        if let CheckSource::Seen(field) = check.source {
            deal.apply(Edit::Text(TextField::Exit(field), "seen".to_owned()));
        }
    }
    let edits = [
        AssessmentEdit::Ground(Some(Ground::Ours)),
        AssessmentEdit::Lead(Some(Lead::We)),
        AssessmentEdit::Score(SubScore::OrderSize, Score::new(9)),
        AssessmentEdit::Score(SubScore::Reputation, Score::new(9)),
    ];
    edits.into_iter().for_each(|edit| deal.apply(Edit::Assess(edit)));
    assert!(!is_told(&deal), "{:?}", open_exits(&deal, Stage::Analyse));
    let unknown = Deal { reached: StageHistory::default(), ..deal };
    let unknown = Deal { exits: Default::default(), ..unknown };
    assert!(!is_told(&unknown), "a deal from before days were recorded");
}

#[test]
fn each_complete_case_is_offered_once() {
    let case = |result: &str| SuccessCase {
        trade: "Jiangbei".to_owned(),
        problem: "downtime".to_owned(),
        used: "a new line".to_owned(),
        result: result.to_owned(),
        ..SuccessCase::default()
    };
    let visit = |id: &str, case| Visit { case, ..Visit::new(id) };
    let one = Deal { visits: vec![visit("a", case("half")), visit("b", case(""))], ..Deal::new("d") };
    let two = Deal { visits: vec![visit("c", case(" half ")), visit("d", case("a third"))], ..Deal::new("e") };
    let results: Vec<String> = complete_cases([&one, &two].into_iter()).into_iter().map(|case| case.result).collect();
    assert_eq!(results, ["half", "a third"]);
}

#[test]
fn a_social_style_has_two_sides() {
    let style =
        |expression, emotion| Person { expression, emotion, ..Person::default() }.style().map(|style| style.code());
    let (low, high) = (Some(Degree::Low), Some(Degree::High));
    assert_eq!(
        [style(low, low), style(high, low), style(low, high), style(high, high)],
        ["analyst", "driver", "amiable", "expressive"].map(Some)
    );
    assert_eq!((style(low, None), style(None, high)), (None, None));
    let mut deal = with_people(vec![person("Li", &[]), person(" ", &[])]);
    for place in 0..2 {
        let id = deal.people[place].id.clone();
        deal.apply(Edit::Person(id.clone(), PersonEdit::Listens(Some(Quadrant::Order))));
        deal.apply(Edit::Person(id, PersonEdit::ContactDays(ContactDays::new(7))));
    }
    let names =
        |quadrant| listeners(deal.people.iter(), quadrant).map(|person| person.name.as_str()).collect::<Vec<_>>();
    assert_eq!((names(Quadrant::Order), names(Quadrant::Facts)), (vec!["Li"], vec![]));
    assert_eq!(decode("d", &encode(&deal)).unwrap(), deal);
}

#[test]
fn four_answers_give_one_verdict() {
    use TasAnswer::{No, Yes};
    for (answers, verdict) in [
        ([Some(No), Some(Yes), Some(Yes), Some(Yes)], Some(tas::Verdict::Nothing)),
        ([Some(Yes), Some(No), None, None], Some(tas::Verdict::FindOut)),
        ([Some(Yes), Some(Yes), Some(No), None], Some(tas::Verdict::Turn)),
        ([Some(Yes), Some(Yes), Some(Yes), None], None),
        ([Some(Yes); 4], Some(tas::Verdict::Go)),
        ([None; 4], Some(tas::Verdict::FindOut)),
    ] {
        assert_eq!(judged(&answers, &[None; 4]).verdict(), verdict, "{answers:?}");
    }
}

#[test]
fn a_no_that_is_only_suggested_is_marked_as_doubt() {
    use TasAnswer::{No, Yes};
    use tas::Verdict::{Doubt, Nothing, Turn};
    let suggested = [Some(Yes), Some(Yes), Some(No), Some(Yes)];
    let none = [No, Yes, Yes, Yes].map(Some);
    for (given, proposed, verdict) in [
        ([Some(Yes), None, None, None], suggested, Doubt),
        ([None, None, Some(No), None], suggested, Turn),
        ([None, Some(No), None, None], none, Doubt),
        ([Some(No), None, None, None], none, Nothing),
    ] {
        assert_eq!(judged(&given, &proposed).verdict(), Some(verdict), "{given:?} {proposed:?}");
    }
}

#[test]
fn suggestions_alone_are_not_an_assessment() {
    use TasAnswer::{No, Yes};
    let suggested = [Some(Yes), None, Some(No), None];
    assert_eq!(tas::judged(&Chances::default(), &suggested), None, "nothing is judged yet");
    let marked: Vec<_> = judged(&[None, Some(Yes), Some(Yes), None], &suggested).marked().collect();
    assert_eq!(marked, [(Some(Yes), true), (Some(Yes), false), (Some(Yes), false), (None, false)]);
}

/// Our judged chances with these answers, with evidence so that the judging counts as begun.
fn judged(given: &[Option<TasAnswer>; 4], proposed: &[Option<TasAnswer>; 4]) -> tas::Judged {
    let line = |answer: Option<TasAnswer>| TasLine { answer, evidence: "e".to_owned(), ..TasLine::default() };
    let [opportunity, compete, win, worth] = given.map(line);
    tas::judged(&Chances { opportunity, compete, win, worth, ..Chances::default() }, proposed).expect("judged")
}

#[test]
fn unknowns_are_the_goal_of_the_next_visit() {
    let answer = |question, answer| Edit::Assess(AssessmentEdit::Tas(Contender::Ours, question, Some(answer)));
    let mut deal = Deal::new("d");
    assert_eq!(tas::goal(&deal, Locale::Zh), None, "nothing is judged yet");
    deal.apply(answer(TasQuestion::Compete, TasAnswer::No));
    deal.apply(Edit::Assess(AssessmentEdit::Need(Some(Need::Clear))));
    assert_eq!(tas::goal(&deal, Locale::Zh).as_deref(), Some("弄清：能赢吗？值得赢吗？"));
    assert_eq!(tas::goal(&deal, Locale::En).as_deref(), Some("Find out: Can we win? Is it worth winning?"));
    deal.apply(answer(TasQuestion::Win, TasAnswer::Yes));
    assert_eq!(tas::goal(&deal, Locale::Zh), None, "one open question is no reason for a visit");
    deal.apply(Edit::Assess(AssessmentEdit::Tas(Contender::Ours, TasQuestion::Win, None)));
    deal.apply(answer(TasQuestion::Opportunity, TasAnswer::No));
    assert_eq!(tas::goal(&deal, Locale::Zh), None, "without an opportunity there is nothing to find out");
}

#[test]
fn rows_of_two_pages_with_the_same_id_are_kept_apart() {
    let base = with_people(vec![needing("Li", "a", "")]);
    let with = |person: &str, feature: &str| {
        let mut deal = base.clone();
        deal.apply(Edit::AddPerson(Box::new(needing(person, "b", ""))));
        let id = deal.people[1].id.clone();
        deal.apply(Edit::AddFab(0, Fab { feature: feature.to_owned(), ..Fab::new(&deal.free_fab_id()) }));
        deal.apply(Edit::Fab("f1".to_owned(), FabEdit::Need(Some((id, NeedOf::Business)))));
        deal
    };
    let merged = merge(&base, &with("Wang", "steel"), &with("Han", "glass")).unwrap();
    let rows: Vec<_> = merged.fab.iter().map(|row| (row.feature.as_str(), row.answered(&merged))).collect();
    let names: Vec<_> = rows.iter().map(|(feature, need)| (*feature, need.unwrap().person.name.as_str())).collect();
    assert_eq!(names, [("steel", "Wang"), ("glass", "Han")]);
    assert_ne!(merged.fab[0].id, merged.fab[1].id);
}

#[test]
fn a_persons_own_rhythm_is_late_by_days() {
    let mut deal = complete();
    let id = deal.people[0].id.clone();
    let met = Contact { people: vec![id.clone()], ..Contact::new("c", date("2026-02-20")) };
    deal.apply(Edit::AddContact(0, met));
    let late = |deal: &Deal| deal.person_late(&deal.people[0], date(TODAY));
    assert_eq!(late(&deal), None);
    for (days, expected) in [(7, Some(3)), (9, Some(1)), (10, None)] {
        deal.apply(Edit::Person(id.clone(), PersonEdit::ContactDays(ContactDays::new(days))));
        assert_eq!(late(&deal), expected, "{days}");
    }
    deal.apply(Edit::End(Some(End::Lost), date(TODAY)));
    assert_eq!(late(&deal), None);
}

#[test]
fn all_notes_are_found_by_search() {
    let case = SuccessCase { trade: "wtrade".to_owned(), result: "wresult".to_owned(), ..SuccessCase::default() };
    let question = Question { answer: "wanswer".to_owned(), ..Question::default() };
    let mut deal = complete();
    deal.visits = vec![Visit { case, questions: vec![question], ..Visit::new("v") }];
    deal.fab = vec![Fab { benefit: "wbenefit".to_owned(), ..Fab::new("f1") }];
    deal.exits.rivals = "wrivals".to_owned();
    for (field, words) in [
        (TextField::Tas(Contender::Ours, TasQuestion::Win, &fields::tas::EVIDENCE), "wevidence"),
        (TextField::Contender(Contender::FirstRival, &fields::tas::RIVAL), "wrival1"),
    ] {
        deal.apply(Edit::Text(field, words.to_owned()));
    }
    let mut book = Book::default();
    book.insert(deal);
    for words in ["wtrade", "wresult", "wanswer", "wbenefit", "wrivals", "wevidence", "wrival1"] {
        let query = Query { search: words.to_owned(), ..Query::default() };
        assert_eq!(query.answer(&Rows::of(&book, &Rows::default()), date(TODAY)).len(), 1, "{words}");
    }
}
