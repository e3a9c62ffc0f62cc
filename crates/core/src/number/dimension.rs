//! The interpretation of a formula that checks units.

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;

use crate::number::Number;
use crate::number::unit::Unit;

/// The unit of a formula, or [`Mismatch`] if it adds quantities of different units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dimension(pub Result<Unit, Mismatch>);

/// The formula adds or subtracts quantities of these two units, or has the second where it needs a plain number.
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

    fn power(self, exponent: Self) -> Self {
        self.with(exponent, Self::same).with(Self(Ok(Unit::NONE)), Self::same)
    }

    fn geometric(ratio: Self, terms: Self) -> Self {
        ratio.with(Self(Ok(Unit::NONE)), Self::same).with(terms, |_, terms| Ok(terms))
    }

    fn counting(self, unit: Unit) -> Self {
        self.with(Self(Ok(Unit::NONE)), Self::same).with(Self(Ok(unit)), |_, unit| Ok(unit))
    }

    fn step(self, _: &'static str) -> Self {
        self
    }
}
