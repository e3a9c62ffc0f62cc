//! Solving for an input: which value makes a result come out as wanted.
//!
//! Where the input occurs once in the formula, the formula is turned round. Otherwise, and where
//! turning round does not decide, the values of the field are searched. Either way the answer is a
//! value that the field can hold, proved by computing the result from it.

use std::cmp::Ordering;
use std::rc::Rc;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::calculator::{Calculator, Inputs, Output};
use crate::expr::{Expr, Operator};
use crate::field::{Field, Kind};
use crate::format::round;
use crate::unit::Unit;
use crate::working::simplified;

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
    Stays(Root),
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
            Self::One(root) | Self::Stays(root) | Self::Range(_, _, root) | Self::Several(_, root) => Some(*root),
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

/// The formula turned round: the unknown stands alone, the wanted result appears as a step with the
/// wanted value. None where the unknown occurs twice, or inside something that cannot be undone.
#[must_use]
pub fn turned_round(calculator: &dyn Calculator, inputs: &Inputs, goal: &Goal) -> Option<Expr> {
    // An unknown stays in the formula even where its value of now would take its step out.
    let Field { default, high, .. } = *goal.unknown;
    let present = inputs.with(goal.unknown.key, if high == default { goal.unknown.least() } else { high });
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

/// Finds the value of the unknown for which the result is as wanted.
#[must_use]
pub fn solve(calculator: &dyn Calculator, inputs: &Inputs, goal: &Goal) -> Solution {
    let search = Search { calculator, inputs, goal };
    let decimals = goal.unknown.kind_decimals();
    let direct = turned_round(calculator, inputs, goal)
        .and_then(|formula| formula.evaluate(&|key| inputs.get(key)).settle(decimals).ok())
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
            search.root(now).map_or(found, Solution::Stays)
        }
        found => found,
    }
}

struct Search<'a> {
    calculator: &'a dyn Calculator,
    inputs: &'a Inputs,
    goal: &'a Goal,
}

/// How a value's result lies to the wanted one, as both are shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Below,
    On,
    Above,
    Undefined,
}

/// Values of the unknown, ends included, whose results are all on one side.
#[derive(Clone, Copy)]
struct Stretch {
    from: Decimal,
    to: Decimal,
    side: Side,
}

impl Search<'_> {
    fn root(&self, value: Decimal) -> Option<Root> {
        let outcomes = self.calculator.evaluate(&self.inputs.with(self.goal.unknown.key, value));
        let outcome = outcomes.iter().find(|outcome| outcome.output.key == self.goal.output.key)?;
        Some(Root { value, reached: outcome.value.ok()? })
    }

    fn side(&self, value: Decimal) -> Side {
        let places = self.goal.output.places();
        let wanted = round(self.goal.wanted, places);
        match self.root(value).map(|root| round(root.reached, places).cmp(&wanted)) {
            Some(Ordering::Less) => Side::Below,
            Some(Ordering::Equal) => Side::On,
            Some(Ordering::Greater) => Side::Above,
            None => Side::Undefined,
        }
    }

    /// How far a result is from the wanted one.
    fn gap(&self, root: Root) -> Decimal {
        root.reached.checked_sub(self.goal.wanted).map_or(Decimal::MAX, |gap| gap.abs())
    }

    /// Whether the result reads as the wanted one, or is as close as the next value of the field is.
    fn is_near(&self, root: Root) -> bool {
        let grain = self.goal.unknown.grain();
        let neighbours = [root.value.checked_sub(grain), root.value.checked_add(grain)];
        let opposite = match self.side(root.value) {
            Side::On => return true,
            Side::Below => Side::Above,
            Side::Above => Side::Below,
            Side::Undefined => return false,
        };
        !self.jumps() && neighbours.into_iter().flatten().any(|value| self.side(value) == opposite)
    }

    /// Whether the result may leave out what lies between those of two neighbouring values: the last decimal of a
    /// smooth result is no jump, the next visit or year is one.
    fn jumps(&self) -> bool {
        fn rounds(formula: &Expr) -> bool {
            matches!(formula, Expr::Ceil(_)) || formula.parts().any(rounds)
        }
        let formulas = self.calculator.formulas();
        matches!(self.goal.unknown.kind, Kind::Whole | Kind::Choice(_))
            || formulas.iter().any(|(key, formula)| *key == self.goal.output.key && rounds(formula))
    }

    fn run(&self) -> Solution {
        let stretches = self.stretches();
        let mut roots: Vec<(Root, Root)> = Vec::new();
        for stretch in stretches.iter().filter(|stretch| stretch.side == Side::On) {
            roots.extend(self.roots_within(stretch));
        }
        if !self.jumps() {
            let crossings = stretches.windows(2).filter_map(|pair| match pair {
                [before, after] if before.side.is_across_from(after.side) => self.nearer(before.to, after.from),
                _ => None,
            });
            roots.extend(crossings.map(|root| (root, root)));
        }
        roots.sort_unstable_by_key(|(from, _)| from.value);
        match roots.as_slice() {
            [] => Solution::None(self.nearest(&stretches, Side::Below), self.nearest(&stretches, Side::Above)),
            [(from, to)] if from == to => Solution::One(*from),
            [(from, to)] => Solution::Range(*from, *to, self.within(*from, *to)),
            _ => {
                let now = self.now();
                let near: Vec<_> = roots.iter().map(|(from, to)| self.within(*from, *to)).collect();
                let nearest =
                    near.iter().copied().min_by_key(|root| root.value.max(now).checked_sub(root.value.min(now)));
                nearest.map_or(Solution::None(None, None), |nearest| Solution::Several(near, nearest))
            }
        }
    }

    fn now(&self) -> Decimal {
        self.inputs.get(self.goal.unknown.key).unwrap_or(self.goal.unknown.default)
    }

    /// Of the values between two ends the one of now, or else that nearest to it with the fewest decimals.
    fn within(&self, from: Root, to: Root) -> Root {
        let now = self.now();
        let (end, inwards) = if now < from.value {
            (from, RoundingStrategy::ToPositiveInfinity)
        } else {
            (to, RoundingStrategy::ToNegativeInfinity)
        };
        let rounder = (0..=self.goal.unknown.kind_decimals())
            .map(|decimals| end.value.round_dp_with_strategy(decimals, inwards).normalize());
        let mut values = std::iter::once(now).chain(rounder);
        let value = values.find(|value| (from.value..=to.value).contains(value) && self.side(*value) == Side::On);
        value.and_then(|value| self.root(value)).unwrap_or(end)
    }

    /// The values of the field, cut where the side changes.
    fn stretches(&self) -> Vec<Stretch> {
        // Between two samples a monotone result changes its side twice; one that swings is not followed for ever.
        const MOST_EDGES: u32 = 4;
        let mut stretches: Vec<Stretch> = Vec::new();
        for value in samples(self.goal.unknown) {
            let side = self.side(value);
            for _ in 0..MOST_EDGES {
                let Some(last) = stretches.last_mut().filter(|last| last.side != side) else { break };
                let (left, right) = bisect(last.to, value, self.goal.unknown, |middle| self.side(middle) == last.side);
                last.to = left;
                stretches.push(Stretch { from: right, to: right, side: self.side(right) });
            }
            match stretches.last_mut() {
                Some(last) if last.side == side => last.to = value,
                _ => stretches.push(Stretch { from: value, to: value, side }),
            }
        }
        stretches
    }

    /// Of values that all read as wanted, the one at which the result passes exactly through it, with no more
    /// decimals than it takes to read so: 10 % rather than 9.999969 %. All of them where it does not pass through,
    /// as on a plateau.
    fn roots_within(&self, stretch: &Stretch) -> Option<(Root, Root)> {
        let exactly = |root: Root| root.reached.cmp(&self.goal.wanted);
        let (from, to) = (self.root(stretch.from)?, self.root(stretch.to)?);
        if exactly(from) == exactly(to) {
            return Some((from, to));
        }
        let (left, right) = bisect(from.value, to.value, self.goal.unknown, |middle| {
            self.root(middle).is_some_and(|root| exactly(root) == exactly(from))
        });
        let exact = self.nearer(left, right)?.value;
        let mut rounder = (0..=self.goal.unknown.kind_decimals()).map(|decimals| round(exact, decimals));
        // Of a result that swings, what lies between two answers need not be one.
        let value = rounder.find(|value| (from.value..=to.value).contains(value) && self.side(*value) == Side::On);
        let root = value.and_then(|value| self.root(value)).unwrap_or(from);
        Some((root, root))
    }

    fn nearer(&self, left: Decimal, right: Decimal) -> Option<Root> {
        [left, right].into_iter().filter_map(|value| self.root(value)).min_by_key(|root| self.gap(*root))
    }

    /// The result on one side that comes nearest to the wanted one.
    fn nearest(&self, stretches: &[Stretch], side: Side) -> Option<Root> {
        let stretches = stretches.iter().filter(|stretch| stretch.side == side);
        let ends = stretches.flat_map(|stretch| [stretch.from, stretch.to]);
        ends.filter_map(|value| self.root(value)).min_by_key(|root| self.gap(*root))
    }
}

