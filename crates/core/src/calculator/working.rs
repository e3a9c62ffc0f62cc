//! How a result comes about, step by step, as one would work it out on paper.

use crate::calculator::field::Part;
use crate::calculator::{Calculator, Inputs, Output};
use crate::number::expr::Expr;
use crate::number::simplify::Simplifier;

/// One line of the working: a result and the formula that gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Working {
    /// The declaration of the result.
    pub output: &'static Output,
    /// How it comes about; earlier results appear in it as [`Expr::Step`].
    pub formula: Expr,
    /// Whether it belongs to the slide's results and what they need, or is for professionals.
    pub part: Part,
}

/// The formulas in the order in which one would work them out: what the headline needs, the
/// headline, the slide's other results, then those for professionals. Steps that the user has taken
/// out do not appear, nor results that are then merely another name for an earlier one.
#[must_use]
pub fn workings(calculator: &dyn Calculator, inputs: &Inputs) -> Vec<Working> {
    let spec = calculator.spec();
    let formulas = simplified(calculator, inputs);
    let mut workings: Vec<Working> = Vec::new();
    for part in [Part::Slide, Part::Detail] {
        let outputs = spec.outputs.iter().enumerate().filter(|(_, output)| output.part == part);
        for (place, output) in outputs {
            let Some((_, formula)) = formulas.iter().find(|(key, _)| *key == output.key) else { continue };
            let is_name_only = matches!(formula, Expr::Step(..) | Expr::Input(_) | Expr::Constant(..));
            let whole = formula.clone();
            let own = (output.key, &whole);
            for (step, formula) in whole.steps().into_iter().chain((place == 0 || !is_name_only).then_some(own)) {
                if let Some(output) = spec.output(step)
                    && workings.iter().all(|known| known.output.key != step)
                {
                    workings.push(Working { output, formula: formula.clone(), part });
                }
            }
        }
    }
    workings
}

/// The formula of each result without the steps that are taken out. What several share has the name of the first; the
/// results of the slide are declared before those for professionals, and the headline takes its name from what it
/// consists of.
pub(crate) fn simplified(calculator: &dyn Calculator, inputs: &Inputs) -> Vec<(&'static str, Expr)> {
    let spec = calculator.spec();
    let removed = |key: &str| inputs.removed(spec, key);
    let mut simplifier = Simplifier::new(&removed);
    let mut formulas = calculator.formulas();
    formulas.sort_by_key(|(key, _)| spec.outputs.first().is_some_and(|headline| headline.key == *key));
    formulas.into_iter().map(|(key, formula)| (key, simplifier.formula(key, &formula))).collect()
}
