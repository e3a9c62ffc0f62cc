//! The lines of a what-if chart: a result over the whole axis of an input, computed at more values than the table has.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::calculator::Inputs;
use crate::calculator::chart::{Axes, Frame, Point, Scale};
use crate::calculator::field::Field;
use crate::calculator::sensitivity::Plan;
use crate::number::decimal::Arithmetic;
use crate::number::format::round;
use crate::number::{Undefined, int, nice};

/// The most values at which a line is computed.
pub const MAX_SAMPLES: usize = 64;

/// The minimum number of keyboard moves from one end of an axis to the other.
const MOVES: u32 = 100;

/// The result at one value of the horizontal input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// The value.
    pub at: Decimal,
    /// The result there.
    pub result: Result<Decimal, Undefined>,
}

/// The first and the last value that a field takes on an axis.
fn ends(field: &Field, across: &Scale) -> Option<(Decimal, Decimal)> {
    let (first, last) = across.ends()?;
    let decimals = field.kind_decimals();
    let first = first.max(field.min_value()).round_dp_with_strategy(decimals, RoundingStrategy::ToPositiveInfinity);
    let last = last.min(field.high).round_dp_with_strategy(decimals, RoundingStrategy::ToNegativeInfinity);
    Some((first.normalize(), last.normalize()))
}

/// The values at which a line is computed, ascending: both ends of the axis, the `kept` values within it, and as many
/// between them as make up `most`, up to [`MAX_SAMPLES`]. The field allows each of them.
pub fn places(field: &Field, across: &Scale, kept: &[Decimal], most: usize) -> Vec<Decimal> {
    let Some((first, last)) = ends(field, across) else { return Vec::new() };
    let mut places: Vec<_> = kept.iter().copied().filter(|value| (first..=last).contains(value)).collect();
    places.extend([first, last].into_iter().filter(|end| field.check(*end).is_ok()));
    places.sort_unstable();
    places.dedup();
    // Two more would coincide with the ends.
    let between = u32::try_from(most.min(MAX_SAMPLES).saturating_sub(places.len())).unwrap_or_default();
    let span = last.minus(first);
    let even = |step: u32| {
        let share = int(step).over(int(between.saturating_add(1)))?;
        first.plus(span?.times(share)?).map(|place| round(place, field.kind_decimals()))
    };
    places.extend((1..=between).filter_map(even).filter(|place| field.check(*place).is_ok()));
    places.sort_unstable();
    places.dedup();
    places
}

impl Plan {
    /// The line of one row: its result at each of these places, with the other inputs unchanged.
    pub fn curve(&self, inputs: &Inputs, row: Decimal, places: &[Decimal]) -> Vec<Sample> {
        let inputs = inputs.with(self.rows.field.key, row);
        let sample = |at: &Decimal| Sample { at: *at, result: self.result(&inputs.with(self.columns.field.key, *at)) };
        places.iter().map(sample).collect()
    }
}

/// A drawn line, in pieces: it is interrupted where there is no result, and beyond the axes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// Each has at least two points; an isolated result is a piece from itself to itself, so that its stroke draws a
    /// dot.
    pub pieces: Vec<Vec<Point>>,
}

impl Line {
    /// Its right end.
    pub fn end(&self) -> Option<Point> {
        self.pieces.last()?.last().copied()
    }

    /// The pieces as `points` attributes of polylines.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        let text = |point: &Point| format!("{},{}", point.x, point.y);
        self.pieces.iter().map(move |piece| piece.iter().map(text).collect::<Vec<_>>().join(" "))
    }
}

/// A value on the horizontal axis and the result there.
type Vertex = (Decimal, Decimal);

impl Axes {
    /// The line through these samples.
    pub fn line(&self, frame: Frame, samples: &[Sample]) -> Line {
        let Some((low, high)) = self.up.ends() else { return Line::default() };
        let pieces = samples.split(|sample| sample.result.is_err()).flat_map(|piece| {
            let vertices: Vec<Vertex> =
                piece.iter().filter_map(|sample| Some((sample.at, sample.result.ok()?))).collect();
            within(&stairs(&vertices), low, high)
        });
        let points = |piece: Vec<Vertex>| {
            let points = piece.into_iter().filter_map(|(column, result)| self.point(frame, column, result));
            Some(points.collect::<Vec<_>>()).filter(|points| points.len() > 1)
        };
        Line { pieces: pieces.filter_map(points).collect() }
    }

