//! The data behind table and chart. Folded parts are not computed.

use std::rc::Rc;

use abacus_core::calculator::Inputs;
use abacus_core::calculator::curve::Line;
use abacus_core::calculator::sensitivity::{Grid, Plan};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::what_if::plot::Canvas;
use crate::shell::ports::Room;

#[derive(Clone)]
pub(super) struct ChartData {
    /// The table around the current case, which does not change it: the chart keeps these axes.
    pub(super) grid: Rc<Grid>,
    /// The table with room for the current case.
    pub(super) table: Rc<Grid>,
    pub(super) canvas: Rc<Option<Canvas>>,
    pub(super) line: Rc<Line>,
}

/// `room` is `None` while neither is visible; then the result is `None` as well.
#[hook]
pub(super) fn use_chart_data(plan: &Plan, inputs: &Inputs, style: Style, room: Option<Room>) -> Option<ChartData> {
    let around = room.map(|room| (room, plan.around(inputs)));
    let base = use_memo((plan.clone(), around, style), |(plan, around, style)| {
        let (room, around) = around.as_ref()?;
        let grid = Rc::new(plan.grid(around));
        let canvas = Rc::new(Canvas::of(plan, around, &grid, style, *room));
        Some((grid, canvas))
    });
    let current = use_memo((base.clone(), inputs.clone()), |(base, inputs)| {
        let (grid, canvas) = (**base).as_ref()?;
        let line = (**canvas).as_ref().map_or_else(Line::default, |canvas| canvas.line(plan, inputs));
        Some((Rc::new(plan.including(grid, inputs)), Rc::new(line)))
    });
    let ((grid, canvas), (table, line)) = (*base).clone().zip((*current).clone())?;
    Some(ChartData { grid, table, canvas, line })
}
