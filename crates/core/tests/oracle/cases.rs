//! Inputs to test calculators with: of every magnitude and number of decimals that the fields allow, everyday ones, the
//! corners of the bounds, and values close to halves and whole numbers. They are the same in every run.

use abacus_core::Decimal;
use abacus_core::calculator::field::{Field, Kind};
use abacus_core::calculator::{Calculator, Inputs};

/// A small random number generator (splitmix64): a case can be reproduced from its number.
pub(crate) struct Rng(u64);

impl Rng {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) const fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, but not including, `end`.
    pub(crate) fn below(&mut self, end: u32) -> u32 {
        u32::try_from(self.next_u64() % u64::from(end)).unwrap()
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(u32::try_from(from.len()).unwrap()) as usize]
    }
}

/// The number of cases: `ABACUS_CASES`, or `usually`.
pub(crate) fn how_many(usually: u64) -> u64 {
    std::env::var("ABACUS_CASES").map_or(usually, |number| number.parse().expect("ABACUS_CASES is a whole number"))
}

pub(crate) fn case(tool: &dyn Calculator, rng: &mut Rng) -> Inputs {
    let mood = rng.below(8);
    let mut inputs = Inputs::defaults(tool.spec());
    for field in tool.spec().fields {
        // One case in eight mixes the others.
        let mood = if mood == 7 { rng.below(7) } else { mood };
        let value = match mood {
            0..=2 => everyday(field, rng),
            3 => short(field, rng),
            4 | 5 => anything(field, rng),
            _ => rng.pick(&[field.min_value(), field.high, field.default, Decimal::ONE]),
        };
        put(&mut inputs, field, value);
    }
    // Near a value that often gives a whole number or a half.
    if rng.below(4) == 0 {
        let field = &tool.spec().fields[rng.below(u32::try_from(tool.spec().fields.len()).unwrap()) as usize];
        let (value, grain) = (inputs.get(field.key).unwrap(), field.grain());
        let moved = if rng.below(2) == 0 { value + grain } else { value - grain };
        put(&mut inputs, field, moved);
    }
    inputs
}

/// Figures so large, and with so many digits, that results lose some.
pub(crate) fn large(tool: &dyn Calculator, rng: &mut Rng) -> Inputs {
    let mut inputs = Inputs::defaults(tool.spec());
    for field in tool.spec().fields {
        if rng.below(2) == 0 {
            put(&mut inputs, field, field.high / Decimal::from(1 + rng.below(1_000)));
        }
    }
    inputs
}

/// Every combination of the smallest and the greatest values.
pub(crate) fn corners(tool: &'static dyn Calculator) -> impl Iterator<Item = Inputs> {
    let fields = tool.spec().fields;
    (0_u32..1 << fields.len()).map(move |corner| {
        let mut inputs = Inputs::defaults(tool.spec());
        for (bit, field) in fields.iter().enumerate() {
            put(&mut inputs, field, if corner & (1 << bit) == 0 { field.min_value() } else { field.high });
        }
        inputs
    })
}

/// Sets the value, or the nearest one that the field allows.
pub(crate) fn put(inputs: &mut Inputs, field: &'static Field, value: Decimal) {
    let value = value.clamp(field.min_value(), field.high).trunc_with_scale(field.kind_decimals()).normalize();
    inputs.set(field, value).unwrap_or_else(|error| panic!("{} = {value}: {error:?}", field.key));
}

/// A value of the field's slider.
fn everyday(field: &Field, rng: &mut Rng) -> Decimal {
    if let Kind::Choice(choices) = field.kind {
        return Decimal::from(rng.below(u32::try_from(choices.len()).unwrap()));
    }
    let (slider, steps) = (field.slider, 1 + rng.below(400));
    if rng.below(4) == 0 { field.default } else { slider.low + (slider.step * Decimal::from(steps)) % slider.high }
}

/// One to three digits at any position.
fn short(field: &Field, rng: &mut Rng) -> Decimal {
    let scale = rng.below(field.kind_decimals() + 1);
    let digits = [1, 2, 3, 5, 7, 9, 15, 25, 60, 75, 125, 365, 625, 999];
    let size = 10_i128.pow(rng.below(10));
    Decimal::from_i128_with_scale(i128::from(rng.pick(&digits)) * size, scale)
}

/// As many digits as the field allows.
pub(crate) fn anything(field: &Field, rng: &mut Rng) -> Decimal {
    let scale = rng.below(field.kind_decimals() + 1);
    let most = field.high.trunc().mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) + 1 + scale;
    let length = 1 + rng.below(most);
    let digits = i128::from(rng.next_u64()) * i128::from(rng.next_u64() >> 20);
    Decimal::from_i128_with_scale(digits % 10_i128.pow(length), scale)
}
