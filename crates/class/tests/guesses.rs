//! Guesses: their positions on the line, and which is nearest.

use abacus_class::{nearest, place};
use abacus_core::Decimal;
use abacus_core::number::{dec, int};
use proptest::prelude::*;

#[test]
fn equal_ratios_are_equal_lengths() {
    for (value, expected) in [
        (int(1), 0),
        (int(10), 250),
        (int(100), 500),
        (int(1_000), 750),
        (int(10_000), 1_000),
        (int(20), 325),
        (dec(1, 1), 0),
        (int(99_999), 1_000),
        (int(0), 0),
    ] {
        assert_eq!(place(value, int(1), int(10_000)), expected, "{value}");
    }
    assert_eq!(place(Decimal::MAX, dec(1, 28), Decimal::MAX), 1_000);
    assert!(place(int(1), dec(1, 28), Decimal::MAX) <= 1_000, "a line too long for the digits is clamped, too");
}

#[test]
fn the_nearest_is_by_ratio_and_the_earliest_of_two() {
    let guesses = [int(500), int(12_500), int(50_000)];
    assert_eq!(nearest(&guesses, int(25_000)), Some(int(12_500)), "half and double are equally far");
    assert_eq!(nearest(&[int(50_000), int(12_500)], int(25_000)), Some(int(50_000)));
    assert_eq!(nearest(&[int(1), int(45_000)], int(20_000)), Some(int(45_000)));
    assert_eq!(nearest(&[], int(1)), None);
    assert_eq!(nearest(&[int(9), int(4)], int(0)), Some(int(4)), "by difference if there is no ratio");
    assert_eq!(nearest(&[int(9), int(4)], -int(20)), Some(int(4)));
}

fn positive() -> impl Strategy<Value = Decimal> {
    (1_u64..=u64::MAX, 0_u32..=18).prop_map(|(digits, scale)| Decimal::from_i128_with_scale(digits.into(), scale))
}

proptest! {
    #[test]
    fn a_greater_guess_is_never_placed_before_a_smaller_one(
        values in (positive(), positive()), ends in (positive(), positive())
    ) {
        let (less, more) = (values.0.min(values.1), values.0.max(values.1));
        let (lowest, highest) = (ends.0.min(ends.1), ends.0.max(ends.1));
        prop_assert!(place(less, lowest, highest) <= place(more, lowest, highest));
        prop_assert!(place(more, lowest, highest) <= 1_000);
    }

    #[test]
    fn the_nearest_is_one_of_the_guesses_and_none_is_nearer(guesses in prop::collection::vec(positive(), 1..9), result in positive()) {
        let found = nearest(&guesses, result).expect("one of them");
        prop_assert!(guesses.contains(&found));
        if guesses.contains(&result) {
            prop_assert_eq!(found, result);
        }
    }
}
