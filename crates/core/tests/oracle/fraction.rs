//! Fractions of whole numbers of any size, rounded only when digits are asked for.

use std::fmt;
use std::ops::{Add, Div, Mul, Sub};

use abacus_core::Decimal;
use abacus_core::calculator::field::Low;
use num_bigint::{BigInt, Sign};

/// A fraction, never reduced: it is converted to digits once, at the end.
#[derive(Clone)]
pub(crate) struct Fraction {
    above: BigInt,
    below: BigInt,
    /// The maximum number of integer bits of this number and of those it was computed from.
    largest: i64,
}

/// A result, or undefined after a division by zero.
#[derive(Clone, Debug)]
pub(crate) enum Expected {
    Value(Fraction),
    Undefined,
}

/// A result must be certain if it is decided by this many digits of the largest intermediate number.
const GOOD_DIGITS: u32 = 20;

fn ten(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

fn bits(number: &BigInt) -> i64 {
    i64::try_from(number.bits()).unwrap()
}

impl Fraction {
    fn new(above: BigInt, below: BigInt, largest: i64) -> Self {
        let (above, below) = if below.sign() == Sign::Minus { (-above, -below) } else { (above, below) };
        let largest = largest.max(bits(&above) - bits(&below) + 1);
        Self { above, below, largest }
    }

    pub(crate) fn whole(number: u32) -> Self {
        Self::new(number.into(), 1.into(), 0)
    }

    pub(crate) fn of(value: Decimal) -> Self {
        Self::new(value.mantissa().into(), ten(value.scale()), 0)
    }

    fn is_zero(&self) -> bool {
        self.above.sign() == Sign::NoSign
    }

    /// Whether it is below the bound.
    pub(crate) fn is_below(&self, low: Low) -> bool {
        let gap = self - &Self::of(low.limit());
        gap.above.sign() == Sign::Minus || (matches!(low, Low::Above(_)) && gap.is_zero())
    }

    /// The square root, truncated to 60 decimals; its square and that of the next number enclose this one.
    pub(crate) fn root(&self) -> Self {
        let units = (&self.above * ten(120) / &self.below).sqrt();
        let root = |units: BigInt| Self::new(units, ten(60), self.largest);
        let (low, high) = (root(units.clone()), root(units + 1));
        let is_below = |one: &Self, other: &Self| (one - other).above.sign() != Sign::Plus;
        assert!(is_below(&(&low * &low), self) && is_below(self, &(&high * &high)), "{self:?}");
        low
    }

    /// 1 + q + … + qⁿ⁻¹ for a ratio q and a number n of terms.
    pub(crate) fn series(ratio: &Self, terms: u32) -> Self {
        let (mut sum, mut power) = (BigInt::ZERO, BigInt::from(1));
        for _ in 0..terms {
            sum = sum * &ratio.below + &power;
            power *= &ratio.above;
        }
        Self::new(sum, ratio.below.pow(terms.saturating_sub(1)), ratio.largest)
    }

    pub(crate) fn ceil(&self) -> Self {
        // Division truncates towards zero.
        let cut = &self.above / &self.below;
        let is_short = self.above.sign() == Sign::Plus && &cut * &self.below != self.above;
        Self::new(if is_short { cut + 1 } else { cut }, 1.into(), self.largest)
    }

    /// The value in units of the last of `places` decimals, rounded half away from zero.
    pub(crate) fn rounded(&self, places: u32) -> BigInt {
        let (twice, half): (BigInt, _) = (&self.above * ten(places) * 2, &self.below);
        let away = if twice.sign() == Sign::Minus { twice - half } else { twice + half };
        away / (&self.below * 2)
    }

    /// Rounded to `places` decimals, without trailing zeros.
    pub(crate) fn decimal(&self, places: u32) -> String {
        let units = self.rounded(places);
        let sign = if units.sign() == Sign::Minus { "-" } else { "" };
        let (whole, rest) = (units.magnitude() / ten(places).magnitude(), units.magnitude() % ten(places).magnitude());
        let decimals = format!("{rest:0>width$}", width = places as usize);
        format!("{sign}{whole}.{decimals}").trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// Whether [`GOOD_DIGITS`] decide how this rounds to `places` decimals, by any rule. If not, a result may be
    /// refused.
    pub(crate) fn is_decided(&self, places: u32) -> bool {
        let bound = Self::new(BigInt::from(1) << self.largest.max(1), ten(GOOD_DIGITS), 0);
        let [low, high] = [self - &bound, self + &bound];
        low.rounded(places) == high.rounded(places) && low.ceil().above == high.ceil().above
    }

    /// Whether it differs from a decimal by less than a unit of the last of `places` decimals.
    pub(crate) fn is_near(&self, value: Decimal, places: u32) -> bool {
        let gap = self - &Self::of(value);
        (gap.above * ten(places)).magnitude() <= gap.below.magnitude()
    }
}

impl fmt::Debug for Fraction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = self.rounded(30);
        let (whole, rest) = (&units / ten(30), (&units % ten(30)).magnitude().clone());
        write!(f, "{whole}.{rest:0>30} (2^{})", self.largest)
    }
}

macro_rules! operation {
    ($trait:ident, $method:ident, |$left:ident, $right:ident| $above:expr, $below:expr) => {
        impl $trait<&Fraction> for &Fraction {
            type Output = Fraction;
            fn $method(self, other: &Fraction) -> Fraction {
                let ($left, $right) = (self, other);
                Fraction::new($above, $below, $left.largest.max($right.largest))
            }
        }
    };
}
operation!(Add, add, |left, right| &left.above * &right.below + &right.above * &left.below, &left.below * &right.below);
operation!(Sub, sub, |left, right| &left.above * &right.below - &right.above * &left.below, &left.below * &right.below);
operation!(Mul, mul, |left, right| &left.above * &right.above, &left.below * &right.below);

impl Div<&Fraction> for &Fraction {
    type Output = Expected;
    fn div(self, other: &Fraction) -> Expected {
        if other.is_zero() {
            return Expected::Undefined;
        }
        let (above, below) = (&self.above * &other.below, &self.below * &other.above);
        Expected::Value(Fraction::new(above, below, self.largest.max(other.largest)))
    }
}

impl Expected {
    /// Applies a further step if there is a value.
    pub(crate) fn then(self, next: impl FnOnce(Fraction) -> Fraction) -> Self {
        match self {
            Self::Value(value) => Self::Value(next(value)),
            Self::Undefined => Self::Undefined,
        }
    }
}

impl From<Fraction> for Expected {
    fn from(value: Fraction) -> Self {
        Self::Value(value)
    }
}
