//! Sentences and pictures at the extremes of the inputs are complete.

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::audience::has_card;
use abacus_core::calculator::field::Kind;
use abacus_core::calculator::picture::{Drawing, draw, keys};
use abacus_core::calculator::sentence::{for_customer, sentence};
use abacus_core::calculator::{Calculator, Spec};
use abacus_core::calculators::CATALOG;
use abacus_core::number::format::Style;
use abacus_core::text::Locale;

/// The worked cases, every input at its lowest and at its highest, and each input alone at either.
fn cases(spec: &Spec) -> Vec<(String, Inputs)> {
    let set = |values: &[(&str, Decimal)]| {
        let mut inputs = Inputs::defaults(spec);
        values.iter().for_each(|(key, value)| inputs.set(spec.field(key).unwrap(), *value).unwrap());
        inputs
    };
    let largest = Decimal::from(999_999_999_999_999_i64);
    let ends = spec.fields.iter().map(|field| (field.key, [field.min_value(), field.high.min(largest)]));
    let ends: Vec<_> = ends.collect();
    let mut cases: Vec<_> = spec.cases.iter().map(|case| (case.source.to_owned(), set(case.inputs))).collect();
    for end in 0..2 {
        let all: Vec<_> = ends.iter().map(|(key, values)| (*key, values[end])).collect();
        cases.push((format!("all at end {end}"), set(&all)));
        cases.extend(all.iter().map(|one| (format!("{} {}", one.0, one.1), set(&[*one]))));
    }
    cases
}

/// What no text may contain: NaN or infinity, an unfilled slot, a missing word.
#[track_caller]
fn is_whole(text: &str, locale: Locale, of: &str) {
    for wrong in
        ["NaN", "inf", "∞", "1/0", "÷ 0", "{", "}", "[", "]", "  ", " ,", " .", "，，", "。。", "？", "–.", "$ ", "¥ "]
    {
        assert!(!text.contains(wrong), "{of}: “{wrong}” in “{text}”");
    }
    let (stop, other) = match locale {
        Locale::Zh => ('。', ". "),
        Locale::En => ('.', "。"),
    };
    assert!(text.ends_with(stop) && !text.contains(other) && text.chars().count() > 8, "{of}: “{text}”");
    assert!(!text.ends_with("。。") && !text.ends_with(".."), "{of}: “{text}”");
}

fn drawn(calculator: &dyn Calculator, inputs: &Inputs) -> Drawing {
    draw(calculator.spec(), inputs, &calculator.evaluate(inputs))
}

#[test]
fn every_sentence_is_complete_at_every_extreme() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        for (case, inputs) in cases(spec) {
            let evaluations = calculator.evaluate(&inputs);
            for locale in Locale::ALL {
                let (style, of) = (Style::default_for(locale), format!("{} {case}", spec.id));
                is_whole(&sentence(spec, &inputs, &evaluations, &style), locale, &of);
                if has_card(*calculator) {
                    // Against usual values there is no sentence if one of them has no result.
                    let told = for_customer(*calculator, &inputs, &evaluations, &style, None);
                    told.iter().for_each(|told| is_whole(told, locale, &of));
                }
            }
        }
    }
}

#[test]
fn every_picture_is_complete_at_every_extreme() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        for (case, inputs) in cases(spec) {
            let of = format!("{} {case}", spec.id);
            match drawn(*calculator, &inputs) {
                Drawing::Nothing(why) => assert!(Locale::ALL.iter().all(|locale| !why.get(*locale).is_empty()), "{of}"),
                Drawing::Stack(rows) => {
                    assert_eq!(rows.len(), keys(spec.picture).len(), "{of}");
                    for row in rows {
                        assert!(row.whole <= 100 && row.rest <= 1_000 && row.each >= Decimal::ONE, "{of}: {row:?}");
                    }
                }
                Drawing::Funnel(bands) => assert!(bands.iter().all(|(_, width)| *width <= 1_000), "{of}"),
                Drawing::Balance(sides) => assert!(sides.iter().all(|(_, length)| *length <= 1_000), "{of}"),
                Drawing::PartOfWhole { whole, part, segments, .. } => {
                    assert!(whole <= 1_000 && part <= 1_000, "{of}: {whole} {part}");
                    let dividers = segments.map(|segments| segments.dividers).unwrap_or_default();
                    assert!(dividers.len() <= 100 && dividers.iter().all(|divider| *divider <= 1_000), "{of}");
                }
            }
        }
    }
}

/// An input drawn as a figure changes the picture; a result does via the inputs it depends on.
#[test]
fn a_picture_changes_with_each_of_its_figures() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        let example = Inputs::defaults(spec);
        let formulas = calculator.formulas();
        for key in keys(spec.picture) {
            let is_part = |input: &str| {
                let formula = formulas.iter().find(|(output, _)| *output == key);
                input == key || formula.is_some_and(|(_, formula)| formula.occurrences(input) > 0)
            };
            let inputs =
                spec.fields.iter().filter(|field| is_part(field.key) && !matches!(field.kind, Kind::Choice(_)));
            let others = inputs.filter_map(|field| {
                let now = example.get(field.key)?;
                let mut other = example.clone();
                let twice = (now + now).max(Decimal::ONE.min(field.high)).min(field.high);
                let value = if twice == now { (now + field.min_value()) / Decimal::TWO } else { twice };
                other.set(field, field.check(value).ok()?).ok()?;
                Some((field.key, other))
            });
            let others: Vec<_> = others.collect();
            let changes = |(_, other): &&(&str, Inputs)| drawn(*calculator, other) != drawn(*calculator, &example);
            assert!(others.iter().any(|other| changes(&other)), "{}: {key} changes nothing", spec.id);
        }
    }
}
