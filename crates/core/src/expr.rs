//! The reading of a formula that can be shown: a tree of inputs, constants and operations.

use std::ops::{Add, Div, Mul, Sub};
use std::rc::Rc;

use rust_decimal::Decimal;

use crate::number::{Exact, Number, Undefined};
use crate::unit::Unit;

/// A formula as a tree.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// An input, by its key.
    Input(&'static str),
    /// A number that belongs to the formula, with its unit.
    Constant(Decimal, Unit),
    /// Two operands and what is done with them.
    Binary(Operator, Rc<Expr>, Rc<Expr>),
    /// Rounded up to a whole number.
    Ceil(Rc<Expr>),
    /// An intermediate result with the name of an output, and how it comes about.
    Step(&'static str, Rc<Expr>),
}

/// What is done with two operands.
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
}

impl Expr {
    /// The value of the formula for the given inputs, by the same arithmetic as [`Exact`].
    ///
    /// # Errors
    /// The reason why there is no value, [`Undefined::NoSuchInput`] where `input` knows no answer.
    pub fn evaluate(&self, input: &dyn Fn(&str) -> Option<Decimal>) -> Result<Decimal, Undefined> {
        self.exact(input).0
    }

    fn exact(&self, input: &dyn Fn(&str) -> Option<Decimal>) -> Exact {
        match self {
            Self::Input(key) => Exact(input(key).ok_or(Undefined::NoSuchInput)),
            Self::Constant(value, unit) => Exact::constant(*value, *unit),
            Self::Binary(operator, left, right) => operator.apply(left.exact(input), right.exact(input)),
            Self::Ceil(inner) => inner.exact(input).ceil(),
            Self::Step(_, inner) => inner.exact(input),
        }
    }

    /// The named steps inside this formula, each once, in the order in which they are computed.
    #[must_use]
    pub fn steps(&self) -> Vec<(&'static str, &Self)> {
        let mut found = Vec::new();
        self.collect_steps(&mut found);
        found
    }

    fn collect_steps<'a>(&'a self, found: &mut Vec<(&'static str, &'a Self)>) {
        match self {
            Self::Input(_) | Self::Constant(..) => {}
            Self::Binary(_, left, right) => {
                left.collect_steps(found);
                right.collect_steps(found);
            }
            Self::Ceil(inner) => inner.collect_steps(found),
            Self::Step(key, inner) => {
                inner.collect_steps(found);
                if found.iter().all(|(known, _)| known != key) {
                    found.push((key, inner));
                }
            }
        }
    }
}

impl Operator {
    /// The operation itself, on any kind of number.
    pub fn apply<N: Number>(self, left: N, right: N) -> N {
        match self {
            Self::Add => left.add(right),
            Self::Subtract => left.sub(right),
            Self::Multiply => left.mul(right),
            Self::Divide => left.div(right),
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

    fn step(self, key: &'static str) -> Self {
        Self::Step(key, Rc::new(self))
    }
}