impl Side {
    fn is_across_from(self, other: Self) -> bool {
        matches!((self, other), (Self::Below, Self::Above) | (Self::Above, Self::Below))
    }
}

/// The neighbouring values of a field between which a property is lost that `left` has and `right` has not.
fn bisect(mut left: Decimal, mut right: Decimal, field: &Field, has: impl Fn(Decimal) -> bool) -> (Decimal, Decimal) {
    while right.checked_sub(left).is_some_and(|gap| gap > field.grain()) {
        let Some(middle) = left.checked_add(right).and_then(|sum| sum.checked_div(Decimal::TWO)) else { break };
        let middle = middle.trunc_with_scale(field.kind_decimals());
        if has(middle) { left = middle } else { right = middle }
    }
    (left, right)
}

/// Values at which the result is looked at first, ascending: the slider's, and all magnitudes of
/// the field.
fn samples(field: &Field) -> Vec<Decimal> {
    const STEPS: u32 = 100;
    let decimals = field.kind_decimals();
    let mut values = vec![field.least(), field.high, field.default];
    let span = field.slider.high.checked_sub(field.slider.low).unwrap_or_default();
    for step in 0..=STEPS {
        let along = span.checked_mul(Decimal::from(step)).and_then(|part| part.checked_div(Decimal::from(STEPS)));
        values.extend(along.and_then(|along| field.slider.low.checked_add(along)));
    }
    let mut magnitude = field.grain();
    while magnitude <= field.high {
        values.extend([1_u32, 2, 5].into_iter().filter_map(|digit| magnitude.checked_mul(Decimal::from(digit))));
        let Some(next) = magnitude.checked_mul(Decimal::TEN) else { break };
        magnitude = next;
    }
    let mut values: Vec<_> = values.into_iter().map(|value| value.trunc_with_scale(decimals).normalize()).collect();
    values.retain(|value| field.check(*value).is_ok());
    values.sort_unstable();
    values.dedup();
    values
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{Goal, Root, Solution, solve};
    use crate::calculator::{Calculator, Inputs, Model, Output, Spec, quantities};
    use crate::field::{Field, count};
    use crate::format::Precision;
    use crate::number::{Number, dec, int};
    use crate::text::{Text, text};
    use crate::unit::Unit;
    use crate::what_if::{Axis, WhatIf};

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
