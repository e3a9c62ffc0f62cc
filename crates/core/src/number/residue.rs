//! The fingerprint of a fraction: its remainder modulo a large prime.
//!
//! Fractions with different fingerprints are different. Fractions with the same fingerprint are equal, with an error
//! probability of one in 2⁶¹. So the fingerprint tells whether a result whose last digits were rounded away is exactly
//! a half or exactly whole, which no number of digits could.

use std::ops::{Add, Div, Mul, Sub};

use rust_decimal::Decimal;

/// 2⁶¹ − 1: reducing modulo it needs no division.
const PRIME: u64 = (1 << 61) - 1;

/// Numerator and denominator modulo the prime, not reduced, so that a division is a multiplication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Residue {
    above: u64,
    below: u64,
}

impl Residue {
    pub(crate) fn of(value: Decimal) -> Self {
        let above = remainder(value.mantissa().unsigned_abs());
        let above = if value.is_sign_negative() { negative(above) } else { above };
        Self { above, below: remainder(10_u128.saturating_pow(value.scale())) }
    }

    /// Whether both represent the same fraction.
    pub(crate) fn matches(self, other: Self) -> bool {
        times(self.above, other.below) == times(other.above, self.below)
    }
}

/// A number below 2¹²⁸, folded twice to 61 bits, is less than 2⁶².
fn remainder(number: u128) -> u64 {
    let prime = u128::from(PRIME);
    let folded = (number & prime).wrapping_add(number >> 61);
    let folded = (folded & prime).wrapping_add(folded >> 61);
    let rest = if folded >= prime { folded.wrapping_sub(prime) } else { folded };
    u64::try_from(rest).unwrap_or_default()
}

fn times(left: u64, right: u64) -> u64 {
    remainder(u128::from(left).wrapping_mul(u128::from(right)))
}

const fn negative(number: u64) -> u64 {
    PRIME.wrapping_sub(number)
}

impl Add for Residue {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let (left, right) = (times(self.above, other.below), times(other.above, self.below));
        let above = remainder(u128::from(left).wrapping_add(u128::from(right)));
        Self { above, below: times(self.below, other.below) }
    }
}

// Subtracting is adding the negative.
#[allow(clippy::suspicious_arithmetic_impl, clippy::arithmetic_side_effects)]
impl Sub for Residue {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self + Self { above: negative(other.above), ..other }
    }
}

impl Mul for Residue {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self { above: times(self.above, other.above), below: times(self.below, other.below) }
    }
}

impl Div for Residue {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        Self { above: times(self.above, other.below), below: times(self.below, other.above) }
    }
}

#[cfg(test)]
#[allow(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{PRIME, Residue, remainder};
    use rust_decimal::Decimal;

    fn residue(text: &str) -> Residue {
        Residue::of(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn remainders_match_division() {
        let prime = u128::from(PRIME);
        for number in [0, 1, prime - 1, prime, prime + 1, 2 * prime, prime * prime, u128::MAX - 1, u128::MAX] {
            assert_eq!(u128::from(remainder(number)), number % prime, "{number}");
        }
    }

    #[test]
    fn only_equal_fractions_share_a_fingerprint() {
        let third = residue("1") / residue("3");
        assert!((third * residue("3")).matches(residue("1.0")));
        assert!((third + third + third - residue("0.5")).matches(residue("0.5")));
        assert!((residue("1") - third).matches(residue("-2") / residue("-3")));
        assert!(!(third * residue("3")).matches(residue("0.9999999999999999999999999999")));
        assert!((residue("0.1") - residue("0.10")).matches(residue("0")));
        let most = "79228162514264337593543950335";
        assert!((residue(most) * residue("10") - residue(most) * residue("9")).matches(residue(most)));
    }
}
