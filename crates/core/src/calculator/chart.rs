//! A what-if table as a chart: its axes, and a point for each cell. [`curve`](super::curve) computes its lines.
//! Coordinates are in the units of a picture whose y axis points down, rounded to one decimal.

use std::cmp::Ordering;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::calculator::sensitivity::{CellIndex, Grid};
use crate::number::decimal::Arithmetic;
use crate::number::format::round;
use crate::number::int;
use crate::number::nice;

/// The approximate number of intervals between the ticks of an axis.
const INTERVALS: u32 = 5;

/// An axis: round values that cover everything shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scale {
    /// Ascending, at least two.
    pub ticks: Vec<Decimal>,
}

impl Scale {
    fn covering(low: Decimal, high: Decimal) -> Option<Self> {
        Some(Self { ticks: nice::ticks(low, high, INTERVALS)? })
    }

    /// Its first and its last tick.
    pub fn ends(&self) -> Option<(Decimal, Decimal)> {
        Some((*self.ticks.first()?, *self.ticks.last()?))
    }

    fn clamp(&self, value: Decimal) -> Option<Decimal> {
        let (low, high) = self.ends()?;
        Some(value.max(low).min(high))
    }

    /// The position of a value in the picture, between the two ends of the axis; none beyond them.
    pub fn place(&self, value: Decimal, from: u32, to: u32) -> Option<Decimal> {
        let (low, high) = self.ends()?;
        if value < low || value > high {
            return None;
        }
        let share = value.minus(low)?.over(high.minus(low)?)?;
        let length = int(to).minus(int(from))?;
        Some(round(int(from).plus(share.times(length)?)?, 1))
    }
}

/// The edges of the plot area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frame {
    /// The x of the smallest column.
    pub left: u32,
    /// The x of the greatest column.
    pub right: u32,
    /// The y of the greatest result.
    pub top: u32,
    /// The y of the smallest result.
    pub bottom: u32,
}

impl Frame {
    /// The heights of the labels beside the right ends of lines, each as near to its end as a `gap` between labels
    /// allows, from the highest to the lowest.
    pub fn labels<T: Copy>(self, ends: &[(T, Point)], gap: u32) -> Vec<(T, Point, Decimal)> {
        let by_height = ascending(&ends.iter().map(|(_, end)| end.y).collect::<Vec<_>>());
        let ends: Vec<_> = by_height.into_iter().filter_map(|at| ends.get(at).copied()).collect();
        let gap = int(gap);
        let mut heights: Vec<Decimal> = Vec::with_capacity(ends.len());
        for (_, end) in &ends {
            let lowest = heights.last().and_then(|last| last.plus(gap));
            heights.push(lowest.map_or(end.y, |lowest| lowest.max(end.y)));
        }
        // A label pushed out at the bottom moves back up and pushes the others.
        let mut limit = Some(int(self.bottom));
        for height in heights.iter_mut().rev() {
            *height = limit.map_or(*height, |limit| limit.min(*height));
            limit = height.minus(gap);
        }
        ends.into_iter().zip(heights).map(|((line, end), height)| (line, end, height)).collect()
    }
}

/// A point of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: Decimal,
    /// From the top.
    pub y: Decimal,
}

impl Point {
    /// The x coordinate, to the nearest unit.
    pub fn across(self) -> Option<i32> {
        round(self.x, 0).to_i32()
    }
}

/// The axes of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Axes {
    /// The horizontal axis, over the values of the columns.
    pub across: Scale,
    /// The vertical axis, over the results.
    pub up: Scale,
}

impl Axes {
    /// The axes for a table; none if it has no results or they exceed 28 digits.
    pub fn of(grid: &Grid) -> Option<Self> {
        let results = || grid.cells.iter().flatten().filter_map(|cell| cell.ok());
        let (low, high) = (results().min()?, results().max()?);
        // Begins at zero unless that squeezes the lines together.
        let (low, high) = match (low.times(Decimal::TWO)?, high.times(Decimal::TWO)?) {
            (twice, _) if low > Decimal::ZERO && twice <= high => (Decimal::ZERO, high),
            (_, twice) if high < Decimal::ZERO && twice >= low => (low, Decimal::ZERO),
            _ => (low, high),
        };
        let columns = &grid.columns.values;
        Some(Self {
            across: Scale::covering(*columns.iter().min()?, *columns.iter().max()?)?,
            up: Scale::covering(low, high)?,
        })
    }

    /// The point of a result over a column's value; none beyond the axes.
    pub fn point(&self, frame: Frame, column: Decimal, result: Decimal) -> Option<Point> {
        let x = self.across.place(column, frame.left, frame.right)?;
        Some(Point { x, y: self.up.place(result, frame.bottom, frame.top)? })
    }

