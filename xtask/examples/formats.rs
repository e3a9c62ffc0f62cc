//! Prints figures formatted by core, as JSON, with the options with which `Intl.NumberFormat` must give the same: `[{
//! locale, options, cases: [[value, text], …] }, …]`. `tests/browser/format.spec.js` compares the two.

use abacus_core::Decimal;
use abacus_core::calculators::find;
use abacus_core::number::format::{CURRENCIES, Precision, Style, money, number};
use abacus_core::text::Locale;
use serde_json::{Value, json};

fn main() {
    let groups: Vec<Value> = Locale::ALL.into_iter().flat_map(groups).collect();
    println!("{}", Value::from(groups));
}

fn groups(locale: Locale) -> Vec<Value> {
    let mut groups = Vec::new();
    for decimals in 0..=8 {
        let digits = |least: u32| json!({ "minimumFractionDigits": least, "maximumFractionDigits": decimals });
        groups.push(group(locale, digits(0), |value| number(value, Precision::up_to(decimals))));
        groups.push(group(locale, digits(decimals), |value| number(value, Precision::fixed(decimals))));
    }
    if let Some(rate) = find("early-payment").and_then(|tool| tool.spec().output("yearly_cost")) {
        let style = Style { locale, currency: None, decimals: None };
        let percent = json!({ "style": "percent", "minimumFractionDigits": 0, "maximumFractionDigits": 2 });
        groups.push(group(locale, percent, |value| rate.quote(value, &style)));
    }
    for currency in CURRENCIES {
        let options = |rest: Value| {
            let mut options = json!({ "style": "currency", "currency": currency.code });
            options.as_object_mut().into_iter().zip(rest.as_object()).for_each(|(all, rest)| all.extend(rest.clone()));
            options
        };
        // Without explicit digits, so that the currency's own are compared too.
        let own = options(json!({ "trailingZeroDisplay": "stripIfInteger" }));
        groups.push(group(locale, own, |value| money(value, currency.code, locale)));
        let Some(result) = find("clv").and_then(|tool| tool.spec().output("value")) else { continue };
        for decimals in [None, Some(0), Some(1), Some(2)] {
            let style = Style { locale, currency: Some(currency), decimals };
            let digits = match decimals {
                None => options(json!({ "trailingZeroDisplay": "stripIfInteger" })),
                Some(decimals) => {
                    options(json!({ "minimumFractionDigits": decimals, "maximumFractionDigits": decimals }))
                }
            };
            groups.push(group(locale, digits, |value| result.quote(value, &style)));
        }
    }
    groups
}

fn group(locale: Locale, mut options: Value, format: impl Fn(Decimal) -> String) -> Value {
    // Ours never writes −0.
    options["signDisplay"] = "negative".into();
    let cases: Vec<Value> = values().into_iter().map(|value| json!([value.to_string(), format(value)])).collect();
    json!({ "locale": locale.tag(), "options": options, "cases": cases })
}

/// Figures of every size, many of them exactly halfway between two decimals, positive and negative.
fn values() -> Vec<Decimal> {
    let mantissas = [0, 1, 4, 5, 15, 25, 45, 49, 50, 95, 99, 995, 999, 1_000, 1_005, 1_234, 9_999, 56_160, 99_995];
    let mut values = Vec::new();
    for (place, mantissa) in (0_u64..).zip(mantissas) {
        for scale in [0, 1, 2, 3, 6] {
            // Leading digits, from a multiplier that covers all of them.
            let front =
                (place + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (8 + (place * 7 + u64::from(scale) * 5) % 50);
            for front in [0, i128::from(front)] {
                let value = Decimal::from_i128_with_scale(front * 100_000 + mantissa, scale);
                values.extend([value, -value]);
            }
        }
    }
    values
}
