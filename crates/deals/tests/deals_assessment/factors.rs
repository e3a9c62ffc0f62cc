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
fn equally_weak_factors_are_in_document_order() {
    assert_eq!(weakest(&[(Experience, Weak), (Want, Weak), (Price, Strong)]), [Want, Experience]);
}

#[test]
fn nothing_is_weakest_if_unrated_or_all_strong() {
    assert_eq!(weakest(&[]), []);
    assert_eq!(weakest(&[(Worth, Strong), (Trust, Strong)]), []);
}

#[test]
fn a_rating_can_be_cleared() {
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
