//! Two classifications of a customer: attack and defence, and the actions by potential.

use super::*;
use Position::{Acquire, GiveUp, Harass, Maintain, Retain};

#[test]
fn potential_and_share_give_the_position() {
    let expected = [
        (Level::High, [Acquire, Acquire, Retain]),
        (Level::Medium, [Harass, Maintain, Retain]),
        (Level::Low, [GiveUp, Maintain, Maintain]),
    ];
    for (potential, positions) in expected {
        assert_eq!(Level::ALL.map(|share| Position::of(potential, share)), positions, "{potential:?}");
    }
    let of = |potential, share| {
        assessed([AssessmentEdit::BuyingPotential(potential), AssessmentEdit::Share(share)]).position()
    };
    assert_eq!(of(Some(Level::Medium), Some(Level::Low)), Some(Harass));
    assert_eq!((of(None, Some(Level::Low)), of(Some(Level::Low), None)), (None, None));
}

#[test]
fn every_position_of_the_document_is_reachable() {
    for position in Position::ALL {
        let reached = Level::ALL
            .iter()
            .any(|potential| Level::ALL.iter().any(|share| Position::of(*potential, *share) == position));
        assert!(reached, "{position:?}");
    }
}

#[test]
fn current_and_future_value_give_the_class() {
    let of = |current, future| {
        assessed([AssessmentEdit::CurrentValue(current), AssessmentEdit::FutureValue(future)]).potential_class()
    };
    let (small, big) = (Some(Size::Small), Some(Size::Big));
    assert_eq!(of(big, big), Some(PotentialClass::Consolidate));
    assert_eq!(of(small, big), Some(PotentialClass::Invest));
    assert_eq!(of(big, small), Some(PotentialClass::Harvest));
    assert_eq!(of(small, small), Some(PotentialClass::LookAfter));
    assert_eq!((of(None, big), of(big, None)), (None, None));
}

#[test]
fn each_class_has_the_actions_of_the_table_by_number() {
    let table = rows(include_str!("../../../../tests/data/potential_actions.csv"));
    let actions = PotentialClass::ALL.into_iter().flat_map(|class| {
        let row = move |number: u8| [class.label().en.to_lowercase(), class.label().zh.to_owned(), number.to_string()];
        class.actions().iter().map(move |action| row(action.number))
    });
    let expected: Vec<_> = table.iter().map(|row| [row[0].clone(), row[1].clone(), row[2].clone()]).collect();
    assert_eq!(actions.collect::<Vec<_>>(), expected);

    let mut numbers: Vec<_> =
        PotentialClass::ALL.iter().flat_map(|class| class.actions()).map(|action| action.number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=16).collect::<Vec<_>>(), "each once");
}

#[test]
fn action_labels_are_not_copied_from_the_document() {
    let table = rows(include_str!("../../../../tests/data/potential_actions.csv"));
    for action in PotentialClass::ALL.iter().flat_map(|class| class.actions()) {
        assert!(table.iter().all(|row| !row[3].eq_ignore_ascii_case(action.label.en)), "{action:?}");
    }
}
