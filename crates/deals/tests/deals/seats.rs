//! The six beads of a deal: who fills each one, and what a tap does.

use super::*;
use abacus_deals::fields::person;
use abacus_deals::{DealAction, Seat};

fn tapped(seat: Seat, deal: &Deal) -> DealAction {
    seat.tapped(deal)
}

#[test]
fn tapping_an_empty_bead_adds_a_person_in_its_role() {
    let deal = Deal::new("d");
    assert_eq!(tapped(Seat::Guide, &deal), DealAction::Add(Box::new(Person::as_guide())));
    for role in Role::ALL {
        assert_eq!(tapped(Seat::Role(role), &deal), DealAction::Add(Box::new(Person::in_role(role))));
    }
    assert_eq!(tapped(Seat::Salesperson, &deal), DealAction::Write(TextField::Deal(&fields::SALESPERSON)));
}

#[test]
fn tapping_a_half_guide_opens_the_tests() {
    let deal = with_people(vec![person("李雷", &[]), guide("王芳", true, false, true)]);
    assert_eq!(Seat::Guide.bead(&Coverage::of(&deal)), Bead::Half);
    assert_eq!(tapped(Seat::Guide, &deal), DealAction::Tests("p2".to_owned()));
}

#[test]
fn tapping_a_covered_bead_opens_the_person() {
    let deal = complete();
    assert_eq!(tapped(Seat::Guide, &deal), DealAction::Open("p3".to_owned()));
    assert_eq!(tapped(Seat::Role(Role::DecisionMaker), &deal), DealAction::Open("p2".to_owned()));
    let names = |seat: Seat| seat.people(&deal).into_iter().map(|person| person.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(Seat::Role(Role::User)), ["李雷"]);
    assert!(names(Seat::Salesperson).is_empty());
}

#[test]
fn someone_counted_elsewhere_does_not_fill_a_bead() {
    let deal = with_people(vec![person("赵敏", &[Role::User, Role::DecisionMaker])]);
    let half = Seat::Role(Role::DecisionMaker);
    assert_eq!(half.bead(&Coverage::of(&deal)), Bead::Half);
    assert_eq!(tapped(half, &deal), DealAction::Open("p1".to_owned()), "the person in the role is shown first");
}

#[test]
fn tapping_the_bead_of_someone_unnamed_asks_for_the_name() {
    let deal = with_people(vec![person("", &[Role::User])]);
    let name = TextField::Person("p1".to_owned(), &person::NAME);
    assert_eq!(tapped(Seat::Role(Role::User), &deal), DealAction::Write(name));
}

#[test]
fn the_beads_are_in_the_order_of_the_rod() {
    let codes: Vec<_> = Seat::ALL.into_iter().map(Seat::code).collect();
    assert_eq!(codes, ["guide", "purchaser", "user", "gatekeeper", "decision-maker", "salesperson"]);
    for locale in Locale::ALL {
        let mut signs: Vec<_> = Seat::ALL.into_iter().map(|seat| seat.sign().get(locale)).collect();
        signs.sort_unstable();
        signs.dedup();
        assert_eq!(signs.len(), 6, "each has its own sign");
    }
}
