//! The values of an input on the way from one value to another.

use abacus_core::calculator::field::Field;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::{dec, int};
use rust_decimal::Decimal;

use crate::lesson::MOVE_STOPS;

/// The ratio of the ends above which the stops multiply; up to it, equal differences read best.
const WIDE: u32 = 10;

/// The value at a stop of a move, from 0: the first is exactly the start, the last exactly the end. In between are
/// round values of the field, in equal differences, or in equal ratios if the ends are far apart.
pub(crate) fn stop(field: &Field, from: Decimal, to: Decimal, stop: usize) -> Decimal {
    if stop == 0 {
        return from;
    }
    let between = if stop < MOVE_STOPS { between(field, from, to, stop) } else { None };
    between.map_or(to, |value| value.clamp(from.min(to), from.max(to)).normalize())
}

fn between(field: &Field, from: Decimal, to: Decimal, stop: usize) -> Option<Decimal> {
    let (low, high) = (from.min(to), from.max(to));
    if low > Decimal::ZERO && high >= low.times(int(WIDE))? {
        // The eighth root, as three square roots.
        let ratio = root(root(root(to.over(from)?)?)?)?;
        let value = (0..stop).try_fold(from, |value, _| value.times(ratio))?;
        return Some(on_grid(two_digits(value), field.grain()));
    }
    let span = to.minus(from)?;
    let value = from.plus(span.times(Decimal::from(stop))?.over(Decimal::from(MOVE_STOPS))?)?;
    Some(on_grid(value, grid(field, span.abs())))
}

/// The slider's step if it is fine enough for all stops, otherwise the greatest power of ten below it that is.
fn grid(field: &Field, span: Decimal) -> Decimal {
    let is_fine = |grid: &Decimal| grid.times(Decimal::from(MOVE_STOPS)).is_some_and(|steps| steps <= span);
    let finer = |power: &Decimal| power.times(dec(1, 1)).filter(|finer| !finer.is_zero());
    let begin = if is_fine(&field.slider.step) { field.slider.step } else { power_below(field.slider.step) };
    let found = std::iter::successors(Some(begin), finer).find(is_fine);
    found.map_or(field.grain(), |found| found.max(field.grain()))
}

/// The nearest multiple.
fn on_grid(value: Decimal, grid: Decimal) -> Decimal {
    value.over(grid).and_then(|count| count.round().times(grid)).unwrap_or(value)
}

/// Rounded to two digits.
pub(crate) fn two_digits(value: Decimal) -> Decimal {
    on_grid(value, power_below(value).times(dec(1, 1)).unwrap_or(value))
}

/// The greatest power of ten that does not exceed a value.
fn power_below(value: Decimal) -> Decimal {
    let mut power = Decimal::ONE;
    while let Some(larger) = power.times(Decimal::TEN).filter(|larger| *larger <= value) {
        power = larger;
    }
    while let Some(smaller) = power.times(dec(1, 1)).filter(|smaller| power > value && !smaller.is_zero()) {
        power = smaller;
    }
    power
}

/// The square root, by Newton's method from above.
fn root(value: Decimal) -> Option<Decimal> {
    let half = dec(5, 1);
    let mut root = value.max(Decimal::ONE);
    loop {
        let next = root.plus(value.over(root)?)?.times(half)?;
        if next >= root {
            return Some(root);
        }
        root = next;
    }
}
