//! The reading of a formula that computes: decimals that know how far they can be trusted.
//!
//! A decimal has 28 digits. Where an operation needs more, its result is off by a little, and a
//! result that is off may only be shown to the places that are certain. So each quantity carries a
//! bound of its error; without one it is exact, as everyday figures are. A half to be rounded and a
//! whole number to be rounded up from lie inside no error however small: there the quantity's
//! fingerprint says whether it *is* that number. What cannot be vouched for is
//! [`Undefined::TooLarge`], never a wrong digit.

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::number::format::round;
use crate::number::residue::Residue;
use crate::number::unit::Unit;
use crate::number::{MOST_TERMS, Number, Undefined};

/// A decimal with a bound of its error, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact(Known);

type Known = Result<Quantity, Undefined>;

/// A value, and how far from the true one it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Quantity {
    value: Decimal,
    /// None of an exact value.
    doubt: Option<Doubt>,
}

/// What is known of a true value that is not the decimal beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Doubt {
    /// It is less than 10^`off` away.
    off: i32,
    /// Its fingerprint.
    residue: Residue,
}

impl Quantity {
    const fn exact(value: Decimal) -> Self {
        Self { value, doubt: None }
    }

    /// A value whose error is the sum of those there are; the fingerprint is only worked out where
    /// there is one.
    fn within(value: Decimal, errors: [Option<i32>; 3], residue: impl FnOnce() -> Residue) -> Self {
        Self { value, doubt: together(errors).map(|off| Doubt { off, residue: residue() }) }
    }

    fn off(self) -> Option<i32> {
        self.doubt.map(|doubt| doubt.off)
    }

    fn residue(self) -> Residue {
        self.doubt.map_or_else(|| Residue::of(self.value), |doubt| doubt.residue)
    }

    /// Whether the true value is this number.
    fn is(self, number: Decimal) -> bool {
        self.doubt.map_or(self.value == number, |doubt| doubt.residue.matches(Residue::of(number)))
    }

    /// The smallest m with |value| < 10^m, and the error with it.
    fn magnitude(self) -> i32 {
        magnitude(self.value).max(self.off().unwrap_or(i32::MIN))
    }

    fn is_exactly_zero(self) -> bool {
        self.doubt.is_none() && self.value.is_zero()
    }

    /// The interval in which the true value lies, its ends not included.
    fn interval(self, off: i32) -> Option<(Decimal, Decimal)> {
        // A smaller error is still one unit of the last place there is: less cannot be added.
        let off = off.max(last_place(self.value));
        let places = u32::try_from(off.saturating_neg().clamp(0, 28)).ok()?;
        let unit = (0..off.max(0)).try_fold(Decimal::new(1, places), |unit, _| unit.checked_mul(Decimal::TEN))?;
        Some((self.value.checked_sub(unit)?, self.value.checked_add(unit)?))
    }

    /// The value, such that it rounds as the true one does at `places` decimals.
    fn settle(self, places: u32) -> Option<Decimal> {
        let Some(off) = self.off() else { return Some(self.value) };
        let (low, high) = self.interval(off)?;
        let (low, high) = (round(low, places), round(high, places));
        if low == high {
            return Some(self.value);
        }
        // 0.4999… and 0.5000… may both be a half.
        let half = low.checked_add(high)?.checked_div(Decimal::TWO)?;
        self.is(half).then_some(half)
    }

    fn ceil(self) -> Option<Decimal> {
        let Some(off) = self.off() else { return Some(self.value.ceil()) };
        let (low, high) = self.interval(off)?;
        let whole = low.floor().checked_add(Decimal::ONE)?;
        (whole == high.ceil() || self.is(whole)).then_some(whole)
    }
}

/// The smallest m with |value| < 10^m; below everything for zero.
fn magnitude(value: Decimal) -> i32 {
    let digits = value.mantissa().unsigned_abs().checked_ilog10();
    let scale = i32::try_from(value.scale()).unwrap_or_default();
    digits
        .and_then(|digits| i32::try_from(digits).ok())
        .map_or(-100, |digits| digits.saturating_add(1).saturating_sub(scale))
}

/// 10^x + 10^y + 10^z < 10^(the greatest + 1), for the errors there are.
fn together(errors: [Option<i32>; 3]) -> Option<i32> {
    let greatest = errors.into_iter().flatten().max()?;
    let several = errors.into_iter().flatten().count() > 1;
    Some(if several { greatest.saturating_add(1) } else { greatest })
}

/// The error of a result that could not keep the decimals it should have.
fn rounded(result: Decimal, wanted: u32) -> Option<i32> {
    (result.scale() < wanted).then(|| last_place(result))
}

