use abacus_core::calculator::Output;
use abacus_core::calculator::field::{FieldError, Kind};
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::{Precision, Style};
use abacus_core::number::int;
use rust_decimal::Decimal;

/// The room's guesses, in order.
pub type Guesses = Vec<Decimal>;

/// The maximum number of guesses.
pub(crate) const MAX_GUESSES: usize = 60;

/// The maximum number of characters of a guess while it is typed.
pub(crate) const MAX_TYPED: usize = 16;

/// The number of fractional bits of a logarithm.
const BITS: u32 = 24;

/// Parses a guess at a result as fields parse numbers: `1.2万`, `20k`, and percentages for a ratio.
///
/// # Errors
/// Why it cannot be used. A guess must be above zero, because it is placed on a logarithmic line.
pub fn read(typed: &str, output: &Output) -> Result<Decimal, FieldError> {
    let value = output.wanted().parse_plain(typed)?;
    if value > Decimal::ZERO { Ok(value) } else { Err(FieldError::OutOfRange(value)) }
}

/// A guess at a result as people read it: with its currency, and without the trailing zeros that align a column of
/// figures.
pub fn quote(guess: Decimal, output: &Output, style: &Style) -> String {
    match output.kind {
        Kind::Money => output.quote(guess, style),
        _ => output.figure_to(guess, Precision::up_to(output.precision.max_decimals), style),
    }
}

/// The guess nearest to a result by ratio, as on a logarithmic line: half and double are equally far. The earliest if
/// there are several. By difference if the result cannot be placed on that line.
pub fn nearest(guesses: &[Decimal], result: Decimal) -> Option<Decimal> {
    let distance = |guess: Decimal| {
        let (less, more) = if guess < result { (guess, result) } else { (result, guess) };
        let far = if less > Decimal::ZERO { more.over(less) } else { more.minus(less) };
        far.unwrap_or(Decimal::MAX)
    };
    guesses.iter().copied().min_by_key(|guess| distance(*guess))
}

/// The position of a value on a logarithmic line, in thousandths of its length from the lower end, clamped to the ends.
pub fn place(value: Decimal, lowest: Decimal, highest: Decimal) -> u32 {
    if value <= lowest {
        return 0;
    }
    if value >= highest {
        return 1_000;
    }
    let part = value.over(lowest).and_then(logarithm).zip(highest.over(lowest).and_then(logarithm));
    let thousandths =
        part.and_then(|(part, whole)| part.checked_mul(1_000)?.checked_add(whole / 2)?.checked_div(whole));
    thousandths.and_then(|thousandths| u32::try_from(thousandths).ok()).unwrap_or(1_000).min(1_000)
}

/// The binary logarithm of a ratio ≥ 1, in steps of 2⁻²⁴. It is monotonic: each bit comes from squaring or halving, and
/// rounding preserves the order of both.
fn logarithm(ratio: Decimal) -> Option<u64> {
    let two = int(2);
    let (mut rest, mut bits) = (ratio, 0_u64);
    while rest >= two {
        rest = rest.over(two)?;
        bits = bits.checked_add(1)?;
    }
    for _ in 0..BITS {
        rest = rest.times(rest)?;
        bits = bits.checked_mul(2)?;
        if rest >= two {
            rest = rest.over(two)?;
            bits = bits.checked_add(1)?;
        }
    }
    (ratio >= Decimal::ONE).then_some(bits)
}
