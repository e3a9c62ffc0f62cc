//! Solving for an input: the value that gives a wanted result.
//!
//! If the input occurs once in the formula, the formula is rearranged. Otherwise, or if that is inconclusive, the
//! values of the field are searched. Either way the answer is a value that the field can represent, verified by
//! computing the result from it.

mod rearrange;
mod search;

use rust_decimal::Decimal;

pub use self::rearrange::rearranged;
use self::search::{Search, Side};
use crate::calculator::field::Field;
use crate::calculator::{Calculator, Inputs, Output};
use crate::number::format::round;

/// The input to solve for and the wanted result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The input to solve for.
    pub unknown: &'static Field,
    /// The result that is wanted.
    pub output: &'static Output,
    /// The wanted value of the result; a ratio as a fraction.
    pub wanted: Decimal,
}

/// An answer: a value of the field and its result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root {
    /// The value.
    pub value: Decimal,
    /// The result computed from it: the wanted one, or as near as the field's decimals allow.
    pub reached: Decimal,
}

/// What solving found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Solution {
    /// One value.
    One(Root),
    /// The current value, whose result already reads as the wanted one. Another value may be closer in decimals that
    /// are not shown.
    Unchanged(Root),
    /// Every value from the first to the second gives the result. The third is the one chosen: the current value if it
    /// is in the range, otherwise a round one near it.
    Range(Root, Root, Root),
    /// Several separate values in ascending order, and the one nearest to the current value.
    Several(Vec<Root>, Root),
    /// The answer is a value that the field does not allow.
    OutOfRange(Decimal),
    /// No value gives the result. The nearest values found below and above.
    None(Option<Root>, Option<Root>),
}

impl Solution {
    /// The value to continue with, if there is one.
    pub fn root(&self) -> Option<Root> {
        match self {
            Self::One(root) | Self::Unchanged(root) | Self::Range(_, _, root) | Self::Several(_, root) => Some(*root),
            Self::OutOfRange(_) | Self::None(..) => None,
        }
    }
}

/// The results that depend on an input, in order: those it can be solved for.
pub fn results_of(calculator: &dyn Calculator, unknown: &Field) -> impl Iterator<Item = &'static Output> {
    let formulas = calculator.formulas();
    calculator.spec().outputs.iter().filter(move |output| {
        let formula = formulas.iter().find(|(key, _)| *key == output.key);
        formula.is_some_and(|(_, formula)| formula.occurrences(unknown.key) > 0)
    })
}

