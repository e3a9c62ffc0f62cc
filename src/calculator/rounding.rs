//! A figure before it was rounded up to a whole number.

use abacus_core::Decimal;
use abacus_core::calculator::{Calculator, Inputs, Output};
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::expr::Expr;
use abacus_core::number::format::{Precision, number};

/// The figure that a formula's result was rounded up from; `None` if it was already whole, or is not certain.
pub(super) fn unrounded(formula: &Expr, inputs: &Inputs) -> Option<Decimal> {
    let Expr::Ceil(inner) = formula else { return None };
    let value = inner.evaluate(&|key| inputs.get(key)).certain_to(12).ok()?;
    (!value.is_whole()).then_some(value)
}

pub(super) fn unrounded_result(calculator: &dyn Calculator, output: &Output, inputs: &Inputs) -> Option<Decimal> {
    let formulas = calculator.formulas();
    let (_, formula) = formulas.iter().find(|(key, _)| *key == output.key)?;
    unrounded(formula, inputs)
}

/// A figure before it is rounded up. Hidden decimals are indicated, otherwise ⌈30⌉ would seem to be 31.
pub(super) fn before_ceil(value: Decimal) -> String {
    if value.normalize().scale() <= 4 {
        number(value, Precision::up_to(4))
    } else {
        format!("{}…", number(value.trunc_with_scale(4), Precision::fixed(4)))
    }
}

#[cfg(test)]
mod tests {
    use abacus_core::calculator::Inputs;
    use abacus_core::calculator::working::workings;
    use abacus_core::calculators::CATALOG;

    use super::*;

    #[test]
    fn a_headline_is_rounded_up_from_the_figure_in_its_working() {
        let mut rounded_up = 0;
        for calculator in CATALOG {
            let spec = calculator.spec();
            let Some(headline) = spec.outputs.first() else { continue };
            for case in spec.cases {
                let mut inputs = Inputs::defaults(spec);
                for (key, value) in case.inputs {
                    let field = spec.field(key).unwrap_or_else(|| unreachable!("{key}"));
                    assert_eq!(inputs.set(field, *value), Ok(()), "{calculator:?}: {key}");
                }
                let steps = workings(*calculator, &inputs);
                let line = steps.iter().find(|step| step.output == headline);
                let of_line = line.and_then(|step| unrounded(&step.formula, &inputs));
                assert_eq!(unrounded_result(*calculator, headline, &inputs), of_line, "{calculator:?} {case:?}");
                rounded_up += usize::from(of_line.is_some());
            }
        }
        assert!(rounded_up > 0);
    }
}
