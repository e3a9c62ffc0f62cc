//! The laws that every calculator obeys. A new one is covered once it is in the catalogue.

use abacus_core::Decimal;
use abacus_core::calculator::chain::waterfall;
use abacus_core::calculator::field::{Field, FieldError, Kind, Part};
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculator::working::workings;
use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::calculators::{CATALOG, CHECKED, find};
use abacus_core::number::Undefined;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::round;
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use proptest::prelude::*;

type Tool = &'static dyn Calculator;

fn bounds(field: &Field) -> (Decimal, Decimal) {
    (field.min_value(), field.high)
}

/// Any value of a field: its ends, its default, and figures of every magnitude in between.
fn any_value(field: &'static Field) -> impl Strategy<Value = Decimal> {
    let (low, high) = bounds(field);
    let most = field.kind_decimals();
    prop_oneof![
        1 => Just(low),
        1 => Just(high),
        1 => Just(field.default),
        12 => (0..=most, 0_u32..=21, any::<u64>()).prop_map(move |(scale, digits, seed)| {
            let mantissa = i128::from(seed) % 10_i128.pow(digits.min(18));
            Decimal::from_i128_with_scale(mantissa, scale).clamp(low, high).normalize()
        }),
    ]
}

fn any_tool() -> impl Strategy<Value = Tool> {
    (0..CATALOG.len()).prop_map(|index| CATALOG[index])
}

fn any_tool_with_inputs() -> impl Strategy<Value = (Tool, Inputs)> {
    any_tool().prop_flat_map(|tool| {
        let fields: Vec<_> = tool.spec().fields.iter().map(any_value).collect();
        fields.prop_map(move |values| {
            let mut inputs = Inputs::defaults(tool.spec());
            for (field, value) in tool.spec().fields.iter().zip(values) {
                inputs.set(field, value).unwrap_or_else(|error| panic!("{} = {value}: {error:?}", field.key));
            }
            (tool, inputs)
        })
    })
}

