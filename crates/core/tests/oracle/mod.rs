//! The calculators against an independent implementation in fractions; `ABACUS_CASES` sets the number of random cases.

pub(crate) mod cases;
mod formulas;
mod fraction;

use abacus_core::Decimal;
use abacus_core::calculator::field::Kind;
use abacus_core::calculator::{Calculator, Inputs, Output};
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::Undefined;
use abacus_core::number::format::{Style, machine};
use abacus_core::text::Locale;
use cases::Rng;
use fraction::{Expected, Fraction};

/// Compares every result for these inputs with the oracle's; returns how many were refused for their size.
fn compare(tool: &dyn Calculator, inputs: &Inputs) -> u64 {
    let expected_results = formulas::results(tool.spec().id, &|key| inputs.get(key).unwrap());
    let evaluations = tool.evaluate(inputs);
    let hint = "list its results in crates/core/tests/oracle/formulas.rs in the order of its outputs";
    assert_eq!(evaluations.len(), expected_results.len(), "{}: {hint}", tool.spec().id);
    let mut refused = 0;
    for (evaluation, (key, expected)) in evaluations.iter().zip(expected_results) {
        let output = evaluation.output;
        assert_eq!(output.key, key, "{}: {hint}", tool.spec().id);
        let place = || format!("{} {key}: {expected:?}\n{inputs:?}", tool.spec().id);
        match (evaluation.value, &expected) {
            (Ok(value), Expected::Value(exact)) => {
                let ours = output.figure(value, &Style { locale: Locale::Zh, currency: None, decimals: None });
                assert_eq!(ours, figure(output, exact), "{}", place());
                assert!(!output.meaning.is_some_and(|meaning| exact.is_below(meaning.low)), "{}", place());
                assert!(machine(value) != "-0" && exact.is_near(value, output.places()), "{value} {}", place());
            }
            (Err(Undefined::DivisionByZero), Expected::Undefined) => {}
            (Err(Undefined::Meaningless), Expected::Value(exact)) => {
                assert!(exact.is_below(output.meaning.unwrap().low), "is meaningful: {}", place());
            }
            (Err(Undefined::TooLarge), Expected::Value(exact)) => {
                assert!(!exact.is_decided(output.places()), "refused: {}", place());
                refused += 1;
            }
            (ours, _) => panic!("{ours:?} {}", place()),
        }
    }
    refused
}

/// Every result by key, rounded once to this many places; `None` if it has no value.
pub(crate) fn decimals(tool: &dyn Calculator, inputs: &Inputs, places: u32) -> Vec<(&'static str, Option<String>)> {
    let expected_results = formulas::results(tool.spec().id, &|key| inputs.get(key).unwrap());
    let decimal = |(key, expected): (&'static str, Expected)| {
        let meaning = tool.spec().output(key).unwrap().meaning;
        let value = match expected {
            Expected::Value(exact) if !meaning.is_some_and(|meaning| exact.is_below(meaning.low)) => {
                Some(exact.decimal(places))
            }
            Expected::Value(_) | Expected::Undefined => None,
        };
        (key, value)
    };
    expected_results.into_iter().map(decimal).collect()
}

/// Whether the calculator gives all of these decimals.
pub(crate) fn agrees(tool: &dyn Calculator, inputs: &Inputs, places: u32) -> bool {
    let ours = tool.evaluate(inputs).into_iter().map(|one| (one.output.key, one.value.ok().map(machine)));
    ours.eq(decimals(tool, inputs, places))
}

/// A result as people read it, rounded and grouped by code independent of ours.
fn figure(output: &Output, exact: &Fraction) -> String {
    let is_ratio = output.kind == Kind::Ratio;
    let (least, most) = (output.precision.min_decimals as usize, output.precision.max_decimals as usize);
    let units = exact.rounded(output.places()).to_string();
    let (sign, digits) = units.strip_prefix('-').map_or(("", units.as_str()), |digits| ("-", digits));
    let digits = format!("{digits:0>width$}", width = most + 1);
    let (whole, decimals) = digits.split_at(digits.len() - most);
    let mut decimals = decimals.to_owned();
    // Amounts have cents only if the cents are not zero.
    let in_cents = output.kind == Kind::Money && decimals.bytes().any(|digit| digit != b'0');
    while !in_cents && decimals.len() > least && decimals.ends_with('0') {
        decimals.pop();
    }
    let groups: Vec<_> = whole.as_bytes().rchunks(3).rev().map(|group| str::from_utf8(group).unwrap()).collect();
    let point = if decimals.is_empty() { "" } else { "." };
    format!("{sign}{}{point}{decimals}{}", groups.join(","), if is_ratio { "%" } else { "" })
}

#[test]
fn results_of_random_cases_agree_with_fractions() {
    let many = cases::how_many(100_000);
    let mut refused = 0;
    for number in 0..many {
        let mut rng = Rng::new(number);
        let tool = rng.pick(CATALOG);
        let inputs = cases::case(tool, &mut rng);
        refused += compare(tool, &inputs);
    }
    println!("{many} cases, {refused} results refused for their size");
}

#[test]
fn every_corner_of_the_bounds_agrees_with_fractions() {
    for tool in CATALOG {
        for inputs in cases::corners(*tool) {
            compare(*tool, &inputs);
        }
    }
}

/// Three factors whose product ends in 4 999 999 999 999 999 or 5 000 000 000 000 001: 10⁻¹⁸ away from half a cent.
#[test]
fn products_near_a_half_are_right_or_refused() {
    const END: u128 = 10_u128.pow(16);
    let tool = find("clv").unwrap();
    let keys = ["spend", "visits", "weeks"].map(|key| tool.spec().field(key).unwrap());
    let (mut rng, mut tried) = (Rng::new(1), 0);
    while tried < 300 {
        let factors = [(); 2].map(|()| 1 + 10 * u128::from(rng.below(100_000_000)));
        // By Euler's theorem, the power of 4 · 10¹⁵ − 1 is the inverse modulo 10¹⁶.
        let undone = power(factors[0] * factors[1] % END, 4 * 10_u128.pow(15) - 1, END);
        let ending = if rng.below(2) == 0 { END / 2 - 1 } else { END / 2 + 1 };
        let third = undone * ending % END;
        if third > 10_u128.pow(15) {
            continue;
        }
        let mut inputs = Inputs::defaults(tool.spec());
        for (field, factor) in keys.iter().zip([factors[0], factors[1], third]) {
            cases::put(&mut inputs, field, Decimal::from_i128_with_scale(factor.try_into().unwrap(), 6));
        }
        compare(tool, &inputs);
        tried += 1;
    }
}

fn power(base: u128, exponent: u128, modulus: u128) -> u128 {
    let (mut result, mut base, mut exponent) = (1, base, exponent);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result = result * base % modulus;
        }
        base = base * base % modulus;
        exponent /= 2;
    }
    result
}
