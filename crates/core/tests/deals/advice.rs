//! What the rules find and say.

use super::*;

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
        guide: guide("Wang", true, false, true),
        people: vec![opposed],
        next_step: step("Call", Some("2026-03-01")),
        ..Deal::new("d")
    };
    let expected = [
        "next-step-overdue",
        "expected-close-passed",
        "opposed",
        "guide-is-insider",
        "thin-climate",
        "no-decision-maker",
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
    let people = |people| Deal { people, ..complete() };
    let user = || person("Li", &[Role::User]);
    let table: [(Deal, Vec<Advice>); 16] = [
        (next(" Call ", Some("2026-03-01")), vec![Advice::NextStepOverdue { action: action(), days: 1 }]),
        (next("Call", Some("2025-03-02")), vec![Advice::NextStepOverdue { action: action(), days: 365 }]),
        (next("Call", Some(TODAY)), vec![Advice::NextStepToday { action: action() }]),
        (next("Call", None), vec![Advice::NextStepUndated { action: action() }]),
        (next("", None), vec![Advice::NoNextStep]),
        (next("\u{3000}", Some("2026-09-01")), vec![Advice::NoNextStep]),
        (close(TODAY), vec![]),
        (close("2026-02-28"), vec![Advice::ExpectedClosePassed { days: 2 }]),
        (Deal { guide: Guide::default(), ..complete() }, vec![Advice::NoGuide]),
        (
            Deal { guide: guide(" Wang ", false, true, false), ..complete() },
            vec![Advice::GuideIsInsider {
                name: "Wang".to_owned(),
                failing: vec![GuideTest::Credible, GuideTest::WantsUs],
            }],
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
            "有人反对：Li（使用者、决策人）、采购人员、Han、一位姓名不详的人。",
            "Against us: Li (User; Decision maker); Purchaser; Han; someone unnamed.",
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
fn every_finding_is_a_sentence_with_a_suggestion_in_both_languages() {
    let mut all = advise(&Deal::new("d"), date(TODAY));
    for day in [None, Some(TODAY)] {
        all.extend(attention(&Deal { next_step: step("Call", day), ..Deal::new("d") }, date(TODAY)));
    }
    assert_eq!(all.len(), 7);
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
