//! Five scores, two sides, four classes.

use super::*;
use SubScore::{LaterBusiness, Morale, OrderSize, PeriodTarget, Reputation};

#[test]
fn a_score_is_one_to_ten() {
    assert_eq!(Score::all().map(Score::points).collect::<Vec<_>>(), (1..=10).collect::<Vec<_>>());
    for points in [0, 11, 255] {
        assert_eq!(Score::new(points), None);
    }
}

#[test]
fn two_scores_are_short_term_and_three_are_long_term() {
    let on = |side| SubScore::ALL.into_iter().filter(move |what| what.side() == side).collect::<Vec<_>>();
    assert_eq!(on(Side::Short), [OrderSize, PeriodTarget]);
    assert_eq!(on(Side::Long), [LaterBusiness, Reputation, Morale]);
}

#[test]
fn a_side_is_the_exact_mean_of_its_given_scores() {
    let points = |scores: &[(SubScore, u8)], side| scored(scores).value.mean(side).map(Mean::points);
    assert_eq!(points(&[(OrderSize, 8), (PeriodTarget, 5)], Side::Short), Some(Decimal::new(65, 1)));
    assert_eq!(points(&[(OrderSize, 8)], Side::Short), Some(Decimal::from(8)), "missing scores do not count as 0");
    assert_eq!(points(&[(OrderSize, 8)], Side::Long), None);
    let thirds = points(&[(LaterBusiness, 5), (Reputation, 5), (Morale, 6)], Side::Long).unwrap();
    assert_eq!(thirds.round_dp(9), Decimal::new(5_333_333_333, 9));
}

#[test]
fn the_two_sides_give_the_class() {
    for (short, long, class) in [
        (10, 10, ValueClass::First),
        (6, 6, ValueClass::First),
        (5, 6, ValueClass::Second),
        (6, 5, ValueClass::Third),
        (5, 5, ValueClass::Fourth),
        (1, 1, ValueClass::Fourth),
    ] {
        let scores = [(OrderSize, short), (Morale, long)];
        assert_eq!(scored(&scores).value_class(), Some(class), "{short} and {long}");
    }
}

#[test]
fn the_middle_of_the_scale_is_not_big() {
    let is_big = |scores: &[(SubScore, u8)], side| scored(scores).value.mean(side).unwrap().is_big();
    assert!(!is_big(&[(OrderSize, 5), (PeriodTarget, 6)], Side::Short), "5.5");
    assert!(is_big(&[(OrderSize, 5), (PeriodTarget, 7)], Side::Short), "6");
    assert!(!is_big(&[(LaterBusiness, 5), (Reputation, 5), (Morale, 6)], Side::Long), "5 1/3");
    assert!(is_big(&[(LaterBusiness, 5), (Reputation, 6), (Morale, 6)], Side::Long), "5 2/3");
}

#[test]
fn a_side_without_scores_gives_no_class() {
    assert_eq!(Assessment::default().value_class(), None);
    assert_eq!(scored(&[(OrderSize, 10), (PeriodTarget, 10)]).value_class(), None);
    assert_eq!(scored(&[(Morale, 1)]).value_class(), None);
}

#[test]
fn a_score_can_be_changed_and_cleared() {
    let mut assessment = scored(&[(OrderSize, 3), (Morale, 9)]);
    assessment.apply(AssessmentEdit::Score(OrderSize, Score::new(7)));
    assert_eq!(assessment.value_class(), Some(ValueClass::First));
    assessment.apply(AssessmentEdit::Score(OrderSize, None));
    assert_eq!(assessment.value_class(), None);
    assert_eq!(assessment, scored(&[(Morale, 9)]));
}

proptest! {
    #[test]
    fn every_mean_is_within_its_scores_and_decides_big(points in prop::collection::vec(1..=10_u8, 1..=3)) {
        let scores: Vec<_> = [LaterBusiness, Reputation, Morale].into_iter().zip(points.iter().copied()).collect();
        let mean = scored(&scores).value.mean(Side::Long).unwrap();
        prop_assert!(mean.points() >= (*points.iter().min().unwrap()).into());
        prop_assert!(mean.points() <= (*points.iter().max().unwrap()).into());
        prop_assert_eq!(mean.is_big(), mean.points() > Decimal::new(55, 1));
        let sum: u16 = points.iter().copied().map(u16::from).sum();
        let count = Decimal::from(points.len());
        prop_assert_eq!((mean.points() * count).round_dp(20), Decimal::from(sum));
        prop_assert!((mean.points() - Decimal::from(mean.whole())).abs() <= Decimal::new(5, 1));
        prop_assert_eq!(mean.is_big(), mean.whole() > 5, "plotted on the matching side");
    }

    #[test]
    fn a_better_score_never_makes_a_side_small(assessment in any_assessment(), what in prop::sample::select(&SubScore::ALL[..])) {
        let mut better = assessment.clone();
        better.value.given.entry(what).and_modify(|score| *score = Score::new(10).unwrap());
        let big = |assessment: &Assessment| assessment.value.mean(what.side()).is_some_and(Mean::is_big);
        prop_assert!(big(&better) || !big(&assessment));
    }
}