    /// The field's value at this x coordinate, rounded so that it is easy to read and say.
    pub fn value_at(&self, frame: Frame, x: i32, field: &Field) -> Option<Decimal> {
        let (first, last) = self.across.ends()?;
        let (left, right) = (int(frame.left), int(frame.right));
        let share = Decimal::from(x).max(left).min(right).minus(left)?.over(right.minus(left)?)?;
        let span = last.minus(first)?;
        let step = nice::step(span.over(int(MOVES))?, Some(field.grain()))?;
        let value = round(first.plus(span.times(share)?)?.over(step)?, 0).times(step)?;
        let (least, most) = ends(field, &self.across)?;
        field.check(value.max(least).min(most).normalize()).ok()
    }
}

/// The vertices of a line. Where a result is constant and then jumps, as one that is rounded up does, the line is
/// vertical halfway between the two samples: a slope would show values that do not exist.
fn stairs(vertices: &[Vertex]) -> Vec<Vertex> {
    let is_flat = |place: usize| {
        let pair = vertices.get(place).zip(vertices.get(place.saturating_add(1)));
        pair.is_some_and(|(from, to)| from.1 == to.1)
    };
    let mut stairs = Vec::with_capacity(vertices.len());
    for (place, vertex) in vertices.iter().enumerate() {
        let is_flat_before = place.checked_sub(1).is_some_and(is_flat);
        // A vertex between two with the same result makes no corner.
        if !(is_flat_before && is_flat(place)) {
            stairs.push(*vertex);
        }
        let Some(next) = vertices.get(place.saturating_add(1)) else { continue };
        let leaps = !is_flat(place) && (is_flat_before || is_flat(place.saturating_add(1)));
        let halfway = vertex.0.plus(next.0).and_then(|both| both.over(Decimal::TWO)).filter(|_| leaps);
        stairs.extend(halfway.into_iter().flat_map(|middle| [(middle, vertex.1), (middle, next.1)]));
    }
    stairs
}

/// The pieces of a line between two heights, cut where it crosses them.
fn within(vertices: &[Vertex], low: Decimal, high: Decimal) -> Vec<Vec<Vertex>> {
    if let [only] = vertices {
        return (low..=high).contains(&only.1).then(|| vec![*only, *only]).into_iter().collect();
    }
    let mut pieces: Vec<Vec<Vertex>> = Vec::new();
    for pair in vertices.windows(2) {
        let [from, to] = pair else { continue };
        let Some((from, to)) = cut(*from, *to, low, high) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&from) => piece.push(to),
            _ => pieces.push(vec![from, to]),
        }
    }
    pieces
}

/// The part of a segment between two heights.
fn cut(from: Vertex, to: Vertex, low: Decimal, high: Decimal) -> Option<(Vertex, Vertex)> {
    if from.1.max(to.1) < low || from.1.min(to.1) > high {
        return None;
    }
    let end = |end: Vertex, other: Vertex| {
        let height = end.1.max(low).min(high);
        if height == end.1 {
            return Some(end);
        }
        let share = height.minus(end.1)?.over(other.1.minus(end.1)?)?;
        Some((end.0.plus(share.times(other.0.minus(end.0)?)?)?, height))
    };
    Some((end(from, to)?, end(to, from)?))
}

#[cfg(test)]
mod tests {
    use rust_decimal::Decimal;

    use super::{stairs, within};
    use crate::number::int;

    fn vertices(pairs: &[(u32, u32)]) -> Vec<(Decimal, Decimal)> {
        pairs.iter().map(|(at, result)| (int(*at), int(*result))).collect()
    }

    #[test]
    fn a_jump_between_levels_is_vertical_and_a_slope_is_not() {
        let flat = vertices(&[(0, 5), (2, 5), (4, 5), (6, 9), (8, 9)]);
        assert_eq!(stairs(&flat), vertices(&[(0, 5), (4, 5), (5, 5), (5, 9), (6, 9), (8, 9)]));
        let slope = vertices(&[(0, 1), (2, 5), (4, 6)]);
        assert_eq!(stairs(&slope), slope);
    }

    #[test]
    fn a_line_ends_where_it_leaves_the_axes() {
        let line = vertices(&[(0, 40), (2, 0), (4, 10), (6, 30), (8, 30), (10, 10)]);
        let pieces = [vertices(&[(1, 20), (2, 0), (4, 10), (5, 20)]), vertices(&[(9, 20), (10, 10)])];
        assert_eq!(within(&line, int(0), int(20)), pieces);
        assert_eq!(within(&vertices(&[(1, 3)]), int(0), int(20)), [vertices(&[(1, 3), (1, 3)])]);
        assert!(within(&vertices(&[(1, 30)]), int(0), int(20)).is_empty());
        assert!(within(&[], int(0), int(20)).is_empty());
    }
}
