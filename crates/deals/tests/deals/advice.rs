//! What the rules find and say.

use super::*;
use abacus_deals::{Contact, MeetingOutcome};

fn found(deal: &Deal) -> Vec<&'static str> {
    advise(deal, date(TODAY)).iter().map(Advice::id).collect()
}

#[test]
fn a_deal_that_lacks_nothing_gets_no_advice() {
    assert_eq!(advise(&complete(), date(TODAY)), []);
}

#[test]
fn an_empty_deal_is_told_what_to_begin_with() {
    let expected = ["no-next-step", "no-guide", "thin-climate", "no-decision-maker", "no-salesperson"];
    assert_eq!(found(&Deal::new("d")), expected);
}

#[test]
fn findings_come_in_order_of_urgency() {
    let mut opposed = person("Li", &[Role::User]);
    opposed.stance = Stance::Opposes;
    let deal = Deal {
        expected_close: Some(date("2026-02-01")),
        stage: Stage::Commitment,
        invoice: Invoice { due: Some(date("2026-03-01")), ..Invoice::default() },
        next_step: step("Call", Some("2026-03-01")),
        ..with_people(vec![opposed, Person { next_step: step("Ask", Some(TODAY)), ..guide("Wang", true, false, true) }])
    };
    let expected = [
        "next-step-overdue",
        "invoice-overdue",
        "people-due",
        "expected-close-passed",
        "gate-open-at-commitment",
        "opposed",
        "guide-is-insider",
        "thin-climate",
        "no-decision-maker",
        "nobody-supports",
        "no-salesperson",
    ];
    assert_eq!(found(&deal), expected);
}

#[test]
fn each_rule_looks_at_one_thing_and_carries_what_it_saw() {
    let opposing = |name: &str, roles: &[Role]| Person { stance: Stance::Opposes, ..person(name, roles) };
    let action = || "Call".to_owned();
    let close = |day| Deal { expected_close: Some(date(day)), ..complete() };
    let next = |action, day| Deal { next_step: step(action, day), ..complete() };
    // The guide of the complete deal stays.
    let people = |people: Vec<Person>| {
        let guide = complete().people.pop();
        Deal { people: numbered(people.into_iter().chain(guide).collect()), ..complete() }
    };
    let with_guide = |guide: Option<Person>| {
        let others = complete().people.into_iter().take(2);
        Deal { people: numbered(others.chain(guide).collect()), ..complete() }
    };
    let user = || person("Li", &[Role::User]);
    let table: [(Deal, Vec<Advice>); 17] = [
        (next(" Call ", Some("2026-03-01")), vec![Advice::NextStepOverdue { action: action(), days: 1 }]),
        (next("Call", Some("2025-03-02")), vec![Advice::NextStepOverdue { action: action(), days: 365 }]),
        (next("Call", Some(TODAY)), vec![Advice::NextStepToday { action: action() }]),
        (next("Call", None), vec![Advice::NextStepUndated { action: action() }]),
        (next("", None), vec![Advice::NoNextStep]),
        (next("\u{3000}", Some("2026-09-01")), vec![Advice::NoNextStep]),
        (close(TODAY), vec![]),
        (close("2026-02-28"), vec![Advice::ExpectedClosePassed { days: 2 }]),
        (with_guide(None), vec![Advice::NoGuide, Advice::NobodySupports]),
        (with_guide(Some(guide("", true, true, true))), vec![Advice::NoGuide, Advice::NobodySupports]),
        (
            with_guide(Some(guide(" Wang ", false, true, false))),
            vec![
                Advice::GuideIsInsider {
                    name: "Wang".to_owned(),
                    failing: vec![GuideTest::Credible, GuideTest::WantsUs],
                },
                Advice::NobodySupports,
            ],
        ),
        (
            people(vec![person("Zhao", &[Role::User, Role::DecisionMaker])]),
            vec![Advice::ThinClimate {
                covered: 1,
                open: vec![Role::Purchaser, Role::Gatekeeper],
                shared: vec![Role::DecisionMaker],
            }],
        ),
        (people(vec![user(), person("Han", &[Role::Purchaser])]), vec![Advice::NoDecisionMaker]),
        (
            people(vec![user(), opposing("Zhao", &[Role::DecisionMaker])]),
            vec![Advice::Opposed {
                people: vec![Opponent { name: "Zhao".to_owned(), roles: vec![Role::DecisionMaker] }],
            }],
        ),
        (
            people(vec![opposing("Li", &[Role::User]), opposing("ＬＩ", &[Role::DecisionMaker]), opposing(" ", &[])]),
            vec![
                Advice::Opposed {
                    people: vec![
                        Opponent { name: "Li".to_owned(), roles: vec![Role::User, Role::DecisionMaker] },
                        Opponent { name: String::new(), roles: vec![] },
                    ],
                },
                Advice::ThinClimate {
                    covered: 1,
                    open: vec![Role::Purchaser, Role::Gatekeeper],
                    shared: vec![Role::DecisionMaker],
                },
            ],
        ),
        (Deal { salesperson: "\t".to_owned(), ..complete() }, vec![Advice::NoSalesperson]),
        (complete(), vec![]),
    ];
    for (deal, expected) in table {
        assert_eq!(advise(&deal, date(TODAY)), expected);
    }
}