proptest! {
    #[test]
    fn the_formula_shown_is_the_formula_computed((tool, inputs) in any_tool_with_inputs()) {
        let evaluations = tool.evaluate(&inputs);
        for (evaluation, (key, formula)) in evaluations.iter().zip(tool.formulas()) {
            prop_assert_eq!(evaluation.output.key, key);
            let output = evaluation.output;
            let shown = formula.evaluate(&|key| inputs.get(key)).certain_to(output.places());
            let shown = shown.and_then(|value| output.check(value));
            prop_assert_eq!(shown, evaluation.value);
        }
    }

    #[test]
    fn removing_steps_from_the_formula_changes_no_result((tool, inputs) in any_tool_with_inputs(), kept in any::<u16>()) {
        let mut inputs = inputs;
        let removable = tool.spec().fields.iter().filter(|field| field.removable);
        for (place, field) in removable.enumerate() {
            if kept & (1 << place) == 0 {
                inputs.set(field, field.default).unwrap();
            }
        }
        let evaluations = tool.evaluate(&inputs);
        for working in workings(tool, &inputs) {
            let evaluation = evaluations.iter().find(|evaluation| evaluation.output == working.output).unwrap();
            let shown = working.formula.evaluate(&|key| inputs.get(key)).certain_to(working.output.places());
            // With a step removed, the formula may be exact even if the whole one exceeds 28 digits.
            if evaluation.value.is_ok() {
                prop_assert_eq!(shown, evaluation.value, "{} {}", tool.spec().id, working.output.key);
            }
        }
    }

    #[test]
    fn a_waterfall_leads_from_the_first_figure_to_the_last((tool, inputs) in any_tool_with_inputs()) {
        let (spec, evaluations) = (tool.spec(), tool.evaluate(&inputs));
        let figure = |key: &str| {
            let evaluation = evaluations.iter().find(|evaluation| evaluation.output.key == key);
            inputs.get(key).or_else(|| evaluation.and_then(|evaluation| evaluation.value.ok()))
        };
        let steps = spec.chain.iter().flat_map(|chain| chain.steps);
        let steps: Vec<_> = steps.filter(|(input, _)| inputs.removed(spec, input).is_none()).collect();
        let keys = spec.chain.iter().map(|chain| chain.start).chain(steps.iter().map(|(_, output)| *output));
        let totals: Option<Vec<_>> = keys.map(figure).collect();
        let totals = totals.filter(|totals| !steps.is_empty() && totals.iter().any(|total| !total.is_zero()));

        let bars = waterfall(spec, &inputs, &evaluations);
        prop_assert_eq!(bars.iter().map(|bar| bar.total).collect::<Vec<_>>(), totals.unwrap_or_default());
        let mut before = Decimal::ZERO;
        for bar in &bars {
            // Next to figures of 20 digits and more, 28 digits leave fewer than six decimals.
            let last_digit = Decimal::new(1, 6).max(before.abs() * Decimal::new(1, 27));
            let gap = before.plus(bar.change).and_then(|total| total.minus(bar.total));
            prop_assert!(gap.is_some_and(|gap| gap.abs() <= last_digit), "{:?} beside {}", gap, before);
            prop_assert!(Decimal::ZERO <= bar.from && bar.from <= bar.to && bar.to <= Decimal::ONE_THOUSAND);
            before = bar.total;
        }
        // The picture is as wide as its contents.
        let ends = bars.iter().map(|bar| bar.from).min().zip(bars.iter().map(|bar| bar.to).max());
        prop_assert_eq!(ends, (!bars.is_empty()).then_some((Decimal::ZERO, Decimal::ONE_THOUSAND)));
    }

    #[test]
    fn a_link_round_trips_its_inputs((tool, inputs) in any_tool_with_inputs()) {
        let fragment = share::encode(tool.spec(), &inputs, None, Reader::Colleague);
        let linked = share::decode(tool.spec(), &format!("#{fragment}"));
        prop_assert_eq!(&linked.inputs, &inputs);
        prop_assert_eq!(linked.problems, vec![]);
        let keys: Vec<_> = fragment.split('&').filter_map(|part| part.split('=').next()).collect();
        prop_assert!(keys.is_sorted());
    }

    #[test]
    fn a_field_parses_back_what_it_shows((tool, inputs) in any_tool_with_inputs()) {
        for field in tool.spec().fields {
            let value = inputs.get(field.key).unwrap();
            prop_assert_eq!(field.parse(&field.show(value)), Ok(value));
            prop_assert_eq!(field.parse_link(&field.link(value)), Ok(value));
            if !matches!(field.kind, Kind::Choice(_)) {
                prop_assert_eq!(field.parse(&field.quote(value)), Ok(value));
            }
        }
    }

    #[test]
    fn any_typed_or_linked_text_is_handled(tool in any_tool(), typed in any::<String>(), digits in "[-+0-9.,万亿%¥ ]{0,40}") {
        for text in [&typed, &digits] {
            for field in tool.spec().fields {
                if let Ok(value) = field.parse(text) {
                    prop_assert_eq!(field.check(value), Ok(value));
                }
            }
            let linked = share::decode(tool.spec(), text);
            prop_assert!(tool.evaluate(&linked.inputs).iter().all(|evaluation| evaluation.value != Err(Undefined::NoSuchInput)));
        }
    }
}

#[test]
fn every_corner_of_the_bounds_has_a_value_or_a_reason() {
    for tool in CATALOG {
        let fields = tool.spec().fields;
        for corner in 0_u32..1 << fields.len() {
            let mut inputs = Inputs::defaults(tool.spec());
            for (bit, field) in fields.iter().enumerate() {
                let (low, high) = bounds(field);
                inputs.set(field, if corner & (1 << bit) == 0 { low } else { high }).unwrap();
            }
            for evaluation in tool.evaluate(&inputs) {
                if let Err(reason) = evaluation.value {
                    let known =
                        [Undefined::TooLarge, Undefined::DivisionByZero, Undefined::Meaningless].contains(&reason);
                    assert!(known, "{tool:?} {corner:b} {} {reason:?}", evaluation.output.key);
                }
            }
        }
    }
}

