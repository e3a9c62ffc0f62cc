//! Round numbers that cover a range, for axes and for suggested values.

use rust_decimal::Decimal;

use crate::number::decimal::Arithmetic;
use crate::number::{dec, int};

/// The smallest of 1, 2, 2.5 and 5 times a power of ten that is at least `least` and, if there is a
/// `grain`, a multiple of it. None beyond 28 digits, or if `least` is not above zero.
pub(crate) fn step(least: Decimal, grain: Option<Decimal>) -> Option<Decimal> {
    if least <= Decimal::ZERO {
        return None;
    }
    let mut unit = Decimal::ONE;
    while unit > least {
        let smaller = unit.over(Decimal::TEN).filter(|smaller| !smaller.is_zero())?;
        unit = smaller;
    }
    loop {
        let rounder = [int(1), int(2), dec(25, 1), int(5)].into_iter().map(|factor| unit.times(factor));
        for candidate in rounder {
            let candidate = candidate?;
            let whole = |grain: Decimal| candidate.checked_rem(grain).is_some_and(|rest| rest.is_zero());
            if candidate >= least && grain.is_none_or(whole) {
                return Some(candidate.normalize());
            }
        }
        unit = unit.times(Decimal::TEN)?;
    }
}

/// Multiples of a round step from at or below `low` to at or above `high`, at least two, with about this many
/// `intervals`. None if that exceeds 28 digits.
pub(crate) fn ticks(low: Decimal, high: Decimal, intervals: u32) -> Option<Vec<Decimal>> {
    let (low, high) = if low == high { around(low)? } else { (low, high) };
    let step = step(high.minus(low)?.over(int(intervals))?, None)?;
    let mut tick = low.over(step)?.rounded_down().times(step)?;
    let mut ticks = vec![tick.normalize()];
    while tick < high {
        let next = tick.plus(step)?;
        // Next to a very large number, the step is lost in rounding.
        if next <= tick {
            return None;
        }
        tick = next;
        ticks.push(tick.normalize());
    }
    (ticks.len() > 1).then_some(ticks)
}

fn around(value: Decimal) -> Option<(Decimal, Decimal)> {
    let reach = if value.is_zero() { Decimal::ONE } else { value.abs().over(Decimal::TWO)? };
    Some((value.minus(reach)?, value.plus(reach)?))
}

#[cfg(test)]
mod tests {
    use super::{step, ticks};
    use proptest::prelude::*;
    use rust_decimal::Decimal;

    fn decimal(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap_or_default()
    }

    #[test]
    fn steps_are_round() {
        for (least, expected) in [("1", "1"), ("1.1", "2"), ("23", "25"), ("0.0301", "0.05"), ("600", "1000")] {
            assert_eq!(step(decimal(least), None), Some(decimal(expected)), "{least}");
        }
        assert_eq!(step(decimal("2.3"), Some(Decimal::ONE)), Some(decimal("5")));
        assert_eq!(step(Decimal::ZERO, None), None);
        assert_eq!(step(Decimal::MAX, None), None);
    }

    #[test]
    fn a_single_value_lies_in_the_middle() {
        let texts = |value| ticks(decimal(value), decimal(value), 4).unwrap_or_default().len();
        assert!(texts("0") > 2 && texts("500") > 2 && texts("-0.02") > 2);
    }

    proptest! {
        #[test]
        fn ticks_cover_the_range_evenly(a in any::<i64>(), b in any::<i64>(), scale in 0_u32..=12, intervals in 2_u32..=8) {
            let (a, b) = (Decimal::from_i128_with_scale(a.into(), scale), Decimal::from_i128_with_scale(b.into(), scale));
            let (low, high) = (a.min(b), a.max(b));
            let ticks = ticks(low, high, intervals).ok_or_else(|| TestCaseError::fail("no ticks"))?;
            prop_assert!(ticks.first().is_some_and(|first| *first <= low));
            prop_assert!(ticks.last().is_some_and(|last| *last >= high));
            prop_assert!(ticks.is_sorted() && ticks.len() <= 12, "{:?}", ticks);
        }
    }
}