#[test]
fn sentences_say_what_was_seen_in_both_languages() {
    let opponent = |name: &str, roles: &[Role]| Opponent { name: name.to_owned(), roles: roles.to_vec() };
    for (advice, zh, en) in [
        (
            Advice::NextStepOverdue { action: "演示".to_owned(), days: 1 },
            "下一步“演示”已经晚了 1 天。",
            "The next step, “演示”, is 1 day late.",
        ),
        (
            Advice::ExpectedClosePassed { days: 2 },
            "预计成交日已经过去 2 天。",
            "The expected closing date was 2 days ago.",
        ),
        (
            Advice::Opposed {
                people: vec![
                    opponent("Li", &[Role::DecisionMaker, Role::User, Role::User]),
                    opponent("", &[Role::Purchaser]),
                    opponent("Han", &[]),
                    opponent("", &[]),
                ],
            },
            "有人反对，还没有人去化解：Li（使用者、决策人）、采购人员、Han、一位姓名不详的人。",
            "Against us, and nothing is planned about it: Li (User; Decision maker); Purchaser; Han; someone unnamed.",
        ),
        (
            Advice::GuideIsInsider { name: "Wang".to_owned(), failing: vec![GuideTest::TrustsUs] },
            "Wang目前只算内线。还没做到：信得过我们。",
            "Wang is only an insider so far. Not established: They trust us.",
        ),
        (
            Advice::ThinClimate { covered: 1, open: vec![Role::Purchaser], shared: vec![Role::DecisionMaker] },
            "采购氛围的四个角色，只有 1 个由不同的人覆盖，至少要 2 个。还缺：采购人员。与别的角色是同一个人：决策人。",
            "Different people cover 1 of the four buying roles; at least 2 are needed. \
             Missing: Purchaser. Same person as in another role: Decision maker.",
        ),
    ] {
        assert_eq!((advice.reason(Locale::Zh).as_str(), advice.reason(Locale::En).as_str()), (zh, en));
    }
}

#[test]
fn an_opponent_is_answered_by_something_planned_about_them() {
    let against = |name: &str, action: &str| Person {
        stance: Stance::Opposes,
        next_step: step(action, None),
        ..person(name, &[Role::Purchaser])
    };
    let names = |people: Vec<Person>| {
        let advice = advise(&with_people(people), date(TODAY));
        let opposed = advice.into_iter().find_map(|advice| match advice {
            Advice::Opposed { people } => Some(people.into_iter().map(|person| person.name).collect::<Vec<_>>()),
            _ => None,
        });
        opposed.unwrap_or_default()
    };
    assert_eq!(names(vec![against("Li", "Ask why")]), [""; 0]);
    assert_eq!(names(vec![against("Li", "Ask why"), against("Han", " ")]), ["Han"]);
    assert_eq!(names(vec![against("Li", ""), against("ＬＩ", "Ask why")]), [""; 0], "the same person");
}

#[test]
fn people_are_due_by_the_day_planned_for_them() {
    let due = |name: &str, day: &str| Person { next_step: step(" Ask ", Some(day)), ..person(name, &[]) };
    let deal =
        with_people(vec![due("Li", TODAY), due(" ", "2026-02-20"), due("Han", "2026-03-03"), person("Sun", &[])]);
    let expected = |name: &str, days| PersonDue { name: name.to_owned(), action: "Ask".to_owned(), days };
    let steps = vec![expected("", 10), expected("Li", 0)];
    assert!(advise(&deal, date(TODAY)).contains(&Advice::PeopleDue { steps: steps.clone() }));
    let advice = Advice::PeopleDue { steps };
    assert_eq!(advice.reason(Locale::Zh), "对客户方人员的安排到期：Ask（晚了 10 天）；Li，Ask（今天）。");
    assert_eq!(advice.reason(Locale::En), "Due with people at the customer: Ask (10 days late); Li, Ask (today).");
}

