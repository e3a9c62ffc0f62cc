//! What a customer is shown.
//!
//! Where nothing of one's own is in a result, it is shown as it is. Where there is, a customer may still see it against
//! the usual values of the private input, such as the slide's margins, and never against one's own.

use rust_decimal::Decimal;

use crate::calculator::field::Field;
use crate::calculator::{Calculator, Evaluation, Inputs, Output};
use crate::number::decimal::Arithmetic;
use crate::number::format::{Precision, Style, round};
use crate::text::Text;

/// What a customer is shown of a calculator.
#[derive(Clone, Copy, Debug)]
pub enum Card {
    /// The results that depend on nothing private, and their inputs.
    Shared,
    /// One result for each of the usual values of a private input.
    Against(Against),
    /// Nothing is left, and why.
    Nothing(Text),
}

/// One result against the usual values of a private input.
#[derive(Clone, Copy, Debug)]
pub struct Against {
    /// The key of the private input.
    pub input: &'static str,
    /// Its usual values.
    pub values: &'static [Decimal],
    /// The key of the result.
    pub output: &'static str,
    /// In one sentence: `{first}` and `{last}` of the values with `{first_result}` and `{last_result}`, and the keys of
    /// the inputs that are shown.
    pub sentence: Text,
}

/// A usual value, and the result with it.
pub type Line = (Decimal, Evaluation);

/// The lines of a card that is set against usual values; none for any other. Private inputs are the example's.
#[must_use]
pub fn lines(calculator: &dyn Calculator, inputs: &Inputs) -> Vec<Line> {
    let spec = calculator.spec();
    let Card::Against(against) = spec.card else { return Vec::new() };
    let shown = inputs_of_customer(calculator, inputs);
    let line = |value: &Decimal| {
        let inputs = shown.with(against.input, *value);
        let evaluation = calculator.evaluate(&inputs).into_iter().find(|result| result.output.key == against.output)?;
        Some((*value, evaluation))
    };
    against.values.iter().filter_map(line).collect()
}

/// A result of a line as people read it: against usual values, cents say nothing.
#[must_use]
pub fn figure(output: &Output, value: Decimal, style: &Style) -> String {
    Output { precision: Precision::up_to(0), ..*output }.quote(value, style)
}

/// How long a bar is for each line, of 1,000 for the largest result.
#[must_use]
pub fn bars(lines: &[Line]) -> Vec<Decimal> {
    let size = |line: &Line| line.1.value.map_or(Decimal::ZERO, |value| value.abs());
    let largest = lines.iter().map(size).max().filter(|largest| !largest.is_zero()).unwrap_or(Decimal::ONE);
    let length = |line: &Line| size(line).over(largest)?.times(Decimal::ONE_THOUSAND);
    lines.iter().map(|line| round(length(line).unwrap_or_default(), 0)).collect()
}

/// The inputs with the example's in place of those that a customer is not shown.
fn inputs_of_customer(calculator: &dyn Calculator, inputs: &Inputs) -> Inputs {
    let spec = calculator.spec();
    let mut shown = Inputs::defaults(spec);
    for field in spec.fields.iter().filter(|field| !field.confidential) {
        if let Some(value) = inputs.get(field.key) {
            let _always_allowed = shown.set(field, value);
        }
    }
    shown
}

/// The inputs that a card against usual values shows: those that its result depends on, without private ones.
pub(super) fn fields(calculator: &dyn Calculator, against: Against) -> Vec<&'static Field> {
    let formulas = calculator.formulas();
    let is_used = |field: &&Field| {
        let formula = formulas.iter().find(|(key, _)| *key == against.output);
        formula.is_some_and(|(_, formula)| formula.occurrences(field.key) > 0)
    };
    calculator.spec().fields.iter().filter(|field| !field.confidential).filter(is_used).collect()
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::lines;
    use crate::calculator::share::decode;
    use crate::calculators::find;

    #[track_caller]
    fn shows(id: &str, fragment: &str, expected: &[i64]) {
        let Some(calculator) = find(id) else { return assert!(expected.is_empty()) };
        let lines = lines(calculator, &decode(calculator.spec(), fragment).inputs);
        let figures: Vec<_> = lines.iter().filter_map(|(_, line)| Some(line.value.ok()?.round())).collect();
        assert_eq!(figures, expected.iter().map(|figure| Decimal::from(*figure)).collect::<Vec<_>>(), "{id}");
    }

    #[test]
    fn a_debt_is_shown_against_the_slides_margins() {
        shows("bad-debt", "margin=0.135&insured=0.9", &[25_000, 16_667, 12_500, 10_000, 8_333]);
        shows("bad-debt", "loss=1000&margin=0.5", &[50_000, 33_333, 25_000, 20_000, 16_667]);
    }

    #[test]
    fn an_invoice_is_shown_against_the_slides_rates() {
        shows("receivables", "rate=0.33&margin=0.01", &[123, 148, 197, 247, 296, 370]);
        shows("clv", "margin=0.3", &[]);
    }
}
