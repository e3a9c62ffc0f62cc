//! Formulas without the steps that do nothing: a professional input at the figure that takes its
//! step out (a margin of 100 %, a discount of 0 %) leaves the formula as the slide has it.

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::exact::Exact;
use crate::expr::{Expr, Operator};

/// Simplifies formulas one after the other; a step that turns out to be an earlier one, or nothing
/// but an input, is replaced by it.
pub(crate) struct Simplifier<'a> {
    /// The value of an input whose step is taken out.
    removed: &'a dyn Fn(&str) -> Option<Decimal>,
    /// Named steps that stand for themselves, with their simplified formulas.
    steps: Vec<(&'static str, Expr)>,
}

impl<'a> Simplifier<'a> {
    pub(crate) const fn new(removed: &'a dyn Fn(&str) -> Option<Decimal>) -> Self {
        Self { removed, steps: Vec::new() }
    }

    /// The formula of a named result, without its own name: what stands after the `=`.
    pub(crate) fn formula(&mut self, key: &'static str, formula: &Expr) -> Expr {
        let named = match formula {
            Expr::Step(name, _) if *name == key => self.simplify(formula),
            unnamed => self.simplify(&Expr::Step(key, Rc::new(unnamed.clone()))),
        };
        match named {
            Expr::Step(name, inner) if name == key => Rc::unwrap_or_clone(inner),
            alias => alias,
        }
    }

    fn simplify(&mut self, formula: &Expr) -> Expr {
        match formula {
            Expr::Input(key) => (self.removed)(key).map_or_else(|| formula.clone(), plain),
            Expr::Constant(..) => formula.clone(),
            Expr::Ceil(inner) => Expr::Ceil(Rc::new(self.simplify(inner))),
            Expr::Geometric(ratio, terms) => geometric(self.simplify(ratio), self.simplify(terms)),
            Expr::Binary(operator, left, right) => binary(*operator, self.simplify(left), self.simplify(right)),
            Expr::Step(key, inner) => {
                let simple = self.simplify(inner);
                self.name(key, simple)
            }
        }
    }

    fn name(&mut self, key: &'static str, formula: Expr) -> Expr {
        if matches!(formula, Expr::Input(_) | Expr::Constant(..) | Expr::Step(..)) {
            return formula;
        }
        let known = self.steps.iter().find(|(_, step)| *step == formula).map(|(known, _)| *known);
        if known.is_none() {
            self.steps.push((key, formula.clone()));
        }
        Expr::Step(known.unwrap_or(key), Rc::new(formula))
    }
}

fn plain(value: Decimal) -> Expr {
    Expr::Constant(value, crate::unit::Unit::NONE)
}

fn is(formula: &Expr, value: Decimal) -> bool {
    matches!(formula, Expr::Constant(constant, _) if *constant == value)
}

fn geometric(ratio: Expr, terms: Expr) -> Expr {
    if is(&ratio, Decimal::ONE) { terms } else { Expr::Geometric(Rc::new(ratio), Rc::new(terms)) }
}

fn binary(operator: Operator, left: Expr, right: Expr) -> Expr {
    let (zero, one) = (Decimal::ZERO, Decimal::ONE);
    match operator {
        Operator::Add if is(&left, zero) => right,
        Operator::Add | Operator::Subtract if is(&right, zero) => left,
        Operator::Multiply if is(&left, one) => right,
        Operator::Multiply | Operator::Divide | Operator::Power if is(&right, one) => left,
        Operator::Power if is(&right, zero) || is(&left, one) => plain(one),
        _ => folded(operator, &left, &right).unwrap_or_else(|| Expr::Binary(operator, Rc::new(left), Rc::new(right))),
    }
}

/// What two numbers without a unit give, where that is exact: 1 + 0 is 1.
fn folded(operator: Operator, left: &Expr, right: &Expr) -> Option<Expr> {
    let unit = crate::unit::Unit::NONE;
    match (left, right) {
        (Expr::Constant(left, left_unit), Expr::Constant(right, right_unit))
            if (*left_unit, *right_unit) == (unit, unit) =>
        {
            let value = operator.apply(Exact::new(*left), Exact::new(*right));
            value.known_exactly().map(plain)
        }
        _ => None,
    }
}