    /// The point of the current case. Beyond the axes it is clamped to their edge, together with the direction of the
    /// case from there, in degrees clockwise from the right.
    pub fn marker(&self, frame: Frame, column: Decimal, result: Decimal) -> Option<(Point, Option<i32>)> {
        let (across, up) = (self.across.clamp(column)?, self.up.clamp(result)?);
        let way = match (column.cmp(&across), result.cmp(&up)) {
            (Ordering::Equal, Ordering::Equal) => None,
            (Ordering::Greater, Ordering::Equal) => Some(0),
            (Ordering::Greater, Ordering::Less) => Some(45),
            (Ordering::Equal, Ordering::Less) => Some(90),
            (Ordering::Less, Ordering::Less) => Some(135),
            (Ordering::Less, Ordering::Equal) => Some(180),
            (Ordering::Less, Ordering::Greater) => Some(225),
            (Ordering::Equal, Ordering::Greater) => Some(270),
            (Ordering::Greater, Ordering::Greater) => Some(315),
        };
        Some((self.point(frame, across, up)?, way))
    }
}

/// The chart of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Its axes.
    pub axes: Axes,
    /// The plot area.
    pub frame: Frame,
    /// The indices of the columns, by ascending value.
    order: Vec<usize>,
    /// The point of each cell; none for a cell without a result.
    points: Vec<Vec<Option<Point>>>,
}

/// A move of the selection from one point of the chart to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the next smaller column.
    Left,
    /// To the next greater column.
    Right,
    /// To the line above.
    Up,
    /// To the line below.
    Down,
    /// To the smallest column.
    First,
    /// To the greatest column.
    Last,
}

impl Drawing {
    /// The chart of a table within a frame.
    pub fn new(grid: &Grid, axes: Axes, frame: Frame) -> Self {
        let values = &grid.columns.values;
        let order = ascending(values);
        let line = |row: &Vec<Result<Decimal, _>>| {
            let cells = row.iter().zip(values);
            cells.map(|(result, column)| axes.point(frame, *column, result.ok()?)).collect()
        };
        let points = grid.cells.iter().map(line).collect();
        Self { axes, frame, order, points }
    }

    /// The point of a cell; none for a cell without a result.
    pub fn point(&self, (row, column): CellIndex) -> Option<Point> {
        *self.points.get(row)?.get(column)?
    }

    /// The cell drawn nearest to a point.
    pub fn nearest(&self, x: i32, y: i32) -> Option<CellIndex> {
        let (x, y) = (Decimal::from(x), Decimal::from(y));
        let squared = |a: Decimal, b: Decimal| {
            let difference = a.minus(b)?;
            difference.times(difference)
        };
        let distance = |point: Point| squared(point.x, x)?.plus(squared(point.y, y)?);
        self.drawn().filter_map(|(place, point)| Some((distance(point)?, place))).min().map(|(_, place)| place)
    }

    /// The cell that a move leads to; the same cell at an edge.
    pub fn step(&self, from: CellIndex, step: Step) -> CellIndex {
        let (row, column) = from;
        let on_line = |columns: &mut dyn Iterator<Item = &usize>| {
            columns.copied().find(|column| self.point((row, *column)).is_some()).map(|column| (row, column))
        };
        let at = self.order.iter().position(|known| *known == column).unwrap_or_default();
        let (before, after) = self.order.split_at_checked(at).unwrap_or_default();
        let height = |row: usize| Some((self.point((row, column))?.y, row));
        let here = height(row);
        let above = || (0..self.points.len()).filter_map(height).filter(|other| Some(*other) < here).max();
        let below = || (0..self.points.len()).filter_map(height).filter(|other| Some(*other) > here).min();
        let next = match step {
            Step::Left => on_line(&mut before.iter().rev()),
            Step::Right => on_line(&mut after.iter().skip(1)),
            Step::First => on_line(&mut self.order.iter()),
            Step::Last => on_line(&mut self.order.iter().rev()),
            Step::Up => above().map(|(_, row)| (row, column)),
            Step::Down => below().map(|(_, row)| (row, column)),
        };
        next.unwrap_or(from)
    }

    fn drawn(&self) -> impl Iterator<Item = (CellIndex, Point)> {
        let cell = |row: usize| move |(column, point): (usize, &Option<Point>)| Some(((row, column), (*point)?));
        self.points.iter().enumerate().flat_map(move |(row, points)| points.iter().enumerate().filter_map(cell(row)))
    }
}

/// The indices of the values in ascending order; equal values keep their order.
fn ascending(values: &[Decimal]) -> Vec<usize> {
    let mut indices: Vec<_> = (0..values.len()).collect();
    indices.sort_by_key(|index| values.get(*index));
    indices
}
