use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::field::Field;
use abacus_core::calculators::CATALOG;
use abacus_scenarios::Scenario;
use proptest::prelude::*;

use super::any_text;

/// Any scenario as stored, written at least once. The id is `s`.
pub(crate) fn any_scenario() -> BoxedStrategy<Scenario> {
    // As in an export file: ordered by name, each with a value.
    let unknown = || prop::sample::subsequence(vec!["colour=%E7%BA%A2", "flag=", "x.y=0.1"], 0..=3);
    let facts = (any_text(), any::<u32>(), 1..=u64::MAX, any::<bool>());
    (prop::sample::select(CATALOG), prop::collection::vec(any::<u64>(), 20), facts, unknown(), unknown())
        .prop_map(|(calculator, dice, (name, place, revision, deleted), query, more)| {
            let mut inputs = Inputs::defaults(calculator.spec());
            for (field, dice) in calculator.spec().fields.iter().zip(dice) {
                inputs.set(field, value(field, dice)).unwrap();
            }
            let texts = |parts: Vec<&str>| parts.into_iter().map(str::to_owned).collect();
            Scenario {
                revision,
                place,
                deleted,
                unknown_query: texts(query),
                unknown_inputs: texts(more),
                ..Scenario::new("s", calculator, &name, inputs)
            }
        })
        .boxed()
}

/// A value allowed in a field: often its default.
fn value(field: &Field, dice: u64) -> Decimal {
    let value = Decimal::from_i128_with_scale(i128::from(dice >> 8), field.kind_decimals());
    if dice.is_multiple_of(3) { field.default } else { value.clamp(field.min_value(), field.high).normalize() }
}
