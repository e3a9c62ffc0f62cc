//! Solving for an input: which value makes a result come out as wanted.
//!
//! Where the input occurs once in the formula, the formula is rearranged. Otherwise, and where
//! rearranging does not decide, the values of the field are searched. Either way the answer is a
//! value that the field can hold, proved by computing the result from it.

mod rearrange;
mod search;

use rust_decimal::Decimal;

pub use self::rearrange::rearranged;
use self::search::{Search, Side};
use crate::calculator::field::Field;
use crate::calculator::{Calculator, Inputs, Output};
use crate::number::format::round;

/// What is looked for, and what it shall bring about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Goal {
    /// The input that is looked for.
    pub unknown: &'static Field,
    /// The result that is wanted.
    pub output: &'static Output,
    /// The value it shall have.
    pub wanted: Decimal,
}

/// An answer: a value of the field, and what it gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root {
    /// The value.
    pub value: Decimal,
    /// The result computed from it: as wanted, or as near as the field's decimals allow.
    pub reached: Decimal,
}

/// What solving comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Solution {
    /// One value.
    One(Root),
    /// The value of now, whose result already reads as wanted; another may come nearer beyond what is shown.
    Unchanged(Root),
    /// Every value from one to the other gives it, among them the last one here, which is taken: the
    /// value of now where it is one of them, or else a round one near it.
    Range(Root, Root, Root),
    /// Several values apart from each other, in ascending order, and that nearest to the value of now.
    Several(Vec<Root>, Root),
    /// It would take a value that the field does not allow.
    OutOfRange(Decimal),
    /// No value gives it. The nearest that were reached below and above, where there are.
    None(Option<Root>, Option<Root>),
}

impl Solution {
    /// The value that the page goes on with.
    #[must_use]
    pub fn root(&self) -> Option<Root> {
        match self {
            Self::One(root) | Self::Unchanged(root) | Self::Range(_, _, root) | Self::Several(_, root) => Some(*root),
            Self::OutOfRange(_) | Self::None(..) => None,
        }
    }
}

/// The results that an input has a part in, in their order: those that can be wanted of it.
pub fn results_of(calculator: &dyn Calculator, unknown: &Field) -> impl Iterator<Item = &'static Output> {
    let formulas = calculator.formulas();
    calculator.spec().outputs.iter().filter(move |output| {
        let formula = formulas.iter().find(|(key, _)| *key == output.key);
        formula.is_some_and(|(_, formula)| formula.occurrences(unknown.key) > 0)
    })
}

/// Finds the value of the unknown for which the result is as wanted.
#[must_use]
pub fn solve(calculator: &dyn Calculator, inputs: &Inputs, goal: &Goal) -> Solution {
    let search = Search { calculator, inputs, goal };
    let decimals = goal.unknown.kind_decimals();
    let direct = rearranged(calculator, inputs, goal)
        .and_then(|formula| formula.evaluate(&|key| inputs.get(key)).certain_to(decimals).ok())
        .and_then(|value| search.root(round(value, decimals)))
        .filter(|root| search.is_near(*root));
    let found = match direct {
        Some(root) if goal.unknown.check(root.value).is_ok() => Solution::One(root),
        // The end of the range may still give what reads as wanted.
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
    quantities!(Wanted: hill, square, saw);

    /// Shapes that no calculator has: a curve that rises and falls, one that reads as wanted over a stretch
    /// without round values, one that swings for ever.
    struct Shapes;

    const NO_TEXT: Text = text("", "");
    const X: Field = count("x", NO_TEXT, NO_TEXT).slider(int(0), int(100), int(1));

    const fn shape(key: &'static str, decimals: u32) -> Output {
        Output::count(key, NO_TEXT, Unit::NONE, Precision::up_to(decimals))
    }

    impl Model for Shapes {
        const SPEC: Spec = Spec {
            id: "shapes",
            title: NO_TEXT,
            purpose: NO_TEXT,
            caveat: NO_TEXT,
            conventions: &[],
            source: NO_TEXT,
            fields: &[X],
            outputs: &[shape("hill", 0), shape("square", 0), shape("saw", 1)],
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

        type In<N: Number> = Given<N>;
        type Out<N: Number> = Wanted<N>;

        #[allow(clippy::arithmetic_side_effects, reason = "operations of a formula are checked ones")]
        fn compute<N: Number>(Given { x }: Given<N>) -> Wanted<N> {
            let million = N::constant(int(1_000_000), Unit::NONE);
            let seven = N::constant(int(7), Unit::NONE);
            Wanted {
                hill: x.clone() * (million.clone() - x.clone()) / million,
                square: x.clone() * x.clone(),
                saw: (x.clone() / seven.clone()).ceil() - x / seven,
            }
        }
    }

    /// What solving for x comes to, where it is so much now.
    fn solved(output: &'static str, wanted: Decimal, now: Decimal) -> Solution {
        let spec = Shapes.spec();
        let mut inputs = Inputs::defaults(spec);
        assert_eq!(inputs.set(&X, now), Ok(()));
        let goal =
            spec.fields.first().zip(spec.output(output)).map(|(unknown, output)| Goal { unknown, output, wanted });
        goal.map_or(Solution::None(None, None), |goal| solve(&Shapes, &inputs, &goal))
    }

    #[test]
    fn of_several_answers_the_nearest_is_taken_and_each_is_one() {
        // x × (1,000,000 − x) = 200,000 million, to the nearest million.
        let (left, right) = (dec(276_393_202, 3), dec(723_606_798, 3));
        let Solution::Several(roots, nearest) = solved("hill", int(200_000), int(600_000)) else {
            unreachable!("both sides of the hill are as high")
        };
        let near =
            |root: &Root, value: Decimal| root.value.checked_sub(value).is_some_and(|gap| gap.abs() <= Decimal::ONE);
        assert!(matches!(roots.as_slice(), [one, other] if near(one, left) && near(other, right)), "{roots:?}");
        assert_eq!(Some(&nearest), roots.last());

        // Where the value of now is one of them, the other stays where it is.
        let Solution::Several(roots, nearest) = solved("hill", int(200_000), int(276_393)) else {
            unreachable!("both sides of the hill are as high")
        };
        assert_eq!(nearest.value, int(276_393));
        assert!(matches!(roots.as_slice(), [one, other] if *one == nearest && near(other, right)), "{roots:?}");
    }

    #[test]
    fn an_answer_has_as_few_decimals_as_it_takes_and_lies_where_the_result_is_exactly_as_wanted() {
        // Whatever lies between the roots of 1.5 and 2.5 reads as 2.
        assert_eq!(solved("square", int(2), int(50)), Solution::One(Root { value: dec(14, 1), reached: dec(196, 2) }));
    }

    #[test]
    fn of_what_swings_for_ever_everything_that_is_found_is_an_answer() {
        let Solution::Several(roots, _) = solved("saw", dec(5, 1), int(7)) else {
            unreachable!("every tooth has its middle")
        };
        // One to a tooth on the slider, and some beyond.
        assert!(roots.len() > 14, "{roots:?}");
        for root in roots {
            let reads = (dec(45, 2)..dec(55, 2)).contains(&root.reached);
            assert!(reads, "{root:?}");
        }
    }
}
