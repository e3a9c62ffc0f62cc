//! A result in one sentence, ready for a chat message.

use rust_decimal::Decimal;

use crate::calculator::field::{Field, Kind};
use crate::calculator::working::simplified;
use crate::calculator::{Calculator, Evaluation, Inputs, Spec};
use crate::number::format::Style;
use crate::text::Locale;

/// The headline with its figure and every input that it depends on. Steps that are removed are not
/// mentioned.
#[must_use]
pub fn summary(calculator: &dyn Calculator, inputs: &Inputs, evaluations: &[Evaluation], style: &Style) -> String {
    let spec = calculator.spec();
    let Some(headline) = evaluations.first() else { return String::new() };
    let formulas = simplified(calculator, inputs);
    let formula = formulas.iter().find(|(key, _)| *key == headline.output.key).map(|(_, formula)| formula);
    let matters = |field: &&Field| formula.is_some_and(|formula| formula.occurrences(field.key) > 0);
    let given = spec.fields.iter().filter(matters).filter_map(|field| clause(spec, field, inputs, style));
    let given: Vec<String> = given.collect();

    let figure = match headline.value {
        Ok(value) => with_unit(headline, value, style),
        Err(reason) => headline.output.none(reason).get(style.locale).to_owned(),
    };
    let title = spec.title.get(style.locale);
    let label = inside(headline.output.label.get(style.locale), style.locale);
    match style.locale {
        Locale::Zh if given.is_empty() => format!("{title}：{label} {figure}。"),
        Locale::Zh => {
            let given = given.join("、");
            // A space separates Chinese from figures, but not Chinese from Chinese.
            let space = if given.ends_with(|last: char| last.is_ascii()) { " " } else { "" };
            format!("{title}：按{given}{space}计算，{label} {figure}。")
        }
        Locale::En if given.is_empty() => format!("{title}: {label} {figure}."),
        Locale::En => format!("{title}: with {}, {label} {figure}.", given.join(", ")),
    }
}

/// One input with its value: `坏账损失 ¥500`, `margin 2%`.
fn clause(spec: &Spec, field: &Field, inputs: &Inputs, style: &Style) -> Option<String> {
    let value = inputs.get(field.key)?;
    let label = inside(spec.label(field, inputs).get(style.locale), style.locale);
    let figure = match (field.kind, field.chosen(value)) {
        (_, Some(choice)) => inside(choice.label.get(style.locale), style.locale),
        (Kind::Money, None) => format!("{}{}", style.sign(), field.quote(value)),
        _ => field.quote(value),
    };
    Some(format!("{label} {figure}"))
}

/// The figure with its unit, unless the label names the unit: "visits a day 6", but "profit is gone
/// after 24.0 months".
fn with_unit(headline: &Evaluation, value: Decimal, style: &Style) -> String {
    let figure = headline.output.quote(value, style);
    let unit = headline.output.unit.label(style.locale);
    let label = headline.output.label.get(style.locale).to_ascii_lowercase();
    let counted = unit.split(" / ").next().unwrap_or_default();
    let is_rate_only = unit.starts_with("per ") || unit.starts_with('每');
    if counted.is_empty() || is_rate_only || label.contains(counted) { figure } else { format!("{figure} {unit}") }
}

/// A label inside a sentence: in English it begins with a small letter, unless it is an
/// abbreviation.
fn inside(label: &str, locale: Locale) -> String {
    let mut letters = label.chars();
    match (locale, letters.next(), letters.clone().next()) {
        (Locale::En, Some(first), Some(second)) if !second.is_ascii_uppercase() => {
            std::iter::once(first.to_ascii_lowercase()).chain(letters).collect()
        }
        _ => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::summary;
    use crate::calculator::share::decode;
    use crate::calculators::find;
    use crate::number::format::Style;
    use crate::text::Locale;

    #[track_caller]
    fn says(id: &str, fragment: &str, locale: Locale, expected: &str) {
        let sentence = find(id).map(|calculator| {
            let inputs = decode(calculator.spec(), fragment).inputs;
            summary(calculator, &inputs, &calculator.evaluate(&inputs), &Style::usual(locale))
        });
        assert_eq!(sentence.as_deref(), Some(expected), "{id} {fragment}");
    }

    #[test]
    fn the_headline_and_what_it_depends_on_in_both_languages() {
        use Locale::{En, Zh};
        for (id, fragment, locale, expected) in [
            ("bad-debt", "", Zh, "坏账要多少销售额来弥补：按坏账损失 ¥500、净利率 2% 计算，额外销售额 ¥25,000。"),
            (
                "bad-debt",
                "",
                En,
                "Extra sales to cover a bad debt: with loss $500, net margin 2%, extra sales $25,000.",
            ),
            (
                "clv",
                "margin=0.3&retention=0.9&discount=0.1&timing=end",
                En,
                "Customer lifetime value: with spend per visit $9, visits a week 4, weeks a year 52, years 30, gross margin 30%, retention a year 90%, discount rate a year 10%, paid at the end of the year, lifetime value $2,801.18.",
            ),
            (
                "receivables",
                "days=700",
                En,
                "How late payment eats the margin: with net margin 10%, cost of borrowing a year 5%, profit is gone after 24.0 months.",
            ),
            (
                "activity",
                "",
                En,
                "From sales target to daily visits: with deals a month 10, prospects per deal 3, visits per prospect 4, working days a month 20, visits a day 6.",
            ),
            (
                "early-payment",
                "",
                Zh,
                "提前付款折扣值多少：按现金折扣 2%、提前天数 20、一年天数 365 计算，折合年利率 37.24%。",
            ),
        ] {
            says(id, fragment, locale, expected);
        }
    }

    #[test]
    fn a_missing_result_is_replaced_by_its_reason() {
        let none = find("clv").map(|calculator| {
            let inputs = decode(calculator.spec(), "").inputs;
            let mut evaluations = calculator.evaluate(&inputs);
            evaluations.truncate(1);
            evaluations
                .iter_mut()
                .for_each(|evaluation| evaluation.value = Err(crate::number::Undefined::DivisionByZero));
            summary(calculator, &inputs, &evaluations, &Style::usual(Locale::Zh))
        });
        assert!(none.is_some_and(|sentence| sentence.ends_with("客户终生价值 无法计算：除数是零。")));
    }
}