/// Where a decimal's 28 digits and its 28 decimals end.
fn last_place(result: Decimal) -> i32 {
    magnitude(result).max(0).saturating_sub(28)
}

fn sum(left: Quantity, right: Quantity, value: Option<Decimal>, residue: fn(Residue, Residue) -> Residue) -> Known {
    let value = value.ok_or(Undefined::TooLarge)?;
    let cut = rounded(value, left.value.scale().max(right.value.scale()));
    Ok(Quantity::within(value, [left.off(), right.off(), cut], || residue(left.residue(), right.residue())))
}

fn product(left: Quantity, right: Quantity) -> Known {
    if left.is_exactly_zero() || right.is_exactly_zero() {
        return Ok(Quantity::exact(Decimal::ZERO));
    }
    let value = left.value.checked_mul(right.value).ok_or(Undefined::TooLarge)?;
    let cut = rounded(value, left.value.scale().saturating_add(right.value.scale()));
    let from_left = left.off().map(|off| off.saturating_add(right.magnitude()));
    let from_right = right.off().map(|off| off.saturating_add(left.magnitude()));
    Ok(Quantity::within(value, [from_left, from_right, cut], || left.residue().mul(right.residue())))
}

fn quotient(left: Quantity, right: Quantity) -> Known {
    if right.is(Decimal::ZERO) {
        return Err(Undefined::DivisionByZero);
    }
    if left.is_exactly_zero() {
        return Ok(left);
    }
    // 10^below ≤ |divisor|; a divisor that is not surely away from zero has no quotient.
    let below = magnitude(right.value).saturating_sub(1);
    if right.off().is_some_and(|off| off >= below.saturating_sub(1)) {
        return Err(Undefined::TooLarge);
    }
    let value = left.value.checked_div(right.value).ok_or(Undefined::TooLarge)?.normalize();
    let back = product(Quantity::exact(value), Quantity::exact(right.value.normalize()));
    let is_exact = back.is_ok_and(|back| back.doubt.is_none() && back.value == left.value);
    let cut = (!is_exact).then(|| last_place(value));
    let from_left = left.off().map(|off| off.saturating_sub(below).saturating_add(1));
    let from_right = right
        .off()
        .map(|off| magnitude(left.value).saturating_add(off).saturating_sub(below.saturating_mul(2)).saturating_add(1));
    Ok(Quantity::within(value, [from_left, from_right, cut], || left.residue().div(right.residue())))
}

/// Σ qᵏ = S by Horner's rule, for q from 0 up. Its slope Σ k·qᵏ⁻¹ is at most S², and that is how much it enlarges
/// the error of q; what each step cuts off is enlarged by the powers of q that follow, together at most S.
fn geometric(ratio: Quantity, terms: u32) -> Known {
    let one = Quantity::exact(Decimal::ONE);
    if ratio == one {
        // Nothing is lost and nothing discounted, as on the slide: a table of many cells need not count.
        return Ok(Quantity::exact(terms.into()));
    }
    let mut sum = Quantity::exact(Decimal::ZERO);
    for _ in 0..terms {
        let scaled = product(sum, ratio)?;
        sum = self::sum(scaled, one, scaled.value.checked_add(Decimal::ONE), Residue::add)?;
    }
    if sum.doubt.is_some() && ratio.value.is_sign_negative() {
        return Err(Undefined::TooLarge);
    }
    let relative = ratio.off().unwrap_or(-28).max(-28);
    // Counted once, and less pessimistically than step by step.
    let off = magnitude(sum.value).saturating_mul(2).saturating_add(relative).saturating_add(1);
    Ok(Quantity { doubt: sum.doubt.map(|doubt| Doubt { off, ..doubt }), ..sum })
}

impl Exact {
    /// An exact value.
    #[must_use]
    pub fn new(value: Decimal) -> Self {
        Self(Ok(Quantity::exact(value.normalize())))
    }

    /// No value, and why.
    #[must_use]
    pub const fn undefined(reason: Undefined) -> Self {
        Self(Err(reason))
    }

    /// The value, good for being shown with so many decimals: rounded to them it is the true value
    /// rounded to them.
    ///
    /// # Errors
    /// Why there is no value; [`Undefined::TooLarge`] also where those decimals are not certain.
    pub fn settle(self, places: u32) -> Result<Decimal, Undefined> {
        self.0?.settle(places).ok_or(Undefined::TooLarge)
    }

    /// The value where it is exact to the last digit.
    #[must_use]
    pub fn known_exactly(self) -> Option<Decimal> {
        self.0.ok().filter(|quantity| quantity.doubt.is_none()).map(|quantity| quantity.value)
    }

