//! The working of a result, step by step, as on paper.

use crate::calculator::field::Part;
use crate::calculator::{Calculator, Inputs, Output};
use crate::number::expr::Expr;
use crate::number::simplify::Simplifier;

/// One line of the working: a result and its formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Working {
    /// The declaration of the result.
    pub output: &'static Output,
    /// The formula; earlier results appear in it as [`Expr::Step`].
    pub formula: Expr,
    /// Whether the line belongs to the slide's results and what they need, or to the professional ones.
    pub part: Part,
}

/// The formulas in working order: the slide's other results, the headline, what needs it in turn, then the professional
/// results; each is preceded by what it needs. Removed steps are omitted, as are results that are then only another
/// name for an earlier one.
pub fn workings(calculator: &dyn Calculator, inputs: &Inputs) -> Vec<Working> {
    let spec = calculator.spec();
    let formulas = simplified(calculator, inputs);
    let formula = |output: &Output| formulas.iter().find(|(key, _)| *key == output.key).map(|(_, formula)| formula);
    let headline = spec.outputs.first();
    let needs_headline = |output: &&Output| {
        let steps = formula(output).map(Expr::steps).unwrap_or_default();
        steps.iter().any(|(step, _)| headline.is_some_and(|headline| headline.key == *step))
    };
    let of = |part| spec.outputs.iter().skip(1).filter(move |output| output.part == part);
    let (after, before): (Vec<_>, Vec<_>) = of(Part::Slide).partition(needs_headline);
    let mut workings: Vec<Working> = Vec::new();
    let mut push = |step: &str, formula: &Expr, part| {
        if let Some(output) = spec.output(step)
            && workings.iter().all(|known| known.output.key != step)
        {
            workings.push(Working { output, formula: formula.clone(), part });
        }
    };
    for output in before.into_iter().chain(headline).chain(after).chain(of(Part::Detail)) {
        let Some(formula) = formula(output) else { continue };
        for (step, needed) in formula.steps() {
            push(step, needed, output.part);
        }
        let is_name_only = matches!(formula, Expr::Step(..) | Expr::Input(_) | Expr::Constant(..));
        if !is_name_only || Some(output) == headline {
            push(output.key, formula, output.part);
        }
    }
    workings
}

/// The formula of each result without the removed steps. A formula that several results share is named after the first.
/// The slide's results are declared before the professional ones, and the headline comes last, so that it is named
/// after its parts.
pub(crate) fn simplified(calculator: &dyn Calculator, inputs: &Inputs) -> Vec<(&'static str, Expr)> {
    let spec = calculator.spec();
    let removed = |key: &str| inputs.removed(spec, key);
    let mut simplifier = Simplifier::new(&removed);
    let is_headline = |(key, _): &(&str, Expr)| spec.outputs.first().is_some_and(|headline| headline.key == *key);
    let (headline, others): (Vec<_>, Vec<_>) = calculator.formulas().into_iter().partition(is_headline);
    others.into_iter().chain(headline).map(|(key, formula)| (key, simplifier.formula(key, &formula))).collect()
}
