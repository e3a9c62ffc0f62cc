//! One formula, several readings.
//!
//! A calculator writes its formula once, generic over [`Number`]. Read with [`Exact`] it is the
//! result, with [`Expr`](crate::expr::Expr) the formula on the page, with [`Dimension`] a check of
//! its units. The trait has no ordering: a formula cannot branch on a value, so that what is shown
//! is what is computed.

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;

use crate::unit::Unit;

/// What a formula may do with a quantity.
pub trait Number: Clone + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> {
    /// A number that belongs to the formula, such as the 12 months of a year.
    fn constant(value: Decimal, unit: Unit) -> Self;

    /// Rounded up to a whole number: people and visits come in ones.
    #[must_use]
    fn ceil(self) -> Self;

    /// Gives this intermediate result the name of an output, so that later formulas refer to it
    /// rather than repeat it.
    #[must_use]
    fn step(self, key: &'static str) -> Self;
}

/// Why a result does not exist. The view says it in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// Something is divided by zero.
    DivisionByZero,
    /// The result, or a step on the way to it, has more than 28 digits.
    TooLarge,
    /// The formula asks for an input that its calculator does not declare.
    NoSuchInput,
}

/// The reading that computes: an exact decimal, or the reason why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Exact(pub Result<Decimal, Undefined>);

impl Exact {
    fn with(self, other: Self, operation: impl FnOnce(Decimal, Decimal) -> Option<Decimal>) -> Self {
        Self(self.0.and_then(|left| other.0.and_then(|right| operation(left, right).ok_or(Undefined::TooLarge))))
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(other, Decimal::checked_add)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(other, Decimal::checked_sub)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.with(other, Decimal::checked_mul)
    }
}

impl Div for Exact {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        match other.0 {
            Ok(divisor) if divisor.is_zero() => Self(self.0.and(Err(Undefined::DivisionByZero))),
            _ => self.with(other, Decimal::checked_div),
        }
    }
}

impl Number for Exact {
    fn constant(value: Decimal, _: Unit) -> Self {
        Self(Ok(value))
    }

    fn ceil(self) -> Self {
        Self(self.0.map(|value| value.ceil()))
    }

    fn step(self, _: &'static str) -> Self {
        self
    }
}

/// The reading that checks units: the unit of the result, or [`Mismatch`] where quantities of
/// different units were added or compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension(pub Result<Unit, Mismatch>);

/// Quantities of these two units were added or subtracted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mismatch(pub Unit, pub Unit);

impl Dimension {
    fn with(self, other: Self, operation: impl FnOnce(Unit, Unit) -> Result<Unit, Mismatch>) -> Self {
        Self(self.0.and_then(|left| other.0.and_then(|right| operation(left, right))))
    }

    fn same(left: Unit, right: Unit) -> Result<Unit, Mismatch> {
        if left == right { Ok(left) } else { Err(Mismatch(left, right)) }
    }
}

impl Add for Dimension {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.with(other, Self::same)
    }
}

impl Sub for Dimension {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.with(other, Self::same)
    }
}

impl Mul for Dimension {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.with(other, |left, right| Ok(left.times(right)))
    }
}

impl Div for Dimension {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        self.with(other, |left, right| Ok(left.per(right)))
    }
}

impl Number for Dimension {
    fn constant(_: Decimal, unit: Unit) -> Self {
        Self(Ok(unit))
    }

    fn ceil(self) -> Self {
        self
    }

    fn step(self, _: &'static str) -> Self {
        self
    }
}

/// A decimal constant: `dec(2, 2)` is 0.02.
#[must_use]
pub const fn dec(mantissa: u32, scale: u32) -> Decimal {
    Decimal::from_parts(mantissa, 0, 0, false, scale)
}

/// A whole constant.
#[must_use]
pub const fn int(value: u32) -> Decimal {
    dec(value, 0)
}
