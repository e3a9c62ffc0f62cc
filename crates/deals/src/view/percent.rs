//! Parts of a whole in per cent.

/// How many of `all` are `some`, in whole per cents, halves rounded up; `None` of none. `some` counts part of `all`, so
/// it is 100 at most.
pub fn whole_percent(some: usize, all: usize) -> Option<u8> {
    let [some, all] = [some, all].map(|count| u128::try_from(count).ok());
    let (some, all) = (some?, all?);
    let twice = some.checked_mul(200)?.checked_add(all)?;
    u8::try_from(twice.checked_div(all.checked_mul(2)?)?).ok().map(|percent| percent.min(100))
}
