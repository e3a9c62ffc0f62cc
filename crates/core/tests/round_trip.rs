//! A shown result parses back to the last decimal shown, in both languages and every currency. `laws.rs` tests the same
//! for fields.

use crate::oracle::cases;

use abacus_core::Decimal;
use abacus_core::calculator::Output;
use abacus_core::calculator::field::{Field, FieldError, Kind, count, money, ratio};
use abacus_core::calculators::CATALOG;
use abacus_core::number::format::{CURRENCIES, Style, money as amount, round};
use abacus_core::text::{Locale, text};
use cases::Rng;

/// Parses a text as a field of this kind does, including values out of its range.
fn read(kind: Kind, shown: &str) -> Decimal {
    let label = text("字段", "Field");
    let field: Field = match kind {
        Kind::Money => money("money", label, label),
        Kind::Ratio => ratio("ratio", label, label),
        _ => count("count", label, label),
    };
    match field.parse(shown) {
        Ok(value) | Err(FieldError::OutOfRange(value)) => value,
        Err(error) => panic!("{shown} is not parsed: {error:?}"),
    }
}

fn shown_value(output: &Output, value: Decimal, style: &Style) -> Decimal {
    let places = match (output.kind, style.decimals) {
        (Kind::Money, None) => style.currency.map_or(2, |currency| currency.decimals),
        (Kind::Money, Some(decimals)) => decimals,
        _ => output.places(),
    };
    round(value, places.min(output.places()))
}

#[test]
fn results_parse_back_as_shown() {
    let currencies: Vec<_> = CURRENCIES.iter().map(Some).chain([None]).collect();
    for number in 0..cases::how_many(100_000) / 5 {
        let mut rng = Rng::new(number);
        let tool = rng.pick(CATALOG);
        let inputs = cases::case(tool, &mut rng);
        for evaluation in tool.evaluate(&inputs) {
            let (Ok(value), output) = (evaluation.value, evaluation.output) else { continue };
            let value = if rng.below(2) == 0 { value } else { -value };
            for locale in Locale::ALL {
                let decimals = rng.pick(&[None, Some(0), Some(1), Some(2)]);
                let style = Style { locale, currency: rng.pick(&currencies), decimals };
                let shown = shown_value(output, value, &style);
                for text in [output.figure(value, &style), output.quote(value, &style)] {
                    assert_eq!(read(output.kind, &text), shown, "{text} {value} {style:?}");
                }
            }
        }
    }
}

#[test]
fn amounts_parse_back_as_shown() {
    let field = money("money", text("金额", "Amount"), text("金额", "Amount"));
    for number in 0..cases::how_many(100_000) / 5 {
        let mut rng = Rng::new(number);
        let value = cases::anything(&field, &mut rng) * rng.pick(&[Decimal::ONE, Decimal::NEGATIVE_ONE]);
        let currency = rng.pick(&CURRENCIES.iter().collect::<Vec<_>>());
        for locale in Locale::ALL {
            let text = amount(value, currency.code, locale);
            assert_eq!(read(Kind::Money, &text), round(value, currency.decimals), "{text} {value}");
        }
    }
}