#[test]
fn just_outside_the_bounds_is_refused() {
    for field in CATALOG.iter().flat_map(|tool| tool.spec().fields) {
        let step = field.grain();
        let (low, high) = bounds(field);
        for outside in [low - step, high + step, Decimal::from(-1)] {
            assert_eq!(field.check(outside), Err(FieldError::OutOfRange(outside)), "{} = {outside}", field.key);
        }
        let finer = field.default + step / Decimal::TEN;
        assert!(matches!(field.check(finer), Err(FieldError::Decimals(..))), "{} = {finer}", field.key);
    }
}

#[test]
fn declarations_and_formulas_have_the_same_keys() {
    for tool in CHECKED {
        let spec = tool.spec();
        let named = spec.fields.iter().filter(|field| !field.affects_wording_only);
        let inputs: Vec<_> = named.map(|field| field.key).collect();
        let outputs: Vec<_> = spec.outputs.iter().map(|output| output.key).collect();
        let hint = "list the same keys, in the same order, in its SPEC and in its quantities!";
        assert_eq!(tool.formula_keys(), (inputs.as_slice(), outputs.as_slice()), "{}: {hint}", spec.id);
    }
}

#[test]
fn declared_units_match_the_formula() {
    for tool in CHECKED {
        let declared: Vec<_> = tool.spec().outputs.iter().map(|output| (output.key, Ok(output.unit))).collect();
        assert_eq!(tool.dimensions(), declared, "{}: declare the units that its formula gives", tool.spec().id);
    }
}

#[test]
fn the_working_shows_each_result_once_after_its_parts() {
    for tool in CATALOG {
        // With every professional step in, every result has a line.
        let mut inputs = Inputs::defaults(tool.spec());
        for field in tool.spec().fields.iter().filter(|field| field.removable) {
            let value = if let Kind::Choice(_) = field.kind { field.high } else { Decimal::new(3, 1) };
            inputs.set(field, value).unwrap();
        }
        let mut done = Vec::new();
        for working in workings(*tool, &inputs) {
            for (needed, _) in working.formula.steps() {
                assert!(done.contains(&needed), "{tool:?}: {needed} is used before its own line");
            }
            done.push(working.output.key);
        }
        let mut outputs: Vec<_> = tool.spec().outputs.iter().map(|output| output.key).collect();
        done.sort_unstable();
        outputs.sort_unstable();
        assert_eq!(done, outputs, "{tool:?}");
    }
}

#[test]
fn every_input_affects_some_result() {
    for tool in CATALOG {
        for field in tool.spec().fields.iter().filter(|field| !field.affects_wording_only) {
            let used = tool.formulas().iter().any(|(_, formula)| formula.occurrences(field.key) > 0);
            assert!(used, "{tool:?}: use `{}` in the formula or remove it", field.key);
        }
    }
}

#[test]
fn worked_cases_are_exact() {
    for tool in CATALOG {
        let spec = tool.spec();
        assert!((3..=6).contains(&spec.cases.len()), "{tool:?} has {} worked cases: give 3 to 6", spec.cases.len());
        for case in spec.cases {
            let mut inputs = Inputs::defaults(spec);
            for (key, value) in case.inputs {
                inputs.set(spec.field(key).unwrap(), *value).unwrap();
            }
            let evaluations = tool.evaluate(&inputs);
            for (key, expected) in case.outputs {
                let evaluation = evaluations.iter().find(|evaluation| evaluation.output.key == *key).unwrap();
                // A non-terminating decimal is given as it is shown.
                let is_shown = expected.scale() > 0 && expected.scale() == evaluation.output.places();
                let value = evaluation.value.map(|value| if is_shown { round(value, expected.scale()) } else { value });
                assert_eq!(value, Ok(*expected), "{tool:?}: {key} of the worked case \"{}\"", case.source);
            }
        }
    }
}

