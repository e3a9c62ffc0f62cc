//! Decimal operations, each compiled once. `rust_decimal` inlines its own into every caller: a kilobyte per
//! multiplication.

use rust_decimal::Decimal;

/// Operations that return `None` if the result exceeds 28 digits.
pub trait Arithmetic: Sized {
    /// The sum, rounded to the available digits.
    #[must_use]
    fn plus(self, other: Self) -> Option<Self>;

    /// The difference, rounded likewise.
    #[must_use]
    fn minus(self, other: Self) -> Option<Self>;

    /// The product, rounded likewise.
    #[must_use]
    fn times(self, other: Self) -> Option<Self>;

    /// The quotient, rounded likewise; `None` also for division by zero.
    #[must_use]
    fn over(self, other: Self) -> Option<Self>;

    /// Whether all its decimals are zero.
    fn is_whole(&self) -> bool;

    /// Rounded up to a whole number.
    #[must_use]
    fn rounded_up(self) -> Self;

    /// Rounded down to a whole number.
    #[must_use]
    fn rounded_down(self) -> Self;
}

#[allow(clippy::disallowed_methods, reason = "the only place that calls them")]
impl Arithmetic for Decimal {
    #[inline(never)]
    fn plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    #[inline(never)]
    fn minus(self, other: Self) -> Option<Self> {
        // A zero keeps its sign: 0 - 0 must not become -0.
        let mut negated = other;
        if !other.is_zero() {
            negated.set_sign_negative(other.is_sign_positive());
        }
        self.plus(negated)
    }

    #[inline(never)]
    fn times(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }

    #[inline(never)]
    fn over(self, other: Self) -> Option<Self> {
        self.checked_div(other)
    }

    fn is_whole(&self) -> bool {
        *self == self.trunc()
    }

    // A number with decimals is far below the maximum, so adding one cannot overflow.
    #[inline(never)]
    fn rounded_up(self) -> Self {
        let whole = self.trunc();
        if self > whole { whole.plus(Self::ONE).unwrap_or(whole) } else { whole }
    }

    #[inline(never)]
    fn rounded_down(self) -> Self {
        let whole = self.trunc();
        if self < whole { whole.minus(Self::ONE).unwrap_or(whole) } else { whole }
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "the reference for ours")]
mod tests {
    use super::*;

    /// Zeros of either sign, halves, and the ends of the range.
    fn numbers() -> Vec<Decimal> {
        let numbers =
            ["0", "0.00", "-0.00", "1", "-1", "1.5", "-1.5", "0.50", "-0.5", "2.0", "-2.000", "1e-28", "-1e-28"];
        let numbers = numbers.map(|text| Decimal::from_scientific(text).or_else(|_| Decimal::from_str_exact(text)));
        let most = [Decimal::MAX, Decimal::MIN, Decimal::new(i64::MIN, 0), Decimal::new(i64::MAX, 9)];
        numbers.into_iter().map(Result::unwrap).chain(most).collect()
    }

    #[test]
    fn differences_match_rust_decimal() {
        let bytes = |found: Option<Decimal>| found.map(|found| found.serialize());
        for one in numbers() {
            for other in numbers() {
                assert_eq!(bytes(one.minus(other)), bytes(one.checked_sub(other)), "{one} - {other}");
            }
        }
    }

    #[test]
    fn rounding_matches_rust_decimal() {
        for one in &numbers() {
            assert_eq!(one.rounded_down(), one.floor(), "{one}");
            assert_eq!(one.rounded_up(), one.ceil(), "{one}");
            assert_eq!(one.is_whole(), one.fract().is_zero(), "{one}");
        }
    }
}
