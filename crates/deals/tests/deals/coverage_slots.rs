//! The six beads of a deal: who fills each one, and what a tap does.

use super::*;
use abacus_deals::fields::person;
use abacus_deals::{CoverageSlot, DealAction};

fn tapped(slot: CoverageSlot, deal: &Deal) -> DealAction {
    slot.action(deal)
}

#[test]
fn tapping_an_empty_bead_adds_a_person_in_its_role() {
    let deal = Deal::new("d");
    assert_eq!(tapped(CoverageSlot::Guide, &deal), DealAction::Add(Box::new(Person::as_guide())));
    for role in Role::ALL {
        assert_eq!(tapped(CoverageSlot::Role(role), &deal), DealAction::Add(Box::new(Person::in_role(role))));
    }
    assert_eq!(tapped(CoverageSlot::Salesperson, &deal), DealAction::Write(TextField::Deal(&fields::SALESPERSON)));
}

#[test]
fn tapping_a_half_guide_opens_the_tests() {
    let deal = with_people(vec![person("李雷", &[]), guide("王芳", true, false, true)]);
    assert_eq!(CoverageSlot::Guide.bead(&Coverage::of(&deal)), Bead::Half);
    assert_eq!(tapped(CoverageSlot::Guide, &deal), DealAction::Tests("p2".to_owned()));
}

#[test]
fn tapping_a_covered_bead_opens_the_person() {
    let deal = complete();
    assert_eq!(tapped(CoverageSlot::Guide, &deal), DealAction::Open("p3".to_owned()));
    assert_eq!(tapped(CoverageSlot::Role(Role::DecisionMaker), &deal), DealAction::Open("p2".to_owned()));
    let names =
        |slot: CoverageSlot| slot.people(&deal).into_iter().map(|person| person.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(CoverageSlot::Role(Role::User)), ["李雷"]);
    assert!(names(CoverageSlot::Salesperson).is_empty());
}

#[test]
fn someone_counted_elsewhere_does_not_fill_a_bead() {
    let deal = with_people(vec![person("赵敏", &[Role::User, Role::DecisionMaker])]);
    let half = CoverageSlot::Role(Role::DecisionMaker);
    assert_eq!(half.bead(&Coverage::of(&deal)), Bead::Half);
    assert_eq!(tapped(half, &deal), DealAction::Open("p1".to_owned()), "the person in the role is shown first");
}

#[test]
fn tapping_the_bead_of_someone_unnamed_asks_for_the_name() {
    let deal = with_people(vec![person("", &[Role::User])]);
    let name = TextField::Person("p1".to_owned(), &person::NAME);
    assert_eq!(tapped(CoverageSlot::Role(Role::User), &deal), DealAction::Write(name));
}

#[test]
fn the_beads_are_in_the_order_of_the_rod() {
    let codes: Vec<_> = CoverageSlot::ALL.into_iter().map(CoverageSlot::code).collect();
    assert_eq!(codes, ["guide", "purchaser", "user", "gatekeeper", "decision-maker", "salesperson"]);
    for locale in Locale::ALL {
        let mut abbreviations: Vec<_> =
            CoverageSlot::ALL.into_iter().map(|slot| slot.abbreviation().get(locale)).collect();
        abbreviations.sort_unstable();
        abbreviations.dedup();
        assert_eq!(abbreviations.len(), 6, "each has its own sign");
    }
}