/// Finds the value of the unknown that gives the wanted result, with the other inputs unchanged.
///
/// ```
/// use abacus_core::calculator::Inputs;
/// use abacus_core::calculator::solve::{Goal, solve};
/// use abacus_core::calculators::find;
/// use abacus_core::number::{dec, int};
///
/// let calculator = find("bad-debt").unwrap();
/// let spec = calculator.spec();
/// let (unknown, output) = (spec.field("margin").unwrap(), spec.output("extra_sales").unwrap());
/// let goal = Goal { unknown, output, wanted: int(10_000) };
/// let root = solve(calculator, &Inputs::defaults(spec), &goal).root().unwrap();
/// assert_eq!((root.value, root.reached), (dec(5, 2), int(10_000)));
/// ```
pub fn solve(calculator: &dyn Calculator, inputs: &Inputs, goal: &Goal) -> Solution {
    let formulas = calculator.formulas();
    let Some((_, formula)) = formulas.iter().find(|(key, _)| *key == goal.output.key) else {
        return Solution::None(None, None);
    };
    // No input gives a meaningless value. A wanted value at the limit itself may be a rounded meaningful one.
    if goal.output.meaning.is_some_and(|meaning| goal.wanted < meaning.low.limit()) {
        return Solution::None(None, None);
    }
    let search = Search { formula, inputs, goal };
    let decimals = goal.unknown.kind_decimals();
    // An estimate is enough: computing the result from it decides whether it is an answer.
    let direct = rearranged(calculator, inputs, goal)
        .and_then(|formula| formula.evaluate(&|key| inputs.get(key)).estimate())
        .and_then(|value| search.root(round(value, decimals)))
        .filter(|root| search.is_near(*root));
    let found = match direct {
        Some(root) if goal.unknown.check(root.value).is_ok() => Solution::One(root),
        // The end of the range may still give a result that reads as the wanted one.
        Some(root) => match search.run() {
            Solution::None(..) => Solution::OutOfRange(root.value),
            found => found,
        },
        None => search.run(),
    };
    let now = search.now();
    match found {
        Solution::One(root) if root.value != now && search.side(now) == Side::On => {
            search.root(now).map_or(found, Solution::Unchanged)
        }
        found => found,
    }
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Goal, Root, Solution, solve};
    use crate::calculator::field::{Field, count};
    use crate::calculator::what_if::{Axis, WhatIf};
    use crate::calculator::{Calculator, Inputs, Model, Output, Spec, quantities};
    use crate::number::format::Precision;
    use crate::number::unit::Unit;
    use crate::number::{Number, dec, int};
    use crate::text::{Text, text};

    quantities!(Given: x);
    quantities!(Wanted: hill, square, saw, touching);

    /// Shapes that no calculator has: a curve that rises and falls, one that reads as wanted over a stretch without
    /// round values, one that oscillates, one that touches zero twice before it crosses it.
    struct Shapes;

    const NO_TEXT: Text = text("", "");
    const X: Field = count("x", NO_TEXT, NO_TEXT).slider(int(0), int(100), int(1));

    const fn shape(key: &'static str, decimals: u32) -> Output {
        Output::count(key, NO_TEXT, Unit::NONE, Precision::up_to(decimals))
    }

    impl Model for Shapes {
        const SPEC: Spec = Spec {
            id: "shapes",
            group: crate::calculator::Group::Plan,
            title: NO_TEXT,
            purpose: NO_TEXT,
            caveat: NO_TEXT,
            sentence: crate::calculator::Sentence { plain: NO_TEXT, with_steps: None },
            wording_by_choice: None,
            card: crate::calculator::Card::Shared,
            picture: crate::calculator::Picture::Stack(&[]),
            conventions: &[],
            source: NO_TEXT,
            fields: &[X],
            outputs: &[shape("hill", 0), shape("square", 0), shape("saw", 1), shape("touching", 0)],
            chain: None,
            what_if: WhatIf {
                rows: Axis { key: "x", values: &[] },
                columns: Axis { key: "x", values: &[] },
                output: "hill",
                precision: Precision::up_to(0),
                misprints: &[],
            },
            cases: &[],
        };

        const SKETCH: &'static str = "";
        type In<N: Number> = Given<N>;
        type Out<N: Number> = Wanted<N>;

        #[allow(clippy::arithmetic_side_effects, reason = "operations of a formula are checked")]
        fn compute<N: Number>(Given { x }: Given<N>) -> Wanted<N> {
            let million = N::constant(int(1_000_000), Unit::NONE);
            let seven = N::constant(int(7), Unit::NONE);
            let from = |value| x.clone() - N::constant(value, Unit::NONE);
            let touches = from(dec(205, 1)) * from(dec(2_075_002, 5));
            let steep = N::constant(int(100_000), Unit::NONE) * million.clone();
            Wanted {
                touching: steep * touches.clone() * touches * from(dec(2_095, 2)),
                hill: x.clone() * (million.clone() - x.clone()) / million,
                square: x.clone() * x.clone(),
                saw: (x.clone() / seven.clone()).ceil() - x / seven,
            }
        }
    }

    fn solved(output: &'static str, wanted: Decimal, now: Decimal) -> Solution {
        let spec = Shapes.spec();
        let mut inputs = Inputs::defaults(spec);
        assert_eq!(inputs.set(&X, now), Ok(()));
        let goal =
            spec.fields.first().zip(spec.output(output)).map(|(unknown, output)| Goal { unknown, output, wanted });
        goal.map_or(Solution::None(None, None), |goal| solve(&Shapes, &inputs, &goal))
    }

    #[test]
    fn the_nearest_of_several_answers_is_taken() {
        // x × (1,000,000 − x) = 200,000 million, to the nearest million.
        let (left, right) = (dec(276_393_202, 3), dec(723_606_798, 3));
        let Solution::Several(roots, nearest) = solved("hill", int(200_000), int(600_000)) else {
            unreachable!("both sides of the hill reach it")
        };
        let near = |root: &Root, value: Decimal| (root.value - value).abs() <= Decimal::ONE;
        assert!(matches!(roots.as_slice(), [one, other] if near(one, left) && near(other, right)), "{roots:?}");
        assert_eq!(Some(&nearest), roots.last());

        // If the current value is one of them, it is kept.
        let Solution::Several(roots, nearest) = solved("hill", int(200_000), int(276_393)) else {
            unreachable!("both sides of the hill reach it")
        };
        assert_eq!(nearest.value, int(276_393));
        assert!(matches!(roots.as_slice(), [one, other] if *one == nearest && near(other, right)), "{roots:?}");
    }

    #[test]
    fn an_answer_has_the_fewest_decimals_and_gives_the_exact_result() {
        // Everything between the roots of 1.5 and 2.5 reads as 2.
        assert_eq!(solved("square", int(2), int(50)), Solution::One(Root { value: dec(14, 1), reached: dec(196, 2) }));
    }

    #[test]
    fn a_gap_in_the_search_is_not_an_answer() {
        // The crossing at 20.95 lies between the same two samples, after more sign changes than the search follows.
        let Solution::Several(roots, _) = solved("touching", int(0), int(50)) else {
            unreachable!("it touches zero twice")
        };
        let values: Vec<_> = roots.iter().map(|root| root.value).collect();
        assert_eq!(values, [dec(205, 1), dec(2_075_003, 5)], "{roots:?}");
    }

    #[test]
    fn every_root_of_an_oscillating_result_is_an_answer() {
        let Solution::Several(roots, _) = solved("saw", dec(5, 1), int(7)) else {
            unreachable!("every tooth crosses the middle")
        };
        // One for each tooth on the slider, and some beyond.
        assert!(roots.len() > 14, "{roots:?}");
        for root in roots {
            let reads = (dec(45, 2)..dec(55, 2)).contains(&root.reached);
            assert!(reads, "{root:?}");
        }
    }
}
