//! Solving backwards: the unknown, the wanted result, and the solution.

use abacus_core::Decimal;
use abacus_core::calculator::field::{Field, FieldError};
use abacus_core::calculator::solve::{Goal, Root, Solution};
use abacus_core::calculator::{Calculator, Inputs, Output};
use abacus_core::number::expr::Expr;
use abacus_core::number::format::{Currency, round};
use yew::AttrValue;

/// The solution of a goal, and the formula rearranged for it if there is one.
pub type Solved = (Solution, Option<Expr>);

/// The solver, which is loaded later.
#[derive(Clone, Copy, Debug)]
pub struct Solver(pub fn(&dyn Calculator, &Inputs, &Goal) -> Solved);

// There is only one.
impl PartialEq for Solver {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// What is solved for, as the user sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Solving {
    pub unknown: &'static Field,
    pub output: &'static Output,
    /// The wanted value exactly as typed.
    pub text: AttrValue,
    /// The actual result, which is the goal until one is typed. A link always names one.
    pub present: Option<Present>,
    pub error: Option<FieldError>,
    /// The last wanted value that could be parsed.
    pub goal: Goal,
    pub solution: Solution,
    /// The rearranged formula, if there is one.
    pub formula: Option<Expr>,
    /// Whether the user started solving on this page, not through a link. The wanted value then takes the focus.
    pub asked: bool,
}

/// A result as it is before another value is wanted.
#[derive(Clone, Debug, PartialEq)]
pub struct Present {
    wanted: Decimal,
    pub text: AttrValue,
}

impl Solving {
    pub fn is_solved(&self) -> bool {
        self.solution.root().is_some()
    }

    /// Starts with a goal; [`Solving::solve`] fills in the solution.
    pub(super) fn new(goal: Goal) -> Self {
        let text = goal.output.wanted().show(goal.wanted).into();
        let (unknown, output) = (goal.unknown, goal.output);
        Self {
            unknown,
            output,
            text,
            present: None,
            error: None,
            goal,
            solution: Solution::None(None, None),
            formula: None,
            asked: false,
        }
    }

    /// A goal that starts with the current value of the result.
    pub(super) fn beginning(unknown: &'static Field, output: &'static Output, now: Option<Decimal>) -> Self {
        let wanted = now.map_or(Decimal::ZERO, |value| round(value, output.places()));
        let begun = Self::new(Goal { unknown, output, wanted });
        let text = begun.text.clone();
        Self { text: AttrValue::default(), present: Some(Present { wanted, text }), ..begun }
    }

    pub(super) fn type_wanted(&mut self, text: &str, currency: Option<&Currency>) {
        let present = self.present.as_ref().filter(|_| text.trim().is_empty()).map(|present| Ok(present.wanted));
        match present.unwrap_or_else(|| self.output.wanted().parse_in(text, currency)) {
            Ok(wanted) => {
                self.goal.wanted = wanted;
                self.error = None;
            }
            Err(error) => self.error = Some(error),
        }
        self.text = text.to_owned().into();
    }

    pub(super) fn tidy(&mut self) {
        if self.error.is_none() && !self.text.trim().is_empty() {
            self.text = self.output.wanted().show(self.goal.wanted).into();
        }
    }

    /// Solves with the other inputs as given. Returns the value of the unknown, if there is one.
    pub(super) fn solve(&mut self, solver: Solver, calculator: &dyn Calculator, inputs: &Inputs) -> Option<Root> {
        (self.solution, self.formula) = (solver.0)(calculator, inputs, &self.goal);
        self.solution.root()
    }
}
