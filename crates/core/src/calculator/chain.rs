//! A waterfall chart: a first figure and what remains of it after each step.

use rust_decimal::Decimal;

use crate::calculator::field::Field;
use crate::calculator::{Chain, Evaluation, Inputs, Output, Spec};
use crate::number::decimal::Arithmetic;

/// One bar of the waterfall.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The input that causes the change; none for the first figure.
    pub field: Option<&'static Field>,
    /// The result of the step; none if the chain begins with an input.
    pub output: Option<&'static Output>,
    /// The change; for the first bar, the figure itself.
    pub change: Decimal,
    /// The figure after the step.
    pub total: Decimal,
    /// The lower end of the bar, in thousandths of the chart's width.
    pub from: Decimal,
    /// The upper end, at least `from`.
    pub to: Decimal,
}

/// The bars of a calculator's chain for these results, without removed steps. Empty without a chain, if all steps are
/// removed, or if a figure is undefined.
pub fn waterfall(spec: &'static Spec, inputs: &Inputs, evaluations: &[Evaluation]) -> Vec<Bar> {
    spec.chain
        .and_then(|chain| totals(spec, &chain, inputs, evaluations))
        .and_then(|totals| bars(&totals))
        .unwrap_or_default()
}

type Total = (Option<&'static Field>, Option<&'static Output>, Decimal);

fn totals(spec: &'static Spec, chain: &Chain, inputs: &Inputs, evaluations: &[Evaluation]) -> Option<Vec<Total>> {
    let figure = |key: &str| {
        let evaluation = evaluations.iter().find(|evaluation| evaluation.output.key == key);
        inputs.get(key).or_else(|| evaluation?.value.ok())
    };
    let mut totals = vec![(None, spec.output(chain.start), figure(chain.start)?)];
    for (input, output) in chain.steps {
        if inputs.removed(spec, input).is_none() {
            totals.push((spec.field(input), spec.output(output), figure(output)?));
        }
    }
    (totals.len() > 1).then_some(totals)
}

fn bars(totals: &[Total]) -> Option<Vec<Bar>> {
    let figures = || totals.iter().map(|(_, _, total)| *total).chain([Decimal::ZERO]);
    let (low, high) = (figures().min()?, figures().max()?);
    let span = high.minus(low).filter(|span| !span.is_zero())?;
    let place = |value: Decimal| {
        let along = value.minus(low)?.over(span)?.times(Decimal::ONE_THOUSAND)?;
        Some(along.round_dp(1).normalize())
    };
    let mut before = Decimal::ZERO;
    let mut bars = Vec::new();
    for (field, output, total) in totals {
        let (one, other) = (place(before)?, place(*total)?);
        let change = total.minus(before)?;
        bars.push(Bar {
            field: *field,
            output: *output,
            change,
            total: *total,
            from: one.min(other),
            to: one.max(other),
        });
        before = *total;
    }
    Some(bars)
}
