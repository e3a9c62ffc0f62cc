//! Searching the values of a field for those that give a wanted result, if rearranging the formula is inconclusive.

use std::cmp::Ordering;

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Goal, Root, Solution};
use crate::calculator::Inputs;
use crate::calculator::field::{Field, Kind};
use crate::number::decimal::Arithmetic;
use crate::number::exact::Exact;
use crate::number::expr::Expr;
use crate::number::format::round;

/// The formula of a result, the values of one of its inputs, and the result wanted from them.
pub(super) struct Search<'a> {
    pub(super) formula: &'a Expr,
    pub(super) inputs: &'a Inputs,
    pub(super) goal: &'a Goal,
}

/// How a value's result compares with the wanted one, both as shown. A result that is not shown, because its decimals
/// are uncertain or it means nothing, is not an answer, but it is still below or above: uncertain results are scattered
/// among large ones, and a search that took them for undefined would stop at each of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Below,
    On,
    Above,
    Undefined,
}

/// Adjacent values of the unknown, ends included, whose results are all on one side.
#[derive(Clone, Copy)]
struct Stretch {
    from: Decimal,
    to: Decimal,
    side: Side,
}

impl Search<'_> {
    fn result(&self, value: Decimal) -> Exact {
        let unknown = self.goal.unknown.key;
        self.formula.evaluate(&|key| if key == unknown { Some(value) } else { self.inputs.get(key) })
    }

    pub(super) fn root(&self, value: Decimal) -> Option<Root> {
        let output = self.goal.output;
        let reached = self.result(value).certain_to(output.places()).and_then(|reached| output.check(reached)).ok()?;
        Some(Root { value, reached })
    }

    pub(super) fn side(&self, value: Decimal) -> Side {
        let (output, wanted) = (self.goal.output, self.goal.wanted);
        let places = output.places();
        let result = self.result(value);
        let certain = result.certain_to(places).ok();
        let as_shown = certain.map(|reached| round(reached, places).cmp(&round(wanted, places)));
        if as_shown == Some(Ordering::Equal) && certain.is_some_and(|reached| output.check(reached).is_ok()) {
            return Side::On;
        }
        let apart = as_shown.filter(|order| order.is_ne());
        match apart.or_else(|| Some(certain.or(result.estimate())?.cmp(&wanted))) {
            Some(Ordering::Less) => Side::Below,
            Some(_) => Side::Above,
            None => Side::Undefined,
        }
    }

    fn gap(&self, root: Root) -> Decimal {
        root.reached.minus(self.goal.wanted).map_or(Decimal::MAX, |gap| gap.abs())
    }

    /// Whether the result reads as the wanted one, or is as close as the field's values allow.
    pub(super) fn is_near(&self, root: Root) -> bool {
        let grain = self.goal.unknown.grain();
        let neighbours = [root.value.minus(grain), root.value.plus(grain)];
        let opposite = match self.side(root.value) {
            Side::On => return true,
            Side::Below => Side::Above,
            Side::Above => Side::Below,
            Side::Undefined => return false,
        };
        let crosses = |value: Decimal| {
            self.side(value) == opposite && !self.is_pole(root.value.min(value), root.value.max(value))
        };
        !self.jumps() && neighbours.into_iter().flatten().any(crosses)
    }

    /// Whether the result jumps over the wanted one between two adjacent values, as 1 ÷ x does at 0: it then moves in
    /// the opposite direction on either side.
    fn is_pole(&self, left: Decimal, right: Decimal) -> bool {
        let grain = self.goal.unknown.grain();
        let values = [left.minus(grain), Some(left), Some(right), right.plus(grain)];
        let [before, left, right, after] = values.map(|value| self.result(value?).estimate());
        let course = |from: Option<Decimal>, to: Option<Decimal>| Some(from?.cmp(&to?));
        let Some(leap) = course(left, right) else { return false };
        let courses: Vec<_> = [course(before, left), course(right, after)].into_iter().flatten().collect();
        !courses.is_empty() && courses.iter().all(|course| *course == leap.reverse())
    }

    /// Whether the result may jump between two adjacent values. The last decimal of a smooth result is not a jump; the
    /// next visit or year is.
    fn jumps(&self) -> bool {
        fn rounds(formula: &Expr) -> bool {
            matches!(formula, Expr::Ceil(_)) || formula.parts().any(rounds)
        }
        matches!(self.goal.unknown.kind, Kind::Whole | Kind::Choice(_)) || rounds(self.formula)
    }

    pub(super) fn run(&self) -> Solution {
        let stretches = self.stretches();
        let mut roots: Vec<(Root, Root)> = Vec::new();
        for stretch in stretches.iter().filter(|stretch| stretch.side == Side::On) {
            roots.extend(self.roots_within(stretch));
        }
        if !self.jumps() {
            // A result that oscillates too fast to follow leaves a gap between two stretches.
            let adjoin = |before: &Stretch, after: &Stretch| {
                after.from.minus(before.to).is_some_and(|gap| gap <= self.goal.unknown.grain())
            };
            let crossings = stretches.windows(2).filter_map(|pair| match pair {
                [before, after]
                    if before.side.is_across_from(after.side)
                        && adjoin(before, after)
                        && !self.is_pole(before.to, after.from) =>
                {
                    self.nearer(before.to, after.from)
                }
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
                let nearest = near.iter().copied().min_by_key(|root| root.value.max(now).minus(root.value.min(now)));
                nearest.map_or(Solution::None(None, None), |nearest| Solution::Several(near, nearest))
            }
        }
    }

    pub(super) fn now(&self) -> Decimal {
        self.inputs.get(self.goal.unknown.key).unwrap_or(self.goal.unknown.default)
    }

    /// The current value if it is between two ends, otherwise the nearest value with the fewest decimals.
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

    /// The values of the field, split where the side changes.
    fn stretches(&self) -> Vec<Stretch> {
        // Between two samples a monotonic result changes its side at most twice. An oscillating one is not followed
        // further.
        const MAX_EDGES: u32 = 4;
        let mut stretches: Vec<Stretch> = Vec::new();
        for value in samples(self.goal.unknown) {
            let side = self.side(value);
            for _ in 0..MAX_EDGES {
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

    /// The value at which a result passes exactly through the wanted one, with as few decimals as possible: 10 % rather
    /// than 9.999969 %. All values of the stretch if the result does not pass through, as on a plateau.
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
        // If the result oscillates, a value between two answers need not be one.
        let value = rounder.find(|value| (from.value..=to.value).contains(value) && self.side(*value) == Side::On);
        let root = value.and_then(|value| self.root(value)).unwrap_or(from);
        Some((root, root))
    }

    fn nearer(&self, left: Decimal, right: Decimal) -> Option<Root> {
        [left, right].into_iter().filter_map(|value| self.root(value)).min_by_key(|root| self.gap(*root))
    }

    fn nearest(&self, stretches: &[Stretch], side: Side) -> Option<Root> {
        let stretches = stretches.iter().filter(|stretch| stretch.side == side);
        let ends = stretches.flat_map(|Stretch { from, to, .. }| [self.certain(*from, *to), self.certain(*to, *from)]);
        ends.flatten().min_by_key(|root| self.gap(*root))
    }

    /// The end of a stretch; if the decimals of its result are uncertain, one of the adjacent values, or a sample.
    fn certain(&self, end: Decimal, other: Decimal) -> Option<Root> {
        const NEXT: u32 = 10;
        let (mut step, mut samples) = (self.goal.unknown.grain(), samples(self.goal.unknown));
        if end > other {
            step.set_sign_negative(true);
            samples.reverse();
        }
        let next = (0..=NEXT).filter_map(|steps| end.plus(step.times(steps.into())?));
        let mut values = next.chain(samples).filter(|value| (end.min(other)..=end.max(other)).contains(value));
        values.find_map(|value| self.root(value))
    }
}

impl Side {
    fn is_across_from(self, other: Self) -> bool {
        matches!((self, other), (Self::Below, Self::Above) | (Self::Above, Self::Below))
    }
}

/// The adjacent values of a field between which a property is lost: `left` has it, `right` does not.
fn bisect(mut left: Decimal, mut right: Decimal, field: &Field, has: impl Fn(Decimal) -> bool) -> (Decimal, Decimal) {
    while right.minus(left).is_some_and(|gap| gap > field.grain()) {
        let Some(middle) = left.plus(right).and_then(|sum| sum.over(Decimal::TWO)) else { break };
        let middle = middle.trunc_with_scale(field.kind_decimals());
        if has(middle) { left = middle } else { right = middle }
    }
    (left, right)
}

/// The first values to try, ascending: those of the slider and all magnitudes of the field.
fn samples(field: &Field) -> Vec<Decimal> {
    const STEPS: u32 = 100;
    let decimals = field.kind_decimals();
    let mut values = vec![field.min_value(), field.high, field.default];
    let span = field.slider.high.minus(field.slider.low).unwrap_or_default();
    for step in 0..=STEPS {
        let along = span.times(Decimal::from(step)).and_then(|part| part.over(Decimal::from(STEPS)));
        values.extend(along.and_then(|along| field.slider.low.plus(along)));
    }
    let mut magnitude = field.grain();
    while magnitude <= field.high {
        values.extend([1_u32, 2, 5].into_iter().filter_map(|digit| magnitude.times(Decimal::from(digit))));
        let Some(next) = magnitude.times(Decimal::TEN) else { break };
        magnitude = next;
    }
    let mut values: Vec<_> = values.into_iter().map(|value| value.trunc_with_scale(decimals).normalize()).collect();
    values.retain(|value| field.check(*value).is_ok());
    values.sort_unstable();
    values.dedup();
    values
}
