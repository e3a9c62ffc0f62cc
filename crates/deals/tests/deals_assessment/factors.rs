//! What the purchase turns on, and which of it is weakest.

use super::*;
use Factor::{Experience, Price, Trust, Value as Worth, Want};
use Rating::{Fair, Missing, Strong, Weak};

fn weakest(ratings: &[(Factor, Rating)]) -> Vec<Factor> {
    assessed(ratings.iter().map(|(factor, rating)| AssessmentEdit::Factor(*factor, Some(*rating)))).factors.weakest()
}

#[test]
fn the_lowest_rated_is_the_weakest() {
    assert_eq!(weakest(&[(Worth, Strong), (Price, Weak), (Trust, Fair)]), [Price]);
    assert_eq!(weakest(&[(Worth, Missing)]), [Worth]);
}

#[test]
fn several_may_be_equally_weak_and_stand_in_the_order_of_the_document() {
    assert_eq!(weakest(&[(Experience, Weak), (Want, Weak), (Price, Strong)]), [Want, Experience]);
}

#[test]
fn where_nothing_is_rated_or_all_is_strong_nothing_is_weakest() {
    assert_eq!(weakest(&[]), []);
    assert_eq!(weakest(&[(Worth, Strong), (Trust, Strong)]), []);
}

#[test]
fn a_rating_can_be_taken_back() {
    let mut assessment = assessed([AssessmentEdit::Factor(Price, Some(Weak))]);
    assessment.apply(AssessmentEdit::Factor(Price, None));
    assert_eq!(assessment, Assessment::default());
}

proptest! {
    #[test]
    fn nothing_rated_is_below_the_weakest(assessment in any_assessment()) {
        let factors = &assessment.factors;
        for weak in factors.weakest() {
            prop_assert!(factors.rated.values().all(|rating| *rating >= factors.rated[&weak]));
        }
    }
}
