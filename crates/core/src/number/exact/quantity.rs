//! A value with an error bound, and the operations that propagate the bound.

use std::ops::{Add, Div, Mul};

use rust_decimal::Decimal;

use crate::number::Undefined;
use crate::number::decimal::Arithmetic;
use crate::number::format::round;
use crate::number::residue::Residue;

pub(super) type Checked = Result<Quantity, Undefined>;

/// A value, and how far from the true one it may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quantity {
    pub(super) value: Decimal,
    /// None for an exact value.
    pub(super) bound: Option<ErrorBound>,
}

/// What is known about a true value that a decimal only approximates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ErrorBound {
    /// The true value is less than 10^`exponent` away.
    exponent: i32,
    /// The fingerprint of the true value; none once it was rounded up to one of several possible whole numbers.
    residue: Option<Residue>,
}

impl Quantity {
    pub(super) const fn exact(value: Decimal) -> Self {
        Self { value, bound: None }
    }

    /// A value whose error is the sum of the given errors. The fingerprint is computed only if there is an error.
    fn within(value: Decimal, errors: [Option<i32>; 3], residue: impl FnOnce() -> Option<Residue>) -> Self {
        Self { value, bound: combined(errors).map(|exponent| ErrorBound { exponent, residue: residue() }) }
    }

    fn exponent(self) -> Option<i32> {
        self.bound.map(|bound| bound.exponent)
    }

    fn residue(self) -> Option<Residue> {
        self.bound.map_or_else(|| Some(Residue::of(self.value)), |bound| bound.residue)
    }

    /// Whether the true value is this number.
    pub(super) fn is(self, number: Decimal) -> bool {
        let is_same = |residue: Residue| residue.matches(Residue::of(number));
        self.bound.map_or(self.value == number, |bound| bound.residue.is_some_and(is_same))
    }

    /// The magnitude of the value or of its error, whichever is greater.
    fn magnitude(self) -> i32 {
        magnitude(self.value).max(self.exponent().unwrap_or(i32::MIN))
    }

    pub(super) fn is_exactly_zero(self) -> bool {
        self.bound.is_none() && self.value.is_zero()
    }

    /// The open interval that contains the true value.
    fn interval(self, exponent: i32) -> Option<(Decimal, Decimal)> {
        // A smaller error is widened to one unit in the last place: nothing less can be added.
        let exponent = exponent.max(last_place(self.value));
        let places = u32::try_from(exponent.saturating_neg().clamp(0, 28)).ok()?;
        let unit = (0..exponent.max(0)).try_fold(Decimal::new(1, places), |unit, _| unit.times(Decimal::TEN))?;
        Some((self.value.minus(unit)?, self.value.plus(unit)?))
    }

    /// A value that rounds to `places` decimals as the true one does; none if that is uncertain.
    pub(super) fn certain_to(self, places: u32) -> Option<Decimal> {
        let Some(exponent) = self.exponent() else { return Some(self.value) };
        let (low, high) = self.interval(exponent)?;
        let (low, high) = (round(low, places), round(high, places));
        if low == high {
            return Some(self.value);
        }
        // 0.4999… and 0.5000… may both stand for exactly a half.
        let half = low.plus(high)?.over(Decimal::TWO)?;
        self.is(half).then_some(half)
    }

    /// Rounded up. If several whole numbers are possible, the result is one of them, with a bound that covers the
    /// others.
    pub(super) fn ceil(self) -> Option<Self> {
        let value = self.value.rounded_up();
        let Some(exponent) = self.exponent() else { return Some(Self::exact(value)) };
        let (low, high) = self.interval(exponent)?;
        let whole = low.rounded_down().plus(Decimal::ONE)?;
        if whole == high.rounded_up() || self.is(whole) {
            return Some(Self::exact(whole));
        }
        Some(Self::within(value, [Some(exponent.max(0).saturating_add(1)), None, None], || None))
    }
}

/// The smallest m with |value| < 10^m; -100, below all others, for zero.
fn magnitude(value: Decimal) -> i32 {
    let mantissa = value.mantissa().unsigned_abs();
    // Counted, because a logarithm would pull in the division of 128-bit numbers, a kilobyte.
    let (mut digits, mut power) = (0_i32, 1_u128);
    while power <= mantissa {
        (digits, power) = (digits.wrapping_add(1), power.wrapping_mul(10));
    }
    let scale = i32::try_from(value.scale()).unwrap_or_default();
    if digits == 0 { -100 } else { digits.wrapping_sub(scale) }
}

/// The sum of the errors that exist: 10^x + 10^y + 10^z < 10^(greatest + 1).
fn combined(errors: [Option<i32>; 3]) -> Option<i32> {
    let greatest = errors.into_iter().flatten().max()?;
    let several = errors.into_iter().flatten().count() > 1;
    Some(if several { greatest.saturating_add(1) } else { greatest })
}

/// The error of a result that lost decimals to rounding.
fn rounded(result: Decimal, wanted: u32) -> Option<i32> {
    (result.scale() < wanted).then(|| last_place(result))
}

