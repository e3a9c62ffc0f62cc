//! Certain digits are shown, uncertain ones refused.

use rust_decimal::Decimal;

use super::Exact;
use crate::number::format::round;
use crate::number::{Number, Undefined};

fn exact(text: &str) -> Exact {
    Exact::new(Decimal::from_str_exact(text).unwrap_or_default())
}

fn shown(quantity: Exact, places: u32) -> String {
    quantity.certain_to(places).map_or_else(|reason| format!("{reason:?}"), |value| round(value, places).to_string())
}

#[test]
fn a_tie_rounds_as_the_true_value_does() {
    let third = exact("1") / exact("3");
    assert_eq!(shown(third * exact("3"), 10), "1");
    assert_eq!(shown((third * exact("3")).ceil(), 0), "1");
    // 0.005 exactly, although a third of it was rounded on the way: half away from zero.
    assert_eq!(shown(third * exact("0.015"), 2), "0.01");
    assert_eq!(shown(third * exact("-0.015"), 2), "-0.01");
    assert_eq!(shown(exact("16666.666") + third / exact("1000"), 2), "16666.67");
}

#[test]
fn values_near_a_half_or_a_whole_are_not_confused_with_it() {
    // 21,280,655,959,370.334 999 999 999 999 999 is 10⁻¹⁸ below half a cent, which 28 digits cannot represent.
    let product = exact("564.680097") * exact("82.528947") * exact("456642391.663461");
    assert_eq!(shown(product, 2), "TooLarge");
    assert_eq!(shown(product, 3), "21280655959370.335");
    let half = exact("0.005") + (exact("1") / exact("3")) * exact("300000000000");
    let near = half - exact("0.000000000000000001");
    assert_eq!((shown(half, 2), shown(near, 2)), ("100000000000.01".to_owned(), "TooLarge".to_owned()));
    // 2 − 2⁻⁹⁹: paid once a year at 100 %, a hundred times.
    let fading = Exact::geometric(exact("0.5"), exact("100"));
    assert_eq!(shown(fading, 2), "2");
    assert_eq!(shown(fading.ceil(), 0), "TooLarge");
    assert_eq!(shown(exact("0.0025") * fading, 2), "TooLarge");
    // The error is smaller than the last place of the value.
    let thirds = (exact("1") / exact("3")) * exact("0.3") - exact("0.1");
    assert_eq!(shown(exact("1000000000000000000000.005") + thirds, 2), "1000000000000000000000.01");
    assert_eq!(shown(exact("1000000000000000000000") + thirds, 0), "1000000000000000000000");
    assert_eq!(shown((exact("1000000000000000000000") + thirds).ceil(), 0), "1000000000000000000000");
}

#[test]
fn an_uncertain_rounding_up_is_off_by_one() {
    // 2 − 2⁻⁹⁹, which cannot be distinguished from 2, so it may round up to 2 or 3.
    let fading = Exact::geometric(exact("0.5"), exact("100")).ceil();
    assert_eq!((shown(fading, 0), fading.estimate()), ("TooLarge".to_owned(), Some(Decimal::TWO)));
    assert_eq!(shown(fading / exact("100000"), 2), "0");
    assert_eq!(shown(fading / exact("10000"), 2), "TooLarge");
    // Neither the digits nor the fingerprint tell which of the two it is.
    assert_eq!(shown(exact("1") / (fading - exact("2")), 0), "TooLarge");
    assert_eq!(shown((fading + exact("0.5")) / exact("100000000"), 8), "TooLarge");
    // An uncertainty of more than one remains.
    let huge = (exact("1000000000000000000000000001") / exact("3") * exact("100")).ceil() / exact("100000000");
    assert_eq!((shown(huge, 0), shown(huge, 3)), ("333333333333333333333".to_owned(), "TooLarge".to_owned()));
}

