use rust_decimal::Decimal;

/// What the room guessed, in the order of guessing.
pub type Guesses = Vec<Decimal>;

/// The guess that is nearest to a result; the earliest of several.
#[must_use]
pub fn nearest(guesses: &[Decimal], result: Decimal) -> Option<Decimal> {
    let distance = |guess: Decimal| guess.checked_sub(result).map_or(Decimal::MAX, |difference| difference.abs());
    guesses.iter().copied().min_by_key(|guess| distance(*guess))
}

/// Where a value stands on a logarithmic line, in thousandths of its length from the lower end; at an end for what lies
/// beyond it.
#[must_use]
pub fn place(value: Decimal, lowest: Decimal, highest: Decimal) -> u32 {
    let _ = (value, lowest, highest);
    0
}
