//! Rearranging a formula to isolate one input.

use std::rc::Rc;

use super::Goal;
use crate::calculator::field::Field;
use crate::calculator::working::simplified;
use crate::calculator::{Calculator, Inputs};
use crate::number::expr::{Expr, Operator};
use crate::number::unit::Unit;

/// The rearranged formula, with the unknown isolated and the wanted result as a step with the wanted value. None if the
/// unknown occurs twice or inside an operation without an inverse.
pub fn rearranged(calculator: &dyn Calculator, inputs: &Inputs, goal: &Goal) -> Option<Expr> {
    // The unknown stays in the formula even if its current value would remove its step.
    let Field { default, high, .. } = *goal.unknown;
    let present = inputs.with(goal.unknown.key, if high == default { goal.unknown.min_value() } else { high });
    let formulas = simplified(calculator, &present);
    let (_, formula) = formulas.into_iter().find(|(key, _)| *key == goal.output.key)?;
    if formula.occurrences(goal.unknown.key) != 1 {
        return None;
    }
    let wanted = Expr::Step(goal.output.key, Rc::new(Expr::Constant(goal.wanted, Unit::NONE)));
    isolate(&formula, goal.unknown.key, wanted)
}

/// Moves everything around the unknown to the other side, from the outside in.
fn isolate(formula: &Expr, unknown: &str, other_side: Expr) -> Option<Expr> {
    let apply =
        |operator, left: &Expr, right: &Expr| Expr::Binary(operator, Rc::new(left.clone()), Rc::new(right.clone()));
    match formula {
        Expr::Input(_) => Some(other_side),
        Expr::Step(_, inner) => isolate(inner, unknown, other_side),
        Expr::Binary(operator, left, right) if left.occurrences(unknown) > 0 => {
            let opposite = match operator {
                Operator::Add => Operator::Subtract,
                Operator::Subtract => Operator::Add,
                Operator::Multiply => Operator::Divide,
                Operator::Divide => Operator::Multiply,
                Operator::Power => return None,
            };
            isolate(left, unknown, apply(opposite, &other_side, right))
        }
        Expr::Binary(operator, left, right) => {
            let moved = match operator {
                Operator::Add => apply(Operator::Subtract, &other_side, left),
                Operator::Subtract => apply(Operator::Subtract, left, &other_side),
                Operator::Multiply => apply(Operator::Divide, &other_side, left),
                Operator::Divide => apply(Operator::Divide, left, &other_side),
                Operator::Power => return None,
            };
            isolate(right, unknown, moved)
        }
        Expr::Constant(..) | Expr::Ceil(_) | Expr::Geometric(..) => None,
    }
}
