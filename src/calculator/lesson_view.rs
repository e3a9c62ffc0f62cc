//! What a lesson shows of a calculator, one item at a time: a line of its working, its picture, its curve, its link as
//! a QR code.

use abacus_core::calculator::sensitivity::Plan;
use abacus_core::calculator::working::{Working, workings};
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::expr::Expr;
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::form::FormAction;
use crate::calculator::picture::picture;
use crate::calculator::rounding::unrounded;
use crate::calculator::what_if::SharedWhatIf;
use crate::calculator::working::Lines;

pub(crate) use crate::calculator::paper::rows;
pub(crate) use crate::calculator::share::qr::qr_code;

/// A calculator with its inputs and results.
#[derive(Clone, PartialEq)]
pub struct CalculatorCase {
    pub calculator: &'static dyn Calculator,
    pub inputs: Inputs,
    pub evaluations: Vec<Evaluation>,
    pub style: Style,
}

impl CalculatorCase {
    fn lines(&self) -> Lines<'_> {
        let Self { calculator, inputs, evaluations, style } = self;
        Lines { calculator: *calculator, style: *style, inputs, evaluations, active: None }
    }

    /// The line of the working that ends in this result.
    pub fn line(&self, result: &str) -> Option<Working> {
        workings(self.calculator, &self.inputs).into_iter().find(|line| line.output.key == result)
    }

    /// The names in a line, in pieces that may wrap.
    pub fn in_words(&self, line: &Working) -> Html {
        self.lines().pieces(line, true)
    }

    /// The figures in a line, without the result, in pieces that may wrap.
    pub fn in_figures(&self, line: &Working) -> Html {
        self.lines().pieces(line, false)
    }

    /// Whether a line is long and needs smaller type.
    pub fn is_long(line: &Working) -> bool {
        terms(&line.formula) > 5
    }

    /// The result of a line, and whether it was rounded.
    pub fn outcome(&self, line: &Working) -> Html {
        let lines = self.lines();
        let notes = unrounded(&line.formula, &self.inputs).map(|_| lines.rounded_up());
        html! { <>{ lines.outcome(line) }{ for notes }{ for lines.choices(line) }</> }
    }

    pub fn picture(&self) -> Html {
        picture(self.calculator.spec(), &self.inputs, &self.evaluations, &self.style)
    }

    /// The curve of a plan. Choosing a point or dragging to one becomes an action.
    pub fn curve(&self, plan: Plan, act: &Callback<FormAction>) -> Html {
        html! {
            <SharedWhatIf {plan} inputs={self.inputs.clone()} style={self.style} act={act.clone()} has_table=false />
        }
    }
}

/// The number of names and numbers in a formula. Named steps have lines of their own.
fn terms(formula: &Expr) -> usize {
    match formula {
        Expr::Input(_) | Expr::Constant(..) | Expr::Step(..) => 1,
        other => other.parts().map(terms).sum(),
    }
}
