//! The interpretation of a formula for display: a tree of inputs, constants and operations.

use std::ops::{Add, Div, Mul, Sub};
use std::rc::Rc;

use rust_decimal::Decimal;

use crate::number::exact::Exact;
use crate::number::unit::Unit;
use crate::number::{Number, Undefined};

/// A formula as a tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// An input, by its key.
    Input(&'static str),
    /// A number that belongs to the formula, with its unit.
    Constant(Decimal, Unit),
    /// An operation on two operands.
    Binary(Operator, Rc<Expr>, Rc<Expr>),
    /// Rounded up to a whole number.
    Ceil(Rc<Expr>),
    /// 1 + q + … + qⁿ⁻¹: the ratio q, the number of terms n.
    Geometric(Rc<Expr>, Rc<Expr>),
    /// An intermediate result named after an output, and its formula.
    Step(&'static str, Rc<Expr>),
}

/// An operation on two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// left + right
    Add,
    /// left − right
    Subtract,
    /// left × right
    Multiply,
    /// left ÷ right
    Divide,
    /// left to the power of right
    Power,
}

impl Expr {
    /// The value of the formula, with the same arithmetic as the result itself. It is [`Undefined::NoSuchInput`] if
    /// `input` returns `None` for a key.
    pub fn evaluate(&self, input: &dyn Fn(&str) -> Option<Decimal>) -> Exact {
        match self {
            Self::Input(key) => input(key).map_or(Exact::undefined(Undefined::NoSuchInput), Exact::new),
            Self::Constant(value, unit) => Exact::constant(*value, *unit),
            Self::Binary(operator, left, right) => operator.apply(left.evaluate(input), right.evaluate(input)),
            Self::Ceil(inner) => inner.evaluate(input).ceil(),
            Self::Geometric(ratio, terms) => Exact::geometric(ratio.evaluate(input), terms.evaluate(input)),
            Self::Step(_, inner) => inner.evaluate(input),
        }
    }

    /// The direct operands, in reading order.
    pub fn parts(&self) -> impl Iterator<Item = &Self> {
        let parts = match self {
            Self::Input(_) | Self::Constant(..) => [None, None],
            Self::Binary(_, left, right) | Self::Geometric(left, right) => [Some(left), Some(right)],
            Self::Ceil(inner) | Self::Step(_, inner) => [Some(inner), None],
        };
        parts.into_iter().flatten().map(Rc::as_ref)
    }

    /// How often an input occurs, named steps included.
    pub fn occurrences(&self, key: &str) -> usize {
        match self {
            Self::Input(input) => usize::from(*input == key),
            other => other.parts().map(|part| part.occurrences(key)).fold(0, usize::saturating_add),
        }
    }

    /// The named steps inside this formula, each once, in order of computation.
    pub fn steps(&self) -> Vec<(&'static str, &Self)> {
        let mut found = Vec::new();
        self.collect_steps(&mut found);
        found
    }

    fn collect_steps<'a>(&'a self, found: &mut Vec<(&'static str, &'a Self)>) {
        for part in self.parts() {
            part.collect_steps(found);
        }
        if let Self::Step(key, inner) = self
            && found.iter().all(|(known, _)| known != key)
        {
            found.push((key, inner));
        }
    }
}

impl Operator {
    /// Applies the operation in any interpretation.
    pub fn apply<N: Number>(self, left: N, right: N) -> N {
        match self {
            Self::Add => left.add(right),
            Self::Subtract => left.sub(right),
            Self::Multiply => left.mul(right),
            Self::Divide => left.div(right),
            Self::Power => left.power(right),
        }
    }
}

macro_rules! operation {
    ($trait:ident, $method:ident, $operator:ident) => {
        impl $trait for Expr {
            type Output = Self;
            fn $method(self, other: Self) -> Self {
                Self::Binary(Operator::$operator, Rc::new(self), Rc::new(other))
            }
        }
    };
}
operation!(Add, add, Add);
operation!(Sub, sub, Subtract);
operation!(Mul, mul, Multiply);
operation!(Div, div, Divide);

impl Number for Expr {
    fn constant(value: Decimal, unit: Unit) -> Self {
        Self::Constant(value, unit)
    }

    fn ceil(self) -> Self {
        Self::Ceil(Rc::new(self))
    }

    fn power(self, exponent: Self) -> Self {
        Self::Binary(Operator::Power, Rc::new(self), Rc::new(exponent))
    }

    fn geometric(ratio: Self, terms: Self) -> Self {
        Self::Geometric(Rc::new(ratio), Rc::new(terms))
    }

    fn counting(self, _: Unit) -> Self {
        self
    }

    fn step(self, key: &'static str) -> Self {
        Self::Step(key, Rc::new(self))
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Expr;

    #[test]
    fn steps_are_listed_once_with_inner_ones_first() {
        let (x, y) = (Expr::Input("x"), Expr::Input("y"));
        let step = |name, formula: &Expr| Expr::Step(name, Rc::new(formula.clone()));
        assert_eq!((x.clone() + y.clone()).steps(), []);

        let sum = x.clone() + y.clone();
        let product = step("sum", &sum) * x.clone();
        let formula = step("product", &product) - step("sum", &sum) / step("other", &y);
        assert_eq!(formula.steps(), [("sum", &sum), ("product", &product), ("other", &y)]);
        assert_eq!((formula.occurrences("x"), formula.occurrences("y"), formula.occurrences("z")), (3, 3, 0));
    }
}
