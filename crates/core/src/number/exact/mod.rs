//! The interpretation of a formula that computes: decimals with an error bound.
//!
//! A decimal has 28 digits. An operation that needs more gives a result with a small error, and such a result may be
//! shown only to the decimals that are certain. So each quantity carries an error bound; without one it is exact, as
//! everyday figures are. No bound, however small, can decide whether a value is exactly a half (to be rounded) or
//! exactly whole (not to be rounded up). There the quantity's fingerprint decides. What remains uncertain is
//! [`Undefined::TooLarge`], never a wrong digit.

mod quantity;
#[cfg(test)]
mod tests;

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::number::decimal::Arithmetic;
use crate::number::exact::quantity::{Checked, Quantity, geometric, product, quotient, root, sum};
use crate::number::residue::Residue;
use crate::number::unit::Unit;
use crate::number::{MAX_TERMS, Number, Undefined};

/// A decimal with an error bound, or why it could not be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact(Checked);

impl Exact {
    /// An exact value.
    pub fn new(value: Decimal) -> Self {
        Self(Ok(Quantity::exact(value.normalize())))
    }

    /// No value, for this reason.
    pub const fn undefined(reason: Undefined) -> Self {
        Self(Err(reason))
    }

    /// The value for showing with `places` decimals: rounded to them, it equals the true value rounded to them.
    ///
    /// # Errors
    /// The reason why there is no value; [`Undefined::TooLarge`] also if those decimals are not certain.
    pub fn certain_to(self, places: u32) -> Result<Decimal, Undefined> {
        self.0?.certain_to(places).ok_or(Undefined::TooLarge)
    }

    /// The computed value, as a guide for searches: its last digits may be wrong, so it is never shown.
    pub fn estimate(self) -> Option<Decimal> {
        self.0.ok().map(|quantity| quantity.value)
    }

    /// The value if it is exact to the last digit.
    pub fn known_exactly(self) -> Option<Decimal> {
        self.0.ok().filter(|quantity| quantity.bound.is_none()).map(|quantity| quantity.value)
    }

    /// Applies an operation to two quantities. If both are undefined, a division by zero is reported first: it remains
    /// one however large the other figures are.
    fn with(self, other: Self, operation: impl FnOnce(Quantity, Quantity) -> Checked) -> Self {
        Self(match (self.0, other.0) {
            (Ok(left), Ok(right)) => operation(left, right),
            (Err(Undefined::TooLarge), Err(reason)) | (Err(reason), _) | (_, Err(reason)) => Err(reason),
        })
    }

    /// The value as a number of terms.
    fn whole(self) -> Result<u32, Undefined> {
        let quantity = self.0?;
        let count = if quantity.bound.is_none() && quantity.value.is_whole() { quantity.value.to_u32() } else { None };
        count.filter(|count| *count <= MAX_TERMS).ok_or(Undefined::NotWhole)
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(other, |left, right| sum(left, right, left.value.plus(right.value), Residue::add))
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(other, |left, right| sum(left, right, left.value.minus(right.value), Residue::sub))
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        match (self.0, other.0) {
            // Zero absorbs the other factor, however large.
            (Err(Undefined::TooLarge), Ok(factor)) | (Ok(factor), Err(Undefined::TooLarge))
                if factor.is_exactly_zero() =>
            {
                Self(Ok(factor))
            }
            _ => self.with(other, product),
        }
    }
}

impl Div for Exact {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        match (self.0, other.0) {
            // Division by zero, however large the dividend.
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
        Self(self.0.and_then(|quantity| quantity.ceil().ok_or(Undefined::TooLarge)))
    }

    fn power(self, exponent: Self) -> Self {
        let times = |count: u32| (0..count).fold(Self::new(Decimal::ONE), |product, _| product.mul(self));
        // An exponent of a half is the square root, as for the middle of a year.
        let halves = || exponent.add(exponent).whole();
        match exponent.whole().or_else(|reason| halves().map_err(|_| reason)) {
            Ok(count) if exponent.0 == Self::new(count.into()).0 => times(count),
            Ok(halves) => times(halves / 2).mul(Self(self.0.and_then(root))),
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
