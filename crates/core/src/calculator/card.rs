//! What a customer is shown.
//!
//! A result that depends on nothing private is shown as it is. One that does may still be shown against the usual
//! values of the private input, such as the slide's margins, but never against the user's own.

use rust_decimal::Decimal;

use crate::calculator::field::Field;
use crate::calculator::{Calculator, Evaluation, Inputs, Output};
use crate::number::decimal::Arithmetic;
use crate::number::format::{Precision, Style, round};
use crate::text::Text;

/// The key of the one confidential input that a customer may see this time, if any.
pub type Allowed = Option<&'static str>;

/// Whether a customer may not see an input.
pub(super) fn is_hidden(field: &Field, allowed: Allowed) -> bool {
    field.confidential && allowed != Some(field.key)
}

/// What a customer is shown of this calculator.
#[derive(Clone, Copy, Debug)]
pub enum Card {
    /// The results that depend on nothing private, and their inputs.
    Shared,
    /// One result for each usual value of a private input.
    Against(Against),
    /// There is nothing to show, for this reason.
    Nothing(Text),
}

/// One result against the usual values of a private input.
#[derive(Clone, Copy, Debug)]
pub struct Against {
    /// The question it answers, in one line.
    pub purpose: Text,
    /// The key of the private input.
    pub input: &'static str,
    /// Its usual values.
    pub values: &'static [Decimal],
    /// The key of the result.
    pub output: &'static str,
    /// One sentence with `{first}` and `{last}` of the values, `{first_result}` and `{last_result}`, and the keys of
    /// the shown inputs.
    pub sentence: Text,
}

/// A usual value, and the result with it.
pub type Line = (Decimal, Evaluation);

/// The inputs, with the example's values in place of those that a customer may not see.
pub fn inputs_of_customer(calculator: &dyn Calculator, inputs: &Inputs, allowed: Allowed) -> Inputs {
    let hidden = calculator.spec().fields.iter().filter(|field| is_hidden(field, allowed));
    hidden.fold(inputs.clone(), |shown, field| shown.with(field.key, field.default))
}

/// The lines of a card against usual values; empty for any other card. Private inputs that are not allowed have the
/// example's values.
pub fn lines(calculator: &dyn Calculator, inputs: &Inputs, allowed: Allowed) -> Vec<Line> {
    let Card::Against(against) = calculator.spec().card else { return Vec::new() };
    let shown = inputs_of_customer(calculator, inputs, allowed);
    against.values.iter().filter_map(|value| line(calculator, &shown, against, *value)).collect()
}

/// The line of one value of the private input.
fn line(calculator: &dyn Calculator, shown: &Inputs, against: Against, value: Decimal) -> Option<Line> {
    let inputs = shown.with(against.input, value);
    let evaluation = calculator.evaluate(&inputs).into_iter().find(|result| result.output.key == against.output)?;
    Some((value, evaluation))
}

/// The line with the user's own value of the private input, if that is allowed.
pub fn own_line(calculator: &dyn Calculator, inputs: &Inputs, allowed: Allowed) -> Option<Line> {
    let Card::Against(against) = calculator.spec().card else { return None };
    let value = inputs.get(against.input).filter(|_| allowed == Some(against.input))?;
    line(calculator, &inputs_of_customer(calculator, inputs, allowed), against, value)
}

/// A result of a line as people read it, without cents: they mean nothing against usual values.
pub fn figure(output: &Output, value: Decimal, style: &Style) -> String {
    Output { precision: Precision::up_to(0), ..*output }.quote(value, style)
}

/// The length of each line's bar, in thousandths of the longest.
pub fn bars(lines: &[Line]) -> Vec<Decimal> {
    let size = |line: &Line| line.1.value.map_or(Decimal::ZERO, |value| value.abs());
    let largest = lines.iter().map(size).max().filter(|largest| !largest.is_zero()).unwrap_or(Decimal::ONE);
    let length = |line: &Line| size(line).over(largest)?.times(Decimal::ONE_THOUSAND);
    lines.iter().map(|line| round(length(line).unwrap_or_default(), 0)).collect()
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test fails by panicking")]
mod tests {
    use rust_decimal::Decimal;

    use super::{lines, own_line};
    use crate::calculator::share::decode;
    use crate::calculators::find;
    use crate::number::format::machine;

    #[track_caller]
    fn shows(id: &str, fragment: &str, expected: &[i64]) {
        let Some(calculator) = find(id) else { return assert!(expected.is_empty()) };
        let lines = lines(calculator, &decode(calculator.spec(), fragment).inputs, None);
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

    #[test]
    fn an_allowed_input_gets_its_own_line() {
        let calculator = find("bad-debt").expect("a calculator");
        let inputs = decode(calculator.spec(), "margin=0.1&premium=500").inputs;
        let own = own_line(calculator, &inputs, Some("margin")).expect("a line");
        assert_eq!((machine(own.0), own.1.value.map(machine)), ("0.1".to_owned(), Ok("5000".to_owned())));
        assert_eq!(own_line(calculator, &inputs, Some("premium")), None);
        assert_eq!(own_line(calculator, &inputs, None), None);
        // The other allowed input is used in every line.
        let first =
            |allowed| lines(calculator, &inputs, allowed).first().and_then(|line| line.1.value.ok()).map(machine);
        assert_eq!((first(None), first(Some("premium"))), (Some("25000".to_owned()), Some("50000".to_owned())));
    }
}
