//! What the button of each piece of advice does in the example of its rule.

use super::advice_rules::examples;
use super::*;
use abacus_deals::fields::person;
use abacus_deals::{AdviceAction, DealAction};

fn finding(rule: &str, deal: &Deal) -> Option<Advice> {
    advise(deal, date(TODAY)).into_iter().find(|advice| advice.id() == rule)
}

fn doings(rule: &str, deal: &Deal) -> Vec<DealAction> {
    let advice = finding(rule, deal).unwrap_or_else(|| panic!("{rule} finds nothing"));
    let acts = [Some(advice.act()), advice.other_act()].into_iter().flatten();
    acts.map(|act| act.resolve(deal, date(TODAY)).unwrap_or_else(|| panic!("{rule}: {act:?} has no object"))).collect()
}

#[test]
fn every_act_of_a_rule_has_an_object_if_the_rule_applies() {
    for example in examples() {
        assert!(!doings(example.rule, &example.deal).is_empty(), "{}", example.rule);
    }
}

#[test]
fn every_act_belongs_to_a_rule() {
    let of_rules: Vec<AdviceAction> = advice_rules().flat_map(|rule| [Some(rule.act), rule.other]).flatten().collect();
    for act in AdviceAction::ALL {
        assert!(of_rules.contains(&act), "no rule offers {act:?}");
    }
}

#[test]
fn an_immediate_change_settles_the_finding() {
    let mut settled = Vec::new();
    for example in examples() {
        for doing in doings(example.rule, &example.deal) {
            let mut deal = example.deal.clone();
            let edits = match doing {
                DealAction::Apply(edit) => vec![edit],
                DealAction::Day(field, days) => {
                    days.into_iter().map(|(_, day)| Edit::Date(field.clone(), Ok(Some(day)))).collect()
                }
                _ => continue,
            };
            for edit in edits {
                deal.apply(edit);
                assert_eq!(finding(example.rule, &deal), None, "{} is settled", example.rule);
            }
            settled.push(example.rule);
        }
    }
    let expected = [
        "order-won",
        "paid-not-ended",
        "next-step-overdue",
        "next-step-today",
        "invoice-overdue",
        "people-due",
        "next-step-undated",
        "expected-close-passed",
    ];
    let untried: Vec<_> = expected.into_iter().filter(|rule| !settled.contains(rule)).collect();
    assert!(untried.is_empty(), "{untried:?} no longer have a button that changes the deal immediately");
}

#[test]
fn a_gap_is_filled_in_the_order_of_the_beads() {
    let at_commitment = |people: Vec<Person>, salesperson: &str| Deal {
        stage: Stage::Commitment,
        salesperson: salesperson.to_owned(),
        people: numbered(people),
        ..complete()
    };
    let fill = |deal: &Deal| AdviceAction::Bead.resolve(deal, date(TODAY));
    let covered =
        || vec![guide("王芳", true, true, true), person("李雷", &[Role::User]), person("赵敏", &[Role::DecisionMaker])];
    assert_eq!(fill(&at_commitment(vec![], "")), Some(DealAction::Add(Box::new(Person::as_guide()))));
    assert_eq!(
        fill(&at_commitment(vec![guide("王芳", true, false, true)], "")),
        Some(DealAction::Tests("p1".to_owned()))
    );
    let roles = vec![guide("王芳", true, true, true), person("李雷", &[Role::Purchaser])];
    assert_eq!(fill(&at_commitment(roles, "")), Some(DealAction::Add(Box::new(Person::in_role(Role::User)))));
    assert_eq!(fill(&at_commitment(covered(), "")), Some(DealAction::Write(TextField::Deal(&fields::SALESPERSON))));
    assert_eq!(fill(&at_commitment(covered(), "陈晨")), None, "nothing is missing");
}

#[test]
fn a_person_known_only_by_role_is_named_not_added() {
    let name = |id: &str| Some(DealAction::Write(TextField::Person(id.to_owned(), &person::NAME)));
    let deal = with_people(vec![person("李雷", &[]), person(" ", &[Role::DecisionMaker]), guide("", true, true, true)]);
    assert_eq!(AdviceAction::DecisionMaker.resolve(&deal, date(TODAY)), name("p2"));
    assert_eq!(AdviceAction::Guide.resolve(&deal, date(TODAY)), name("p3"));
    assert_eq!(
        AdviceAction::Role.resolve(&deal, date(TODAY)),
        Some(DealAction::Add(Box::new(Person::in_role(Role::Purchaser))))
    );
}

#[test]
fn a_new_day_is_offered_for_the_longest_waiting_person() {
    let due = |name: &str, day: &str| Person { next_step: step("请吃饭", Some(day)), ..person(name, &[]) };
    let deal = with_people(vec![due("李雷", TODAY), due("韩梅", "2026-02-27"), due("赵敏", "2026-02-27")]);
    let Some(DealAction::Day(DateField::Person(id, _), _)) = AdviceAction::PersonDay.resolve(&deal, date(TODAY)) else {
        panic!("a day of a person");
    };
    assert_eq!(id, "p2");
}

#[test]
fn a_step_is_planned_for_the_first_opponent_without_one() {
    let against = |name: &str, action: &str| Person {
        stance: Stance::Opposes,
        next_step: step(action, None),
        ..person(name, &[])
    };
    let deal = with_people(vec![against("韩梅", ""), against("李雷", ""), against(" 韩梅", "请吃饭")]);
    let planned = TextField::Person("p2".to_owned(), &person::NEXT_ACTION);
    assert_eq!(AdviceAction::PersonStep.resolve(&deal, date(TODAY)), Some(DealAction::Write(planned)));
}

#[test]
fn support_is_sought_from_the_likeliest_person() {
    let known = |name: &str, stance, influence| Person { stance, influence, ..person(name, &[]) };
    let need = |people: Vec<Person>| match AdviceAction::Need.resolve(&with_people(people), date(TODAY)) {
        Some(DealAction::Write(TextField::Person(id, _))) => id,
        other => panic!("{other:?}"),
    };
    let against = || known("甲", Stance::Opposes, Some(Influence::High));
    assert_eq!(need(vec![against()]), "p1", "there is nobody else");
    assert_eq!(need(vec![against(), known("乙", Stance::Unknown, None)]), "p2");
    let neutral = known("丙", Stance::Neutral, Some(Influence::Low));
    assert_eq!(need(vec![known("乙", Stance::Unknown, Some(Influence::High)), neutral.clone()]), "p2");
    assert_eq!(need(vec![neutral, known("丁", Stance::Neutral, Some(Influence::High))]), "p2", "more influence");
}