/// The exponent of a decimal's last place, with 28 digits and at most 28 decimals.
fn last_place(result: Decimal) -> i32 {
    magnitude(result).max(0).saturating_sub(28)
}

pub(super) fn sum(
    left: Quantity,
    right: Quantity,
    value: Option<Decimal>,
    residue: fn(Residue, Residue) -> Residue,
) -> Checked {
    let value = value.ok_or(Undefined::TooLarge)?;
    let cut_off = rounded(value, left.value.scale().max(right.value.scale()));
    Ok(Quantity::within(value, [left.exponent(), right.exponent(), cut_off], || {
        Some(residue(left.residue()?, right.residue()?))
    }))
}

pub(super) fn product(left: Quantity, right: Quantity) -> Checked {
    if left.is_exactly_zero() || right.is_exactly_zero() {
        return Ok(Quantity::exact(Decimal::ZERO));
    }
    let value = left.value.times(right.value).ok_or(Undefined::TooLarge)?;
    let cut_off = rounded(value, left.value.scale().saturating_add(right.value.scale()));
    let from_left = left.exponent().map(|exponent| exponent.saturating_add(right.magnitude()));
    let from_right = right.exponent().map(|exponent| exponent.saturating_add(left.magnitude()));
    Ok(Quantity::within(value, [from_left, from_right, cut_off], || Some(left.residue()?.mul(right.residue()?))))
}

pub(super) fn quotient(left: Quantity, right: Quantity) -> Checked {
    if right.is(Decimal::ZERO) {
        return Err(Undefined::DivisionByZero);
    }
    if left.is_exactly_zero() {
        return Ok(left);
    }
    // 10^below ≤ |divisor|. A divisor that may be zero has no quotient.
    let below = magnitude(right.value).saturating_sub(1);
    if right.exponent().is_some_and(|exponent| exponent >= below.saturating_sub(1)) {
        return Err(Undefined::TooLarge);
    }
    let value = left.value.over(right.value).ok_or(Undefined::TooLarge)?.normalize();
    let back = product(Quantity::exact(value), Quantity::exact(right.value.normalize()));
    let is_exact = back.is_ok_and(|back| back.bound.is_none() && back.value == left.value);
    let cut_off = (!is_exact).then(|| last_place(value));
    let from_left = left.exponent().map(|exponent| exponent.saturating_sub(below).saturating_add(1));
    let from_right = right.exponent().map(|exponent| {
        magnitude(left.value).saturating_add(exponent).saturating_sub(below.saturating_mul(2)).saturating_add(1)
    });
    Ok(Quantity::within(value, [from_left, from_right, cut_off], || Some(left.residue()?.div(right.residue()?))))
}

/// The square root by Newton's method. Each step rounds by a unit in the last place, and the next step corrects it: ten
/// such units bound the remaining error. An error of the square is divided by twice the root.
pub(super) fn root(square: Quantity) -> Checked {
    if square.is_exactly_zero() {
        return Ok(square);
    }
    if square.value <= Decimal::ZERO {
        return Err(Undefined::NotWhole);
    }
    let mut value = Decimal::ONE.max(square.value);
    // Halving a number of 28 digits takes fewer than a hundred steps; from there the method converges.
    for _ in 0..200 {
        let Some(next) = square.value.over(value).and_then(|other| value.plus(other)?.over(Decimal::TWO)) else {
            break;
        };
        if next >= value {
            break;
        }
        value = next;
    }
    let value = value.normalize();
    let whole = Quantity::exact(value);
    let is_exact = product(whole, whole).is_ok_and(|back| back.bound.is_none() && back.value == square.value);
    let cut_off = (!is_exact).then(|| last_place(value).saturating_add(1));
    let from_square = square.exponent().map(|exponent| exponent.saturating_sub(magnitude(value).saturating_sub(1)));
    // A root has no fingerprint, unless it is the number itself.
    Ok(Quantity::within(value, [from_square, cut_off, None], || None))
}

/// Σ qᵏ = S by Horner's method, for q ≥ 0. Its derivative Σ k·qᵏ⁻¹ is at most S², which is the factor on the error of
/// q. The rounding error of each step is multiplied by the following powers of q, at most S in total.
pub(super) fn geometric(ratio: Quantity, terms: u32) -> Checked {
    let one = Quantity::exact(Decimal::ONE);
    if ratio == one {
        // The common case on a slide, and exact: a table of many cells need not run the loop.
        return Ok(Quantity::exact(terms.into()));
    }
    let mut sum = Quantity::exact(Decimal::ZERO);
    for _ in 0..terms {
        let scaled = product(sum, ratio)?;
        sum = self::sum(scaled, one, scaled.value.plus(Decimal::ONE), Residue::add)?;
    }
    if sum.bound.is_some() && ratio.value.is_sign_negative() {
        return Err(Undefined::TooLarge);
    }
    let relative = ratio.exponent().unwrap_or(-28).max(-28);
    // Estimated once for the whole sum, which is less pessimistic than step by step.
    let exponent = magnitude(sum.value).saturating_mul(2).saturating_add(relative).saturating_add(1);
    Ok(Quantity { bound: sum.bound.map(|bound| ErrorBound { exponent, ..bound }), ..sum })
}