#[test]
fn a_late_invoice_says_what_it_has_eaten() {
    let invoice = Invoice {
        amount: Some(amount("10000")),
        due: Some(date("2025-12-19")),
        margin: Some(amount("0.1")),
        rate: Some(amount("0.05")),
        ..Invoice::default()
    };
    let expected = Waiting {
        days_late: 73,
        interest: Some(amount("100")),
        profit_left: Some(amount("900")),
        eaten: Some(amount("0.1")),
    };
    assert_eq!(invoice.waiting(date(TODAY)), Some(expected), "the case of the calculator, by hand");
    assert_eq!(invoice.fragment(date(TODAY)).as_deref(), Some("days=73"), "the rest are the slide's figures");
    let deal = Deal { stage: Stage::Collect, invoice: invoice.clone(), ..complete() };
    let advice = advise(&deal, date(TODAY));
    assert_eq!(advice[0].reason(Locale::Zh), "货款已经拖了 73 天，利息 ¥100，吃掉利润的 10%。");
    assert_eq!(advice[0].reason(Locale::En), "The invoice is 73 days late; interest so far CN¥100, 10% of the profit.");

    let without_rate = Invoice { rate: None, ..invoice.clone() };
    let known = Waiting { days_late: 73, ..Waiting::default() };
    assert_eq!(without_rate.waiting(date(TODAY)), Some(known), "nothing is guessed");
    let paid = Invoice { paid: Some(date("2025-12-20")), ..invoice };
    assert_eq!(paid.waiting(date(TODAY)).map(|waiting| waiting.days_late), Some(1), "days count until it was paid");
    assert_eq!(advise(&Deal { invoice: paid, ..deal }, date(TODAY)), [Advice::PaidNotEnded]);
}

fn met(day: &str, outcome: MeetingOutcome) -> Contact {
    Contact { outcome: Some(outcome), ..Contact::new(day, date(day)) }
}

#[test]
fn a_contact_is_overdue_by_the_rhythm_of_the_grade() {
    let graded = |day: &str| {
        let mut deal = Deal { log: vec![met(day, MeetingOutcome::NoSale)], ..complete() };
        deal.apply(Edit::Assess(AssessmentEdit::Grade(Some(Grade::B))));
        deal
    };
    assert_eq!(found(&graded("2026-02-23")), [""; 0], "seven days are within the rhythm");
    let deal = graded("2026-02-22");
    let advice = advise(&deal, date(TODAY));
    assert_eq!(advice, [Advice::ContactOverdue { since: 8, rhythm: 7, grade: Some(Grade::B) }]);
    assert_eq!(advice[0].reason(Locale::Zh), "上次联系是 8 天前；B 级客户，7 天之内要联系一次。");
    assert_eq!(advice[0].reason(Locale::En), "The last contact was 8 days ago; a grade B deal wants one every 7 days.");
    assert_eq!(attention(&deal, date(TODAY)), advice.first().cloned());
    assert_eq!(found(&Deal { log: vec![], ..deal.clone() }), [""; 0], "without a log nothing is known");
    assert_eq!(found(&Deal { assessment: Assessment::default(), ..deal }), [""; 0], "without a grade, too");
}

#[test]
fn two_continuations_in_a_row_are_one_too_many() {
    use MeetingOutcome::{Continuation, NoSale};
    let deal = |log: Vec<Contact>| Deal { log, ..complete() };
    let two = deal(vec![met("2026-02-20", Continuation), met("2026-02-25", Continuation)]);
    assert_eq!(advise(&two, date(TODAY)), [Advice::Continuations { count: 2 }]);
    assert_eq!(found(&deal(vec![met("2026-02-20", Continuation)])), [""; 0]);
    let refused = vec![met("2026-02-20", Continuation), met("2026-02-21", Continuation), met("2026-02-25", NoSale)];
    assert_eq!(found(&deal(refused)), [""; 0]);
}

#[test]
fn only_what_still_can_be_done_is_advised() {
    let empty = |stage, end| Deal { stage, end, ..Deal::new("d") };
    assert_eq!(found(&empty(Stage::Collect, None)), ["no-next-step"], "an order needs no winning");
    for end in End::ALL {
        assert_eq!(found(&empty(Stage::Commitment, Some(end))), [""; 0]);
    }
}

#[test]
fn a_rule_is_set_aside_with_a_note_for_one_deal() {
    let mut deal = Deal { people: vec![], ..complete() };
    let before = found(&deal);
    assert!(before.contains(&"no-guide"));
    deal.apply(Edit::SetAside("no-guide".to_owned(), Some("one-man firm".to_owned())));
    assert_eq!(found(&deal), before.iter().filter(|id| **id != "no-guide").copied().collect::<Vec<_>>());
    assert_eq!(set_aside(&deal, date(TODAY)), [(Advice::NoGuide, "one-man firm")]);
    deal.apply(Edit::SetAside("no-guide".to_owned(), None));
    assert_eq!(found(&deal), before);
}

