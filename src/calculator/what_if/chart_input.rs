//! Mouse, touch and keyboard input on the chart.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::chart::{Drawing, Point, Step};
use abacus_core::calculator::field::Field;
use abacus_core::calculator::sensitivity::{CellIndex, CellValues, Grid};
use yew::prelude::*;

use crate::calculator::what_if::bubble::BUBBLE;
use crate::calculator::what_if::drag::Drag;
use crate::calculator::what_if::plot::{Canvas, HEIGHT};
use crate::shell::event::{capture_pointer, closest_attribute, place_on};

/// What dragging the bubble does to the input of the columns.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum BubbleDrag {
    Begins,
    To(Decimal),
    Ends,
}

pub(super) struct ChartInput {
    pub(super) on_press: Callback<PointerEvent>,
    pub(super) on_move: Callback<PointerEvent>,
    pub(super) on_release: Callback<PointerEvent>,
    pub(super) on_leave: Callback<PointerEvent>,
    pub(super) on_click: Callback<MouseEvent>,
    pub(super) on_key: Callback<KeyboardEvent>,
}

pub(super) struct ChartInputArgs<'a> {
    /// The input of the columns.
    pub(super) field: &'static Field,
    pub(super) table: &'a Rc<Grid>,
    pub(super) canvas: &'a Rc<Option<Canvas>>,
    pub(super) drawing: &'a Rc<Option<Drawing>>,
    pub(super) picture: &'a NodeRef,
    /// The position of the current case.
    pub(super) bubble: Option<Point>,
    /// The cell that the arrow keys start from.
    pub(super) from: Option<CellIndex>,
    pub(super) on_point: &'a Callback<Option<CellValues>>,
    pub(super) on_choose: &'a Callback<CellValues>,
    pub(super) on_drag: &'a Callback<BubbleDrag>,
}

#[hook]
pub(super) fn use_chart_input(args: ChartInputArgs<'_>) -> ChartInput {
    let ChartInputArgs { field, table, canvas, drawing, picture, bubble, from, on_point, on_choose, on_drag } = args;
    let drag = use_memo((), |()| Drag::default());
    let at = use_memo(
        (table.clone(), canvas.clone(), drawing.clone(), picture.clone()),
        |(table, canvas, drawing, picture)| PointerGeometry {
            table: table.clone(),
            canvas: canvas.clone(),
            drawing: drawing.clone(),
            picture: picture.clone(),
        },
    );
    ChartInput {
        on_press: use_callback((at.clone(), drag.clone(), bubble), |event: PointerEvent, (at, drag, bubble)| {
            let Some(from) = at.place(&event).filter(|_| event.button() == 0) else { return };
            let held = bubble.filter(|_| closest_attribute(&event, BUBBLE).is_some());
            drag.press(from, held.and_then(Point::across));
            if drag.is_held() {
                capture_pointer(&event, &at.picture);
            }
        }),
        on_move: use_callback(
            (at.clone(), drag.clone(), on_point.clone(), on_drag.clone(), field),
            |event: PointerEvent, (at, drag, on_point, on_drag, field)| {
                if !drag.is_held() {
                    // Touch does not hover: it taps.
                    on_point.emit(at.nearest(&event).filter(|_| event.pointer_type() != "touch"));
                    return;
                }
                let Some((begins, x)) = at.place(&event).and_then(|place| drag.pull(place)) else { return };
                if begins {
                    on_point.emit(None);
                    on_drag.emit(BubbleDrag::Begins);
                }
                if let Some(value) = at.value(x, field) {
                    on_drag.emit(BubbleDrag::To(value));
                }
            },
        ),
        on_release: use_callback((drag.clone(), on_drag.clone()), |_: PointerEvent, (drag, on_drag)| {
            if drag.release() {
                on_drag.emit(BubbleDrag::Ends);
            }
        }),
        on_leave: use_callback(on_point.clone(), |_: PointerEvent, on_point| on_point.emit(None)),
        on_click: use_callback((at, drag, on_choose.clone()), |event: MouseEvent, (at, drag, on_choose)| {
            if let Some(case) = at.nearest(&event).filter(|_| !drag.takes_click()) {
                on_choose.emit(case);
            }
        }),
        on_key: use_callback(
            (table.clone(), drawing.clone(), from, on_point.clone(), on_choose.clone()),
            |event: KeyboardEvent, (table, drawing, from, on_point, on_choose)| {
                let place = after_key(&event, drawing.as_ref().as_ref(), *from);
                let Some(case) = place.and_then(|place| table.values(place)) else { return };
                event.prevent_default();
                on_point.emit(Some(case));
                on_choose.emit(case);
            },
        ),
    }
}

#[derive(PartialEq)]
struct PointerGeometry {
    table: Rc<Grid>,
    canvas: Rc<Option<Canvas>>,
    drawing: Rc<Option<Drawing>>,
    picture: NodeRef,
}

impl PointerGeometry {
    fn place(&self, event: &MouseEvent) -> Option<(i32, i32)> {
        place_on(event, &self.picture, (*self.canvas).as_ref()?.width, HEIGHT)
    }

    fn nearest(&self, event: &MouseEvent) -> Option<CellValues> {
        let (x, y) = self.place(event)?;
        self.table.values((*self.drawing).as_ref()?.nearest(x, y)?)
    }

    fn value(&self, x: i32, field: &Field) -> Option<Decimal> {
        let drawing = (*self.drawing).as_ref()?;
        drawing.axes.value_at(drawing.frame, x, field)
    }
}

/// The point that a key moves to; on a chart without a current case, the first key enters the chart.
fn after_key(event: &KeyboardEvent, drawing: Option<&Drawing>, from: Option<CellIndex>) -> Option<CellIndex> {
    if event.alt_key() || event.meta_key() || event.shift_key() || event.ctrl_key() {
        return None;
    }
    let step = match event.key().as_str() {
        "ArrowLeft" => Step::Left,
        "ArrowRight" => Step::Right,
        "ArrowUp" => Step::Up,
        "ArrowDown" => Step::Down,
        "Home" => Step::First,
        "End" => Step::Last,
        "Enter" | " " => return from,
        _ => return None,
    };
    let drawing = drawing?;
    from.map_or_else(|| drawing.nearest(0, 0), |from| Some(drawing.step(from, step)))
}
