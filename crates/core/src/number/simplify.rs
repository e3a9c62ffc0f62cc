//! Formulas without steps that have no effect. A professional input with the value that removes its step (a margin of
//! 100 %, a discount of 0 %) leaves the formula as on the slide.

use std::rc::Rc;

use rust_decimal::Decimal;

use crate::number::exact::Exact;
use crate::number::expr::{Expr, Operator};

/// Simplifies formulas one after the other. A step that equals an earlier one, or is just an input, is replaced by it.
pub(crate) struct Simplifier<'a> {
    /// The value of an input whose step is removed.
    removed: &'a dyn Fn(&str) -> Option<Decimal>,
    /// The named steps so far, with their simplified formulas.
    steps: Vec<(&'static str, Expr)>,
}

impl<'a> Simplifier<'a> {
    pub(crate) const fn new(removed: &'a dyn Fn(&str) -> Option<Decimal>) -> Self {
        Self { removed, steps: Vec::new() }
    }

    /// The formula of a named result, without its own name: the right-hand side of its equation.
    pub(crate) fn formula(&mut self, key: &'static str, formula: &Expr) -> Expr {
        let simple = self.simplify(formula);
        match self.name(key, simple) {
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
    Expr::Constant(value, crate::number::unit::Unit::NONE)
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

/// The value of an operation on two plain numbers, if it is exact: 1 + 0 is 1.
fn folded(operator: Operator, left: &Expr, right: &Expr) -> Option<Expr> {
    let unit = crate::number::unit::Unit::NONE;
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

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use rust_decimal::Decimal;

    use super::{Simplifier, plain};
    use crate::number::Number;
    use crate::number::expr::Expr;
    use crate::number::unit::Unit;

    const X: Expr = Expr::Input("x");
    const Y: Expr = Expr::Input("y");

    fn number(value: u32) -> Expr {
        plain(Decimal::from(value))
    }

    fn months(value: u32) -> Expr {
        Expr::Constant(Decimal::from(value), Unit::MONTH)
    }

    /// A formula without names, with all inputs kept.
    fn simple(formula: &Expr) -> Expr {
        Simplifier::new(&|_| None).formula("result", formula)
    }

    #[test]
    fn operations_without_effect_are_removed() {
        for (formula, expected) in [
            (X + number(0), X),
            (number(0) + X, X),
            (X - number(0), X),
            (X * number(1), X),
            (number(1) * X, X),
            (X / number(1), X),
            (X.power(number(1)), X),
            (X.power(number(0)), number(1)),
            (number(1).power(X), number(1)),
            (Expr::geometric(number(1), X), X),
            ((X + number(0)).ceil(), X.ceil()),
        ] {
            assert_eq!(simple(&formula), expected, "{formula:?}");
        }
    }

    #[test]
    fn operations_with_effect_stay() {
        for formula in [
            X + Y,
            X + number(1),
            number(1) + X,
            number(0) - X,
            X - number(1),
            X * number(0),
            number(0) * X,
            number(1) / X,
            X / number(2),
            X.power(number(2)),
            number(2).power(X),
            Expr::geometric(X, number(1)),
        ] {
            assert_eq!(simple(&formula), formula);
        }
    }

    #[test]
    fn plain_numbers_are_folded_if_exact() {
        assert_eq!(simple(&(number(2) + number(3))), number(5));
        assert_eq!(simple(&(number(3) / number(2))), plain(Decimal::new(15, 1)));
        for formula in [number(1) / number(3), months(12) / number(2), number(24) / months(12), number(1) / number(0)] {
            assert_eq!(simple(&formula), formula);
        }
    }

    #[test]
    fn a_removed_input_removes_its_step() {
        let removed = |key: &str| (key == "margin").then_some(Decimal::ONE);
        let mut simplifier = Simplifier::new(&removed);
        assert_eq!(simplifier.formula("profit", &(X * Expr::Input("margin"))), X);
    }

    #[test]
    fn a_known_step_keeps_its_first_name() {
        let step = |name, formula| Expr::Step(name, Rc::new(formula));
        let mut simplifier = Simplifier::new(&|_| None);
        assert_eq!(simplifier.formula("sum", &(X + Y)), X + Y, "its own name is not used in it");
        assert_eq!(simplifier.formula("sum", &step("sum", X + Y)), X + Y, "even if the formula contains it");
        assert_eq!(simplifier.formula("again", &(X + Y)), step("sum", X + Y));
        assert_eq!(simplifier.formula("double", &(step("inner", X + Y) * number(2))), step("sum", X + Y) * number(2));
        assert_eq!(simplifier.formula("half", &(step("other", X - Y) / number(2))), step("other", X - Y) / number(2));
        assert_eq!(simplifier.formula("only", &step("name", X + number(0))), X, "an input needs no name");
    }
}