    /// What an operation makes of two quantities. A division by zero is the reason to name before any other:
    /// it stays one however large the figures around it are.
    fn with(self, other: Self, operation: impl FnOnce(Quantity, Quantity) -> Known) -> Self {
        Self(match (self.0, other.0) {
            (Ok(left), Ok(right)) => operation(left, right),
            (Err(Undefined::TooLarge), Err(reason)) | (Err(reason), _) | (_, Err(reason)) => Err(reason),
        })
    }

    /// As a count of terms.
    fn whole(self) -> Result<u32, Undefined> {
        let quantity = self.0?;
        let count =
            if quantity.doubt.is_none() && quantity.value.fract().is_zero() { quantity.value.to_u32() } else { None };
        count.filter(|count| *count <= MOST_TERMS).ok_or(Undefined::NotWhole)
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(other, |left, right| sum(left, right, left.value.checked_add(right.value), Residue::add))
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(other, |left, right| sum(left, right, left.value.checked_sub(right.value), Residue::sub))
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.with(other, product)
    }
}

impl Div for Exact {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        match (self.0, other.0) {
            // Whatever it is that is too large.
            (Err(Undefined::TooLarge), Ok(divisor)) if divisor.is(Decimal::ZERO) => {
                Self::undefined(Undefined::DivisionByZero)
            }
            _ => self.with(other, quotient),
        }
    }
}

impl Number for Exact {
    fn constant(value: Decimal, _: Unit) -> Self {
        Self::new(value)
    }

    fn ceil(self) -> Self {
        Self(self.0.and_then(|quantity| quantity.ceil().map(Quantity::exact).ok_or(Undefined::TooLarge)))
    }

    fn power(self, exponent: Self) -> Self {
        match exponent.whole() {
            Ok(count) => (0..count).fold(Self::new(Decimal::ONE), |product, _| product.mul(self)),
            Err(reason) => Self(self.0.and(Err(reason))),
        }
    }

    fn geometric(ratio: Self, terms: Self) -> Self {
        Self(ratio.0.and_then(|ratio| {
            let terms = terms.whole()?;
            geometric(ratio, terms)
        }))
    }

    fn counting(self, _: Unit) -> Self {
        self
    }

