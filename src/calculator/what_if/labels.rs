//! The labels of three lines at their right ends. More would turn the chart into a column of figures: the others are in
//! the table.

use abacus_core::Decimal;
use abacus_core::calculator::chart::Point;
use abacus_core::calculator::curve::Line;
use abacus_core::calculator::sensitivity::Grid;
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::what_if::plot::{Canvas, TEXT, row_label, width};

/// `row` is the current value, whether or not the table contains it, and `line` its line.
pub(super) fn labels(canvas: &Canvas, grid: &Grid, (row, line): (Decimal, &Line), style: &Style) -> Html {
    let others = grid.rows.values.iter().zip(&canvas.rows).filter(|(value, _)| **value != row);
    let lines = others.chain([(&row, line)]).filter_map(|(value, line)| Some((*value, line.end()?)));
    let mut by_height: Vec<_> = lines.collect();
    by_height.sort_by_key(|(_, end)| end.y);
    let now = by_height.iter().position(|(value, _)| *value == row);
    let chosen: Vec<_> =
        few(by_height.len(), now).into_iter().filter_map(|place| by_height.get(place).copied()).collect();
    let x = canvas.frame.right.saturating_add(12);
    let edge = canvas.width.unsigned_abs();
    let room = edge.saturating_sub(x);
    let label = |(value, end, height): (Decimal, Point, Decimal)| {
        let text = row_label(grid, value, style);
        let class = classes!("chart__text", (value == row).then_some("chart__text--current"));
        // A current value wider than all of the table's ends at the edge of the chart.
        let (at, anchor) = if width(&text) > room { (edge, "end") } else { (x, "start") };
        html! {
            <g key={value.to_string()}>
                <path class="chart__leader" d={format!("M{},{}L{},{height}", end.x, end.y, x.saturating_sub(2))} />
                <text {class} x={at.to_string()} y={height.to_string()} dy="0.35em" text-anchor={anchor}>{ text }</text>
            </g>
        }
    };
    html! { { for canvas.frame.labels(&chosen, TEXT).into_iter().map(label) } }
}

/// The first, the last, and between them the current one, or else the one in the middle.
fn few(count: usize, now: Option<usize>) -> Vec<usize> {
    let last = count.saturating_sub(1);
    let between = now.filter(|now| *now > 0 && *now < last).unwrap_or(last.div_euclid(2));
    let mut few = vec![0, between, last];
    few.dedup();
    few
}

#[cfg(test)]
mod tests {
    use super::few;

    #[test]
    fn the_outermost_lines_and_the_current_one_are_labelled() {
        assert_eq!(few(5, Some(3)), [0, 3, 4]);
        assert_eq!(few(5, Some(4)), [0, 2, 4]);
        assert_eq!(few(5, None), [0, 2, 4]);
        assert_eq!((few(2, Some(0)), few(1, Some(0))), (vec![0, 1], vec![0]));
    }
}
