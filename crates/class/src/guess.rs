use abacus_core::calculator::Output;
use abacus_core::calculator::field::{FieldError, Kind};
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::{Precision, Style};
use abacus_core::number::int;
use rust_decimal::Decimal;

/// What the room guessed, in the order of guessing.
pub type Guesses = Vec<Decimal>;

/// The most guesses that are taken.
pub(crate) const MOST_GUESSES: usize = 60;

/// The most characters of a guess while it is typed.
pub(crate) const MOST_TYPED: usize = 16;

/// The number of bits after the point of a logarithm.
const BITS: u32 = 24;

/// Reads a guess at a result as the fields read numbers: `1.2万`, `20k`, and percents for a ratio.
///
/// # Errors
/// Why it cannot be used. A guess is above zero, because a logarithmic line has no other place for it.
pub fn read(typed: &str, output: &Output) -> Result<Decimal, FieldError> {
    let value = output.wanted().parse_plain(typed)?;
    if value > Decimal::ZERO { Ok(value) } else { Err(FieldError::OutOfRange(value)) }
}

/// A guess at a result as people read it: with its currency, and without the zeros that a column of figures keeps.
pub fn quote(guess: Decimal, output: &Output, style: &Style) -> String {
    match output.kind {
        Kind::Money => output.quote(guess, style),
        _ => output.figure_to(guess, Precision::up_to(output.precision.most), style),
    }
}

/// The guess that is nearest to a result by ratio, as it is on a logarithmic line: half and double are equally far. The
/// earliest of several. Where the result has no place on that line, by difference.
pub fn nearest(guesses: &[Decimal], result: Decimal) -> Option<Decimal> {
    let distance = |guess: Decimal| {
        let (less, more) = if guess < result { (guess, result) } else { (result, guess) };
        let far = if less > Decimal::ZERO { more.over(less) } else { more.minus(less) };
        far.unwrap_or(Decimal::MAX)
    };
    guesses.iter().copied().min_by_key(|guess| distance(*guess))
}

/// Where a value stands on a logarithmic line, in thousandths of its length from the lower end; at an end for what lies
/// beyond it.
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

/// The binary logarithm of a ratio from 1, in steps of 2⁻²⁴. It never falls where the ratio rises: each bit comes from a
/// square or a half, and rounding keeps the order of both.
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