#[test]
fn uncertain_digits_are_refused() {
    let huge = exact("1000000000000000000000000001") / exact("3");
    assert_eq!(huge.certain_to(0).map(|value| value.to_string()), Ok("333333333333333333333333333.67".to_owned()));
    assert_eq!(huge.certain_to(2), Err(Undefined::TooLarge));
    // A little above 10²⁰, which 28 digits cannot show.
    let close = exact("100000000000000000000") + exact("0.000000001") / exact("3");
    assert_eq!(close.certain_to(2).map(|value| value.normalize()), Ok(Decimal::from(100_000_000_000_000_000_000_u128)));
    assert_eq!(close.ceil().certain_to(0), Err(Undefined::TooLarge));
    let whole = exact("79228162514264337593543950335") * exact("10");
    assert_eq!(whole.certain_to(0), Err(Undefined::TooLarge));
}

#[test]
fn multiplication_enlarges_the_error() {
    // A third whose digits after the 22nd were cut off.
    let third = exact("1000000") / exact("3") - exact("333333");
    assert_eq!(shown(third, 20), "0.33333333333333333333");
    let grown = third * exact("100000") - exact("33333");
    assert_eq!(shown(grown, 14), "0.33333333333333");
    assert_eq!(shown(grown, 18), "TooLarge", "its decimals are …33, then …00");
}

#[test]
fn exact_values_stay_exact_and_zero_absorbs() {
    let third = exact("1") / exact("3");
    assert_eq!(
        (exact("2.50").known_exactly(), shown(exact("1") / third, 10)),
        (Some(Decimal::new(25, 1)), "3".to_owned())
    );
    for nothing in [exact("0") * third, third * exact("0"), exact("0") / third] {
        assert_eq!((nothing.known_exactly(), third.known_exactly()), (Some(Decimal::ZERO), None));
    }
    assert_eq!(shown((third - third) * third, 2), "0", "a value near zero is certain, too");
}

#[test]
fn thirty_errors_add_up() {
    let part = exact("0.000001") / exact("3");
    let sum = (1..30).fold(part, |sum, _| sum + part);
    assert_eq!(shown(sum, 27), "TooLarge", "the decimals are 0.0000099…, the sum is 0.00001");
}

#[test]
fn sums_of_powers() {
    let sum = |ratio: &str, terms: &str| Exact::geometric(exact(ratio), exact(terms));
    assert_eq!(shown(sum("1", "30"), 0), "30");
    assert_eq!(shown(sum("0", "30"), 0), "1");
    assert_eq!(shown(sum("0.5", "3"), 4), "1.75");
    assert_eq!(shown(sum("0.9", "30"), 10), "9.5760884172");
    assert_eq!(shown(sum("0.9", "0"), 10), "0");
    assert_eq!(sum("0.9", "2.5").certain_to(0), Err(Undefined::NotWhole));
    assert_eq!(sum("0.9", "1001").certain_to(0), Err(Undefined::NotWhole));
    assert_eq!(shown(exact("1.1").power(exact("2")), 4), "1.21");
    assert_eq!(shown(exact("0").power(exact("0")), 4), "1");
}

#[test]
fn reasons_take_precedence_over_values() {
    let none = exact("1") / exact("0");
    assert_eq!(none.certain_to(2), Err(Undefined::DivisionByZero));
    assert_eq!((exact("0") * none).certain_to(2), Err(Undefined::DivisionByZero));
    assert_eq!((exact("0") / none).certain_to(2), Err(Undefined::DivisionByZero));
    let unsure = exact("1") - exact("1") / exact("3") * exact("3");
    // `unsure` is zero, but its digits do not show it.
    assert_eq!((exact("1") / unsure).certain_to(2), Err(Undefined::DivisionByZero));
    let tiny = unsure + exact("0.0000000000000000000000000001");
    assert_eq!((exact("1") / tiny).certain_to(2), Err(Undefined::TooLarge));
    let huge = exact("10000000000000000000000000000") * exact("10");
    assert_eq!((huge * none).certain_to(2), Err(Undefined::DivisionByZero));
    assert_eq!((huge / exact("0")).certain_to(2), Err(Undefined::DivisionByZero));
}