#[test]
fn defaults_and_table_axes_lie_within_the_bounds() {
    for tool in CATALOG {
        let spec = tool.spec();
        for field in spec.fields {
            assert_eq!(field.check(field.default), Ok(field.default), "{tool:?} {}", field.key);
        }
        for axis in [spec.what_if.rows, spec.what_if.columns] {
            let field = spec.field(axis.key).unwrap();
            assert!(axis.values.iter().all(|value| field.check(*value).is_ok()), "{tool:?} {}", axis.key);
        }
        assert!(spec.output(spec.what_if.output).is_some(), "{tool:?}");
        assert!(spec.outputs.is_sorted_by_key(|output| output.part != Part::Slide), "{tool:?}");
        for field in spec.fields.iter().filter(|field| !matches!(field.kind, Kind::Choice(_))) {
            let slider = field.slider;
            for end in [slider.low.max(field.min_value()), slider.high, slider.step] {
                assert_eq!(field.check(end), Ok(end), "{tool:?} {}", field.key);
            }
            assert!(slider.low <= field.default && field.default <= slider.high, "{tool:?} {}", field.key);
        }
        for (input, output) in spec.chain.iter().flat_map(|chain| chain.steps) {
            assert!(spec.field(input).is_some() && spec.output(output).is_some(), "{tool:?} {input} {output}");
        }
    }
}

#[test]
fn every_text_exists_in_both_languages() {
    let is_han = |character: char| ('\u{4e00}'..='\u{9fff}').contains(&character);
    let check = |text: Text, place: &str| {
        assert!(text.zh.chars().any(is_han), "{place}: no Chinese in {:?}", text.zh);
        assert!(!text.en.trim().is_empty() && !text.en.chars().any(is_han), "{place}: no English in {:?}", text.en);
    };
    for tool in CATALOG {
        let spec = tool.spec();
        for text in [spec.title, spec.purpose, spec.caveat, spec.source].iter().chain(spec.conventions) {
            check(*text, spec.id);
        }
        for field in spec.fields {
            check(field.label, field.key);
            check(field.hint, field.key);
            if let Kind::Choice(choices) = field.kind {
                choices.iter().for_each(|choice| check(choice.label, choice.name));
            }
        }
        for output in spec.outputs {
            check(output.label, output.key);
        }
        for misprint in spec.what_if.misprints {
            check(misprint.reason, spec.id);
        }
    }
    for page in Page::all() {
        let [zh, en] = Locale::ALL.map(|locale| (page.title(locale), page.description(locale)));
        check(Text { zh: zh.1, en: en.1 }, &page.path());
        assert!(zh.0.chars().any(is_han) && !en.0.chars().any(is_han), "{zh:?} {en:?}");
    }
}

#[test]
fn every_page_has_an_address_and_links_to_every_other() {
    let pages = Page::all();
    for page in &pages {
        assert_eq!(Page::from_path(&page.path()), Some(*page));
        for other in &pages {
            let base = format!("/some/where/{}", page.path());
            assert_eq!(resolve(&base, &page.link_to(*other)), format!("/some/where/{}", other.path()));
        }
    }
    assert_eq!(Page::from_path("nowhere/"), None);
    assert!(CATALOG.iter().all(|tool| find(tool.spec().id) == Some(*tool)));
}

/// Resolves a relative address as browsers do.
fn resolve(base: &str, relative: &str) -> String {
    let mut parts: Vec<&str> = base.split('/').collect();
    parts.pop();
    for part in relative.split('/') {
        match part {
            ".." => {
                parts.pop();
            }
            "." => {}
            part => parts.push(part),
        }
    }
    parts.join("/")
}
