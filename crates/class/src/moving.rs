//! The values of an input on the way from one to another.

use abacus_core::calculator::field::Field;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::{dec, int};
use rust_decimal::Decimal;

use crate::lesson::MOVES;

/// The ratio of the ends from which the stops multiply: up to it, equal differences read best.
const WIDE: u32 = 10;

/// The value at a stop of a move, from 0: the first is exactly the start, the last exactly the end. Between them stand
/// round values of the field, in equal differences, or in equal ratios where the ends are far apart.
pub(crate) fn stop(field: &Field, from: Decimal, to: Decimal, stop: usize) -> Decimal {
    if stop == 0 {
        return from;
    }
    let between = if stop < MOVES { between(field, from, to, stop) } else { None };
    between.map_or(to, |value| value.clamp(from.min(to), from.max(to)).normalize())
}

fn between(field: &Field, from: Decimal, to: Decimal, stop: usize) -> Option<Decimal> {
    let (low, high) = (from.min(to), from.max(to));
    if low > Decimal::ZERO && high >= low.times(int(WIDE))? {
        // The eighth root is the root of the root of the root.
        let ratio = root(root(root(to.over(from)?)?)?)?;
        let value = (0..stop).try_fold(from, |value, _| value.times(ratio))?;
        return Some(on_grid(two_digits(value), field.grain()));
    }
    let span = to.minus(from)?;
    let value = from.plus(span.times(Decimal::from(stop))?.over(Decimal::from(MOVES))?)?;
    let is_fine = field.slider.step.times(Decimal::from(MOVES)).is_some_and(|steps| steps <= span.abs());
    Some(on_grid(value, if is_fine { field.slider.step } else { field.grain() }))
}

/// The nearest multiple.
fn on_grid(value: Decimal, grid: Decimal) -> Decimal {
    value.over(grid).and_then(|count| count.round().times(grid)).unwrap_or(value)
}

/// Rounded to two digits.
fn two_digits(value: Decimal) -> Decimal {
    let mut unit = Decimal::ONE;
    while let Some(larger) = unit.times(Decimal::TEN).filter(|larger| larger.times(Decimal::TEN) <= Some(value)) {
        unit = larger;
    }
    while let Some(smaller) =
        unit.times(dec(1, 1)).filter(|smaller| unit.times(Decimal::TEN) > Some(value) && !smaller.is_zero())
    {
        unit = smaller;
    }
    on_grid(value, unit)
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
