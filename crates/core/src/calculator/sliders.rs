//! The ends that a user has set for sliders, in the form in which they are stored:
//! `loss=0,1000000&margin=0.0001,0.0005`.

use rust_decimal::Decimal;

use crate::calculator::Spec;
use crate::calculator::field::{Field, Slider};
use crate::number::decimal::Arithmetic;
use crate::number::int;
use crate::number::nice;

/// A field's slider with other ends and a suitable step. None if the ends leave no room or the field does not allow
/// them. If the field does not allow zero, a slider from zero starts one step above it.
pub fn between(field: &Field, low: Decimal, high: Decimal) -> Option<Slider> {
    let begins = field.check(low).is_ok();
    if low >= high || field.check(high).is_err() || !(begins || low.is_zero()) {
        return None;
    }
    let span = high.minus(low)?;
    let declared = field.slider.step;
    let suits = (int(5)..=int(2_000)).contains(&span.over(declared)?);
    let step = if suits { declared } else { nice::step(span.over(Decimal::ONE_HUNDRED)?, Some(field.grain()))? };
    let low = if begins { low } else { step };
    (low < high).then_some(Slider { low, high, step })
}

/// The ends of the sliders that differ from the declared ones; empty if there are none.
pub fn encode<'a>(sliders: impl Iterator<Item = (&'a Field, Slider)>) -> String {
    let moved = sliders.filter(|(field, slider)| *slider != field.slider);
    moved.map(|(field, Slider { low, high, .. })| format!("{}={low},{high}", field.key)).collect::<Vec<_>>().join("&")
}

/// Parses stored ends. A slider that cannot be parsed stays as declared.
pub fn decode(spec: &Spec, text: &str) -> Vec<(&'static Field, Slider)> {
    let slider = |part: &str| {
        let (key, ends) = part.split_once('=')?;
        let (low, high) = ends.split_once(',')?;
        let field = spec.field(key)?;
        Some((field, between(field, Decimal::from_str_exact(low).ok()?, Decimal::from_str_exact(high).ok()?)?))
    };
    text.split('&').filter_map(slider).collect()
}

#[cfg(test)]
mod tests {
    use super::{between, decode, encode};
    use crate::calculator::field::{Field, Kind};
    use crate::calculators::{CATALOG, find};
    use crate::number::{dec, int};
    use rust_decimal::Decimal;

    fn field(id: &str, key: &str) -> Option<&'static Field> {
        find(id).and_then(|tool| tool.spec().field(key))
    }

    #[test]
    fn the_step_suits_the_ends() {
        for (key, low, high, step) in [
            ("margin", dec(1, 2), dec(20, 2), Some(dec(1, 3))),
            // From 0.01 % to 0.05 %, a step of 0.1 % would leave nothing to move.
            ("margin", dec(1, 4), dec(5, 4), Some(dec(5, 6))),
            ("loss", int(0), int(1_000_000_000), Some(int(10_000_000))),
            ("loss", int(7), int(7), None),
            ("loss", int(9), int(7), None),
            ("margin", dec(1, 2), int(2), None),
        ] {
            let slider = field("bad-debt", key).and_then(|field| between(field, low, high));
            assert_eq!(slider.map(|slider| slider.step), step, "{key} {low} {high}");
        }
    }

    #[test]
    fn every_slider_value_is_allowed_even_from_zero() {
        for field in CATALOG.iter().flat_map(|tool| tool.spec().fields) {
            if matches!(field.kind, Kind::Choice(_)) {
                continue;
            }
            let slider = between(field, Decimal::ZERO, field.slider.high);
            let ends = slider.map(|slider| (field.check(slider.low).is_ok(), field.check(slider.high).is_ok()));
            assert_eq!(ends, Some((true, true)), "{}", field.key);
        }
    }

    #[test]
    fn stored_ends_are_read_and_others_stay_as_declared() {
        let Some(tool) = find("bad-debt") else { return };
        let text = "loss=0,1000000&margin=0.0001,0.0005";
        let read = decode(tool.spec(), text);
        assert_eq!(read.len(), 2);
        assert_eq!(encode(read.into_iter()), text);
        assert_eq!(encode(tool.spec().fields.iter().map(|field| (field, field.slider))), "");
        for text in ["", "x", "loss", "loss=1", "loss=x,y", "loss=5,1", "colour=1,2", "margin=-1,0.5", "&&="] {
            assert_eq!(decode(tool.spec(), text), [], "{text}");
        }
    }
}
