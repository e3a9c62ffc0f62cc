//! The findings of the rules and their sentences.

use super::*;
use abacus_deals::{Contact, MeetingOutcome, needs_attention};

fn found(deal: &Deal) -> Vec<&'static str> {
    assert_eq!(needs_attention(deal, date(TODAY)), attention(deal, date(TODAY)).is_some(), "both functions agree");
    advise(deal, date(TODAY)).iter().map(Advice::id).collect()
}

fn findings_with_text(deal: &Deal) -> Vec<(&'static str, String)> {
    advise(deal, date(TODAY)).iter().map(|advice| (advice.id(), advice.reason(Locale::En))).collect()
}

#[test]
fn a_complete_deal_gets_no_advice() {
    assert_eq!(advise(&complete(), date(TODAY)), []);
}

#[test]
fn an_empty_deal_is_advised_where_to_start() {
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
fn each_rule_checks_one_thing_and_reports_it() {
    let opposing = |name: &str, roles: &[Role]| Person { stance: Stance::Opposes, ..person(name, roles) };
    let close = |day| Deal { expected_close: Some(date(day)), ..complete() };
    let next = |action, day| Deal { next_step: step(action, day), ..complete() };
    // The guide of the complete deal is kept.
    let people = |people: Vec<Person>| {
        let guide = complete().people.pop();
        Deal { people: numbered(people.into_iter().chain(guide).collect()), ..complete() }
    };
    let with_guide = |guide: Option<Person>| {
        let others = complete().people.into_iter().take(2);
        Deal { people: numbered(others.chain(guide).collect()), ..complete() }
    };
    let user = || person("Li", &[Role::User]);
    let nobody = ("nobody-supports", "Of the people we know, nobody supports us yet.");
    let no_guide = ("no-guide", "There is no guide yet.");
    let thin = (
        "thin-climate",
        "Different people fill only 1 of the four buying roles; at least 2 are needed. Missing: Purchaser; Technical or \
         financial gatekeeper. Same person as in another role: Decision maker.",
    );
    let table = [
        (next(" Call ", Some("2026-03-01")), vec![("next-step-overdue", "The next step, “Call”, is 1 day late.")]),
        (next("Call", Some("2025-03-02")), vec![("next-step-overdue", "The next step, “Call”, is 365 days late.")]),
        (next("Call", Some(TODAY)), vec![("next-step-today", "The next step, “Call”, is due today.")]),
        (next(" Call", None), vec![("next-step-undated", "The next step, “Call”, has no date.")]),
        (next("", None), vec![("no-next-step", "No next step is planned.")]),
        (next("\u{3000}", Some("2026-09-01")), vec![("no-next-step", "No next step is planned.")]),
        (close(TODAY), vec![]),
        (close("2026-02-28"), vec![("expected-close-passed", "The expected closing date was 2 days ago.")]),
        (with_guide(None), vec![no_guide, nobody]),
        (with_guide(Some(guide("", true, true, true))), vec![no_guide, nobody]),
        (
            with_guide(Some(guide(" Wang ", false, true, false))),
            vec![
                (
                    "guide-is-insider",
                    "Wang is only an insider so far. Still to prove: Decision makers listen to them; They want our \
                     solution to win.",
                ),
                nobody,
            ],
        ),
        (people(vec![person("Zhao", &[Role::User, Role::DecisionMaker])]), vec![thin]),
        (
            people(vec![user(), person("Han", &[Role::Purchaser])]),
            vec![("no-decision-maker", "We do not know who decides.")],
        ),
        (
            people(vec![user(), opposing("Zhao", &[Role::DecisionMaker])]),
            vec![("opposed", "Against us, with no plan for it yet: Zhao (Decision maker).")],
        ),
        (
            people(vec![opposing("Li", &[Role::User]), opposing("ＬＩ", &[Role::DecisionMaker]), opposing(" ", &[])]),
            vec![("opposed", "Against us, with no plan for it yet: Li (User; Decision maker); someone unnamed."), thin],
        ),
        (Deal { salesperson: "\t".to_owned(), ..complete() }, vec![("no-salesperson", "Nobody on our side is named.")]),
        (complete(), vec![]),
    ];
    for (deal, expected) in table {
        let expected: Vec<_> = expected.into_iter().map(|(id, reason)| (id, reason.to_owned())).collect();
        assert_eq!(findings_with_text(&deal), expected);
    }
}

#[test]
fn an_opponent_is_named_with_known_roles() {
    let opposing = |name: &str, roles: &[Role]| Person { stance: Stance::Opposes, ..person(name, roles) };
    let deal = with_people(vec![
        opposing("Li", &[Role::DecisionMaker, Role::User, Role::User]),
        opposing("", &[Role::Purchaser]),
        opposing("Han", &[]),
        opposing("", &[]),
    ]);
    let advice = advise(&deal, date(TODAY)).into_iter().find(|advice| advice.id() == "opposed").unwrap();
    assert_eq!(
        advice.reason(Locale::Zh),
        "有人反对，还没有安排怎么化解：Li（使用者、决策人）、采购人员、Han、一位姓名不详的人。"
    );
    assert_eq!(
        advice.reason(Locale::En),
        "Against us, with no plan for it yet: Li (User; Decision maker); Purchaser; Han; someone unnamed."
    );
}

#[test]
fn a_planned_step_settles_an_opponent() {
    let against = |name: &str, action: &str| Person {
        stance: Stance::Opposes,
        next_step: step(action, None),
        ..person(name, &[Role::Purchaser])
    };
    let key = |people: Vec<Person>| {
        let advice = advise(&with_people(people), date(TODAY));
        advice.iter().find(|advice| advice.id() == "opposed").map(Advice::key)
    };
    assert_eq!(key(vec![against("Li", "Ask why")]), None);
    assert_eq!(key(vec![against("Li", "Ask why"), against("Han", " ")]).as_deref(), Some("opposed: Han"));
    assert_eq!(key(vec![against("Li", ""), against("ＬＩ", "Ask why")]), None, "the same person");
}

#[test]
fn people_are_due_on_their_planned_day() {
    let due = |name: &str, day: &str| Person { next_step: step(" Ask ", Some(day)), ..person(name, &[]) };
    let deal =
        with_people(vec![due("Li", TODAY), due(" ", "2026-02-20"), due("Han", "2026-03-03"), person("Sun", &[])]);
    let advice = advise(&deal, date(TODAY)).into_iter().find(|advice| advice.id() == "people-due").unwrap();
    assert_eq!(advice.days_late(), Some(10));
    assert_eq!(advice.reason(Locale::Zh), "对客户方人员的安排到期：Ask（晚了 10 天）；Li，Ask（今天）。");
    assert_eq!(advice.reason(Locale::En), "Due with people at the customer: Ask (10 days late); Li, Ask (today).");
}

#[test]
fn a_late_invoice_reports_its_cost() {
    let invoice = Invoice {
        amount: Some(amount("10000")),
        due: Some(date("2025-12-19")),
        margin: Some(amount("0.1")),
        rate: Some(amount("0.05")),
        ..Invoice::default()
    };
    let expected = LatePaymentCost {
        days_late: 73,
        interest: Some(amount("100")),
        profit_left: Some(amount("900")),
        profit_consumed: Some(amount("0.1")),
    };
    assert_eq!(invoice.late_payment_cost(date(TODAY)), Some(expected), "the calculator's example, computed by hand");
    assert_eq!(invoice.fragment(date(TODAY)).as_deref(), Some("days=73"), "missing figures take the slide's example");
    let deal = Deal { stage: Stage::Collect, invoice: invoice.clone(), ..complete() };
    let advice = advise(&deal, date(TODAY));
    assert_eq!(advice[0].reason(Locale::Zh), "货款已经拖了 73 天，利息 ¥100，吃掉利润的 10%。");
    assert_eq!(advice[0].reason(Locale::En), "The invoice is 73 days late; interest so far CN¥100, 10% of the profit.");

    let without_rate = Invoice { rate: None, ..invoice.clone() };
    let known = LatePaymentCost { days_late: 73, ..LatePaymentCost::default() };
    assert_eq!(without_rate.late_payment_cost(date(TODAY)), Some(known), "missing figures are not guessed");
    let paid = Invoice { paid: Some(date("2025-12-20")), ..invoice };
    assert_eq!(
        paid.late_payment_cost(date(TODAY)).map(|cost| cost.days_late),
        Some(1),
        "days are counted until the payment"
    );
    assert_eq!(found(&Deal { invoice: paid, ..deal }), ["paid-not-ended"]);
}

fn met(day: &str, outcome: MeetingOutcome) -> Contact {
    Contact { outcome: Some(outcome), ..Contact::new(day, date(day)) }
}

#[test]
fn the_grade_decides_when_a_contact_is_overdue() {
    let graded = |day: &str| {
        let mut deal = Deal { log: vec![met(day, MeetingOutcome::NoSale)], ..complete() };
        deal.apply(Edit::Assess(AssessmentEdit::Grade(Some(Grade::B))));
        deal
    };
    assert_eq!(found(&graded("2026-02-23")), [""; 0], "seven days are within the rhythm");
    let deal = graded("2026-02-22");
    let advice = advise(&deal, date(TODAY));
    assert_eq!((found(&deal), advice[0].days_late()), (vec!["contact-overdue"], Some(1)));
    assert_eq!(advice[0].reason(Locale::Zh), "上次联系是 8 天前；B 级客户要每周联系一次。");
    assert_eq!(advice[0].reason(Locale::En), "The last contact was 8 days ago; grade B: weekly.");
    assert_eq!(attention(&deal, date(TODAY)), advice.first().cloned());
    assert_eq!(found(&Deal { log: vec![], ..deal.clone() }), [""; 0], "no advice without a log");
    assert_eq!(found(&Deal { assessment: Assessment::default(), ..deal }), [""; 0], "no advice without a grade");
}

#[test]
fn two_continuations_in_a_row_are_reported() {
    use MeetingOutcome::{Continuation, NoSale};
    let deal = |log: Vec<Contact>| Deal { log, ..complete() };
    let two = deal(vec![met("2026-02-20", Continuation), met("2026-02-25", Continuation)]);
    let reason = "The last 2 meetings were continuations: the customer agreed to nothing.";
    assert_eq!(findings_with_text(&two), [("continuations", reason.to_owned())]);
    assert_eq!(found(&deal(vec![met("2026-02-20", Continuation)])), [""; 0]);
    let refused = vec![met("2026-02-20", Continuation), met("2026-02-21", Continuation), met("2026-02-25", NoSale)];
    assert_eq!(found(&deal(refused)), [""; 0]);
}

#[test]
fn advice_stops_once_a_step_no_longer_matters() {
    let empty = |stage, end| Deal { stage, end, ..Deal::new("d") };
    assert_eq!(found(&empty(Stage::Collect, None)), ["no-next-step"], "there is nothing to win after an order");
    for end in End::ALL {
        assert_eq!(found(&empty(Stage::Commitment, Some(end))), [""; 0]);
    }
}

#[test]
fn advice_is_set_aside_per_deal_with_a_note() {
    let mut deal = Deal { people: vec![], ..complete() };
    let before = found(&deal);
    assert!(before.contains(&"no-guide"));
    deal.apply(Edit::SetAside("no-guide".to_owned(), Some("one-man firm".to_owned())));
    assert_eq!(found(&deal), before.iter().filter(|id| **id != "no-guide").copied().collect::<Vec<_>>());
    let aside = set_aside(&deal, date(TODAY));
    assert_eq!(
        aside.iter().map(|(advice, note)| (advice.id(), *note)).collect::<Vec<_>>(),
        [("no-guide", "one-man firm")]
    );
    deal.apply(Edit::SetAside("no-guide".to_owned(), None));
    assert_eq!(found(&deal), before);
}

#[test]
fn set_aside_advice_returns_when_the_finding_changes() {
    let against = |name: &str| Person { stance: Stance::Opposes, ..person(name, &[]) };
    let late = |action: &str, day: &str| Deal { next_step: step(action, Some(day)), ..complete() };
    let (call, later) = (late("Call", "2026-02-20"), late("Call", "2026-02-25"));
    let key = |deal: &Deal| advise(deal, date(TODAY))[0].key();
    let mut deal = call.clone();
    deal.apply(Edit::SetAside(key(&call), Some("agreed by phone".to_owned())));
    assert_eq!(found(&deal), [""; 0]);
    deal.next_step = later.next_step;
    assert_eq!(found(&deal), ["next-step-overdue"], "another day is another finding");

    let mut opposed = complete();
    opposed.apply(Edit::AddPerson(Box::new(against("Li"))));
    opposed.apply(Edit::SetAside(key(&opposed), Some("retires in May".to_owned())));
    assert_eq!(found(&opposed), [""; 0]);
    opposed.apply(Edit::AddPerson(Box::new(against("Han"))));
    assert_eq!(found(&opposed), ["opposed"], "another opponent is another finding");
}

#[test]
fn an_order_and_a_payment_suggest_the_next_stage() {
    let won = Deal { stage: Stage::Value, log: vec![met("2026-03-01", MeetingOutcome::Order)], ..complete() };
    assert_eq!(found(&won), ["order-won"]);
    assert_eq!(found(&Deal { stage: Stage::Collect, ..won }), [""; 0]);
    let invoice = |paid| Invoice { due: Some(date("2026-02-01")), paid: Some(date(paid)), ..Invoice::default() };
    let paid = |day| Deal { stage: Stage::Collect, invoice: invoice(day), ..complete() };
    assert_eq!(found(&paid(TODAY)), ["paid-not-ended"]);
    assert_eq!(found(&paid("2026-03-03")), ["invoice-overdue"], "a future payment is only a promise");
}

#[test]
fn deals_with_due_late_or_missing_steps_need_attention() {
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
