//! One formula, several interpretations.
//!
//! A calculator writes its formula once, generic over [`Number`]. As [`Exact`](crate::number::exact::Exact) it computes
//! the result, as [`Expr`](crate::number::expr::Expr) it is the formula on the page, as
//! [`Dimension`](crate::number::dimension::Dimension) it checks the units. The trait has no ordering: a formula cannot
//! branch on a value, so the formula shown is the one computed.

pub mod binomial;
pub mod decimal;
pub mod dimension;
pub mod exact;
pub mod expr;
pub mod format;
pub(crate) mod nice;
pub mod numeral;
mod residue;
pub(crate) mod simplify;
pub mod unit;

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;

use crate::number::unit::Unit;
use crate::text::{Text, text};

/// The operations a formula may use.
pub trait Number: Clone + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> {
    /// A number that belongs to the formula, such as the 12 months of a year.
    fn constant(value: Decimal, unit: Unit) -> Self;

    /// Rounded up to a whole number, for people and visits.
    #[must_use]
    fn ceil(self) -> Self;

    /// This plain number to a power ≥ 0, either whole or a whole number and a half.
    #[must_use]
    fn power(self, exponent: Self) -> Self;

    /// 1 + q + q² + … + qⁿ⁻¹ for a ratio q and a whole number n of terms: the sum of n payments,
    /// each q times the one before, as a multiple of the first. Its unit is that of n.
    fn geometric(ratio: Self, terms: Self) -> Self;

    /// A plain number as a number of these units: the value of a perpetuity of yearly payments is a plain number that
    /// counts years of payment.
    #[must_use]
    fn counting(self, unit: Unit) -> Self;

    /// Names this intermediate result after an output, so that later formulas refer to it instead
    /// of repeating it.
    #[must_use]
    fn step(self, key: &'static str) -> Self;
}

/// Why a result does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// Something is divided by zero.
    DivisionByZero,
    /// The result or an intermediate step has too many digits to be certain.
    TooLarge,
    /// A number of terms that is not a whole number from 0 to [`MAX_TERMS`], or an exponent that is not such a number
    /// or one with a half added.
    NotWhole,
    /// The formula asks for an input that its calculator does not declare.
    NoSuchInput,
    /// The formula gives a value outside the range in which the result means something.
    Meaningless,
}

impl Undefined {
    /// The reason as text.
    pub const fn words(self) -> Text {
        match self {
            Self::DivisionByZero => text("无法计算：除数是零", "No result: it would divide by zero"),
            Self::TooLarge => {
                text("数字太大，超过 28 位，无法精确计算", "Too large: more than 28 digits cannot be computed exactly")
            }
            Self::NotWhole => text("无法计算：期数必须是整数", "No result: the number of periods must be whole"),
            Self::NoSuchInput => text("无法计算：缺少输入", "No result: an input is missing"),
            Self::Meaningless => text("这些数算不出有意义的结果", "No meaningful result for these figures"),
        }
    }
}

/// The maximum number of terms, and the maximum exponent.
pub const MAX_TERMS: u32 = 1_000;

/// A decimal constant: `dec(2, 2)` is 0.02.
pub const fn dec(mantissa: u32, scale: u32) -> Decimal {
    Decimal::from_parts(mantissa, 0, 0, false, scale)
}

/// A whole constant.
pub const fn int(value: u32) -> Decimal {
    dec(value, 0)
}