    fn step(self, _: &'static str) -> Self {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::{Exact, Number, Undefined};
    use rust_decimal::Decimal;

    fn exact(text: &str) -> Exact {
        Exact::new(Decimal::from_str_exact(text).unwrap_or_default())
    }

    fn settled(quantity: Exact, places: u32) -> String {
        quantity
            .settle(places)
            .map_or_else(|reason| format!("{reason:?}"), |value| super::round(value, places).to_string())
    }

    #[test]
    fn a_third_of_three_is_one_and_a_tie_is_settled_as_the_true_value() {
        let third = exact("1") / exact("3");
        assert_eq!(settled(third * exact("3"), 10), "1");
        assert_eq!(settled((third * exact("3")).ceil(), 0), "1");
        // 0.005 exactly, though a third of it was rounded on the way: half away from zero.
        assert_eq!(settled(third * exact("0.015"), 2), "0.01");
        assert_eq!(settled(third * exact("-0.015"), 2), "-0.01");
        assert_eq!(settled(exact("16666.666") + third / exact("1000"), 2), "16666.67");
    }

    #[test]
    fn next_to_a_half_or_a_whole_is_not_taken_for_it() {
        // 21,280,655,959,370.334 999 999 999 999 999 is half a cent but for 10⁻¹⁸, which 28 digits do not hold.
        let product = exact("564.680097") * exact("82.528947") * exact("456642391.663461");
        assert_eq!(settled(product, 2), "TooLarge");
        assert_eq!(settled(product, 3), "21280655959370.335");
        let half = exact("0.005") + (exact("1") / exact("3")) * exact("300000000000");
        let near = half - exact("0.000000000000000001");
        assert_eq!((settled(half, 2), settled(near, 2)), ("100000000000.01".to_owned(), "TooLarge".to_owned()));
        // 2 − 2⁻⁹⁹: paid once a year at 100 %, a hundred times.
        let fading = Exact::geometric(exact("0.5"), exact("100"));
        assert_eq!(settled(fading, 2), "2");
        assert_eq!(settled(fading.ceil(), 0), "TooLarge");
        assert_eq!(settled(exact("0.0025") * fading, 2), "TooLarge");
        // The error is smaller than anything that could be added to the value.
        let thirds = (exact("1") / exact("3")) * exact("0.3") - exact("0.1");
        assert_eq!(settled(exact("1000000000000000000000.005") + thirds, 2), "1000000000000000000000.01");
        assert_eq!(settled(exact("1000000000000000000000") + thirds, 0), "1000000000000000000000");
        assert_eq!(settled((exact("1000000000000000000000") + thirds).ceil(), 0), "1000000000000000000000");
    }

    #[test]
    fn digits_that_cannot_be_vouched_for_are_not_shown() {
        let huge = exact("1000000000000000000000000001") / exact("3");
        assert_eq!(huge.settle(0).map(|value| value.to_string()), Ok("333333333333333333333333333.67".to_owned()));
        assert_eq!(huge.settle(2), Err(Undefined::TooLarge));
        // A little above 10²⁰: that it is above cannot be seen in 28 digits.
        let close = exact("100000000000000000000") + exact("0.000000001") / exact("3");
        assert_eq!(close.settle(2).map(|value| value.normalize()), Ok(Decimal::from(100_000_000_000_000_000_000_u128)));
        assert_eq!(close.ceil().settle(0), Err(Undefined::TooLarge));
        let whole = exact("79228162514264337593543950335") * exact("10");
        assert_eq!(whole.settle(0), Err(Undefined::TooLarge));
    }

    #[test]
    fn an_error_grows_with_what_it_is_multiplied_by() {
        // A third, of which the digits after the 22nd were cut off.
        let third = exact("1000000") / exact("3") - exact("333333");
        assert_eq!(settled(third, 20), "0.33333333333333333333");
        let grown = third * exact("100000") - exact("33333");
        assert_eq!(settled(grown, 14), "0.33333333333333");
        assert_eq!(settled(grown, 18), "TooLarge", "its decimals are …33 and then …00");
    }

    #[test]
    fn what_is_known_exactly_stays_so_and_nothing_times_anything_is_nothing() {
        let third = exact("1") / exact("3");
        assert_eq!(
            (exact("2.50").known_exactly(), settled(exact("1") / third, 10)),
            (Some(Decimal::new(25, 1)), "3".to_owned())
        );
        for nothing in [exact("0") * third, third * exact("0"), exact("0") / third] {
            assert_eq!((nothing.known_exactly(), third.known_exactly()), (Some(Decimal::ZERO), None));
        }
        assert_eq!(settled((third - third) * third, 2), "0", "nor is it in doubt what is nearly nothing");
    }

    #[test]
    fn thirty_errors_are_more_than_one() {
        let part = exact("0.000001") / exact("3");
        let sum = (1..30).fold(part, |sum, _| sum + part);
        assert_eq!(settled(sum, 27), "TooLarge", "the decimals are 0.0000099…, the sum is 0.00001");
    }

    #[test]
    fn sums_of_powers() {
        let sum = |ratio: &str, terms: &str| Exact::geometric(exact(ratio), exact(terms));
        assert_eq!(settled(sum("1", "30"), 0), "30");
        assert_eq!(settled(sum("0", "30"), 0), "1");
        assert_eq!(settled(sum("0.5", "3"), 4), "1.75");
        assert_eq!(settled(sum("0.9", "30"), 10), "9.5760884172");
        assert_eq!(settled(sum("0.9", "0"), 10), "0");
        assert_eq!(sum("0.9", "2.5").settle(0), Err(Undefined::NotWhole));
        assert_eq!(sum("0.9", "1001").settle(0), Err(Undefined::NotWhole));
        assert_eq!(settled(exact("1.1").power(exact("2")), 4), "1.21");
        assert_eq!(settled(exact("0").power(exact("0")), 4), "1");
    }

    #[test]
    fn reasons_go_before_figures() {
        let none = exact("1") / exact("0");
        assert_eq!(none.settle(2), Err(Undefined::DivisionByZero));
        assert_eq!((exact("0") * none).settle(2), Err(Undefined::DivisionByZero));
        assert_eq!((exact("0") / none).settle(2), Err(Undefined::DivisionByZero));
        let unsure = exact("1") - exact("1") / exact("3") * exact("3");
        // Nothing, though its digits do not show it.
        assert_eq!((exact("1") / unsure).settle(2), Err(Undefined::DivisionByZero));
        let tiny = unsure + exact("0.0000000000000000000000000001");
        assert_eq!((exact("1") / tiny).settle(2), Err(Undefined::TooLarge));
        let huge = exact("10000000000000000000000000000") * exact("10");
        assert_eq!((huge * none).settle(2), Err(Undefined::DivisionByZero));
        assert_eq!((huge / exact("0")).settle(2), Err(Undefined::DivisionByZero));
    }
}
