//! The operations of decimals, each compiled once. `rust_decimal` has its own copied into every caller: a kilobyte for a
//! product.

use rust_decimal::Decimal;

/// Operations that give `None` where the result is beyond 28 digits.
pub trait Arithmetic: Sized {
    /// The sum, rounded to the digits there are.
    #[must_use]
    fn plus(self, other: Self) -> Option<Self>;

    /// The difference, rounded likewise.
    #[must_use]
    fn minus(self, other: Self) -> Option<Self>;

    /// The product, rounded likewise.
    #[must_use]
    fn times(self, other: Self) -> Option<Self>;

    /// The quotient, rounded likewise; `None` also where it would divide by zero.
    #[must_use]
    fn over(self, other: Self) -> Option<Self>;
}

#[allow(clippy::disallowed_methods, reason = "the one place that calls them")]
impl Arithmetic for Decimal {
    #[inline(never)]
    fn plus(self, other: Self) -> Option<Self> {
        self.checked_add(other)
    }

    #[inline(never)]
    fn minus(self, other: Self) -> Option<Self> {
        self.checked_sub(other)
    }

    #[inline(never)]
    fn times(self, other: Self) -> Option<Self> {
        self.checked_mul(other)
    }

    #[inline(never)]
    fn over(self, other: Self) -> Option<Self> {
        self.checked_div(other)
    }
}