#[test]
fn what_is_set_aside_stays_so_while_it_is_the_same() {
    let against = |name: &str| Person { stance: Stance::Opposes, ..person(name, &[]) };
    let late = |action: &str, day: &str| Deal { next_step: step(action, Some(day)), ..complete() };
    let (call, later) = (late("Call", "2026-02-20"), late("Call", "2026-02-25"));
    let key = |deal: &Deal| advise(deal, date(TODAY))[0].key(deal);
    let mut deal = call.clone();
    deal.apply(Edit::SetAside(key(&call), Some("agreed by phone".to_owned())));
    assert_eq!(found(&deal), [""; 0]);
    deal.next_step = later.next_step;
    assert_eq!(found(&deal), ["next-step-overdue"], "another day is another thing");

    let mut opposed = complete();
    opposed.apply(Edit::AddPerson(against("Li")));
    opposed.apply(Edit::SetAside(key(&opposed), Some("retires in May".to_owned())));
    assert_eq!(found(&opposed), [""; 0]);
    opposed.apply(Edit::AddPerson(against("Han")));
    assert_eq!(found(&opposed), ["opposed"], "someone else is against us now");
}

#[test]
fn an_order_and_a_payment_lead_on() {
    let won = Deal { stage: Stage::Value, log: vec![met("2026-03-01", MeetingOutcome::Order)], ..complete() };
    assert_eq!(found(&won), ["order-won"]);
    assert_eq!(found(&Deal { stage: Stage::Collect, ..won }), [""; 0]);
    let invoice = |paid| Invoice { due: Some(date("2026-02-01")), paid: Some(date(paid)), ..Invoice::default() };
    let paid = |day| Deal { stage: Stage::Collect, invoice: invoice(day), ..complete() };
    assert_eq!(found(&paid(TODAY)), ["paid-not-ended"]);
    assert_eq!(found(&paid("2026-03-03")), ["invoice-overdue"], "a day to come is a promise");
}

#[test]
fn every_finding_is_a_sentence_with_a_suggestion_in_both_languages() {
    let mut all = advise(&Deal::new("d"), date(TODAY));
    for day in [None, Some(TODAY), Some("2026-03-01")] {
        all.extend(attention(&Deal { next_step: step("Call", day), ..Deal::new("d") }, date(TODAY)));
    }
    let against = Person { stance: Stance::Opposes, next_step: step("Ask", Some(TODAY)), ..person("Li", &[]) };
    let insider = guide("Wang", true, true, false);
    let hard = Deal {
        stage: Stage::Commitment,
        expected_close: Some(date("2026-01-01")),
        invoice: Invoice { due: Some(date("2026-01-01")), ..Invoice::default() },
        log: vec![met("2026-01-05", MeetingOutcome::Continuation), met("2026-01-06", MeetingOutcome::Continuation)],
        assessment: Assessment { grade: Some(Grade::A), ..Assessment::default() },
        ..with_people(vec![
            against.clone(),
            Person { name: "Han".to_owned(), next_step: step("", None), ..against },
            insider,
        ])
    };
    all.extend(advise(&hard, date(TODAY)));
    let ids: std::collections::BTreeSet<_> = all.iter().map(Advice::id).collect();
    assert_eq!(ids.len(), 17, "{ids:?}");
    for advice in all {
        for (locale, end) in [(Locale::Zh, '。'), (Locale::En, '.')] {
            for sentence in [advice.reason(locale), advice.suggestion().get(locale).to_owned()] {
                assert!(sentence.ends_with(end), "{sentence}");
            }
        }
    }
}

#[test]
fn the_home_page_lists_a_deal_whose_next_step_is_due_late_or_lacking() {
    for (action, day, expected) in [
        ("Call", Some("2026-03-03"), None),
        ("Call", Some(TODAY), Some("next-step-today")),
        ("Call", Some("2026-02-20"), Some("next-step-overdue")),
        ("Call", None, Some("next-step-undated")),
        ("", Some("2026-03-03"), Some("no-next-step")),
    ] {
        let mut deal = Deal { next_step: step(action, day), ..Deal::new("d") };
        let reason = |deal: &Deal| attention(deal, date(TODAY)).map(|advice| advice.id());
        assert_eq!(reason(&deal), expected);
        deal.deleted = true;
        assert_eq!(reason(&deal), None);
    }
}
