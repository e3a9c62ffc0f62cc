//! Parts of a whole in per cent.

/// `some` as a share of `all` in whole per cents, halves rounded up; `None` if `all` is 0. `some` is a part of `all`,
/// so the result is at most 100.
pub fn whole_percent(some: usize, all: usize) -> Option<u8> {
    let [some, all] = [some, all].map(|count| u128::try_from(count).ok());
    let (some, all) = (some?, all?);
    let twice = some.checked_mul(200)?.checked_add(all)?;
    u8::try_from(twice.checked_div(all.checked_mul(2)?)?).ok().map(|percent| percent.min(100))
}
