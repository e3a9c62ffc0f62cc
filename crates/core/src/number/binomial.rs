//! The probability of at least so many successes in so many trials.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::number::decimal::Arithmetic;

/// The maximum number of trials that are computed.
pub const MAX_TRIALS: u32 = 10_000;

/// Trials with a success rate of one in so many.
#[derive(Clone, Copy, Debug)]
pub struct Trials {
    /// (p ÷ (1 − p))⁻¹ = m ÷ 10ˢ for a chance p of one trial: this is m.
    against: u128,
    /// 10ˢ.
    scale: u128,
}

/// A probability, as a fraction of whole numbers.
type Share = (u128, u128);

impl Trials {
    /// One success in `one_in` trials, at least 1 and with at most 6 decimals; `None` for any other number.
    pub fn one_in(one_in: Decimal) -> Option<Self> {
        let one_in = one_in.normalize();
        if one_in < Decimal::ONE || one_in.scale() > 6 {
            return None;
        }
        let scale = 10_u128.checked_pow(one_in.scale())?;
        let against = one_in.mantissa().unsigned_abs().checked_sub(scale)?;
        Some(Self { against, scale })
    }

    /// The chance of at least `wanted` successes in `trials`, to a thousandth; `None` beyond [`MAX_TRIALS`].
    pub fn chance(self, trials: u32, wanted: u32) -> Option<Decimal> {
        let (part, whole) = self.share(trials, wanted)?;
        let half = whole.checked_add(tolerance(whole))?;
        let thousandths = part.checked_mul(2_000)?.checked_add(half)?.checked_div(whole.checked_mul(2)?)?;
        Some(Decimal::new(i64::try_from(thousandths).ok()?, 3).normalize())
    }

    /// The fewest trials in which at least `wanted` succeed with at least this probability, in per cent; `None` if that
    /// takes more than [`MAX_TRIALS`].
    pub fn needed(self, wanted: u32, percent: u32) -> Option<u32> {
        let is_enough = |trials: u32| {
            let (part, whole) = self.share(trials, wanted)?;
            Some(part.checked_mul(100)?.checked_add(tolerance(whole))? >= whole.checked_mul(percent.into())?)
        };
        let (mut low, mut high) = (wanted, wanted);
        while !is_enough(high)? {
            if high >= MAX_TRIALS {
                return None;
            }
            low = high.saturating_add(1);
            high = high.saturating_mul(2).min(MAX_TRIALS);
        }
        // More trials never make it less likely.
        while low < high {
            let middle = low.midpoint(high);
            if is_enough(middle)? { high = middle } else { low = middle.saturating_add(1) }
        }
        Some(low)
    }

    /// The terms of the binomial, each relative to the likeliest: pⁿ alone is beyond the range of any decimal.
    fn share(self, trials: u32, wanted: u32) -> Option<Share> {
        if wanted == 0 || (self.against == 0 && wanted <= trials) {
            return Some((1, 1));
        }
        if trials > MAX_TRIALS {
            return None;
        }
        if wanted > trials {
            return Some((0, 1));
        }
        let (all, against, scale) = (u128::from(trials), self.against, self.scale);
        let likeliest = all.checked_add(1)?.checked_mul(scale)?.checked_div(scale.checked_add(against)?)?.min(all);
        let (mut part, mut whole) = (0_u128, 0_u128);
        let mut add = |successes: u128, term: u128| {
            whole = whole.saturating_add(term);
            if successes >= wanted.into() {
                part = part.saturating_add(term);
            }
        };
        add(likeliest, LIKELIEST);
        // Upwards: C(n, i + 1) ÷ C(n, i) = (n − i) ÷ (i + 1).
        let (mut successes, mut term) = (likeliest, LIKELIEST);
        while successes < all && term > 0 {
            let above = term.checked_mul(all.checked_sub(successes)?)?.checked_mul(scale)?;
            successes = successes.checked_add(1)?;
            term = above.checked_div(successes.checked_mul(against)?)?;
            add(successes, term);
        }
        let (mut successes, mut term) = (likeliest, LIKELIEST);
        while successes > 0 && term > 0 {
            let above = term.checked_mul(successes)?.checked_mul(against)?;
            let below = all.checked_sub(successes)?.checked_add(1)?.checked_mul(scale)?;
            (successes, term) = (successes.checked_sub(1)?, above.checked_div(below)?);
            add(successes, term);
        }
        Some((part, whole))
    }
}

/// The weight of the likeliest term. It leaves room for a factor of 10¹⁸ in 128 bits, and its digits leave an error of
/// less than 10⁻¹² in a sum of [`MAX_TRIALS`] terms.
const LIKELIEST: u128 = 10_u128.pow(18);

/// The truncation error allowed in a sum, so that an exact half is still rounded up.
const fn tolerance(whole: u128) -> u128 {
    whole.saturating_div(1_000_000_000)
}

/// A count rounded up to a whole number of trials; `None` if it is negative or beyond 32 bits.
pub fn whole(count: Decimal) -> Option<u32> {
    count.rounded_up().to_u32()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::Trials;

    fn one_in(text: &str) -> Trials {
        Decimal::from_str_exact(text).ok().and_then(Trials::one_in).unwrap_or(Trials { against: 0, scale: 1 })
    }

    #[test]
    fn chances_of_the_slides_ten_deals() {
        let slide = one_in("3");
        assert_eq!(slide.chance(30, 10), Some(Decimal::new(568, 3)));
        assert_eq!(slide.chance(36, 10), Some(Decimal::new(81, 2)));
        assert_eq!(slide.chance(40, 10), Some(Decimal::new(903, 3)));
        assert_eq!((slide.needed(10, 80), slide.needed(10, 90)), (Some(36), Some(40)));
    }

    #[test]
    fn certain_and_impossible_outcomes() {
        assert_eq!(one_in("3").chance(0, 0), Some(Decimal::ONE));
        assert_eq!(one_in("3").chance(9, 10), Some(Decimal::ZERO));
        assert_eq!(one_in("1").chance(10, 10), Some(Decimal::ONE));
        assert_eq!(one_in("1").needed(10, 90), Some(10));
        assert_eq!(one_in("1.25").needed(1, 80), Some(1), "exactly 80 %");
        assert_eq!((one_in("3").chance(10_001, 10), one_in("3").needed(9_000, 90)), (None, None));
        assert!(Trials::one_in(Decimal::new(5, 1)).is_none() && Trials::one_in(Decimal::new(30_000_001, 7)).is_none());
    }
}
